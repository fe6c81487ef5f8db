package org.tfm.model.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tfm.model.Policies.OFFERING;
import static org.tfm.model.Policies.PRIMARY_ONLY;
import static org.tfm.model.Policies.TEN_DAYS;
import static org.tfm.model.Policies.TRN_OF_EACH;
import static org.tfm.model.Policies.answered;
import static org.tfm.model.Policies.application;
import static org.tfm.model.Policies.group;
import static org.tfm.model.Policies.must;
import static org.tfm.model.Policies.person;
import static org.tfm.model.Policies.should;
import static org.tfm.model.Policies.terms;
import static org.tfm.model.Policies.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Provided;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.document.GroupLead;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.LeadRole;
import org.tfm.model.document.MeetingsOnTop;
import org.tfm.model.document.Progress;
import org.tfm.model.document.Role;
import org.tfm.model.document.Session;
import org.tfm.model.document.SubmittedBy;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;

/** The proposed values and their places in documents. */
class ChangedValuesTest {

  private static final Fact CLASSES =
      Objects.requireNonNull(Facts.all().get("classes-with-mastery-embedded"));
  private static final Fact SCHEME =
      Fact.choice(
          "scheme", "the scheme of work", "Which scheme is used?", List.of(), "answers.scheme");
  private static final LeadParticipant DAYS_OPEN = LeadParticipant.builder().build();

  private static Terms eligible(Criterion criterion) {
    return terms(must("ready", Aspect.ELIGIBILITY, criterion));
  }

  private static Terms ofGroup(Criterion criterion) {
    return terms(must("ready", Aspect.GROUP, criterion));
  }

  private static Terms withScheme(Criterion criterion) {
    return withOwn(SCHEME, criterion);
  }

  private static Terms withOwn(Fact fact, Criterion criterion) {
    Terms plain = eligible(criterion);
    return Terms.of(
        OFFERING, plain.terms(), plain.unsettled(), ImmutableList.of(fact), plain.policy());
  }

  private static Criterion ofEach(Criterion criterion) {
    return new ForMembers(Members.LEAD_PARTICIPANTS, true, criterion);
  }

  private static Application holding(Role... roles) {
    return application(LeadParticipant.builder().roles(ImmutableSet.copyOf(roles)).build()).build();
  }

  private static Application answering(String id, Object answer) {
    return application().answers(Answers.of(Map.of(id, answer))).build();
  }

  private static Session session(int number, Optional<Integer> host) {
    return Session.builder().number(number).host(host).build();
  }

  private static WorkGroup meeting(int... numbers) {
    return group()
        .sessions(
            IntStream.of(numbers)
                .mapToObj(number -> session(number, Optional.empty()))
                .collect(ImmutableList.toImmutableList()))
        .build();
  }

  private static List<List<String>> said(WhatWouldChange changes) {
    return changes.ways().stream().map(way -> way.stream().map(Change::sentence).toList()).toList();
  }

  private static String only(WhatWouldChange changes) {
    assertThat(changes.ways()).hasSize(1);
    assertThat(changes.ways().get(0)).hasSize(1);
    return changes.ways().get(0).get(0).to();
  }

  // Numbers and words.

  @Test
  void aNumberChangesNoMoreThanNecessary() {
    Terms terms = eligible(ofEach(new Not(within(Facts.RELEASE_DAYS, "5", "9"))));
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(terms), application(person("1234567", 8)).build())))
        .isEqualTo("9.5 days");
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(terms), application(person("1234567", 6)).build())))
        .isEqualTo("4.5 days");
  }

  @Test
  void aNumberIsNeverNegative() {
    String to =
        only(
            WhatWouldChange.of(
                TermsLookup.always(eligible(new Not(within(CLASSES, "0", "3")))),
                answering(CLASSES.id(), 1)));
    assertThat(new BigDecimal(to.replaceAll(" .*", ""))).isGreaterThan(BigDecimal.valueOf(3));
  }

  @Test
  void theNeededNumberCanBeZero() {
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(
                        terms(must("visits", Aspect.PROGRESS, within(Facts.VISITS, null, "0")))),
                    Progress.builder()
                        .offering(OFFERING)
                        .school(School.builder().urn(100008).build())
                        .visits(2)
                        .build())))
        .isEqualTo("0 support visits");
  }

  @Test
  void theFirstWordOfThePolicyIsProposed() {
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(
                        ofGroup(
                            new OneOf(
                                Facts.LEAD_ROLE,
                                ImmutableSet.of("LOCAL_LEADER", "MASTERY_SPECIALIST")))),
                    group().build())))
        .isEqualTo("a Local Leader of Maths Education");
  }

  @Test
  void wordsOutsideAListComeFromThePolicy() {
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(withScheme(new OneOf(SCHEME, ImmutableSet.of("printed")))),
                    answering("scheme", "own"))))
        .isEqualTo("printed");
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(
                        withScheme(new Not(new OneOf(SCHEME, ImmutableSet.of("printed"))))),
                    answering("scheme", "printed"))))
        .isEqualTo("another");
  }

  @Test
  void aPolicyMayAskForSeveralWordsOrForAText() {
    Fact days =
        Fact.choices(
            "days", "the list of days", "On which days?", List.of("MON", "TUE"), "answers.days");
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(
                        withOwn(days, new Includes(days, ImmutableSet.of("MON", "TUE"), true))),
                    application().build())))
        .isEqualTo("mon and tue");
    Fact plan = Fact.text("plan", "the plan", "What is the plan?", "answers.plan");
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(withOwn(plan, new Provided(plan))), application().build())))
        .isEqualTo("given");
  }

  @Test
  void aPersonWithANewRoleKeepsTheirOtherRoles() {
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(
                        eligible(
                            ofEach(
                                new Includes(Facts.ROLES, ImmutableSet.of("MATHS_LEAD"), false)))),
                    holding(Role.CLASS_TEACHER))))
        .isEqualTo("the maths lead and a class teacher");
  }

  @Test
  void oneOfTwoAlternativeRolesIsEnough() {
    ImmutableSet<String> leads = ImmutableSet.of("SUBJECT_LEADER", "MATHS_LEAD");
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(eligible(ofEach(new Includes(Facts.ROLES, leads, false)))),
                    holding(Role.CLASS_TEACHER))))
        .isEqualTo("a subject leader and a class teacher");
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(eligible(ofEach(new Includes(Facts.ROLES, leads, true)))),
                    holding())))
        .isEqualTo("the maths lead and a subject leader");
  }

  @Test
  void aTeachingAssistantNeedsARoleOfATeacher() {
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(eligible(ofEach(new Confirmed(Facts.TEACHER)))),
                    holding(Role.TEACHING_ASSISTANT))))
        .isEqualTo("the maths lead and a teaching assistant");
  }

  @Test
  void oneOfTwoIncompatibleRolesIsRemoved() {
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(
                        eligible(
                            ofEach(
                                new Not(
                                    new Includes(
                                        Facts.ROLES,
                                        ImmutableSet.of("MATHS_LEAD", "SENCO"),
                                        true))))),
                    holding(Role.MATHS_LEAD, Role.SENCO))))
        .isIn("the maths lead", "the SENCO");
  }

  @Test
  void anUnwantedRoleIsNotAddedTogetherWithAWantedOne() {
    Includes either = new Includes(Facts.ROLES, ImmutableSet.of("MATHS_LEAD", "SENCO"), false);
    Includes first = new Includes(Facts.ROLES, ImmutableSet.of("MATHS_LEAD"), false);
    Terms terms = eligible(ofEach(new AllOf(ImmutableList.of(either, new Not(first)))));
    assertThat(only(WhatWouldChange.of(TermsLookup.always(terms), holding(Role.CLASS_TEACHER))))
        .isEqualTo("a class teacher and the SENCO");
    assertThat(only(WhatWouldChange.of(TermsLookup.always(terms), holding(Role.MATHS_LEAD))))
        .isEqualTo("the SENCO");
  }

  // Places in an application.

  @Test
  void experienceIsChangedForThePerson() {
    assertThat(
            said(
                WhatWouldChange.of(
                    TermsLookup.always(eligible(ofEach(within(Facts.YEARS_TEACHING, "2", null)))),
                    application(person("1234567", 5)).build())))
        .containsExactly(List.of("Lead participant 1 has taught for 2 years (not given yet)."));
  }

  @Test
  void aSchoolCanApplyForItselfOrThroughItsTrust() {
    Confirmed individually = new Confirmed(Facts.APPLIES_INDIVIDUALLY);
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(eligible(individually)),
                    application().submittedBy(SubmittedBy.TRUST_FOR_SEVERAL).build())))
        .isEqualTo("yes");
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(eligible(new Not(individually))), application().build())))
        .isEqualTo("no");
  }

  @Test
  void thePlaceIsStillToBeDecided() {
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(
                        eligible(new OneOf(Facts.PLACE, ImmutableSet.of("ACCEPTED")))),
                    application().build())))
        .isEqualTo("a place");
  }

  @Test
  void anEarlierWorkGroupIsKeptBesideAPresentOne() {
    Terms terms =
        terms(
            must(
                "earlier",
                Aspect.ELIGIBILITY,
                new Includes(
                    Facts.EARLIER_PARTICIPATION, ImmutableSet.of("primary-readiness"), true)),
            must(
                "both",
                Aspect.ELIGIBILITY,
                new Includes(
                    Facts.PARTICIPATION,
                    ImmutableSet.of("primary-readiness", "primary-development"),
                    true)),
            must(
                "this-year",
                Aspect.ELIGIBILITY,
                new Not(
                    new Includes(
                        Facts.participationIn(OFFERING.year().previous()),
                        ImmutableSet.of("primary-development"),
                        true))));
    assertThat(WhatWouldChange.of(TermsLookup.always(terms), application().build()).isPossible())
        .isTrue();
  }

  @Test
  void aWorkGroupIsAddedInTheYearAskedAbout() {
    Fact that = Facts.participationIn(OFFERING.year().previous());
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(
                        eligible(new Includes(that, ImmutableSet.of("primary-readiness"), false))),
                    application().build())))
        .isEqualTo("Primary Mastery Readiness");
  }

  @Test
  void withoutNumbersOneAnswerSaysThatMostTeachersUseMastery() {
    Terms terms = eligible(new Confirmed(Facts.MOST_TEACHERS_USING_MASTERY));
    for (Application known :
        List.of(
            application().build(),
            answering("teachers", 12),
            answering("teachers-using-mastery", 6))) {
      assertThat(WhatWouldChange.of(TermsLookup.always(terms), known).ways().get(0))
          .extracting(Change::fact)
          .containsExactly("most-teachers-using-mastery");
    }
  }

  @Test
  void anAnswerThatNewNumbersContradictIsRemoved() {
    assertThat(
            said(
                WhatWouldChange.of(
                    TermsLookup.always(eligible(new Confirmed(Facts.MOST_TEACHERS_USING_MASTERY))),
                    application()
                        .answers(
                            Answers.of(
                                Map.of(
                                    "teachers",
                                    12,
                                    "teachers-using-mastery",
                                    6,
                                    "most-teachers-using-mastery",
                                    false)))
                        .build())))
        .containsExactly(
            List.of("The school has 7 teachers who use teaching for mastery (now: 6 teachers)."));
  }

  @Test
  void fundingIsAnsweredIfTheTypeDoesNotDetermineIt() {
    Terms terms = eligible(new Confirmed(Facts.STATE_FUNDED));
    School.Builder school = School.builder().urn(100008);
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(terms), application().school(school.build()).build())
                .ways()
                .get(0))
        .extracting(Change::fact)
        .containsExactly("establishment-type");
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(terms),
                    application()
                        .school(school.establishmentType(EstablishmentType.EUROPEAN_SCHOOL).build())
                        .build())
                .ways()
                .get(0))
        .extracting(Change::fact)
        .containsExactly("state-funded");
  }

  // Release time.

  @Test
  void meetingsOnTopCountForEverybody() {
    assertThat(
            said(
                WhatWouldChange.of(
                    TermsLookup.always(eligible(within(Facts.COMBINED_RELEASE, "12", "12"))),
                    application(person("1234567", 4), person("2345678", 4))
                        .meetingsOnTop(new MeetingsOnTop(2))
                        .build())))
        .containsExactly(
            List.of("The lead participants are released for 12 days between them (now: 10 days)."));
  }

  @Test
  void withoutAnyDaysTheSumIsStillExact() {
    assertThat(
            said(
                WhatWouldChange.of(
                    TermsLookup.always(eligible(within(Facts.COMBINED_RELEASE, "10", "10"))),
                    application(DAYS_OPEN, DAYS_OPEN).build())))
        .containsExactly(
            List.of(
                "The lead participants are released for 10 days between them (now: 0 days so far)."));
  }

  @Test
  void excessDaysAreTakenFromOnePersonAfterAnother() {
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(eligible(within(Facts.COMBINED_RELEASE, null, "3"))),
                    application(person("1234567", 2), person("2345678", 5)).build())))
        .isEqualTo("3 days");
  }

  @Test
  void moreDaysForOneAreNotTakenFromAnother() {
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(
                        terms(
                            must("release-time", Aspect.COMMITMENT, TEN_DAYS),
                            must(
                                "release-each",
                                Aspect.COMMITMENT,
                                ofEach(within(Facts.RELEASE_DAYS, "4", null))))),
                    application(person("1234567", 5), person("2345678", 4)).build())
                .ways())
        .extracting(way -> way.get(0).of() + " " + way.get(0).to())
        .containsExactlyInAnyOrder(
            " 10 days", "lead participant 1 6 days", "lead participant 2 5 days");
  }

  @Test
  void missingDaysAreGivenToThePersonWithoutDays() {
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(
                        terms(
                            must("release-time", Aspect.COMMITMENT, TEN_DAYS),
                            should(
                                "release-each",
                                Aspect.COMMITMENT,
                                ofEach(within(Facts.RELEASE_DAYS, null, "5"))))),
                    application(person("1234567", 5), DAYS_OPEN).build())
                .ways())
        .extracting(way -> way.get(0).of() + " " + way.get(0).to())
        .containsExactly("lead participant 2 5 days");
  }

  @Test
  void everyPersonWithoutANumberNeedsADifferentOne() {
    Terms terms =
        terms(
            must("trn", Aspect.APPLICATION, TRN_OF_EACH),
            must("people", Aspect.ELIGIBILITY, within(Facts.LEAD_PARTICIPANTS, "3", "3")));
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(terms),
                    application(person("", 5), person("", 5), person("", 5)).build())
                .ways()
                .get(0))
        .extracting(Change::of)
        .containsExactly("lead participant 1", "lead participant 2", "lead participant 3");
  }

  // Places in progress.

  @Test
  void unknownFactsOfTheSchoolOfProgressCanBeFilledIn() {
    Terms terms =
        terms(
            must("phase", Aspect.PROGRESS, PRIMARY_ONLY),
            must("reports", Aspect.PROGRESS, answered("reports")));
    Progress.Builder progress = Progress.builder().offering(OFFERING);
    assertThat(
            said(
                WhatWouldChange.of(
                    TermsLookup.always(terms),
                    progress.school(School.builder().urn(100008).build()).build())))
        .containsExactly(
            List.of(
                "The school is a primary school (not given yet).",
                "The school has provided the reports that the hub asked for (not given yet)."));
    School secondary = School.builder().urn(100008).phase(Phase.SECONDARY).build();
    assertThat(
            WhatWouldChange.of(TermsLookup.always(terms), progress.school(secondary).build())
                .obstacles())
        .extracting(Obstacle::term, Obstacle::reason)
        .containsExactly(tuple("phase", Obstacle.Reason.FIXED));
  }

  // Places in a group.

  @Test
  void answersOfAGroupAreChanged() {
    assertThat(
            said(
                WhatWouldChange.of(
                    TermsLookup.always(ofGroup(answered("work-group-plan"))),
                    group(Phase.PRIMARY).build())))
        .containsExactly(List.of("The group has shown how it developed its plan (not given yet)."));
  }

  @Test
  void excessSessionsAreRemoved() {
    assertThat(
            said(
                WhatWouldChange.of(
                    TermsLookup.always(ofGroup(within(Facts.SESSIONS, "2", "2"))),
                    meeting(1, 2, 3, 4))))
        .containsExactly(List.of("The group plans 2 sessions (now: 4 sessions)."));
  }

  @Test
  void theFirstSessionCanMoveToAnotherSchool() {
    assertThat(
            only(
                WhatWouldChange.of(
                    TermsLookup.always(
                        ofGroup(new Not(new Confirmed(Facts.FIRST_SESSION_AT_LEADS_SCHOOL)))),
                    group()
                        .lead(new GroupLead(LeadRole.LOCAL_LEADER, Optional.of(100_000)))
                        .sessions(ImmutableList.of(session(1, Optional.of(100_000))))
                        .build())))
        .isEqualTo("no");
  }

  @Test
  void theFirstSessionIsFoundAtAnyPosition() {
    Terms terms =
        terms(
            must(
                "first-workshop-host",
                Aspect.GROUP,
                new Confirmed(Facts.FIRST_SESSION_AT_LEADS_SCHOOL)),
            must("workshops", Aspect.GROUP, within(Facts.SESSIONS, "3", "3")));
    assertThat(WhatWouldChange.of(TermsLookup.always(terms), meeting(2, 3, 1)).ways().get(0))
        .extracting(Change::fact)
        .containsExactly("first-session-at-leads-school");
  }

  @Test
  void aGroupThatIsTooSmallGetsNewSchools() {
    Phase p = Phase.PRIMARY;
    assertThat(
            said(
                WhatWouldChange.of(
                    TermsLookup.always(ofGroup(within(Facts.SCHOOLS, "6", "7"))),
                    group(p, p, p).build())))
        .containsExactly(List.of("The group has 6 schools (now: 3 schools)."));
  }

  @Test
  void newSchoolsDifferFromThePresentOnes() {
    School one = School.builder().urn(100_002).build();
    School other = School.builder().urn(100_003).build();
    assertThat(
            said(
                WhatWouldChange.of(
                    TermsLookup.always(ofGroup(within(Facts.SCHOOLS, "4", null))),
                    WorkGroup.builder()
                        .offering(OFFERING)
                        .schools(ImmutableList.of(one, other))
                        .build())))
        .containsExactly(List.of("The group has 4 schools (now: 2 schools)."));
  }
}
