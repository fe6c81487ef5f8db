package org.tfm.model.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tfm.model.Policies.group;
import static org.tfm.model.Policies.must;
import static org.tfm.model.Policies.said;
import static org.tfm.model.Policies.terms;
import static org.tfm.model.Policies.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.During;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Moment;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.document.Document;
import org.tfm.model.document.Facts;
import org.tfm.model.document.GroupLead;
import org.tfm.model.document.LeadRole;
import org.tfm.model.document.Progress;
import org.tfm.model.document.Session;
import org.tfm.model.document.SessionMode;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;

/** Questions and changes about the sessions of a group and the attendance of a year. */
class YearAdviceTest {

  private static final Criterion ONLINE = new OneOf(Facts.SESSION_MODE, ImmutableSet.of("ONLINE"));
  private static final Criterion EIGHTY = within(Facts.ATTENDANCE, "80", null);
  private static final Criterion ALL = new Confirmed(Facts.ATTENDED_ALL);

  private static TermsLookup ofGroup(Criterion criterion) {
    return TermsLookup.always(terms(must("sessions", Aspect.GROUP, criterion)));
  }

  private static TermsLookup ofYear(Criterion criterion) {
    return TermsLookup.always(terms(must("attendance", Aspect.PROGRESS, criterion)));
  }

  private static Criterion online(@Nullable Integer least, @Nullable Integer most) {
    return new CountOfMembers(
        Members.SESSIONS, ONLINE, Optional.ofNullable(least), Optional.ofNullable(most));
  }

  private static Progress year(@Nullable Integer attended, @Nullable Integer planned) {
    return Progress.builder()
        .offering(group().build().offering())
        .school(School.builder().urn(100_008).build())
        .workshopsAttended(Optional.ofNullable(attended))
        .workshopsPlanned(Optional.ofNullable(planned))
        .build();
  }

  /** Returns a group with a session for each letter: online, in person, or of unknown mode. */
  private static WorkGroup sessions(String letters) {
    return group()
        .sessions(
            IntStream.range(0, letters.length())
                .mapToObj(
                    i ->
                        Session.builder()
                            .number(i + 1)
                            .mode(
                                letters.charAt(i) == '?'
                                    ? Optional.empty()
                                    : Optional.of(
                                        letters.charAt(i) == 'o'
                                            ? SessionMode.ONLINE
                                            : SessionMode.IN_PERSON))
                            .build())
                .toList())
        .build();
  }

  private static String asked(TermsLookup policy, Document document) {
    return String.join(
        ", ",
        Questionnaire.all(policy, document).questions().stream()
            .map(question -> question.of() + ":" + question.fact().id())
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "i?, 1, , session 2:mode-of-session",
    "o?, 1, , ''",
    "oo?, , 2, session 3:mode-of-session",
    "o?, , 2, ''",
    "'', 1, , :sessions"
  })
  void aSessionIsAskedAboutWhileTheAnswerCanDecide(
      String letters, @Nullable Integer least, @Nullable Integer most, String expected) {
    assertThat(asked(ofGroup(online(least, most)), sessions(letters))).isEqualTo(expected);
  }

  @Test
  void theSessionsAreAskedForFirstAndThenEachOfThem() {
    TermsLookup policy = ofGroup(new ForMembers(Members.SESSIONS, true, ONLINE));
    WorkGroup group = group().build();
    assertThat(asked(policy, group)).isEqualTo(":sessions");
    WorkGroup two = Questionnaire.next(policy, group).orElseThrow().answer(group, 2);
    assertThat(asked(policy, two))
        .isEqualTo("session 1:mode-of-session, session 2:mode-of-session");
    Question mode = Questionnaire.next(policy, two).orElseThrow();
    assertThat(mode.expected()).isEqualTo("one of these: in person or online");
    assertThat(mode.pointer()).isEqualTo("/sessions/0/mode");
    assertThat(asked(policy, mode.answer(two, "in person"))).isEmpty();
  }

  @Test
  void theLengthIsAskedOfEachSessionUntilTheSumIsKnown() {
    TermsLookup policy = ofGroup(within(Facts.SESSION_TIME_DAYS, "2", "2"));
    assertThat(asked(policy, group().build())).isEqualTo(":sessions");
    WorkGroup group = sessions("ii");
    assertThat(asked(policy, group))
        .isEqualTo("session 1:length-of-session-in-days, session 2:length-of-session-in-days");
    Question first = Questionnaire.next(policy, group).orElseThrow();
    assertThat(first.pointer()).isEqualTo("/sessions/0/days");
    WorkGroup known = first.answer(group, 1);
    assertThat(asked(policy, known)).isEqualTo("session 2:length-of-session-in-days");
    assertThat(asked(policy, Questionnaire.next(policy, known).orElseThrow().answer(known, 1)))
        .isEmpty();
    assertThat(asked(policy, first.answer(group, new BigDecimal("2.5")))).isEmpty();
  }

  @Test
  void theDayOfASessionIsAnsweredWithOrWithoutItsTime() {
    TermsLookup policy =
        ofGroup(
            new ForMembers(
                Members.SESSIONS,
                true,
                new During(
                    Facts.SESSION_DATE,
                    Optional.of(Moment.parse("2022-09-01")),
                    Optional.empty())));
    WorkGroup group = sessions("?");
    Question day = Questionnaire.next(policy, group).orElseThrow();
    assertThat(day.expected())
        .isEqualTo("a day such as 2025-05-23, or a time such as 2025-05-23 17:00");
    assertThat(day.answer(group, "2022-10-03").sessions().orElseThrow().get(0).date())
        .contains(LocalDate.of(2022, 10, 3));
    assertThat(day.answer(group, "2022-10-03 17:00").sessions().orElseThrow().get(0))
        .isEqualTo(
            Session.builder()
                .number(1)
                .date(LocalDate.of(2022, 10, 3))
                .startsAt(LocalTime.of(17, 0))
                .build());
    assertThatThrownBy(() -> day.answer(group, "2022-10-03 24:00"))
        .hasMessageContaining("expected a day such as 2025-05-23");
  }

  @Test
  void anotherHostOfTheFirstSessionKeepsItsModeAndDay() {
    TermsLookup policy = ofGroup(new Confirmed(Facts.FIRST_SESSION_AT_LEADS_SCHOOL));
    Session first =
        Session.builder()
            .number(1)
            .date(LocalDate.of(2022, 10, 3))
            .mode(SessionMode.IN_PERSON)
            .build();
    WorkGroup group =
        group()
            .lead(new GroupLead(LeadRole.LOCAL_LEADER, Optional.of(100_001)))
            .sessions(List.of(first))
            .build();
    Question host = Questionnaire.next(policy, group).orElseThrow();
    assertThat(host.answer(group, 100_001).sessions().orElseThrow())
        .containsExactly(Session.builder().from(first).host(100_001).build());
  }

  @Test
  void theNumbersOfWorkshopsAreAskedFor() {
    for (Criterion criterion : List.of(EIGHTY, ALL)) {
      TermsLookup policy = ofYear(criterion);
      assertThat(asked(policy, year(null, null)))
          .isEqualTo(":workshops-planned-for-the-year, :workshops-attended");
      assertThat(asked(policy, year(null, 5))).isEqualTo(":workshops-attended");
      assertThat(asked(policy, year(4, null))).isEqualTo(":workshops-planned-for-the-year");
      assertThat(asked(policy, year(4, 5))).isEmpty();
    }
  }

  private static List<String> changes(TermsLookup policy, Document document) {
    return WhatWouldChange.of(policy, document).ways().stream()
        .map(way -> String.join(" ", said(way)))
        .toList();
  }

  @Test
  void enoughWorkshopsMeetAShare() {
    assertThat(changes(ofYear(EIGHTY), year(3, 5)))
        .containsExactly("The school has attended 4 workshops (now: 3 workshops).");
    assertThat(changes(ofYear(ALL), year(3, 5)))
        .containsExactly("The school has attended 5 workshops (now: 3 workshops).");
    assertThat(changes(ofYear(ALL), year(5, null)))
        .containsExactly("The group has planned 5 workshops (not given yet).");
    assertThat(changes(ofYear(EIGHTY), year(null, null)))
        .containsExactly("The school has attended 80% of the workshops planned (not given yet).");
    assertThat(changes(ofYear(ALL), year(null, null)))
        .containsExactly("The school has attended all the workshops planned (not given yet).");
  }

  @Test
  void oneSessionInPersonMeetsAnUpperBound() {
    assertThat(changes(ofGroup(online(null, 1)), sessions("oo")))
        .contains("Session 1 is in person (now: online).", "Session 2 is in person (now: online).");
  }

  @Test
  void aFurtherSessionMeetsALowerBound() {
    assertThat(changes(ofGroup(online(2, null)), sessions("o")))
        .containsExactly(
            "The group plans 2 sessions (now: 1 session). Session 2 is online (not given yet).");
  }

  private static Session lasting(int number, String days) {
    return Session.builder().number(number).days(ReleaseTime.ofDays(new BigDecimal(days))).build();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 4, , All sessions together last 4 days (now: 3 days).",
    "1.5, 2, 3, 3, All sessions together last 3 days (now: 3.5 days).",
    "1.5, 2, 3, 3.5, ''",
    "1.5, 2, 3.5, 4, ''"
  })
  void sessionsThatAreTooShortOrTooLongAreChangedTogether(
      String first, String second, @Nullable String least, @Nullable String most, String change) {
    WorkGroup group = group().sessions(List.of(lasting(1, first), lasting(2, second))).build();
    TermsLookup policy =
        ofGroup(
            new AllOf(
                ImmutableList.of(
                    within(Facts.SESSION_TIME_DAYS, least, most),
                    within(Facts.SESSIONS, "2", "2"))));
    assertThat(String.join(" ", changes(policy, group))).isEqualTo(change);
  }

  @Test
  void asManySessionsAsCanShareTheTimeArePlanned() {
    TermsLookup policy =
        ofGroup(
            new AllOf(
                ImmutableList.of(
                    within(Facts.SESSION_TIME_DAYS, "3", "3"),
                    new ForMembers(
                        Members.SESSIONS, true, within(Facts.SESSION_DAYS, "0.5", "1")))));
    WorkGroup group = group().sessions(List.of(lasting(1, "1"), lasting(2, "1"))).build();
    assertThat(changes(policy, group))
        .containsExactly(
            "The group plans 3 sessions (now: 2 sessions). All sessions together last 3 days (now:"
                + " 2 days).",
            "The group plans 3 sessions (now: 2 sessions). Session 3 lasts 1 day (not given yet).");
  }
}
