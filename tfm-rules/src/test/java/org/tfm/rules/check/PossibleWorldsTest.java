package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
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
import org.tfm.model.problem.Budget;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.SchoolKind;

/** The worlds include every world that a criterion can distinguish. */
class PossibleWorldsTest {

  private static final String UNKNOWN = "unknown";
  private static final Criterion PRIMARY =
      new OneOf(Facts.PHASE, ImmutableSet.of(Phase.PRIMARY.name()));
  private static final Criterion PRIMARY_OR_SECONDARY =
      new OneOf(Facts.PHASE, ImmutableSet.of(Phase.PRIMARY.name(), Phase.SECONDARY.name()));

  private static SchoolKind kind(Phase phase, EstablishmentType type) {
    return new SchoolKind(phase, type, Country.ENGLAND);
  }

  private static Criterion within(Fact fact, int least, int most) {
    return new Within(
        fact,
        Optional.of(BigDecimal.valueOf(least)),
        most == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(most)));
  }

  private static Criterion each(Criterion criterion) {
    return new ForMembers(Members.LEAD_PARTICIPANTS, true, criterion);
  }

  private static Criterion count(Criterion criterion, int least) {
    return new CountOfMembers(
        Members.LEAD_PARTICIPANTS, criterion, Optional.of(least), Optional.empty());
  }

  @Test
  void countedPeopleAreAlikeUpToOneMoreThanIsCompared() {
    Criterion teacher = new Confirmed(Facts.TEACHER);
    List<Evidence> worlds = worlds(Set.of(), count(teacher, 2));
    assertThat(worlds.stream().map(world -> world.members(Members.LEAD_PARTICIPANTS).size()))
        .contains(0, 1, 2, 3)
        .doesNotContain(4);
    assertThat(
            PossibleWorlds.canHold(
                List.of(count(teacher, 2), new Not(count(teacher, 3))), Budget.of(100_000)))
        .isTrue();
    assertThat(
            PossibleWorlds.canHold(
                List.of(count(teacher, 3), new Not(count(teacher, 2))), Budget.of(100_000)))
        .isFalse();
    // Nobody is in two stages, so that three people are needed.
    assertThat(
            PossibleWorlds.canHold(
                List.of(
                    count(stage("EARLY_CAREER_YEAR_1"), 1),
                    count(stage("EARLY_CAREER_YEAR_2"), 1),
                    count(stage("EARLY_CAREER_YEAR_3"), 1)),
                Budget.of(100_000)))
        .isTrue();
    assertThat(PossibleWorlds.of(List.of(count(teacher, 1000)), Set.of())).isEmpty();
  }

  private static List<Evidence> worlds(Set<SchoolKind> kinds, Criterion... criteria) {
    return PossibleWorlds.of(List.of(criteria), kinds).orElseThrow();
  }

  /** The value of the fact in each world. */
  private static List<String> values(Fact fact, Set<SchoolKind> kinds, Criterion... criteria) {
    return worlds(kinds, criteria).stream()
        .map(world -> world.find(fact).map(value -> value.text(fact)).orElse(UNKNOWN))
        .toList();
  }

  private static List<String> values(Fact fact, Criterion... criteria) {
    return values(fact, Set.of(), criteria);
  }

  private static Criterion stage(String stage) {
    return new OneOf(Facts.CAREER_STAGE, ImmutableSet.of(stage));
  }

  @Test
  void aNumberIsAtBetweenAndBeyondItsBoundsOrUnknown() {
    assertThat(values(Facts.TEACHERS, within(Facts.TEACHERS, 3, 5)))
        .containsExactly(
            "1.5 teachers", "3 teachers", "4 teachers", "5 teachers", "6 teachers", UNKNOWN);
    assertThat(values(Facts.TEACHERS, within(Facts.TEACHERS, 3, 0), within(Facts.TEACHERS, 4, 0)))
        .containsExactly(
            "1.5 teachers", "3 teachers", "3.5 teachers", "4 teachers", "5 teachers", UNKNOWN);
  }

  @Test
  void aDayThatOnlyHasToBeGivenIsAnyDayOrUnknown() {
    assertThat(values(Facts.SUBMITTED, new Provided(Facts.SUBMITTED)))
        .containsExactly("on 1 January 2000", UNKNOWN);
  }

  @Test
  void aCountIsAWholeNumberAndOfPeopleAtLeastOne() {
    assertThat(values(Facts.SCHOOLS, within(Facts.SCHOOLS, 3, 0)))
        .containsExactly("1 school", "3 schools", "4 schools", UNKNOWN);
    assertThat(values(Facts.SCHOOLS, within(Facts.SCHOOLS, 1, 0)))
        .containsExactly("0 schools", "1 school", "2 schools", UNKNOWN);
    assertThat(worlds(Set.of(), within(Facts.LEAD_PARTICIPANTS, 1, 0))).hasSize(3);
  }

  @Test
  void oneWordRepresentsAllThatTheCriteriaTreatAlike() {
    assertThat(values(Facts.PHASE, PRIMARY))
        .containsExactly("a nursery school", "a primary school", UNKNOWN);
    assertThat(values(Facts.PHASE, PRIMARY, PRIMARY_OR_SECONDARY))
        .containsExactly("a nursery school", "a primary school", "a secondary school", UNKNOWN);
    Fact open = Fact.choice("colour", "the colour", "Which?", List.of(), "answers.colour");
    assertThat(values(open, new OneOf(open, ImmutableSet.of("RED"))))
        .containsExactly("red", "another word", UNKNOWN);
  }

  @Test
  void factsAboutTheSchoolAgreeWithItsKind() {
    Set<SchoolKind> primary = Set.of(kind(Phase.PRIMARY, EstablishmentType.COMMUNITY_SCHOOL));
    assertThat(values(Facts.PHASE, primary, PRIMARY)).containsExactly("a primary school", UNKNOWN);
    Criterion community =
        new OneOf(
            Facts.ESTABLISHMENT_TYPE, ImmutableSet.of(EstablishmentType.COMMUNITY_SCHOOL.name()));
    assertThat(values(Facts.ESTABLISHMENT_TYPE, primary, community))
        .containsExactly("a community school", UNKNOWN);
    Set<SchoolKind> special =
        Set.of(kind(Phase.PRIMARY, EstablishmentType.COMMUNITY_SPECIAL_SCHOOL));
    assertThat(values(Facts.ESTABLISHMENT_TYPE, special, community))
        .containsExactly("a community special school", UNKNOWN);
    Criterion english = new OneOf(Facts.COUNTRY, ImmutableSet.of(Country.ENGLAND.name()));
    assertThat(values(Facts.COUNTRY, primary, english)).containsExactly("England", UNKNOWN);
    assertThat(values(Facts.COUNTRY, english)).containsExactly("England", "Wales", UNKNOWN);
    Criterion place = new OneOf(Facts.PLACE, ImmutableSet.of(Facts.PLACE.choices().get(0)));
    assertThat(values(Facts.PLACE, primary, place)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "special, COMMUNITY_SCHOOL, no",
    "special, INDEPENDENT_SPECIAL_SCHOOL, yes",
    "mainstream, COMMUNITY_SCHOOL, yes",
    "mainstream, INDEPENDENT_SPECIAL_SCHOOL, no",
    "state-funded, COMMUNITY_SCHOOL, yes",
    "state-funded, INDEPENDENT_SPECIAL_SCHOOL, no",
    "state-funded, EUROPEAN_SCHOOL, yes or no",
    "most-teachers-using-mastery, COMMUNITY_SCHOOL, yes or no",
  })
  void factsDerivedFromTheTypeAgreeWithTheKind(
      String fact, EstablishmentType type, String expected) {
    assertThat(yesOrNo(fact, Set.of(kind(Phase.PRIMARY, type))))
        .isEqualTo(expected + " or " + UNKNOWN);
  }

  @Test
  void ofAnyKindOfSchoolAYesNoFactIsEither() {
    assertThat(yesOrNo("special", Set.of())).isEqualTo("yes or no or " + UNKNOWN);
  }

  private static String yesOrNo(String id, Set<SchoolKind> kinds) {
    Fact fact = Objects.requireNonNull(Facts.all().get(id));
    return String.join(" or ", values(fact, kinds, new Confirmed(fact)));
  }

  @Test
  void theApplicantIsNeverUnknown() {
    assertThat(values(Facts.APPLIES_INDIVIDUALLY, new Confirmed(Facts.APPLIES_INDIVIDUALLY)))
        .containsExactly("yes", "no");
  }

  @Test
  void ofAListOfWordsNoneOneAndAllThatAreAlikeAreTried() {
    Fact history = Facts.PARTICIPATION;
    Criterion either = new Includes(history, ImmutableSet.of("a", "b"), false);
    assertThat(values(history, either)).containsExactly("none", "a", "a and b", UNKNOWN);
    assertThat(values(history, either, new Includes(history, ImmutableSet.of("a"), true)))
        .containsExactly("none", "b", "a", "a and b", UNKNOWN);
  }

  @Test
  void listsHaveUpToThreeMembersOfWhomDifferentThingsAreSo() {
    assertThat(worlds(Set.of(), each(new Provided(Facts.TRN)))).hasSize(4);
    List<Evidence> worlds = worlds(Set.of(), each(within(Facts.RELEASE_DAYS, 5, 0)));
    List<List<String>> lists = new ArrayList<>();
    for (Evidence world : worlds) {
      lists.add(
          world.members(Members.LEAD_PARTICIPANTS).stream()
              .map(
                  one ->
                      one.find(Facts.RELEASE_DAYS)
                          .map(value -> value.text(Facts.RELEASE_DAYS))
                          .orElse(UNKNOWN))
              .toList());
      assertThat(world.members(Members.SCHOOLS)).isEmpty();
      assertThat(world.members(Members.LEAD_PARTICIPANTS))
          .allMatch(one -> one.describes().equals("lead participant"));
    }
    assertThat(lists)
        .containsExactly(
            List.of(),
            List.of("2.5 days"),
            List.of("2.5 days", "5 days"),
            List.of("2.5 days", "5 days", UNKNOWN),
            List.of("2.5 days", UNKNOWN),
            List.of("5 days"),
            List.of("5 days", UNKNOWN),
            List.of(UNKNOWN));
    Criterion nested = each(each(new Provided(Facts.TRN)));
    assertThat(PossibleWorlds.of(List.of(nested), Set.of())).isEmpty();
  }

  @Test
  void factsVaryIndependentlyUntilThereAreTooManyWorlds() {
    List<Criterion> asked =
        Facts.answers().values().stream()
            .filter(fact -> fact.kind().name().equals("YES_NO"))
            .limit(10)
            .<Criterion>map(Confirmed::new)
            .toList();
    assertThat(asked).hasSize(10);
    Criterion someone = each(new Provided(Facts.TRN));
    assertThat(PossibleWorlds.of(asked.subList(0, 9), Set.of()).orElseThrow()).hasSize(19_683);
    assertThat(PossibleWorlds.of(asked, Set.of())).isEmpty();
    List<Criterion> eight = new ArrayList<>(asked.subList(0, 8));
    eight.add(someone);
    assertThat(PossibleWorlds.of(eight, Set.of()).orElseThrow()).hasSize(4 * 6_561);
    List<Criterion> nine = new ArrayList<>(asked.subList(0, 9));
    nine.add(someone);
    assertThat(PossibleWorlds.of(nine, Set.of())).isEmpty();
    assertThat(PossibleWorlds.of(List.of(each(new AllOf(ImmutableList.copyOf(asked)))), Set.of()))
        .isEmpty();
  }

  @Test
  void nestedReferralsAndSilencesAreOpen() {
    Criterion hub = new HubDecides();
    Criterion unstated = new Unstated(Facts.TEACHERS);
    for (Criterion open : List.of(hub, unstated)) {
      assertThat(PossibleWorlds.isOpen(open)).isTrue();
      assertThat(PossibleWorlds.isOpen(new AllOf(ImmutableList.of(PRIMARY, open)))).isTrue();
      assertThat(PossibleWorlds.isOpen(new AnyOf(ImmutableList.of(PRIMARY, open)))).isTrue();
      assertThat(PossibleWorlds.isOpen(new Not(open))).isTrue();
      assertThat(PossibleWorlds.isOpen(each(open))).isTrue();
    }
    assertThat(PossibleWorlds.isOpen(PRIMARY)).isFalse();
    assertThat(PossibleWorlds.isOpen(new AllOf(ImmutableList.of(PRIMARY)))).isFalse();
    assertThat(PossibleWorlds.isOpen(new AnyOf(ImmutableList.of(PRIMARY)))).isFalse();
    assertThat(PossibleWorlds.isOpen(new Not(PRIMARY))).isFalse();
    assertThat(PossibleWorlds.isOpen(each(new Provided(Facts.TRN)))).isFalse();
  }

  @Test
  void aNestedPartWithoutEffectIsNeedless() {
    Criterion both = new AllOf(ImmutableList.of(PRIMARY, PRIMARY_OR_SECONDARY));
    Criterion either = new AnyOf(ImmutableList.of(PRIMARY, PRIMARY_OR_SECONDARY));
    assertThat(needless(both)).contains(PRIMARY_OR_SECONDARY);
    assertThat(needless(either)).contains(PRIMARY);
    assertThat(needless(new Not(both))).contains(PRIMARY_OR_SECONDARY);
    assertThat(needless(each(either))).contains(PRIMARY);
    Criterion special = new Confirmed(Facts.SPECIAL);
    assertThat(needless(new AnyOf(ImmutableList.of(special, both)))).contains(PRIMARY_OR_SECONDARY);
    assertThat(needless(new AllOf(ImmutableList.of(special, PRIMARY)))).isEmpty();
    assertThat(needless(new AnyOf(ImmutableList.of(special, PRIMARY)))).isEmpty();
    assertThat(needless(new AllOf(ImmutableList.of(PRIMARY)))).isEmpty();
    assertThat(needless(PRIMARY)).isEmpty();
  }

  private static Optional<Criterion> needless(Criterion whole) {
    return PossibleWorlds.findNeedlessPart(whole, false, Budget.of(100_000));
  }
}
