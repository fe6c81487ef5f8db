package org.tfm.model.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Sentences;
import org.tfm.model.criterion.Unstated;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Facts;
import org.tfm.model.programme.AcademicYear;

class TermSentencesTest {

  private static final Citation CITATION = new Citation("flyer", "benefits", Optional.empty());
  private static final Provenance RULE = rule("cheshire-wirral/2022-23", 12);
  private static final Criterion ACCEPTED = new OneOf(Facts.PLACE, ImmutableSet.of("ACCEPTED"));

  private static Provenance rule(String pack, int line) {
    return Provenance.of(pack, "any.drl", line);
  }

  private static Entitlement entitlement(
      boolean charge, String amount, Optional<PayUnit> unit, Optional<Criterion> when) {
    return new Entitlement(
        "grant",
        charge,
        Optional.of(amount).filter(a -> !a.isEmpty()).map(Money::parse),
        unit,
        Purpose.RELEASE_TIME,
        Optional.empty(),
        when,
        CITATION,
        RULE);
  }

  private static Priority priority(Optional<String> type, Optional<Criterion> when) {
    return new Priority("a", Optional.empty(), type, Optional.empty(), when, CITATION, RULE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          false | GBP 1000.00 | SCHOOL     | £1,000 towards release time
          false | GBP 1000.50 | DAY        | £1,000.50 for each day towards release time
          false | GBP 250.05  | WORK_GROUP | £250.05 for each Work Group towards release time
          false | GBP 500.00  |            | £500 towards release time
          false | EUR 1.00    | DEPARTMENT | EUR 1 for each department towards release time
          false | ''          |            | help with the cost of release time
          true  | GBP 0.00    | SCHOOL     | no charge for release time
          true  | GBP 25.00   | SCHOOL     | a charge of £25 for release time
          true  | ''          |            | a charge for release time
          """)
  void anEntitlementStatesAmountUnitAndPurpose(
      boolean charge, String amount, PayUnit unit, String says) {
    Entitlement entitlement =
        entitlement(charge, amount, Optional.ofNullable(unit), Optional.empty());
    assertThat(entitlement.says()).isEqualTo(says);
    assertThat(entitlement.sentence())
        .isEqualTo(
            Sentences.of(says) + (amount.isEmpty() ? " The document does not say how much." : ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          it is so  | It is so.
          it is so. | It is so.
          is it so? | Is it so?
          it is so! | It is so!
          ' so it is…' | So it is…
          ''        | ''
          """)
  void aSentenceBeginsWithACapitalAndEndsOnce(String clause, String sentence) {
    assertThat(Sentences.of(clause)).isEqualTo(sentence);
  }

  @Test
  void anEntitlementStatesItsCondition() {
    assertThat(entitlement(false, "GBP 1000", Optional.empty(), Optional.of(ACCEPTED)).sentence())
        .isEqualTo("£1,000 towards release time if the hub has offered a place.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MUST      | The lead participants must be released for at least 10 days between them.
          SHOULD    | The lead participants should be released for at least 10 days between them.
          PREFERRED | The lead participants are ideally released for at least 10 days between them.
          """)
  void aRequirementHasTheStrengthOfItsSource(Strength strength, String sentence) {
    assertThat(requirement(strength, Optional.empty()).sentence()).isEqualTo(sentence);
  }

  private static Requirement demanding(Criterion criterion, Criterion referral) {
    return new Requirement(
        "school",
        Aspect.ELIGIBILITY,
        Strength.MUST,
        criterion,
        Optional.of(referral),
        CITATION,
        RULE);
  }

  @Test
  void aReferralOfTheOppositeBecomesIfNotTheHubDecides() {
    Criterion state = new Confirmed(Facts.STATE_FUNDED);
    assertThat(demanding(state, new Not(state)).sentence())
        .isEqualTo("The school must be state-funded; if not, the hub decides.");
  }

  @Test
  void aSentenceAfterAListIsOnItsOwnLine() {
    Criterion list =
        new Includes(
            Facts.EARLIER_PARTICIPATION,
            ImmutableSet.of(
                "primary-readiness",
                "primary-development",
                "primary-embedding",
                "primary-sustaining",
                "secondary-development",
                "secondary-embedding"),
            false);
    assertThat(demanding(list, new Not(list)).sentence())
        .endsWith("\n• Secondary Mastery Embedding\nIf not, the hub decides.");
    assertThat(demanding(list, ACCEPTED).sentence())
        .endsWith(
            "\n• Secondary Mastery Embedding\nThe hub decides if the hub has offered a place.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          false | GBP 10.00 | TEXTBOOKS     | £10 towards textbooks
          false | GBP 10.00 | PARTICIPATION | £10 towards the cost of taking part
          false | GBP 10.00 | GROUP_WORK    | £10 towards the cost of the group's work
          false | ''        | TEXTBOOKS     | help with the cost of textbooks
          false | ''        | PARTICIPATION | help with the cost of taking part
          false | ''        | GROUP_WORK    | help with the cost of the group's work
          true  | GBP 10.00 | TEXTBOOKS     | a charge of £10 for textbooks
          true  | GBP 0.00  | PARTICIPATION | no charge for taking part
          true  | ''        | GROUP_WORK    | a charge for the work of the group
          """)
  void everyPurposeHasItsWords(boolean charge, String amount, Purpose purpose, String says) {
    assertThat(
            Entitlement.says(
                charge,
                Optional.of(amount).filter(a -> !a.isEmpty()).map(Money::parse),
                Optional.of(PayUnit.SCHOOL),
                purpose,
                Optional.empty()))
        .isEqualTo(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          false | UP_TO       | GBP 2000 | SCHOOL      | TEXTBOOKS     |    | true  | up to £2,000 towards textbooks
          false | FIXED       | GBP 200  | DAY         | RELEASE_TIME  | 10.5 | false | £200 for each of at most 10.5 days towards release time
          false | ACTUAL_COST |          |             | RELEASE_TIME  |    | false | the actual cost of release time
          false | ACTUAL_COST |          | DAY         | GROUP_WORK    | 1  | false | the actual cost of the group's work for at most one day
          true  | ACTUAL_COST |          |             | TEXTBOOKS     |    | false | a charge for the actual cost of textbooks
          true  | UP_TO       | GBP 75   | SESSION     | PARTICIPATION | 6  | false | a charge of up to £75 for each of at most 6 sessions
          true  | FIXED       | GBP 75   | PARTICIPANT | PARTICIPATION | 2  | true  | a charge of £75 for each of at most 2 lead participants
          """)
  void anEntitlementStatesItsLimits(
      boolean charge,
      AmountBasis basis,
      String amount,
      PayUnit unit,
      Purpose purpose,
      BigDecimal atMost,
      boolean once,
      String says) {
    Payment payment =
        new Payment(
            basis, once, Optional.ofNullable(atMost), false, Optional.empty(), Optional.empty());
    assertThat(
            Entitlement.says(
                charge,
                Optional.ofNullable(amount).map(Money::parse),
                Optional.ofNullable(unit),
                purpose,
                Optional.of(payment)))
        .isEqualTo(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GBP 75 | SESSION | PARTICIPATION | a charge of £75 for each session missed
          GBP 75 | SCHOOL  | PARTICIPATION | a charge of £75
          GBP 75 | SESSION | TEXTBOOKS     | a charge of £75 for textbooks for each session
          GBP 0  | SESSION | PARTICIPATION | no charge for taking part
                 | SESSION | PARTICIPATION | a charge for each session missed
          """)
  void aChargeForWhatIsMissedIsNotForTakingPart(
      String amount, PayUnit unit, Purpose purpose, String says) {
    Criterion missed =
        new Within(Facts.MISSED_WITHOUT_NOTICE, Optional.of(BigDecimal.ONE), Optional.empty());
    assertThat(
            Entitlement.says(
                true,
                Optional.ofNullable(amount).map(Money::parse),
                Optional.of(unit),
                purpose,
                Optional.empty(),
                Optional.of(missed)))
        .isEqualTo(says);
  }

  @Test
  void aChargeOnAnyOtherConditionIsForItsPurpose() {
    assertThat(
            Entitlement.says(
                true,
                Optional.of(Money.parse("GBP 75")),
                Optional.of(PayUnit.SESSION),
                Purpose.PARTICIPATION,
                Optional.empty(),
                Optional.of(ACCEPTED)))
        .isEqualTo("a charge of £75 for each session");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a grant   | false |                                              | a grant
          a grant   | false | if the hub has offered a place                | a grant if the hub has offered a place
          a grant   | false | because the hub has offered a place           | a grant, because the hub has offered a place
          a b c d e f g h i j k l m n o p q r s | false | if the school has one place   | a b c d e f g h i j k l m n o p q r s if the school has one place
          a b c d e f g h i j k l m n o p q r s | false | if the school has a place now | a b c d e f g h i j k l m n o p q r s. It is due if the school has a place now
          a b c d e f g h i j k l m n o p q r s | false | because the school has a place now | a b c d e f g h i j k l m n o p q r s. It is due because the school has a place now
          a b c d e f g h i j k l m n o p q r s | true  | if the school has a place now | a b c d e f g h i j k l m n o p q r s. It applies if the school has a place now
          """)
  void aConditionThatMakesASentenceTooLongIsASentenceOfItsOwn(
      String entitled, boolean isFree, String condition, String text) {
    String atLength =
        entitled + ". " + Entitlement.isDue(isFree, Optional.of(Money.parse("GBP 0")));
    assertThat(Entitlement.joined(entitled, atLength, condition == null ? "" : condition))
        .isEqualTo(text);
  }

  private static Requirement requirement(Strength strength, Optional<Criterion> referral) {
    return new Requirement(
        "release-time",
        Aspect.COMMITMENT,
        strength,
        new Within(Facts.COMBINED_RELEASE, Optional.of(BigDecimal.TEN), Optional.empty()),
        referral,
        CITATION,
        RULE);
  }

  @Test
  void aRequirementStatesWhenTheHubDecides() {
    assertThat(requirement(Strength.MUST, Optional.of(ACCEPTED)).sentence())
        .isEqualTo(
            "The lead participants must be released for at least 10 days between them. The hub decides if the hub has offered a place.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MUST      | The school will write a plan.
          SHOULD    | The school is expected to write a plan.
          PREFERRED | Ideally, the school will write a plan.
          """)
  void anUndertakingHasTheStrengthOfItsSource(Strength strength, String sentence) {
    assertThat(new Undertaking("action-plan", strength, "write a plan", CITATION, RULE).sentence())
        .isEqualTo(sentence);
  }

  @Test
  void aPriorityPromisesNothingBeyondGoingFirst() {
    assertThat(
            new Priority(
                    "priority-after-readiness",
                    Optional.of("schools of the Readiness year"),
                    Optional.of("primary-development"),
                    Optional.of(AcademicYear.parse("2019/20")),
                    Optional.empty(),
                    CITATION,
                    RULE)
                .sentence())
        .isEqualTo(
            "Schools of the Readiness year go first for Primary Mastery Development Work Groups in"
                + " 2019/20.");
  }

  @Test
  void aPriorityWithAConditionIsMadeFromIt() {
    Criterion many =
        new Within(Facts.FREE_MEAL_SHARE, Optional.of(new BigDecimal(30)), Optional.empty());
    assertThat(priority(Optional.empty(), Optional.of(many)).sentence())
        .isEqualTo(
            "When there are too few places, the school goes first if it has at least 30% of"
                + " pupils eligible for free school meals.");
    assertThat(priority(Optional.of("primary-development"), Optional.of(ACCEPTED)).sentence())
        .isEqualTo(
            "The school goes first for Primary Mastery Development Work Groups if the hub has"
                + " offered a place.");
    assertThat(priority(Optional.of("primary-development"), Optional.of(ACCEPTED)).facts())
        .containsExactly(Facts.PLACE);
  }

  @Test
  void aPriorityWithALongConditionIsSaidInTwoSentences() {
    Criterion many =
        new Includes(
            Facts.PARTICIPATION,
            ImmutableSet.of("primary-readiness", "primary-development", "primary-embedding"),
            false);
    assertThat(priority(Optional.empty(), Optional.of(many)).sentence())
        .startsWith(
            "When there are too few places, some schools go first. The school is one of them if it"
                + " ");
  }

  @Test
  void aPriorityWithoutAFigureIsLeftToTheHub() {
    assertThat(
            priority(Optional.empty(), Optional.of(new Unstated(Facts.FREE_MEAL_SHARE))).sentence())
        .isEqualTo(
            "When there are too few places, some schools go first. The school is one of them if the"
                + " hub decides that the percentage of pupils eligible for free school meals is"
                + " enough.");
    assertThat(priority(Optional.empty(), Optional.of(new Unstated(Facts.STATE_FUNDED))).sentence())
        .isEqualTo(
            "When there are too few places, the school goes first if the hub is satisfied that the"
                + " school is state-funded.");
  }

  @Test
  void aPriorityThatIsOnlyATextMayBeForTheOfferingItself() {
    assertThat(
            new Priority(
                    "area",
                    Optional.of("schools in the area of the hub"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    CITATION,
                    RULE)
                .sentence())
        .isEqualTo("When there are too few places, schools in the area of the hub go first.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          primary-development  |                          | schools go first for Primary Mastery Development Work Groups
          primary-development  | Development              | schools go first for Development Work Groups
          non-specialist-trial | Non-specialist Trial     | schools go first for Non-specialist Trial Work Groups
          non-specialist-trial |                          | schools go first for non specialist trial Work Groups
          any-work-group       |                          | schools go first for any Work Group
          mastery-groups       | Mastery Work Groups      | schools go first for Mastery Work Groups
          """)
  void aPriorityNamesTheTypeByItsTitle(String type, String title, String clause) {
    Priority untitled =
        new Priority(
            "a",
            Optional.of("schools"),
            Optional.of(type),
            Optional.empty(),
            Optional.empty(),
            CITATION,
            RULE);
    Priority priority = title == null ? untitled : untitled.titled(title);
    assertThat(priority.clause()).isEqualTo(clause);
    assertThat(priority.from(RULE)).isEqualTo(priority);
  }

  @ParameterizedTest
  @CsvSource({"six workshops, Six workshops.", "why?, Why?", "' cut off… ', Cut off…", "'', ''"})
  void aSentenceHasACapitalAndAnEnd(String clause, String sentence) {
    assertThat(Sentences.of(clause)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @EnumSource(Aspect.class)
  void everyAspectHasASectionOfItsName(Aspect aspect) {
    assertThat(Section.of(aspect).name()).isEqualTo(aspect.name());
  }

  @Test
  void everyKindOfTermHasASection() {
    assertThat(requirement(Strength.MUST, Optional.empty()).section())
        .isEqualTo(Section.COMMITMENT);
    assertThat(entitlement(true, "", Optional.empty(), Optional.empty()).section())
        .isEqualTo(Section.ENTITLEMENT);
    assertThat(new Undertaking("a", Strength.MUST, "b", CITATION, RULE).section())
        .isEqualTo(Section.UNDERTAKING);
    assertThat(new Provision("a", "b", CITATION, RULE).section()).isEqualTo(Section.PROVISION);
    assertThat(priority(Optional.empty(), Optional.of(ACCEPTED)).section())
        .isEqualTo(Section.PRIORITY);
  }

  @Test
  void aTermWithAnotherProvenanceIsOtherwiseEqual() {
    Provenance other = rule("national", 7);
    for (Term term :
        ImmutableList.of(
            requirement(Strength.MUST, Optional.of(ACCEPTED)),
            entitlement(true, "GBP 1", Optional.of(PayUnit.DAY), Optional.of(ACCEPTED)),
            new Undertaking("a", Strength.MUST, "b", CITATION, RULE),
            new Provision("a", "b", CITATION, RULE),
            priority(Optional.empty(), Optional.of(ACCEPTED)))) {
      Term moved = term.from(other);
      assertThat(moved.provenance()).isEqualTo(other);
      assertThat(moved).isNotEqualTo(term);
      assertThat(moved.from(RULE)).isEqualTo(term);
    }
  }

  @Test
  void theProvenanceListsAllReplacedRulesNearestFirst() {
    Provenance national = rule("national", 1);
    Provenance lastYear = rule("cheshire-wirral/2021-22", 2).replacing(national);
    Provenance thisYear = rule("cheshire-wirral/2022-23", 3).replacing(lastYear);
    assertThat(thisYear.replaces())
        .extracting(RulePlace::toString)
        .containsExactly("cheshire-wirral/2021-22/any.drl:2", "national/any.drl:1");
    assertThat(thisYear.rule()).hasToString("cheshire-wirral/2022-23/any.drl:3");
  }

  @Test
  void aCitationNeedsASourceAndAPlace() {
    assertThatThrownBy(() -> new Citation(" ", "benefits", Optional.empty()))
        .hasMessage("a citation needs a source and a place in it");
    assertThatThrownBy(() -> new Citation("flyer", "", Optional.empty()))
        .hasMessage("a citation needs a source and a place in it");
  }
}
