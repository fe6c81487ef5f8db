package org.tfm.model.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImplicationTest {

  private static final Fact DAYS = Fact.number("days", "the time", "How many?", "day", "days");
  private static final Fact HOURS = Fact.number("hours", "the time", "How many?", "hour", "hours");
  private static final Fact PHASE = Fact.choice("phase", "the phase", "Which?", List.of(), "phase");
  private static final Fact ROLES = Fact.choices("roles", "the roles", "Which?", List.of(), "r");
  private static final Fact DAY = Fact.choice("day-of-week", "the day", "Which?", List.of(), "day");
  private static final Fact OTHER_ROLES =
      Fact.choices("other-roles", "the other roles", "Which?", List.of(), "other");
  private static final Fact READY = Fact.yesNo("ready", "it is ready", "Is it?", "ready");

  private static final Criterion YES = new Confirmed(READY);
  private static final Criterion GIVEN = new Provided(READY);
  private static final Criterion DAYS_GIVEN = new Provided(DAYS);

  private static Criterion within(Fact fact, int least, int most) {
    return new Within(
        fact, Optional.of(BigDecimal.valueOf(least)), Optional.of(BigDecimal.valueOf(most)));
  }

  private static Criterion atLeast(int least) {
    return new Within(DAYS, Optional.of(BigDecimal.valueOf(least)), Optional.empty());
  }

  private static Criterion atMost(int most) {
    return new Within(DAYS, Optional.empty(), Optional.of(BigDecimal.valueOf(most)));
  }

  private static Criterion phase(String... words) {
    return new OneOf(PHASE, ImmutableSet.copyOf(words));
  }

  private static Criterion any(String... words) {
    return new Includes(ROLES, ImmutableSet.copyOf(words), false);
  }

  private static Criterion all(String... words) {
    return new Includes(ROLES, ImmutableSet.copyOf(words), true);
  }

  private static Criterion both(Criterion... parts) {
    return new AllOf(ImmutableList.copyOf(parts));
  }

  private static Criterion either(Criterion... parts) {
    return new AnyOf(ImmutableList.copyOf(parts));
  }

  private static void proved(Criterion narrow, Criterion wide) {
    assertThat(narrow.implies(wide)).as("%s implies %s", narrow, wide).isTrue();
  }

  private static void notProved(Criterion narrow, Criterion wide) {
    assertThat(narrow.implies(wide)).as("%s implies %s", narrow, wide).isFalse();
  }

  @Test
  void aBoundImpliesItselfAndEveryLooserOne() {
    proved(atLeast(10), atLeast(10));
    proved(within(DAYS, 10, 12), atLeast(10));
    proved(within(DAYS, 10, 12), atMost(12));
    proved(atLeast(10), atLeast(9));
    proved(atMost(12), atMost(13));
    notProved(atLeast(9), atLeast(10));
    notProved(atMost(13), atMost(12));
    notProved(atMost(12), atLeast(1));
    notProved(atLeast(10), atMost(12));
    notProved(atLeast(10), within(DAYS, 10, 12));
    notProved(within(DAYS, 10, 12), within(HOURS, 10, 12));
  }

  @Test
  void fewerWordsImplyMoreWordsOfTheSameFact() {
    proved(phase("A"), phase("A", "B"));
    notProved(phase("A", "B"), phase("A"));
    notProved(new OneOf(DAY, ImmutableSet.of("A")), phase("A"));
  }

  @Test
  void allWordsOfAListImplyEachOfThem() {
    proved(all("A", "B"), all("A"));
    proved(all("A", "B"), any("A", "C"));
    proved(any("A"), all("A"));
    proved(any("A"), any("A", "B"));
    notProved(all("A"), all("A", "B"));
    notProved(any("A", "B"), all("A"));
    notProved(any("A", "B"), any("A"));
    notProved(all("A", "B"), any("C"));
    notProved(all("A"), new Includes(OTHER_ROLES, ImmutableSet.of("A"), true));
  }

  @Test
  void aComparisonImpliesPresenceButNotConversely() {
    for (Criterion compared : List.of(YES, phase("A"), all("A"), atLeast(1))) {
      proved(compared, new Provided(compared.facts().asList().get(0)));
    }
    notProved(YES, DAYS_GIVEN);
    notProved(GIVEN, YES);
    notProved(GIVEN, DAYS_GIVEN);
    notProved(new Unstated(READY), GIVEN);
    notProved(new Not(new Not(YES)), GIVEN);
  }

  @Test
  void aConjunctionImpliesItsPartsAndAnAlternativeImpliesTheDisjunction() {
    proved(both(YES, atLeast(10)), atLeast(9));
    proved(both(YES, atLeast(10)), both(atLeast(9), YES));
    proved(atLeast(10), either(YES, atLeast(9)));
    proved(either(within(DAYS, 10, 12), within(DAYS, 14, 16)), atLeast(10));
    proved(both(atLeast(10), YES), either(phase("A"), both(YES, atLeast(9))));
    notProved(YES, both(YES, atLeast(9)));
    notProved(either(YES, atLeast(10)), atLeast(9));
    notProved(atLeast(10), either(YES, atLeast(11)));
    notProved(both(YES, atLeast(8)), atLeast(9));
  }

  @Test
  void theNegationOfTheWiderImpliesThatOfTheNarrower() {
    proved(new Not(atLeast(9)), new Not(atLeast(10)));
    notProved(new Not(atLeast(10)), new Not(atLeast(9)));
    notProved(new Not(atLeast(10)), atMost(9));
    notProved(atMost(8), new Not(atLeast(9)));
  }

  @Test
  void anEmptyFieldImpliesNothingAboutOtherFieldsAtAnyDepth() {
    proved(new Not(either(YES, phase("A"))), new Not(YES));
    for (Criterion asks :
        List.of(
            GIVEN,
            either(GIVEN, YES),
            either(YES, DAYS_GIVEN),
            either(both(YES, DAYS_GIVEN), YES),
            either(YES, new Not(DAYS_GIVEN)),
            either(YES, new ForMembers(Members.SCHOOLS, true, DAYS_GIVEN)))) {
      proved(YES, asks);
      notProved(new Not(asks), new Not(YES));
    }
    for (Criterion asksNot :
        List.of(
            either(YES, new Not(phase("A"))),
            either(YES, both(phase("A"), atLeast(1))),
            either(YES, new ForMembers(Members.SCHOOLS, true, phase("A"))))) {
      proved(new Not(asksNot), new Not(YES));
    }
  }

  @Test
  void everyImpliesSomeForTheSameMembers() {
    Criterion every = new ForMembers(Members.SCHOOLS, true, atLeast(10));
    Criterion some = new ForMembers(Members.SCHOOLS, false, atLeast(9));
    proved(every, some);
    proved(every, new ForMembers(Members.SCHOOLS, true, atLeast(9)));
    proved(new ForMembers(Members.SCHOOLS, false, atLeast(10)), some);
    notProved(some, new ForMembers(Members.SCHOOLS, true, atLeast(9)));
    notProved(every, new ForMembers(Members.SCHOOLS, false, atLeast(11)));
    notProved(every, new ForMembers(Members.LEAD_PARTICIPANTS, true, atLeast(9)));
  }

  private static Criterion count(Criterion where, int least, int most) {
    return new CountOfMembers(
        Members.SCHOOLS,
        where,
        Optional.of(least).filter(bound -> bound > 0),
        Optional.of(most).filter(bound -> bound >= 0));
  }

  @Test
  void aCountImpliesOneWithLooserBounds() {
    proved(count(YES, 2, -1), count(YES, 1, -1));
    proved(count(YES, 2, 3), count(YES, 1, -1));
    proved(count(YES, 2, 3), count(YES, 0, 4));
    notProved(count(YES, 1, -1), count(YES, 2, -1));
    notProved(count(YES, 0, 2), count(YES, 0, 1));
    notProved(count(YES, 1, -1), count(YES, 0, 1));
    notProved(count(YES, 0, 1), count(YES, 1, -1));
    notProved(
        count(YES, 1, -1),
        new CountOfMembers(Members.LEAD_PARTICIPANTS, YES, Optional.of(1), Optional.empty()));
  }

  @Test
  void aCountFromBelowNeedsAWiderConditionAndOneFromAboveANarrowerOne() {
    proved(count(atLeast(10), 2, -1), count(atLeast(9), 1, -1));
    notProved(count(atLeast(9), 2, -1), count(atLeast(10), 1, -1));
    proved(count(atLeast(9), 0, 1), count(atLeast(10), 0, 1));
    notProved(count(atLeast(10), 0, 1), count(atLeast(9), 0, 1));
    notProved(count(GIVEN, 0, 1), count(YES, 0, 1));
    proved(count(GIVEN, 0, 1), count(GIVEN, 0, 1));
  }

  @Test
  void atLeastOneImpliesSomeAndConversely() {
    Criterion some = new ForMembers(Members.SCHOOLS, false, atLeast(10));
    proved(count(atLeast(10), 2, -1), some);
    proved(some, count(atLeast(9), 1, -1));
    notProved(some, count(atLeast(10), 2, -1));
    notProved(some, count(atLeast(10), 1, 2));
    notProved(count(atLeast(10), 0, 2), some);
    notProved(count(atLeast(10), 1, -1), new ForMembers(Members.SCHOOLS, true, atLeast(10)));
    notProved(new ForMembers(Members.SCHOOLS, true, atLeast(10)), count(atLeast(10), 1, -1));
  }

  @Test
  void criteriaOfDifferentKindsDoNotImplyEachOther() {
    List<Criterion> leaves = List.of(YES, phase("A"), all("A"), atLeast(1), new HubDecides());
    for (Criterion one : leaves) {
      for (Criterion other : leaves) {
        assertThat(one.implies(other)).isEqualTo(one.equals(other));
      }
    }
  }
}
