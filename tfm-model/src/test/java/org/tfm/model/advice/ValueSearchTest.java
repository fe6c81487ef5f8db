package org.tfm.model.advice;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tfm.model.Policies.TEN_DAYS;
import static org.tfm.model.Policies.TWO_PEOPLE;
import static org.tfm.model.Policies.application;
import static org.tfm.model.Policies.must;
import static org.tfm.model.Policies.person;
import static org.tfm.model.Policies.said;
import static org.tfm.model.Policies.terms;
import static org.tfm.model.Policies.within;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.Policies;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;

/** Individual and combined days, and other values that depend on each other. */
class ValueSearchTest {

  @Test
  void daysThatMeetTheSumAlsoMeetTheBoundsOfThePerson() {
    Criterion between = new Not(within(Facts.COMBINED_RELEASE, "7", "9"));
    Criterion four =
        new ForMembers(Members.LEAD_PARTICIPANTS, true, within(Facts.RELEASE_DAYS, "4", null));
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(
                        terms(
                            must("release-time", Aspect.COMMITMENT, between),
                            must("release-each", Aspect.COMMITMENT, four))),
                    application(person("1234567", 4), person("2345678", 4)).build())
                .ways())
        .extracting(way -> way.get(0).of() + " " + way.get(0).to())
        .contains("lead participant 1 5.5 days", "lead participant 2 5.5 days");
  }

  @Test
  void theNumberWhoUseMasteryIsAtMostTheNumberOfTeachers() {
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(
                        terms(
                            must("teachers", Aspect.ELIGIBILITY, within(Facts.TEACHERS, null, "8")),
                            must(
                                "using-mastery",
                                Aspect.ELIGIBILITY,
                                within(Facts.TEACHERS_USING_MASTERY, "10", null)))),
                    application()
                        .answers(Answers.of(Map.of("teachers", 12, "teachers-using-mastery", 6)))
                        .build())
                .obstacles())
        .extracting(Obstacle::term, Obstacle::reason)
        .containsExactly(
            tuple("teachers", Obstacle.Reason.CONTRADICTION),
            tuple("using-mastery", Obstacle.Reason.CONTRADICTION));
  }

  @Test
  void twoPeopleWithAtMostFourAndAHalfDaysCannotReachTen() {
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(
                        terms(
                            must("lead-participants", Aspect.ELIGIBILITY, TWO_PEOPLE),
                            must("release-time", Aspect.COMMITMENT, TEN_DAYS),
                            must(
                                "release-each",
                                Aspect.COMMITMENT,
                                new ForMembers(
                                    Members.LEAD_PARTICIPANTS,
                                    true,
                                    within(Facts.RELEASE_DAYS, null, "4.5"))))),
                    application(person("1234567", 5), person("2345678", 5)).build())
                .obstacles())
        .extracting(Obstacle::term, Obstacle::reason)
        .containsExactly(tuple("release-each", Obstacle.Reason.CONTRADICTION));
  }

  private static Requirement daysOfEach(String least, @Nullable String most) {
    return must(
        "release-each",
        Aspect.COMMITMENT,
        new ForMembers(Members.LEAD_PARTICIPANTS, true, within(Facts.RELEASE_DAYS, least, most)));
  }

  private static Requirement exactlyTogether(String days) {
    return must("release-time", Aspect.COMMITMENT, within(Facts.COMBINED_RELEASE, days, days));
  }

  @Test
  void withAFixedSumMoreDaysForOneMeanFewerForAnother() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(terms(exactlyTogether("10"), daysOfEach("5", null))),
            application(person("1234567", 6), person("2345678", 4)).build());
    assertThat(changes.obstacles()).isEmpty();
    assertThat(changes.ways()).hasSize(1);
    assertThat(changes.ways().get(0))
        .extracting(Change::of, Change::to, Change::terms)
        .containsExactlyInAnyOrder(
            tuple("lead participant 1", "5 days", ImmutableList.of("release-time", "release-each")),
            tuple("lead participant 2", "5 days", ImmutableList.of("release-each")));
  }

  @Test
  void theSumIsReachedByPeopleWhoseDaysChangeAnyway() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(terms(exactlyTogether("10"), daysOfEach("2", null))),
            application(person("1234567", 1), person("2345678", 1), person("3456789", 1)).build());
    assertThat(changes.ways()).isNotEmpty().allMatch(way -> way.size() == 3);
    assertThat(changes.ways())
        .allMatch(way -> way.stream().allMatch(change -> change.fact().equals("release-days")));
  }

  @Test
  void proposedDaysAlwaysAddUp() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(terms(exactlyTogether("0"), daysOfEach("0", "1"))),
            application(person("1234567", 2), person("2345678", 2)).build());
    assertThat(changes.ways()).hasSize(1);
    assertThat(changes.ways().get(0))
        .extracting(Change::of, Change::to)
        .containsExactlyInAnyOrder(
            tuple("lead participant 1", "0 days"), tuple("lead participant 2", "0 days"));
  }

  @Test
  void aFourthPersonIsAddedIfThreeCannotReachTheSum() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(
                terms(must("release-time", Aspect.COMMITMENT, TEN_DAYS), daysOfEach("0", "3"))),
            application(person("1234567", 3), person("2345678", 3), person("3456789", 3)).build());
    assertThat(changes.obstacles()).isEmpty();
    assertThat(said(changes.ways().get(0)))
        .containsExactly(
            "The application names 4 lead participants (now: 3 lead participants).",
            "Lead participant 4 is released for 1 day (not given yet).");
  }

  @Test
  void theOthersNeedMoreDaysIfAPersonIsRemoved() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(
                terms(
                    must("lead-participants", Aspect.ELIGIBILITY, TWO_PEOPLE),
                    must("release-time", Aspect.COMMITMENT, TEN_DAYS))),
            application(person("1234567", 4), person("2345678", 4), person("3456789", 2)).build());
    assertThat(changes.ways())
        .extracting(Policies::said)
        .contains(
            List.of(
                "The application names 2 lead participants (now: 3 lead participants), without lead participant 3.",
                "The lead participants are released for 10 days between them (now: 8 days)."));
  }

  /** Cases in which the order of adjustments determines how many people's days change. */
  @ParameterizedTest
  @CsvSource({
    "1 2 1, 1, 4, 10, 2",
    "3 3 1, 1, 4, 11, 2",
    "5 1 3, 0, 3, 2, 2",
    "4 2 3, 3, 6, 16, 2",
    "5 5 5, 4, 7, 13, 2",
    "6 6 5, 3, 6, 13, 2",
    "3 3 3, 3, 3, 9, 0",
    // nobody can have all days alone
    "1 1 1, 2, 3, 8, 3",
    // nobody gets more days when the sum decreases
    "0 3 3, 1, 4, 3, 3",
    // the person with the most days gets fewer although the sum is too small
    "0 0 4, 0, 1, 3, 3",
    // everybody needs the maximum
    "1 1 1 1 1 1, 2, 3, 18, 6"
  })
  void theDaysOfAsFewPeopleAsPossibleChange(
      String now, String least, String most, String together, int fewest) {
    LeadParticipant[] people =
        Splitter.on(' ')
            .splitToStream(now)
            .map(days -> person("", Integer.parseInt(days)))
            .toArray(LeadParticipant[]::new);
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(terms(exactlyTogether(together), daysOfEach(least, most))),
                    application(people).build())
                .ways())
        .isNotEmpty()
        .allMatch(way -> way.size() == fewest);
  }

  @Test
  void eitherOfTwoNewPeopleCanHaveTheRemainingDay() {
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(
                        terms(
                            must("lead-participants", Aspect.ELIGIBILITY, TWO_PEOPLE),
                            exactlyTogether("9"),
                            daysOfEach("4", null))),
                    application().build())
                .ways())
        .extracting(way -> way.stream().collect(toImmutableMap(Change::of, Change::to)))
        .containsExactlyInAnyOrder(
            ImmutableMap.of(
                "",
                "2 lead participants",
                "lead participant 1",
                "5 days",
                "lead participant 2",
                "4 days"),
            ImmutableMap.of(
                "",
                "2 lead participants",
                "lead participant 1",
                "4 days",
                "lead participant 2",
                "5 days"));
  }

  @Test
  void moreTeachersNeedMoreWhoUseMastery() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(
                terms(
                    must("teachers", Aspect.ELIGIBILITY, within(Facts.TEACHERS, "20", null)),
                    must(
                        "most-teachers",
                        Aspect.ELIGIBILITY,
                        new Confirmed(Facts.MOST_TEACHERS_USING_MASTERY)))),
            application()
                .answers(Answers.of(Map.of("teachers", 12, "teachers-using-mastery", 7)))
                .build());
    assertThat(changes.obstacles()).isEmpty();
    assertThat(said(changes.ways().get(0)))
        .containsExactly(
            "The school has 20 teachers of maths (now: 12 teachers).",
            "The school has 11 teachers who use teaching for mastery (now: 7 teachers).");
  }
}
