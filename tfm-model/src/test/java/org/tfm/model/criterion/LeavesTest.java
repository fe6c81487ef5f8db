package org.tfm.model.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tfm.model.criterion.Truth.FALSE;
import static org.tfm.model.criterion.Truth.TRUE;
import static org.tfm.model.criterion.Truth.UNKNOWN;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.document.Facts;

class LeavesTest {

  private static final Fact DAYS =
      Fact.number("days", "the time", "How many days?", "day", "answers.days");
  private static final Fact PHASE =
      Fact.choice("phase", "the phase", "Which phase?", List.of("PRIMARY", "SECONDARY"), "phase");
  private static final Fact ROLES =
      Fact.choices("roles", "the list of roles", "Which?", List.of("A", "B", "C"), "roles");
  private static final Fact READY = Fact.yesNo("ready", "the school is ready", "Is it?", "ready");
  private static final Fact TEXT = Fact.text("text", "the text", "What?", "text");

  private static final Evidence NOTHING = Evidence.nothing("");

  private static Within within(double least, double most) {
    return new Within(DAYS, Optional.of(number(least)), Optional.of(number(most)));
  }

  private static Within atLeast(double least) {
    return new Within(DAYS, Optional.of(number(least)), Optional.empty());
  }

  private static Within atMost(double most) {
    return new Within(DAYS, Optional.empty(), Optional.of(number(most)));
  }

  private static BigDecimal number(double number) {
    return BigDecimal.valueOf(number);
  }

  private static Evidence days(double amount, boolean open) {
    return Known.of(Map.of("days", new Value.Quantity(number(amount), open)));
  }

  private static Evidence words(Fact fact, String... words) {
    return Known.of(Map.of(fact.id(), new Value.Words(ImmutableSet.copyOf(words))));
  }

  private static Evidence ready(boolean yes) {
    return Known.of(Map.of("ready", Value.YesNo.of(yes)));
  }

  private static Truth truth(Criterion criterion, Evidence evidence) {
    return criterion.evaluate(evidence).truth();
  }

  @ParameterizedTest(name = "{0} days, more to come: {1}")
  @CsvSource({
    "9.5, false, FALSE, TRUE, FALSE",
    "10, false, TRUE, TRUE, TRUE",
    "11, false, TRUE, TRUE, TRUE",
    "12, false, TRUE, TRUE, TRUE",
    "12.5, false, TRUE, FALSE, FALSE",
    "9.5, true, UNKNOWN, UNKNOWN, UNKNOWN",
    "10, true, TRUE, UNKNOWN, UNKNOWN",
    "12, true, TRUE, UNKNOWN, UNKNOWN",
    "12.5, true, TRUE, FALSE, FALSE"
  })
  void boundsAreInclusiveAndAnOpenSumCanStillGrow(
      double amount, boolean open, Truth least, Truth most, Truth both) {
    assertThat(truth(atLeast(10), days(amount, open))).isEqualTo(least);
    assertThat(truth(atMost(12), days(amount, open))).isEqualTo(most);
    assertThat(truth(within(10, 12), days(amount, open))).isEqualTo(both);
  }

  @Test
  void exactlyTwoIsNeitherOneNorThree() {
    assertThat(truth(within(2, 2), days(1, false))).isEqualTo(FALSE);
    assertThat(truth(within(2, 2), days(2, false))).isEqualTo(TRUE);
    assertThat(truth(within(2, 2), days(3, false))).isEqualTo(FALSE);
  }

  @Test
  void aMissingFactIsUnknownAndAskedFor() {
    for (Criterion leaf :
        List.of(
            atLeast(10),
            new OneOf(PHASE, ImmutableSet.of("PRIMARY")),
            new Includes(ROLES, ImmutableSet.of("A"), false),
            new Confirmed(READY))) {
      Outcome outcome = leaf.evaluate(NOTHING);
      assertThat(outcome.truth()).isEqualTo(UNKNOWN);
      assertThat(outcome.missing()).extracting(MissingFact::question).hasSize(1);
      assertThat(texts(leaf, outcome)).containsExactly("not given");
    }
  }

  @Test
  void anOpenSumThatIsTooSmallIsObservedAndAskedFor() {
    Outcome outcome = atLeast(10).evaluate(days(5, true));
    assertThat(texts(atLeast(10), outcome)).containsExactly("5 days so far");
    assertThat(outcome.missing())
        .containsExactly(new MissingFact("days", "", "How many days?", "answers.days"));
  }

  @Test
  void aValueOfAnotherTypeIsUnknown() {
    assertThat(truth(atLeast(1), Known.of(Map.of("days", Value.YesNo.of(true)))))
        .isEqualTo(UNKNOWN);
  }

  @Test
  void oneWordOfTheListIsEnough() {
    Criterion primary = new OneOf(PHASE, ImmutableSet.of("PRIMARY"));
    assertThat(truth(primary, words(PHASE, "PRIMARY"))).isEqualTo(TRUE);
    assertThat(truth(primary, words(PHASE, "SECONDARY"))).isEqualTo(FALSE);
  }

  @Test
  void includesNeedsOneOrAllWords() {
    Criterion any = new Includes(ROLES, ImmutableSet.of("A", "B"), false);
    Criterion all = new Includes(ROLES, ImmutableSet.of("A", "B"), true);
    assertThat(truth(any, words(ROLES))).isEqualTo(FALSE);
    assertThat(truth(all, words(ROLES))).isEqualTo(FALSE);
    assertThat(truth(any, words(ROLES, "B", "C"))).isEqualTo(TRUE);
    assertThat(truth(all, words(ROLES, "B", "C"))).isEqualTo(FALSE);
    assertThat(truth(all, words(ROLES, "C", "B", "A"))).isEqualTo(TRUE);
    assertThat(truth(any, words(ROLES, "C"))).isEqualTo(FALSE);
  }

  @Test
  void confirmedIsTrueForYesAndFalseForNo() {
    assertThat(truth(new Confirmed(READY), ready(true))).isEqualTo(TRUE);
    assertThat(truth(new Confirmed(READY), ready(false))).isEqualTo(FALSE);
  }

  @Test
  void aMissingFactIsOpenUntilTheDocumentIsSubmitted() {
    Outcome open = new Provided(TEXT).evaluate(NOTHING);
    assertThat(open.prospect()).isEqualTo(Prospect.TRUE_OR_FALSE);
    assertThat(open.missing()).extracting(MissingFact::fact).containsExactly("text");
    Outcome gap = new Provided(TEXT).evaluate(Known.of(Map.of()).handedIn());
    assertThat(gap.prospect()).isEqualTo(Prospect.FALSE);
    assertThat(gap.missing()).extracting(MissingFact::fact).containsExactly("text");
    Outcome given = new Provided(TEXT).evaluate(Known.of(Map.of("text", new Value.Given())));
    assertThat(given.truth()).isEqualTo(TRUE);
    assertThat(given.missing()).isEmpty();
  }

  @Test
  void anAnswerOfNoIsProvided() {
    assertThat(truth(new Provided(READY), ready(false))).isEqualTo(TRUE);
  }

  @Test
  void anUnstatedFigureStaysUnknownForAnyValue() {
    for (Evidence evidence : List.of(NOTHING, days(0, false), days(100, false))) {
      Outcome outcome = new Unstated(DAYS).evaluate(evidence);
      assertThat(outcome.prospect()).isEqualTo(Prospect.HUB);
      assertThat(outcome.silent()).isTrue();
      assertThat(outcome.missing()).isEmpty();
    }
    Criterion unstated = new Unstated(DAYS);
    assertThat(texts(unstated, unstated.evaluate(days(4.5, false)))).containsExactly("4.5 days");
  }

  @Test
  void aDecisionOfTheHubIsLeftToItAndAsksNothing() {
    Outcome outcome = new HubDecides().evaluate(NOTHING);
    assertThat(outcome.prospect()).isEqualTo(Prospect.HUB);
    assertThat(outcome.silent()).isFalse();
    assertThat(outcome.missing()).isEmpty();
    assertThat(new Not(new HubDecides()).prospect(NOTHING)).isEqualTo(Prospect.HUB);
    assertThat(new AllOf(ImmutableList.of(new HubDecides())).prospect(NOTHING))
        .isEqualTo(Prospect.HUB);
  }

  @Test
  void everyNeedsAllMembersAndSomeNeedsOne() {
    Criterion ready = new Confirmed(READY);
    Criterion every = new ForMembers(Members.LEAD_PARTICIPANTS, true, ready);
    Criterion some = new ForMembers(Members.LEAD_PARTICIPANTS, false, ready);
    assertThat(truth(every, Known.people(ready(true), ready(true)))).isEqualTo(TRUE);
    assertThat(truth(every, Known.people(ready(true), ready(false)))).isEqualTo(FALSE);
    assertThat(truth(every, Known.people(ready(true), NOTHING))).isEqualTo(UNKNOWN);
    assertThat(truth(every, Known.people(ready(false), NOTHING))).isEqualTo(FALSE);
    assertThat(truth(some, Known.people(ready(false), ready(false)))).isEqualTo(FALSE);
    assertThat(truth(some, Known.people(ready(false), ready(true)))).isEqualTo(TRUE);
    assertThat(truth(some, Known.people(ready(false), NOTHING))).isEqualTo(UNKNOWN);
    assertThat(truth(some, Known.people(ready(true), NOTHING))).isEqualTo(TRUE);
  }

  @Test
  void everyIsNotTrueOfAnEmptyList() {
    for (boolean every : List.of(true, false)) {
      assertThat(
              truth(
                  new ForMembers(Members.LEAD_PARTICIPANTS, every, new Confirmed(READY)), NOTHING))
          .isEqualTo(UNKNOWN);
      assertThat(truth(new ForMembers(Members.SCHOOLS, every, new Unstated(READY)), NOTHING))
          .isEqualTo(UNKNOWN);
      Outcome provided =
          new ForMembers(Members.LEAD_PARTICIPANTS, every, new Provided(TEXT)).evaluate(NOTHING);
      assertThat(provided.truth()).isEqualTo(UNKNOWN);
      assertThat(provided.missing())
          .extracting(MissingFact::of)
          .containsExactly("each lead participant");
    }
  }

  @Test
  void onlyThePersonWithTheGapIsAsked() {
    Outcome outcome =
        new ForMembers(Members.LEAD_PARTICIPANTS, true, new Confirmed(READY))
            .evaluate(
                Known.people(
                    Known.of(Map.of("ready", Value.YesNo.of(true))).as("lead participant 1"),
                    Evidence.nothing("lead participant 2")));
    assertThat(outcome.missing()).extracting(MissingFact::of).containsExactly("lead participant 2");
  }

  @Test
  void aDecisivePartMakesOtherQuestionsUnnecessary() {
    Criterion both = new AllOf(ImmutableList.of(new Confirmed(READY), atLeast(10)));
    Outcome refused = both.evaluate(ready(false));
    assertThat(refused.truth()).isEqualTo(FALSE);
    assertThat(refused.missing()).isEmpty();
    assertThat(texts(both, refused)).containsExactly("no");
    Outcome open = both.evaluate(ready(true));
    assertThat(open.truth()).isEqualTo(UNKNOWN);
    assertThat(open.missing()).extracting(MissingFact::fact).containsExactly("days");
  }

  @Test
  void everyGapIsListed() {
    Outcome outcome =
        new AllOf(ImmutableList.of(new Confirmed(READY), atLeast(10), new Provided(TEXT)))
            .evaluate(Known.of(Map.of("text", new Value.Given())));
    assertThat(outcome.missing()).extracting(MissingFact::fact).containsExactly("ready", "days");
  }

  @Test
  void theNegationOfAGapIsNotAGap() {
    Outcome outcome = new Not(new Provided(TEXT)).evaluate(Known.of(Map.of()).handedIn());
    assertThat(outcome.truth()).isEqualTo(TRUE);
    assertThat(outcome.missing()).isEmpty();
  }

  @Test
  void factsAreInTreeOrder() {
    Criterion tree =
        new AnyOf(
            ImmutableList.of(
                new Not(new Confirmed(READY)),
                new ForMembers(Members.SCHOOLS, true, new OneOf(PHASE, ImmutableSet.of("PRIMARY"))),
                new AllOf(ImmutableList.of(atLeast(1), new Confirmed(READY), new Provided(TEXT)))));
    assertThat(tree.facts()).containsExactly(READY, PHASE, DAYS, TEXT);
  }

  @Test
  void equalNumbersWrittenDifferentlyMakeEqualCriteria() {
    Within ten = new Within(DAYS, Optional.of(new BigDecimal("10")), Optional.empty());
    assertThat(new Within(DAYS, Optional.of(new BigDecimal("10.00")), Optional.empty()))
        .isEqualTo(ten);
    assertThat(new Within(DAYS, Optional.of(new BigDecimal("1E+1")), Optional.empty()))
        .isEqualTo(ten);
  }

  @Test
  void aCriterionOnAFactOfTheWrongKindIsRefused() {
    assertThatThrownBy(() -> new Within(READY, Optional.of(BigDecimal.TEN), Optional.empty()))
        .hasMessage("the fact `ready` is an answer of yes or no; this criterion needs a number");
    assertThatThrownBy(() -> new Confirmed(DAYS))
        .hasMessage("the fact `days` is a number; this criterion needs an answer of yes or no");
    assertThatThrownBy(() -> new OneOf(ROLES, ImmutableSet.of("A")))
        .hasMessage("the fact `roles` is a list of words; this criterion needs one word");
    assertThatThrownBy(() -> new Includes(PHASE, ImmutableSet.of("PRIMARY"), true))
        .hasMessage("the fact `phase` is one word; this criterion needs a list of words");
  }

  @Test
  void aWordThatIsNotAChoiceIsRefusedWithASuggestion() {
    assertThatThrownBy(() -> new OneOf(PHASE, ImmutableSet.of("PRIMRY")))
        .hasMessage("`PRIMRY` is not a choice of the fact `phase`. Maybe `PRIMARY`?");
  }

  @Test
  void aComparisonWithNothingIsRefused() {
    assertThatThrownBy(() -> new OneOf(PHASE, ImmutableSet.of()))
        .hasMessage("the fact `phase` is compared without a word");
    assertThatThrownBy(() -> new Includes(ROLES, ImmutableSet.of(), false))
        .hasMessage("the fact `roles` is compared without a word");
    assertThatThrownBy(() -> new Within(DAYS, Optional.empty(), Optional.empty()))
        .hasMessage("the fact `days` is compared without a number");
    assertThatThrownBy(() -> new AllOf(ImmutableList.of()))
        .hasMessage("`allOf` and `anyOf` need at least one part");
    assertThatThrownBy(() -> new AnyOf(ImmutableList.of()))
        .hasMessage("`allOf` and `anyOf` need at least one part");
  }

  @Test
  void boundsInTheWrongOrderAreRefused() {
    assertThatThrownBy(() -> within(12, 10)).hasMessage("no number is at least 12 and at most 10");
  }

  @Test
  void anOverlongNumberIsRefused() {
    for (String number : List.of("1E+1000000000", "1E-1000000000", "1".repeat(21))) {
      assertThatThrownBy(
              () -> new Within(DAYS, Optional.of(new BigDecimal(number)), Optional.empty()))
          .hasMessage("a number is too long");
    }
  }

  @Test
  void aFactWithoutAnIdALabelOrAQuestionIsRefused() {
    assertThatThrownBy(() -> Fact.yesNo("Is Ready", "a", "b", "c"))
        .hasMessage("`Is Ready` is not a fact id; expected lower-case words joined by hyphens");
    assertThatThrownBy(() -> Fact.yesNo("ready", " ", "b", "c"))
        .hasMessage("the fact `ready` has no label or no question");
    assertThatThrownBy(() -> Fact.yesNo("ready", "a", "", "c"))
        .hasMessage("the fact `ready` has no label or no question");
  }

  @Test
  void amountsAreSingularForOneOnly() {
    assertThat(DAYS.amount(BigDecimal.ONE)).isEqualTo("1 day");
    assertThat(DAYS.amount(new BigDecimal("0.5"))).isEqualTo("half a day");
    assertThat(Facts.SESSION_HOURS.amount(new BigDecimal("0.5"))).isEqualTo("half an hour");
    assertThat(DAYS.amount(BigDecimal.ZERO)).isEqualTo("0 days");
    assertThat(Fact.number("n", "l", "q", "class", "a").amount(BigDecimal.TEN))
        .isEqualTo("10 classes");
    assertThat(Fact.number("n", "l", "q", "child", "a").amount(BigDecimal.TEN))
        .isEqualTo("10 children");
    assertThat(Fact.number("n", "l", "q", "other person", "a").amount(BigDecimal.TEN))
        .isEqualTo("10 other people");
    assertThat(Fact.number("n", "l", "q", "", "a").amount(BigDecimal.TEN)).isEqualTo("10");
  }

  @Test
  void aNumberOfTwentyDigitsIsAccepted() {
    for (String number : List.of("1".repeat(20), "1E-20", "1E+20")) {
      Within bound = new Within(DAYS, Optional.of(new BigDecimal(number)), Optional.empty());
      assertThat(bound.least().orElseThrow()).isEqualByComparingTo(number);
    }
  }

  @Test
  void anObservationHasAFactASubjectAndAValue() {
    Evidence hers = Known.of(Map.of("days", Value.Quantity.of(10))).as("lead participant 1");
    assertThat(atLeast(1).evaluate(hers).observed())
        .containsExactly(
            new Observation("days", "lead participant 1", Optional.of(Value.Quantity.of(10))));
    assertThat(new Confirmed(READY).evaluate(NOTHING).observed())
        .containsExactly(new Observation("ready", "", Optional.empty()));
  }

  /** Returns the observed values in plain English. */
  private static List<String> texts(Criterion criterion, Outcome outcome) {
    return outcome.observed().stream()
        .map(
            one ->
                one.text(
                    criterion.facts().stream()
                        .filter(fact -> fact.id().equals(one.fact()))
                        .findFirst()
                        .orElseThrow()))
        .toList();
  }
}
