package org.tfm.model.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tfm.model.Policies.CAPACITY;
import static org.tfm.model.Policies.COMMITTED;
import static org.tfm.model.Policies.FIVE_DAYS_EACH;
import static org.tfm.model.Policies.OFFERING;
import static org.tfm.model.Policies.PRIMARY_ONLY;
import static org.tfm.model.Policies.TEN_DAYS;
import static org.tfm.model.Policies.TRN_OF_EACH;
import static org.tfm.model.Policies.TWO_PEOPLE;
import static org.tfm.model.Policies.answered;
import static org.tfm.model.Policies.application;
import static org.tfm.model.Policies.group;
import static org.tfm.model.Policies.must;
import static org.tfm.model.Policies.person;
import static org.tfm.model.Policies.said;
import static org.tfm.model.Policies.should;
import static org.tfm.model.Policies.terms;
import static org.tfm.model.Policies.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tfm.model.Policies;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Unstated;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.document.Participation;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;

class WhatWouldChangeTest {
  @Test
  void nineDaysHaveToBecomeTen() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(terms(must("release-time", Aspect.COMMITMENT, TEN_DAYS))),
            application(person("1234567", 5), person("2345678", 4)).build());
    assertThat(changes.ways())
        .containsExactly(
            ImmutableList.of(
                new Change(
                    "combined-release",
                    "",
                    "leadParticipants[].releaseDays",
                    "9 days",
                    "10 days",
                    ImmutableList.of("release-time"),
                    "The lead participants are released for 10 days between them (now: 9 days).")));
    assertThat(changes.obstacles()).isEmpty();
  }

  @Test
  void aYesNeedsNoChange() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(terms(must("release-time", Aspect.COMMITMENT, TEN_DAYS))),
            application(person("1234567", 5), person("2345678", 5)).build());
    assertThat(changes.ways()).containsExactly(ImmutableList.of());
    assertThat(changes.isPossible()).isTrue();
  }

  @Test
  void aSecondPersonWithANumberHasToBeNamed() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(
                terms(
                    must("lead-participants", Aspect.ELIGIBILITY, TWO_PEOPLE),
                    must("trn", Aspect.APPLICATION, TRN_OF_EACH))),
            application(person("1234567", 5)).build());
    assertThat(changes.ways()).hasSize(1);
    assertThat(said(changes.ways().get(0)))
        .containsExactly(
            "The application names 2 lead participants (now: 1 lead participant so far).",
            "Lead participant 2 has a teacher reference number (TRN; not given yet).");
  }

  @Test
  void withoutPeopleBothHaveToBeNamed() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(
                terms(
                    must("lead-participants", Aspect.ELIGIBILITY, TWO_PEOPLE),
                    must("release-time", Aspect.COMMITMENT, TEN_DAYS))),
            application().build());
    assertThat(said(changes.ways().get(0)))
        .containsExactly(
            "The application names 2 lead participants (not given yet).",
            "The lead participants are released for 10 days between them (not given yet).");
  }

  @Test
  void aPersonListedTwiceNeedsAnother() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(terms(must("lead-participants", Aspect.ELIGIBILITY, TWO_PEOPLE))),
            application(person("1234567", 5), person("1234567", 5)).build());
    assertThat(said(changes.ways().get(0)))
        .containsExactly(
            "The application names 2 lead participants (now: 1 lead participant so far).");
  }

  @Test
  void theOneOfThreePeopleWithoutANumberIsRemoved() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(
                terms(
                    must("lead-participants", Aspect.ELIGIBILITY, TWO_PEOPLE),
                    must("trn", Aspect.APPLICATION, TRN_OF_EACH))),
            application(person("1234567", 5), person("", 5), person("2345678", 5)).build());
    assertThat(changes.ways()).hasSize(1);
    Change only = changes.ways().get(0).get(0);
    assertThat(changes.ways().get(0)).hasSize(1);
    assertThat(only.of()).isEqualTo("lead participant 2");
    assertThat(only.sentence())
        .isEqualTo(
            "The application names 2 lead participants (now: 3 lead participants), without lead participant 2.");
  }

  @Test
  void peopleWhoStayInTheListKeepTheirNumbers() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(
                terms(
                    must("lead-participants", Aspect.ELIGIBILITY, TWO_PEOPLE),
                    must("trn", Aspect.APPLICATION, TRN_OF_EACH),
                    must("release-time", Aspect.COMMITMENT, FIVE_DAYS_EACH))),
            application(person("1234567", 5), person("", 5), person("2345678", 4)).build());
    assertThat(changes.ways())
        .extracting(Policies::said)
        .contains(
            List.of(
                "The application names 2 lead participants (now: 3 lead participants), without lead participant 2.",
                "Lead participant 3 is released for 5 days (now: 4 days)."));
  }

  @Test
  void oneMoreDayOfOnePersonMeetsTwoTerms() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(
                terms(
                    must("release-time", Aspect.COMMITMENT, TEN_DAYS),
                    must("release-each", Aspect.COMMITMENT, FIVE_DAYS_EACH))),
            application(person("1234567", 5), person("2345678", 4)).build());
    assertThat(changes.ways()).hasSize(1);
    assertThat(changes.ways().get(0)).hasSize(1);
    Change only = changes.ways().get(0).get(0);
    assertThat(only.of()).isEqualTo("lead participant 2");
    assertThat(only.to()).isEqualTo("5 days");
    assertThat(only.terms()).containsExactly("release-time", "release-each");
  }

  @Test
  void bothOfTwoEquallyShortWaysAreShown() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(
                terms(
                    must(
                        "prior-participation",
                        Aspect.ELIGIBILITY,
                        new AnyOf(
                            ImmutableList.of(
                                answered("mastery-begun"), answered("committed-to-mastery")))))),
            application()
                .answers(Answers.of(Map.of("mastery-begun", false, "committed-to-mastery", false)))
                .build());
    assertThat(changes.ways())
        .extracting(way -> way.get(0).fact())
        .containsExactly("mastery-begun", "committed-to-mastery");
  }

  @Test
  void theNumbersOfTeachersChangeIfTheyDetermineTheAnswer() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(
                terms(
                    must(
                        "most-teachers-using-mastery",
                        Aspect.ELIGIBILITY,
                        new Confirmed(Facts.MOST_TEACHERS_USING_MASTERY)))),
            application()
                .answers(Answers.of(Map.of("teachers", 12, "teachers-using-mastery", 6)))
                .build());
    assertThat(said(changes.ways().get(0)))
        .containsExactly(
            "The school has 7 teachers who use teaching for mastery (now: 6 teachers).");
  }

  @Test
  void aSecondarySchoolStaysSecondary() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(
                terms(
                    must("phase", Aspect.ELIGIBILITY, PRIMARY_ONLY),
                    must("release-time", Aspect.COMMITMENT, TEN_DAYS))),
            application()
                .school(School.builder().urn(100008).phase(Phase.SECONDARY).build())
                .build());
    assertThat(changes.ways()).isEmpty();
    assertThat(changes.isPossible()).isFalse();
    assertThat(changes.obstacles())
        .containsExactly(
            new Obstacle(
                "phase",
                Obstacle.Reason.FIXED,
                "The school must be a primary school. This cannot be changed."));
  }

  @Test
  void anUnknownPhaseCanBeFilledIn() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(terms(must("phase", Aspect.ELIGIBILITY, PRIMARY_ONLY))),
            application().school(School.builder().urn(100008).build()).build());
    assertThat(said(changes.ways().get(0)))
        .containsExactly("The school is a primary school (not given yet).");
  }

  @Test
  void factsDerivedFromTheTypeAreChangedThroughTheType() {
    Terms terms =
        terms(
            must("state-funded", Aspect.ELIGIBILITY, new Confirmed(Facts.STATE_FUNDED)),
            must("school-type", Aspect.ELIGIBILITY, new Confirmed(Facts.SPECIAL)));
    WhatWouldChange unknown = WhatWouldChange.of(TermsLookup.always(terms), application().build());
    assertThat(unknown.ways().get(0)).hasSize(1);
    assertThat(unknown.ways().get(0).get(0).fact()).isEqualTo("establishment-type");
    assertThat(unknown.ways().get(0).get(0).terms()).containsExactly("state-funded", "school-type");
    WhatWouldChange known =
        WhatWouldChange.of(
            TermsLookup.always(terms),
            application()
                .school(
                    School.builder()
                        .urn(100008)
                        .establishmentType(EstablishmentType.COMMUNITY_SCHOOL)
                        .build())
                .build());
    assertThat(known.obstacles()).extracting(Obstacle::term).containsExactly("school-type");
  }

  private static WhatWouldChange takingPartIn(AcademicYear year) {
    Terms terms =
        terms(
            must(
                "participation",
                Aspect.ELIGIBILITY,
                new Includes(
                    Facts.participationIn(year), ImmutableSet.of("primary-readiness"), false)));
    return WhatWouldChange.of(
        TermsLookup.always(terms), application().history(ImmutableList.of()).build());
  }

  @Test
  void aSchoolCanStillJoinInTheYearItselfButNotInThePast() {
    assertThat(said(takingPartIn(OFFERING.year()).ways().get(0)))
        .containsExactly(
            "The school has taken part in Primary Mastery Readiness in 2022/23 (now: none).");
    assertThat(takingPartIn(OFFERING.year().previous()).obstacles())
        .extracting(Obstacle::sentence)
        .containsExactly(
            "The school must have taken part in Primary Mastery Readiness in 2021/22. This cannot be"
                + " changed.");
  }

  @Test
  void pastEventsAreFixedAndUnknownOnesCanBeFilledIn() {
    Terms terms =
        terms(
            must(
                "prior-participation",
                Aspect.ELIGIBILITY,
                new Includes(
                    Facts.EARLIER_PARTICIPATION, ImmutableSet.of("primary-readiness"), false)));
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(terms), application().history(ImmutableList.of()).build())
                .obstacles())
        .extracting(Obstacle::reason)
        .containsExactly(Obstacle.Reason.FIXED);
    assertThat(WhatWouldChange.of(TermsLookup.always(terms), application().build()).ways())
        .hasSize(1);
    Participation readiness =
        Participation.builder()
            .type("primary-readiness")
            .year(AcademicYear.parse("2021/22"))
            .build();
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(terms),
                    application().history(ImmutableList.of(readiness)).build())
                .ways())
        .containsExactly(ImmutableList.of());
  }

  @Test
  void aDecisionOfTheHubIsAnObstacle() {
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(
                        terms(must("next-stage", Aspect.ELIGIBILITY, new HubDecides()))),
                    application().build())
                .obstacles())
        .extracting(Obstacle::reason, Obstacle::sentence)
        .containsExactly(tuple(Obstacle.Reason.HUB_DECIDES, "The hub decides. Contact the hub."));
  }

  @Test
  void anUnstatedFigureIsAnObstacle() {
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(
                        terms(
                            must(
                                "release-time",
                                Aspect.COMMITMENT,
                                new Unstated(Facts.COMBINED_RELEASE)))),
                    application().build())
                .obstacles())
        .extracting(Obstacle::reason)
        .containsExactly(Obstacle.Reason.POLICY_SILENT);
  }

  @Test
  void contradictoryTermsAreObstacles() {
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(
                        terms(
                            must("release-time", Aspect.COMMITMENT, TEN_DAYS),
                            must(
                                "release-most",
                                Aspect.COMMITMENT,
                                within(Facts.COMBINED_RELEASE, null, "9.5")))),
                    application(person("1234567", 3)).build())
                .obstacles())
        .extracting(Obstacle::term, Obstacle::reason)
        .containsExactly(tuple("release-time", Obstacle.Reason.CONTRADICTION));
  }

  @Test
  void termsThatMayApplyAreMetToo() {
    Terms plain = terms(must("committed", Aspect.ELIGIBILITY, COMMITTED));
    UnsettledTerm trn =
        new UnsettledTerm(
            must("trn", Aspect.APPLICATION, TRN_OF_EACH), ImmutableList.of(Facts.PHASE));
    Terms open =
        Terms.of(
            OFFERING, plain.terms(), ImmutableList.of(trn), ImmutableList.of(), plain.policy());
    assertThat(WhatWouldChange.of(TermsLookup.always(open), application().build()).ways())
        .extracting(way -> way.stream().map(Change::fact).toList())
        .containsExactly(List.of("lead-participants", "committed-to-mastery", "trn"));
  }

  @Test
  void expectationsHaveToBeAnsweredLikeMusts() {
    Terms terms =
        terms(should("capacity", Aspect.ELIGIBILITY, answered("capacity-for-development")));
    for (Application open :
        List.of(
            application().build(),
            application().answers(Answers.of(Map.of("capacity-for-development", false))).build())) {
      assertThat(WhatWouldChange.of(TermsLookup.always(terms), open).ways().get(0))
          .extracting(Change::to)
          .containsExactly("yes");
    }
  }

  @Test
  void aPolicyWithoutRequirementsHasNeitherWaysNorObstacles() {
    WhatWouldChange changes =
        WhatWouldChange.of(TermsLookup.always(terms()), application().build());
    assertThat(changes.ways()).isEmpty();
    assertThat(changes.obstacles()).isEmpty();
  }

  @Test
  void theSecondarySchoolOfEightIsRemoved() {
    Terms terms =
        terms(
            must("group-size", Aspect.GROUP, within(Facts.SCHOOLS, "6", "7")),
            must(
                "group-composition",
                Aspect.GROUP,
                new ForMembers(Members.SCHOOLS, true, PRIMARY_ONLY)));
    Phase p = Phase.PRIMARY;
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(terms), group(p, p, p, p, Phase.SECONDARY, p, p, p).build());
    assertThat(changes.ways()).hasSize(1);
    assertThat(changes.ways().get(0)).extracting(Change::of).containsExactly("school 5");
    assertThat(
            WhatWouldChange.of(TermsLookup.always(terms), group(p, p, p, p, p, p, p).build())
                .ways())
        .containsExactly(ImmutableList.of());
  }

  @Test
  void aGroupCanReplaceASchoolThatDoesNotFit() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(
                terms(
                    must(
                        "group-composition",
                        Aspect.GROUP,
                        new ForMembers(Members.SCHOOLS, true, PRIMARY_ONLY)))),
            group(Phase.PRIMARY, Phase.SECONDARY).build());
    assertThat(said(changes.ways().get(0)))
        .containsExactly("School 2 is a primary school (now: a secondary school).");
  }

  @Test
  void aGroupsLeadAndSessionsAreChanged() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(
                terms(
                    must(
                        "work-group-lead",
                        Aspect.GROUP,
                        new OneOf(Facts.LEAD_ROLE, ImmutableSet.of("MASTERY_SPECIALIST"))),
                    must("workshops", Aspect.GROUP, within(Facts.SESSIONS, "5", "5")),
                    must(
                        "first-workshop-host",
                        Aspect.GROUP,
                        new Confirmed(Facts.FIRST_SESSION_AT_LEADS_SCHOOL)))),
            group().build());
    assertThat(changes.ways().get(0))
        .extracting(Change::fact, Change::to)
        .containsExactly(
            tuple("lead-role", "a Mastery Specialist"),
            tuple("sessions", "5 sessions"),
            tuple("first-session-at-leads-school", "yes"));
  }

  @Test
  void progressIsChanged() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(
                terms(
                    must("release-time", Aspect.PROGRESS, within(Facts.RELEASE_TAKEN, "10", null)),
                    must("workshops", Aspect.PROGRESS, within(Facts.WORKSHOPS_ATTENDED, "5", null)),
                    must("support-visits", Aspect.PROGRESS, within(Facts.VISITS, "2", null)),
                    must("visit-time", Aspect.PROGRESS, within(Facts.VISIT_HALF_DAYS, "4", null)))),
            Progress.builder()
                .offering(OFFERING)
                .school(School.builder().urn(100008).build())
                .visits(1)
                .build());
    assertThat(said(changes.ways().get(0)))
        .containsExactly(
            "The lead participants have taken 10 days of release time (not given yet).",
            "The school has attended 5 workshops (not given yet).",
            "The school has received 2 support visits (now: 1 support visit).",
            "The school has received 4 half-days of support visits (not given yet).");
  }

  @Test
  void aStatementIsRequestedAndNeverShown() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(
                terms(
                    must(
                        "headteacher-statement",
                        Aspect.APPLICATION,
                        new Provided(Facts.HEADTEACHER_STATEMENT)))),
            application().build());
    assertThat(said(changes.ways().get(0)))
        .containsExactly(
            "The application includes a statement by the headteacher (not given yet).");
  }

  @Test
  void itRoundTripsThroughJson() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(terms(must("release-time", Aspect.COMMITMENT, TEN_DAYS))),
            application(person("1234567", 5)).build());
    assertThat(TfmJson.read(TfmJson.write(changes), WhatWouldChange.class)).isEqualTo(changes);
  }

  @Test
  void nestedFactsAreChanged() {
    Answers no = Answers.of(Map.of("committed-to-mastery", false));
    for (Criterion deep :
        List.of(
            new Not(new Not(COMMITTED)),
            new AllOf(ImmutableList.of(COMMITTED, PRIMARY_ONLY)),
            new AnyOf(ImmutableList.of(COMMITTED, new Not(PRIMARY_ONLY))),
            new Not(new AllOf(ImmutableList.of(new Not(COMMITTED), PRIMARY_ONLY))),
            new Not(new AnyOf(ImmutableList.of(new Not(COMMITTED), new Not(PRIMARY_ONLY)))))) {
      WhatWouldChange changes =
          WhatWouldChange.of(
              TermsLookup.always(terms(must("ready", Aspect.ELIGIBILITY, deep))),
              application().answers(no).build());
      assertThat(changes.ways()).as("%s", deep).hasSize(1);
      assertThat(changes.ways().get(0))
          .extracting(Change::fact, Change::from, Change::to, Change::terms)
          .containsExactly(tuple("committed-to-mastery", "no", "yes", List.of("ready")));
    }
  }

  @Test
  void someNeedsOnePersonAndEveryNeedsAllPeople() {
    Criterion numbered = new AllOf(ImmutableList.of(new Provided(Facts.TRN)));
    ForMembers some = new ForMembers(Members.LEAD_PARTICIPANTS, false, numbered);
    ForMembers every = new ForMembers(Members.LEAD_PARTICIPANTS, true, numbered);
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(terms(must("trn", Aspect.ELIGIBILITY, some))),
                    application(person("", 5), person("", 5)).build())
                .ways())
        .extracting(way -> way.stream().map(Change::of).toList())
        .containsExactlyInAnyOrder(List.of("lead participant 1"), List.of("lead participant 2"));
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(terms(must("trn", Aspect.ELIGIBILITY, every))),
                    application(person("", 5), person("", 5)).build())
                .ways())
        .extracting(way -> way.stream().map(Change::of).toList())
        .containsExactly(List.of("lead participant 1", "lead participant 2"));
  }

  // People and schools.

  @Test
  void aPersonListedTwiceCountsOnceInALongerList() {
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(
                        terms(
                            must(
                                "people",
                                Aspect.ELIGIBILITY,
                                within(Facts.LEAD_PARTICIPANTS, "3", "3")))),
                    application(
                            person("1234567", 5),
                            person("1234567", 5),
                            person("1234567", 5),
                            person("2345678", 5))
                        .build())
                .ways())
        .extracting(Policies::said)
        .containsExactly(
            List.of(
                "The application names 3 lead participants (now: 2 lead participants so far)."));
  }

  @Test
  void moreThanOneIsTwoAndFewerThanThreeAreTwo() {
    Criterion atMostOne = within(Facts.LEAD_PARTICIPANTS, null, "1");
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(
                        terms(must("people", Aspect.ELIGIBILITY, new Not(atMostOne)))),
                    application(person("1234567", 5)).build())
                .ways())
        .extracting(Policies::said)
        .containsExactly(
            List.of("The application names 2 lead participants (now: 1 lead participant so far)."));
    Criterion threeOrMore = within(Facts.LEAD_PARTICIPANTS, "3", null);
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(
                        terms(must("people", Aspect.ELIGIBILITY, new Not(threeOrMore)))),
                    application(person("1234567", 5), person("2345678", 5), person("3456789", 5))
                        .build())
                .ways())
        .hasSize(3)
        .allSatisfy(way -> assertThat(way.get(0).to()).isEqualTo("2 lead participants"));
  }

  @Test
  void removingAPersonIsAsShortAsGivingTheirNumber() {
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(
                        terms(
                            must(
                                "people",
                                Aspect.ELIGIBILITY,
                                within(Facts.LEAD_PARTICIPANTS, "1", "2")),
                            must("trn", Aspect.APPLICATION, TRN_OF_EACH))),
                    application(person("1234567", 5), person("", 5)).build())
                .ways())
        .extracting(Policies::said)
        .containsExactly(
            List.of("Lead participant 2 has a teacher reference number (TRN; not given yet)."),
            List.of(
                "The application names 1 lead participant (now: 2 lead participants), without lead participant 2."));
  }

  @Test
  void eachChangeNamesTheTermsThatNeedItAndNoOther() {
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(
                        terms(
                            must("lead-participants", Aspect.ELIGIBILITY, TWO_PEOPLE),
                            must("trn", Aspect.APPLICATION, TRN_OF_EACH),
                            must("committed", Aspect.ELIGIBILITY, COMMITTED))),
                    application(person("1234567", 5)).build())
                .ways()
                .get(0))
        .extracting(Change::fact, Change::terms)
        .containsExactly(
            tuple("lead-participants", List.of("lead-participants")),
            tuple("trn", List.of("trn")),
            tuple("committed-to-mastery", List.of("committed")));
  }

  @Test
  void aTermThatIsMetIsNoReasonForAChange() {
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(
                        terms(
                            must("release-each", Aspect.COMMITMENT, FIVE_DAYS_EACH),
                            must(
                                "release-most",
                                Aspect.COMMITMENT,
                                new ForMembers(
                                    Members.LEAD_PARTICIPANTS,
                                    true,
                                    within(Facts.RELEASE_DAYS, null, "10"))))),
                    application(person("1234567", 4)).build())
                .ways()
                .get(0))
        .extracting(Change::terms)
        .containsExactly(ImmutableList.of("release-each"));
  }

  // Terms that affect each other.

  @Test
  void metTermsAreStillMetAfterTheChange() {
    Criterion special = new ForMembers(Members.SCHOOLS, true, new Confirmed(Facts.SPECIAL));
    Criterion independent =
        new OneOf(
            Facts.ESTABLISHMENT_TYPE,
            ImmutableSet.of("INDEPENDENT_SCHOOL", "INDEPENDENT_SPECIAL_SCHOOL"));
    Criterion free = new OneOf(Facts.ESTABLISHMENT_TYPE, ImmutableSet.of("FREE_SCHOOL"));
    for (Criterion holds :
        List.of(
            independent,
            new AllOf(ImmutableList.of(independent)),
            new AnyOf(ImmutableList.of(independent, free)),
            new Not(new Not(independent)))) {
      WhatWouldChange changes =
          WhatWouldChange.of(
              TermsLookup.always(
                  terms(
                      must("special", Aspect.GROUP, special),
                      must(
                          "independent",
                          Aspect.GROUP,
                          new ForMembers(Members.SCHOOLS, true, holds)))),
              WorkGroup.builder()
                  .offering(OFFERING)
                  .schools(
                      ImmutableList.of(
                          School.builder()
                              .urn(100008)
                              .establishmentType(EstablishmentType.INDEPENDENT_SCHOOL)
                              .build()))
                  .build());
      assertThat(changes.ways().get(0))
          .as("%s", holds)
          .extracting(Change::to)
          .containsExactly("an independent special school");
    }
  }

  @Test
  void peopleAreCountedWhole() {
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(
                terms(must("teachers", Aspect.ELIGIBILITY, within(Facts.TEACHERS, "3.5", null)))),
            application().answers(Answers.of(Map.of("teachers", 1))).build());
    assertThat(said(changes.ways().get(0)))
        .containsExactly("The school has 4 teachers of maths (now: 1 teacher).");
  }

  @Test
  void aSumIsListedAfterItsParts() {
    assertThat(
            said(
                WhatWouldChange.of(
                        TermsLookup.always(
                            terms(
                                must("release-time", Aspect.COMMITMENT, TEN_DAYS),
                                must("trn", Aspect.APPLICATION, TRN_OF_EACH))),
                        application(person("", 5)).build())
                    .ways()
                    .get(0)))
        .containsExactly(
            "Lead participant 1 has a teacher reference number (TRN; not given yet).",
            "The lead participants are released for 10 days between them (now: 5 days).");
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(
                        terms(
                            must(
                                "first-workshop-host",
                                Aspect.GROUP,
                                new Confirmed(Facts.FIRST_SESSION_AT_LEADS_SCHOOL)),
                            must("workshops", Aspect.GROUP, within(Facts.SESSIONS, "5", "5")))),
                    group().build())
                .ways()
                .get(0))
        .extracting(Change::fact)
        .containsExactly("sessions", "first-session-at-leads-school");
  }

  // Expectations.

  @Test
  void anImpossibleTermThatMayApplyIsAnObstacle() {
    Terms plain = terms(must("committed", Aspect.ELIGIBILITY, COMMITTED));
    UnsettledTerm trn =
        new UnsettledTerm(
            should("trn", Aspect.APPLICATION, new HubDecides()), ImmutableList.of(Facts.PHASE));
    Terms open =
        Terms.of(
            OFFERING, plain.terms(), ImmutableList.of(trn), ImmutableList.of(), plain.policy());
    assertThat(WhatWouldChange.of(TermsLookup.always(open), application().build()).obstacles())
        .extracting(Obstacle::term, Obstacle::reason)
        .containsExactly(tuple("trn", Obstacle.Reason.UNSETTLED));
  }

  @Test
  void unknownFactsOfTheSchoolAreFilledInWithTheTermsForThatKind() {
    Terms plain = terms(must("committed", Aspect.ELIGIBILITY, COMMITTED));
    UnsettledTerm trn =
        new UnsettledTerm(
            must("trn", Aspect.APPLICATION, TRN_OF_EACH), ImmutableList.of(Facts.PHASE));
    TermsLookup policy =
        (offering, kind) ->
            kind.phase().isPresent()
                ? kind.phase().get() == Phase.PRIMARY
                    ? plain
                    : terms(must("never", Aspect.ELIGIBILITY, new HubDecides()))
                : Terms.of(
                    OFFERING,
                    plain.terms(),
                    ImmutableList.of(trn),
                    ImmutableList.of(),
                    plain.policy());
    Application unknown = application().school(School.builder().urn(100008).build()).build();
    assertThat(WhatWouldChange.of(policy, unknown).ways())
        .extracting(Policies::said)
        .containsExactly(
            List.of(
                "The school is a primary school (not given yet).",
                "The school is committed to teaching for mastery (not given yet)."));
  }

  @Test
  void expectationsNeedAnswersInAdditionToMusts() {
    Application refusing =
        application().answers(Answers.of(Map.of("committed-to-mastery", false))).build();
    Requirement must = must("committed", Aspect.ELIGIBILITY, COMMITTED);
    Criterion both = new AllOf(ImmutableList.of(COMMITTED, CAPACITY));
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(terms(must, should("ready", Aspect.ELIGIBILITY, both))),
                    refusing)
                .ways())
        .extracting(way -> way.stream().map(Change::fact).toList())
        .containsExactly(List.of("committed-to-mastery", "capacity-for-development"));
    Criterion leftToHub = new AllOf(ImmutableList.of(COMMITTED, CAPACITY, new HubDecides()));
    assertThat(
            WhatWouldChange.of(
                    TermsLookup.always(terms(must, should("ready", Aspect.ELIGIBILITY, leftToHub))),
                    refusing)
                .obstacles())
        .extracting(Obstacle::term)
        .containsExactly("ready");
  }
}
