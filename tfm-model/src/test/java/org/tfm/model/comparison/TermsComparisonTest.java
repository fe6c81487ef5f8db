package org.tfm.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tfm.model.ModelArbitraries;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Unstated;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Facts;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Provision;
import org.tfm.model.term.Purpose;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;

class TermsComparisonTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));
  private static final Citation CITATION = new Citation("flyer", "benefits", Optional.empty());
  private static final Provenance RULE = Provenance.of("here", "any.drl", 1);
  private static final Criterion ACCEPTED = new OneOf(Facts.PLACE, ImmutableSet.of("ACCEPTED"));

  private static Terms terms(Term... terms) {
    return ModelArbitraries.terms(OFFERING, List.of(terms));
  }

  private static Terms open(Term term) {
    Terms none = terms();
    return Terms.of(
        OFFERING,
        ImmutableList.of(),
        ImmutableList.of(new UnsettledTerm(term, ImmutableList.of(Facts.PHASE))),
        ImmutableList.of(),
        none.policy());
  }

  private static Requirement requirement(
      String id, Strength strength, Criterion criterion, Optional<Criterion> referral) {
    return new Requirement(id, Aspect.COMMITMENT, strength, criterion, referral, CITATION, RULE);
  }

  private static Requirement must(Criterion criterion) {
    return requirement("release-time", Strength.MUST, criterion, Optional.empty());
  }

  private static Criterion days(int least) {
    return new Within(
        Facts.COMBINED_RELEASE, Optional.of(BigDecimal.valueOf(least)), Optional.empty());
  }

  private static Criterion phase(String... phases) {
    return new OneOf(Facts.PHASE, ImmutableSet.copyOf(phases));
  }

  private static Entitlement grant(String amount, PayUnit unit, Optional<Criterion> when) {
    return new Entitlement(
        "grant",
        false,
        Optional.of(amount).filter(a -> !a.isEmpty()).map(Money::parse),
        Optional.of(unit),
        Purpose.RELEASE_TIME,
        Optional.empty(),
        when,
        CITATION,
        RULE);
  }

  private static List<String> lines(Terms before, Terms after) {
    return TermsComparison.of(before, after).changes().stream().map(TermChange::says).toList();
  }

  private static String line(Term before, Term after) {
    return lines(terms(before), terms(after)).get(0);
  }

  private static Effect effect(Requirement before, Requirement after) {
    return TermsComparison.of(terms(before), terms(after)).changes().get(0).effect().orElseThrow();
  }

  @Test
  void fewerDaysAreLooserAndMoreAreStricter() {
    assertThat(line(must(days(10)), must(days(8))))
        .isEqualTo("release-time: at least 10 days → at least 8 days (looser)");
    assertThat(line(must(days(8)), must(days(10))))
        .isEqualTo("release-time: at least 8 days → at least 10 days (stricter)");
    assertThat(lines(terms(must(days(10))), terms(must(days(10))))).isEmpty();
    assertThat(TermsComparison.of(terms(must(days(8))), terms(must(days(10)))).isEmpty()).isFalse();
  }

  @Test
  void aTermOfOnlyOnePolicyIsAddedOrRemoved() {
    Term grant = grant("GBP 1000.00", PayUnit.SCHOOL, Optional.empty());
    assertThat(lines(terms(), terms(grant)))
        .containsExactly("grant: added, £1,000 towards release time");
    assertThat(lines(terms(grant), terms()))
        .containsExactly("grant: removed, £1,000 towards release time");
    assertThat(lines(terms(), terms(must(days(10)))))
        .containsExactly(
            "release-time: added, the lead participants must be released for at least 10 days between them (stricter)");
    assertThat(lines(terms(must(days(10))), terms()).get(0)).endsWith("(looser)");
  }

  @Test
  void theSameIdInAnotherSectionIsAnotherTerm() {
    Requirement one = must(days(10));
    Requirement moved =
        new Requirement(
            one.id(),
            Aspect.PROGRESS,
            one.strength(),
            one.criterion(),
            one.referral(),
            CITATION,
            RULE);
    assertThat(TermsComparison.of(terms(one), terms(moved)).changes())
        .extracting(TermChange::kind)
        .containsExactly(ChangeKind.REMOVED, ChangeKind.ADDED);
  }

  @Test
  void aStrongerStrengthIsStricterAndAWeakerOneIsLooser() {
    Requirement must = must(days(10));
    Requirement should = requirement("release-time", Strength.SHOULD, days(10), Optional.empty());
    Requirement ideally =
        requirement("release-time", Strength.PREFERRED, days(10), Optional.empty());
    assertThat(line(should, must)).isEqualTo("release-time: should → must (stricter)");
    assertThat(line(must, ideally)).isEqualTo("release-time: must → ideally (looser)");
    assertThat(line(must, requirement("release-time", Strength.SHOULD, days(12), Optional.empty())))
        .isEqualTo("release-time: must → should; at least 10 days → at least 12 days (different)");
  }

  @Test
  void leavingMoreToTheHubIsLooser() {
    Requirement firm = must(phase("PRIMARY"));
    Requirement lenient =
        requirement(
            "release-time",
            Strength.MUST,
            phase("PRIMARY"),
            Optional.of(phase("ALL_THROUGH", "NOT_APPLICABLE")));
    Requirement lessLenient =
        requirement(
            "release-time", Strength.MUST, phase("PRIMARY"), Optional.of(phase("ALL_THROUGH")));
    assertThat(line(firm, lessLenient))
        .isEqualTo(
            "release-time: nothing is left to the hub → the hub decides if the school is an all-through school (looser)");
    assertThat(effect(lessLenient, lenient)).isEqualTo(Effect.LOOSER);
    assertThat(effect(lenient, firm)).isEqualTo(Effect.STRICTER);
    assertThat(effect(firm, must(new HubDecides()))).isEqualTo(Effect.DIFFERENT);
  }

  @Test
  void aReferralOfAShouldMakesNothingLooser() {
    Requirement should =
        requirement("release-time", Strength.SHOULD, phase("PRIMARY"), Optional.empty());
    Requirement must =
        requirement(
            "release-time", Strength.MUST, phase("PRIMARY"), Optional.of(phase("ALL_THROUGH")));
    assertThat(effect(should, must)).isEqualTo(Effect.STRICTER);
    assertThat(effect(must, should)).isEqualTo(Effect.LOOSER);
  }

  @Test
  void criteriaOfTheSameFormShowOnlyThePartThatDiffers() {
    assertThat(line(must(phase("PRIMARY")), must(phase("PRIMARY", "ALL_THROUGH"))))
        .isEqualTo(
            "release-time: a primary school → a primary school or an all-through school (looser)");
    assertThat(
            line(
                must(new Includes(Facts.ROLES, ImmutableSet.of("MATHS_LEAD", "SENCO"), false)),
                must(new Includes(Facts.ROLES, ImmutableSet.of("MATHS_LEAD"), false))))
        .isEqualTo("release-time: the maths lead or the SENCO → the maths lead (stricter)");
    assertThat(
            line(
                must(new AllOf(ImmutableList.of(new Provided(Facts.PHASE), days(10)))),
                must(new AllOf(ImmutableList.of(new Provided(Facts.PHASE), days(9))))))
        .isEqualTo("release-time: at least 10 days → at least 9 days (looser)");
    assertThat(
            line(
                must(new ForMembers(Members.SCHOOLS, true, phase("PRIMARY"))),
                must(new ForMembers(Members.SCHOOLS, true, phase("SECONDARY")))))
        .isEqualTo("release-time: a primary school → a secondary school (different)");
  }

  @Test
  void criteriaOfDifferentFormsAreShownInFull() {
    assertThat(line(must(days(10)), must(new Unstated(Facts.COMBINED_RELEASE))))
        .isEqualTo(
            "release-time: the lead participants are released for at least 10 days between them → the document does not state the release time of all lead participants together (different)");
    Criterion special = new Confirmed(Facts.SPECIAL);
    assertThat(effect(must(days(10)), must(new AnyOf(ImmutableList.of(days(10), special)))))
        .isEqualTo(Effect.LOOSER);
  }

  @Test
  void criteriaWithEqualTextsAreShownInFull() {
    Fact asked = Fact.yesNo("own", "it is so", "Is it so?", "answers.own");
    Fact askedOtherwise = Fact.yesNo("own", "it is so", "Is it really so?", "answers.own");
    assertThat(line(must(new Confirmed(asked)), must(new Confirmed(askedOtherwise))))
        .contains("“Is it so?”", "“Is it really so?”");
    Criterion twice = new Not(new Not(new Confirmed(asked)));
    AttributeChange change =
        TermsComparison.of(terms(must(new Confirmed(asked))), terms(must(twice)))
            .changes()
            .get(0)
            .attributes()
            .get(0);
    assertThat(change.before()).isNotEqualTo(change.after());
  }

  @Test
  void anEntitlementIsComparedPartByPart() {
    assertThat(
            line(
                grant("GBP 1000.00", PayUnit.SCHOOL, Optional.empty()),
                grant("GBP 800.00", PayUnit.WORK_GROUP, Optional.of(ACCEPTED))))
        .isEqualTo(
            "grant: £1,000 → £800; for each school → for each work group; always → if the hub has offered a place");
    assertThat(
            line(
                grant("", PayUnit.SCHOOL, Optional.empty()),
                grant("GBP 1.50", PayUnit.SCHOOL, Optional.empty())))
        .isEqualTo("grant: amount not stated → £1.50");
    Entitlement charge =
        new Entitlement(
            "grant",
            true,
            Optional.of(Money.parse("GBP 1000.00")),
            Optional.of(PayUnit.SCHOOL),
            Purpose.PARTICIPATION,
            Optional.empty(),
            Optional.empty(),
            CITATION,
            RULE);
    TermChange change =
        TermsComparison.of(
                terms(grant("GBP 1000.00", PayUnit.SCHOOL, Optional.empty())), terms(charge))
            .changes()
            .get(0);
    assertThat(change.says())
        .isEqualTo("grant: paid to the school → paid by the school; release time → participation");
    assertThat(change.effect()).isEmpty();
  }

  @Test
  void undertakingsProvisionsAndPrioritiesAreComparedByTheirText() {
    assertThat(
            line(
                new Undertaking("reports", Strength.MUST, "report twice", CITATION, RULE),
                new Undertaking("reports", Strength.SHOULD, "report once", CITATION, RULE)))
        .isEqualTo("reports: must → should; report twice → report once");
    assertThat(
            line(
                new Provision("workshops", "six workshops are held", CITATION, RULE),
                new Provision("workshops", "five workshops are held", CITATION, RULE)))
        .isEqualTo("workshops: six workshops are held → five workshops are held");
    assertThat(
            line(
                priority("schools", "primary-embedding", Optional.empty()),
                priority(
                    "schools", "primary-embedding", Optional.of(AcademicYear.parse("2023/24")))))
        .isEqualTo("next: year not stated → 2023/24");
    assertThat(
            line(
                priority("schools", "primary-embedding", Optional.empty()),
                new Priority(
                    "next",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(ACCEPTED),
                    CITATION,
                    RULE)))
        .isEqualTo(
            "next: schools → schools that meet the condition; primary-embedding → the offering"
                + " itself; not tested → if the hub has offered a place");
  }

  @Test
  void everyKindOfAddedTermIsShownAsAClause() {
    for (Strength strength : Strength.values()) {
      assertThat(added(new Undertaking("reports", strength, "report twice", CITATION, RULE)))
          .isEqualTo(
              switch (strength) {
                case MUST -> "reports: added, the school will report twice";
                case SHOULD -> "reports: added, the school is expected to report twice";
                case PREFERRED -> "reports: added, ideally, the school will report twice";
              });
    }
    assertThat(added(new Provision("workshops", "six workshops are held", CITATION, RULE)))
        .isEqualTo("workshops: added, six workshops are held");
    assertThat(added(priority("our schools", "primary-embedding", Optional.empty())))
        .isEqualTo("next: added, our schools go first for Primary Mastery Embedding Work Groups");
    assertThat(
            added(
                priority(
                    "our schools",
                    "primary-embedding",
                    Optional.of(AcademicYear.parse("2023/24")))))
        .isEqualTo(
            "next: added, our schools go first for Primary Mastery Embedding Work Groups in 2023/24");
    assertThat(added(grant("GBP 5.00", PayUnit.DAY, Optional.of(ACCEPTED))))
        .isEqualTo(
            "grant: added, £5 for each day towards release time if the hub has offered a place");
    assertThat(
            added(
                requirement(
                    "release-time", Strength.MUST, days(10), Optional.of(phase("ALL_THROUGH")))))
        .isEqualTo(
            "release-time: added, the lead participants must be released for at least 10 days between"
                + " them. The hub decides if the school is an all-through school (stricter)");
  }

  private static String added(Term term) {
    return lines(terms(), terms(term)).get(0);
  }

  private static Priority priority(String who, String type, Optional<AcademicYear> year) {
    return new Priority(
        "next", Optional.of(who), Optional.of(type), year, Optional.empty(), CITATION, RULE);
  }

  @Test
  void aPriorityOfOtherSchoolsOrForAnotherTypeIsDifferent() {
    assertThat(
            line(
                priority("our schools", "primary-embedding", Optional.empty()),
                priority("new schools", "primary-sustaining", Optional.empty())))
        .isEqualTo("next: our schools → new schools; primary-embedding → primary-sustaining");
  }

  @Test
  void onlyTheAlternativeThatDiffersIsShown() {
    Criterion special = new Confirmed(Facts.SPECIAL);
    assertThat(
            line(
                must(new AnyOf(ImmutableList.of(special, days(10)))),
                must(new AnyOf(ImmutableList.of(special, days(9))))))
        .isEqualTo("release-time: at least 10 days → at least 9 days (looser)");
    assertThat(
            line(
                must(new AnyOf(ImmutableList.of(phase("PRIMARY"), days(10)))),
                must(new AnyOf(ImmutableList.of(phase("SECONDARY"), days(9))))))
        .contains(
            "release-time: the school is a primary school or the lead participants are released for at least 10 days between them → the school is a secondary school or the lead participants are released for at least 9 days between them (different)");
  }

  @Test
  void theStructureOfACriterionIsShownIfTheSentencesAreEqual() {
    Fact own = Fact.choice("own", "the word", "Which?", List.of("A", "B"), "answers.own");
    Fact other = Fact.choice("own", "the word", "Which?", List.of("A", "C"), "answers.own");
    Criterion one = new OneOf(own, ImmutableSet.of("A"));
    String asked = "the word is a, asked as “Which?” at answers.own with A, B";
    List<Criterion> wholes =
        List.of(
            new AllOf(ImmutableList.of(one)),
            new AnyOf(ImmutableList.of(one)),
            new Not(new Not(one)));
    List<String> explicit =
        List.of("all of (" + asked + ")", "any of (" + asked + ")", "not (not (" + asked + "))");
    for (int i = 0; i < wholes.size(); i++) {
      assertThat(line(must(one), must(wholes.get(i))))
          .isEqualTo("release-time: " + asked + " → " + explicit.get(i) + " (different)");
    }
    assertThat(
            line(
                must(new Not(new ForMembers(Members.SCHOOLS, true, new Not(one)))),
                must(new ForMembers(Members.SCHOOLS, false, one))))
        .contains("not (for each school (not (" + asked + ")))")
        .contains(" → for at least one school (" + asked + ")");
    assertThat(
            line(
                must(new AllOf(ImmutableList.of(one, days(1)))),
                must(new AllOf(ImmutableList.of(new OneOf(other, ImmutableSet.of("A")), days(1))))))
        .contains("with A, B", "with A, C");
    assertThat(
            line(
                requirement("release-time", Strength.MUST, days(1), Optional.of(one)),
                requirement(
                    "release-time",
                    Strength.MUST,
                    days(1),
                    Optional.of(new OneOf(other, ImmutableSet.of("A"))))))
        .contains("the hub decides if the word is a, asked as “Which?”", "A, B", "A, C");
  }

  @Test
  void citationsAndPlacesAreNotComparedAndReadingsAreListedSeparately() {
    Requirement one = must(days(10));
    Requirement elsewhere =
        new Requirement(
            one.id(),
            one.aspect(),
            one.strength(),
            one.criterion(),
            one.referral(),
            new Citation("page", "second point", Optional.of("meetings count")),
            Provenance.of("there", "other.drl", 9));
    TermsComparison comparison = TermsComparison.of(terms(one), terms(elsewhere));
    assertThat(comparison.isEmpty()).isTrue();
    assertThat(comparison.readings())
        .extracting(ReadingChange::says)
        .containsExactly("release-time: no interpretation → “meetings count”");
  }

  @Test
  void nothingIsProvedAboutAnUnsettledTerm() {
    assertThat(lines(open(must(days(10))), open(must(days(8)))))
        .containsExactly(
            "release-time: for some schools, at least 10 days → at least 8 days (different)");
    assertThat(lines(terms(must(days(10))), open(must(days(10)))))
        .containsExactly("release-time: all schools → some schools (different)");
    assertThat(lines(terms(), open(must(days(10)))).get(0))
        .startsWith("release-time: added for some schools, ")
        .endsWith("(stricter)");
    assertThat(lines(open(must(days(10))), open(must(days(10))))).isEmpty();
  }

  @Test
  void differencesThatDoNotConcernEveryKindConcernSome() {
    Terms before = terms(must(days(10)));
    TermsComparison mainstream = TermsComparison.of(before, terms(must(days(8))));
    TermsComparison special =
        TermsComparison.of(
            before, terms(must(days(8)), grant("GBP 5.00", PayUnit.DAY, Optional.empty())));
    TermsComparison together = TermsComparison.acrossKinds(List.of(mainstream, special));
    assertThat(together.changes())
        .extracting(TermChange::says)
        .containsExactly(
            "release-time: at least 10 days → at least 8 days (looser)",
            "grant: added for some schools, £5 for each day towards release time");
    assertThat(TermsComparison.acrossKinds(List.of(special, mainstream)).changes())
        .isEqualTo(together.changes());
  }

  @Test
  void comparisonsOfDifferentPoliciesAreNotCombined() {
    assertThatThrownBy(() -> TermsComparison.acrossKinds(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    Terms other =
        Terms.of(
            Offering.of("archimedes-ne", "primary-sustaining", AcademicYear.parse("2021/22")),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            terms().policy());
    assertThatThrownBy(
            () ->
                TermsComparison.acrossKinds(
                    List.of(
                        TermsComparison.of(terms(), terms()), TermsComparison.of(terms(), other))))
        .hasMessageContaining("not of the same two policies");
  }
}
