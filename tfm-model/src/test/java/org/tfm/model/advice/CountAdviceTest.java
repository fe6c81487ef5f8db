package org.tfm.model.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.model.Policies.application;
import static org.tfm.model.Policies.must;
import static org.tfm.model.Policies.said;
import static org.tfm.model.Policies.terms;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Role;
import org.tfm.model.term.Aspect;

/** Questions, changes and findings about the number of people who meet a condition. */
class CountAdviceTest {

  private static final Criterion ASSISTANT =
      new Includes(Facts.ROLES, ImmutableSet.of("TEACHING_ASSISTANT"), false);
  private static final Criterion LEAD =
      new Includes(Facts.ROLES, ImmutableSet.of("MATHS_LEAD"), false);

  private static Criterion count(Criterion where, Integer least, Integer most) {
    return new CountOfMembers(
        Members.LEAD_PARTICIPANTS,
        where,
        Optional.of(least).filter(bound -> bound > 0),
        Optional.of(most).filter(bound -> bound >= 0));
  }

  private static Terms demand(Criterion criterion) {
    return terms(must("audience", Aspect.ELIGIBILITY, criterion));
  }

  private static TermsLookup policy(Criterion criterion) {
    return TermsLookup.always(demand(criterion));
  }

  /** Returns a submitted application with people by one letter each. */
  private static Application people(String letters) {
    return draft(letters).submittedOn(LocalDate.of(2022, 5, 3)).build();
  }

  private static Application.Builder draft(String letters) {
    return application()
        .leadParticipants(
            letters
                .chars()
                .mapToObj(CountAdviceTest::person)
                .collect(ImmutableList.toImmutableList()));
  }

  private static LeadParticipant person(int letter) {
    LeadParticipant.Builder person = LeadParticipant.builder();
    return switch (letter) {
      case 'a' -> person.roles(ImmutableSet.of(Role.TEACHING_ASSISTANT)).build();
      case 'l' -> person.roles(ImmutableSet.of(Role.MATHS_LEAD)).build();
      case 't' -> person.roles(ImmutableSet.of(Role.CLASS_TEACHER)).build();
      default -> person.build();
    };
  }

  private static List<String> asked(Criterion criterion, Application application) {
    return Questionnaire.all(policy(criterion), application).questions().stream()
        .map(question -> question.of() + ":" + question.fact().id())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "?t, 1, -1, lead participant 1:roles",
    "at?, 2, -1, lead participant 3:roles",
    "aa?, 2, -1, ''",
    "a?, 0, 1, lead participant 2:roles",
    "t?, 0, 1, ''",
    "?t, 3, -1, ''",
    "'', 1, -1, :lead-participants"
  })
  void aPersonIsAskedAboutWhileTheAnswerCanDecide(
      String letters, int least, int most, String expected) {
    List<String> questions = asked(count(ASSISTANT, least, most), people(letters));
    assertThat(String.join(", ", questions)).isEqualTo(expected);
  }

  @Test
  void aDraftIsAskedForThosePeopleWhoAreStillMissing() {
    assertThat(asked(count(ASSISTANT, 2, -1), draft("a").build()))
        .containsExactly(":lead-participants");
  }

  private static List<String> changes(Criterion criterion, Application application) {
    return WhatWouldChange.of(policy(criterion), application).ways().stream()
        .flatMap(way -> Stream.of(String.join(" ", said(way))))
        .toList();
  }

  @Test
  void oneRoleOrOnePersonFewerMeetsAnUpperBound() {
    assertThat(changes(count(ASSISTANT, 0, 1), people("aa")))
        .containsExactly(
            "Lead participant 1 is none of these (now: a teaching assistant).",
            "Lead participant 2 is none of these (now: a teaching assistant).",
            "The application names 1 lead participant (now: 2 lead participants), without lead"
                + " participant 2.",
            "The application names 1 lead participant (now: 2 lead participants), without lead"
                + " participant 1.");
  }

  @Test
  void theRolesOfOthersMeetALowerBound() {
    assertThat(changes(count(ASSISTANT, 2, -1), people("att")))
        .containsExactly(
            "Lead participant 2 is a class teacher and a teaching assistant (now: a class"
                + " teacher).",
            "Lead participant 3 is a class teacher and a teaching assistant (now: a class"
                + " teacher).");
    assertThat(changes(count(ASSISTANT, 2, -1), people("a")))
        .containsExactly(
            "The application names 2 lead participants (now: 1 lead participant). Lead participant 2"
                + " is a teaching assistant (not given yet).");
  }

  @Test
  void twoCountsAreMetTogether() {
    Criterion both = new AllOf(ImmutableList.of(count(ASSISTANT, 1, 1), count(LEAD, 1, -1)));
    assertThat(changes(both, people("tt")))
        .containsExactly(
            "Lead participant 1 is the maths lead, a class teacher and a teaching assistant (now:"
                + " a class teacher).",
            "Lead participant 2 is the maths lead, a class teacher and a teaching assistant (now:"
                + " a class teacher).");
  }

  private static String sentence(Criterion criterion, Application application) {
    return demand(criterion).assess(application).findings().get(0).sentence();
  }

  @Test
  void aFindingNamesThoseWhoDecide() {
    assertThat(
            Stream.of("aat", "att", "tt", "a?", "?t")
                .map(letters -> sentence(count(ASSISTANT, 0, 1), people(letters))))
        .containsExactly(
            "At most one lead participant may be a teaching assistant; lead participants 1 and 2 are"
                + " teaching assistants.",
            "At most one lead participant is a teaching assistant; lead participant 1 is a teaching"
                + " assistant; lead participants 2 and 3 are class teachers.",
            "At most one lead participant is a teaching assistant; lead participants 1 and 2 are"
                + " class teachers.",
            "At most one lead participant may be a teaching assistant. Please answer for lead"
                + " participant 2: Which roles does the person hold in the school?",
            "At most one lead participant is a teaching assistant; lead participant 2 is a class"
                + " teacher.");
    assertThat(
            Stream.of("aat", "att", "tt", "a?", "?t")
                .map(letters -> sentence(count(ASSISTANT, 2, -1), people(letters))))
        .containsExactly(
            "At least 2 lead participants are teaching assistants; lead participants 1 and 2 are"
                + " teaching assistants.",
            "At least 2 lead participants must be teaching assistants; lead participant 1 is a"
                + " teaching assistant; lead participants 2 and 3 are class teachers.",
            "At least 2 lead participants must be teaching assistants; lead participants 1 and 2"
                + " are class teachers.",
            "At least 2 lead participants must be teaching assistants. Please answer for lead"
                + " participant 2: Which roles does the person hold in the school?",
            "At least 2 lead participants must be teaching assistants; lead participant 2 is a"
                + " class teacher.");
  }
}
