package org.tfm.model.document;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.School;

class DocumentEvidenceTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));
  private static final School SCHOOL = School.builder().urn(100_008).build();

  private static Application.Builder application() {
    return Application.builder().offering(OFFERING).school(SCHOOL);
  }

  private static LeadParticipant.Builder person() {
    return LeadParticipant.builder();
  }

  private static LeadParticipant released(double days) {
    return person().releaseDays(ReleaseTime.ofDays(BigDecimal.valueOf(days))).build();
  }

  private static Application sending(LeadParticipant... people) {
    return application().leadParticipants(ImmutableList.copyOf(people)).build();
  }

  private static Optional<String> read(Application application, Fact fact) {
    return read(DocumentEvidence.of(application), fact);
  }

  private static Optional<String> read(Evidence evidence, Fact fact) {
    return evidence.find(fact).map(value -> value.text(fact));
  }

  private static Application answering(Map<String, Object> answers) {
    return application().answers(Answers.of(answers)).build();
  }

  // Release time.

  @Test
  void combinedReleaseIsTheSumOverAllPeople() {
    assertThat(read(sending(released(6.5), released(3.5)), Facts.COMBINED_RELEASE))
        .contains("10 days");
    assertThat(read(sending(released(6), released(3.5)), Facts.COMBINED_RELEASE))
        .contains("9.5 days");
    assertThat(read(sending(released(10), released(0)), Facts.COMBINED_RELEASE))
        .contains("10 days");
  }

  @Test
  void threeHalfDayMeetingsOnTopCountOnceForEachPerson() {
    Application application =
        application()
            .leadParticipants(ImmutableList.of(released(3), released(3)))
            .meetingsOnTop(new MeetingsOnTop(3))
            .build();
    assertThat(read(application, Facts.COMBINED_RELEASE)).contains("9 days");
  }

  @Test
  void theSumIsOpenIfOnePersonsDaysAreNotGiven() {
    assertThat(
            DocumentEvidence.of(sending(released(6), person().build()))
                .find(Facts.COMBINED_RELEASE))
        .contains(new Value.Quantity(BigDecimal.valueOf(6), true));
    assertThat(read(sending(person().build()), Facts.COMBINED_RELEASE)).contains("0 days so far");
  }

  @Test
  void withoutPeopleTheReleaseTimeIsUnknown() {
    for (Application application : List.of(application().build(), sending())) {
      assertThat(read(application, Facts.COMBINED_RELEASE)).isEmpty();
      assertThat(read(application, Facts.LEAD_PARTICIPANTS)).isEmpty();
      assertThat(DocumentEvidence.of(application).members(Members.LEAD_PARTICIPANTS)).isEmpty();
    }
  }

  @Test
  void moreMeetingsThanDaysInTheYearAreRefused() {
    assertThatThrownBy(() -> new MeetingsOnTop(733))
        .hasMessage("halfDays: `733` half-day meetings; expected 0 to 732");
    assertThatThrownBy(() -> new MeetingsOnTop(-1))
        .hasMessage("halfDays: `-1` half-day meetings; expected 0 to 732");
    assertThat(new MeetingsOnTop(732)).isNotEqualTo(new MeetingsOnTop(0));
  }

  // People.

  @Test
  void theSameNumberTwiceIsOnePerson() {
    LeadParticipant first = person().trn(Trn.parse("1234567")).name("First Teacher").build();
    LeadParticipant again = person().trn(Trn.parse("1234567")).name("Second Teacher").build();
    LeadParticipant other = person().trn(Trn.parse("2345678")).build();
    assertThat(read(sending(first, again), Facts.LEAD_PARTICIPANTS)).contains("1 lead participant");
    assertThat(read(sending(first, other), Facts.LEAD_PARTICIPANTS))
        .contains("2 lead participants");
    assertThat(read(sending(first, again, other), Facts.LEAD_PARTICIPANTS))
        .contains("2 lead participants");
  }

  @Test
  void peopleInALongListAreCountedLikeThoseInAShortOne() {
    LeadParticipant[] people = new LeadParticipant[12];
    Arrays.fill(people, person().trn(Trn.parse("1234567")).build());
    people[10] = person().trn(Trn.parse("2345678")).build();
    people[11] = person().build();
    assertThat(read(sending(people), Facts.LEAD_PARTICIPANTS)).contains("3 lead participants");
  }

  @Test
  void peopleWithoutANumberAreDifferentPeople() {
    LeadParticipant numbered = person().trn(Trn.parse("1234567")).build();
    assertThat(read(sending(person().build(), person().build()), Facts.LEAD_PARTICIPANTS))
        .contains("2 lead participants");
    assertThat(read(sending(numbered, person().build()), Facts.LEAD_PARTICIPANTS))
        .contains("2 lead participants");
  }

  @Test
  void membersAreNumberedInTheOrderGiven() {
    assertThat(
            DocumentEvidence.of(sending(released(1), released(2)))
                .members(Members.LEAD_PARTICIPANTS)
                .stream()
                .map(member -> member.describes() + ": " + read(member, Facts.RELEASE_DAYS)))
        .containsExactly(
            "lead participant 1: Optional[1 day]", "lead participant 2: Optional[2 days]");
    assertThat(DocumentEvidence.of(sending(released(1))).members(Members.SCHOOLS)).isEmpty();
  }

  @Test
  void membersHaveNoMembers() {
    Evidence person =
        DocumentEvidence.of(sending(released(1))).members(Members.LEAD_PARTICIPANTS).get(0);
    School school = School.builder().urn(100_008).build();
    Evidence member =
        DocumentEvidence.of(
                WorkGroup.builder().offering(OFFERING).schools(ImmutableList.of(school)).build())
            .members(Members.SCHOOLS)
            .get(0);
    for (Members members : Members.values()) {
      assertThat(person.members(members)).isEmpty();
      assertThat(member.members(members)).isEmpty();
    }
  }

  @Test
  void absentValuesOfAPersonAreUnknown() {
    Evidence unknown =
        DocumentEvidence.of(sending(person().build())).members(Members.LEAD_PARTICIPANTS).get(0);
    for (Fact fact : List.of(Facts.TRN, Facts.ROLES, Facts.YEARS_TEACHING, Facts.RELEASE_DAYS)) {
      assertThat(unknown.find(fact)).isEmpty();
    }
    LeadParticipant said =
        person()
            .trn(Trn.parse("1234567"))
            .roles(ImmutableSet.of(Role.SENCO, Role.MATHS_LEAD))
            .yearsTeaching(new BigDecimal("6.50"))
            .build();
    Evidence known = DocumentEvidence.of(sending(said)).members(Members.LEAD_PARTICIPANTS).get(0);
    assertThat(read(known, Facts.TRN)).contains("given");
    assertThat(read(known, Facts.ROLES)).contains("the maths lead and the SENCO");
    assertThat(read(known, Facts.YEARS_TEACHING)).contains("6.5 years");
  }

  @Test
  void anEmptySetOfRolesIsReadAsNone() {
    Application application = sending(person().roles(ImmutableSet.of()).build());
    assertThat(
            read(
                DocumentEvidence.of(application).members(Members.LEAD_PARTICIPANTS).get(0),
                Facts.ROLES))
        .contains("none");
  }

  @Test
  void yearsOfTeachingAreFromZeroToEightyAndComparedByValue() {
    assertThat(person().yearsTeaching(new BigDecimal("60.0")).build())
        .isEqualTo(person().yearsTeaching(new BigDecimal("6e1")).build());
    for (String years : List.of("-1", "80.5", "1.125", "1e1000000000")) {
      assertThatThrownBy(() -> person().yearsTeaching(new BigDecimal(years)).build())
          .hasMessage(
              "yearsTeaching: `%s` years; expected 0 to 80 with at most two decimal places",
              new BigDecimal(years));
    }
  }

  // Teachers.

  @ParameterizedTest
  @CsvSource({"5, no", "6, no", "7, yes", "12, yes"})
  void mostTeachersAreMoreThanHalf(int using, String most) {
    assertThat(
            read(
                answering(Map.of("teachers", 12, "teachers-using-mastery", using)),
                Facts.MOST_TEACHERS_USING_MASTERY))
        .contains(most + " (" + using + " of 12 teachers)");
  }

  @Test
  void anAnswerThatContradictsTheNumbersIsRefused() {
    assertThatThrownBy(
            () ->
                answering(
                    Map.of(
                        "teachers", 12,
                        "teachers-using-mastery", 6,
                        "most-teachers-using-mastery", true)))
        .hasMessageContaining("contradicts `answers.teachers`");
  }

  @Test
  void theAnswerDecidesIfOneNumberIsNotGiven() {
    assertThat(
            read(
                answering(Map.of("teachers", 12, "most-teachers-using-mastery", true)),
                Facts.MOST_TEACHERS_USING_MASTERY))
        .contains("yes");
    assertThat(read(answering(Map.of("teachers", 12)), Facts.MOST_TEACHERS_USING_MASTERY))
        .isEmpty();
  }

  @Test
  void moreTeachersUsingMasteryThanTeachersAreRefused() {
    assertThatThrownBy(() -> answering(Map.of("teachers", 3, "teachers-using-mastery", 4)))
        .hasMessage(
            "answers.teachers-using-mastery: `4` is more than `answers.teachers`, which is `3`");
  }

  // Funding.

  @Test
  void fundingFollowsFromTheTypeIfTheTypeDeterminesIt() {
    assertThat(funding(EstablishmentType.COMMUNITY_SCHOOL, Map.of()))
        .contains("yes (a community school)");
    assertThat(funding(EstablishmentType.INDEPENDENT_SCHOOL, Map.of()))
        .contains("no (an independent school)");
    assertThat(funding(EstablishmentType.INDEPENDENT_SCHOOL, Map.of("state-funded", false)))
        .contains("no (an independent school)");
  }

  @Test
  void anAnswerThatContradictsTheTypeIsRefused() {
    assertThatThrownBy(
            () -> funding(EstablishmentType.INDEPENDENT_SCHOOL, Map.of("state-funded", true)))
        .hasMessage("answers.state-funded: this contradicts `school.establishmentType`");
  }

  @Test
  void fundingIsAnsweredIfTheTypeIsUnknownOrDoesNotDetermineIt() {
    assertThat(funding(EstablishmentType.WELSH_ESTABLISHMENT, Map.of())).isEmpty();
    assertThat(funding(EstablishmentType.WELSH_ESTABLISHMENT, Map.of("state-funded", true)))
        .contains("yes");
    assertThat(read(answering(Map.of("state-funded", false)), Facts.STATE_FUNDED)).contains("no");
    assertThat(read(application().build(), Facts.STATE_FUNDED)).isEmpty();
  }

  private static Optional<String> funding(EstablishmentType type, Map<String, Object> answers) {
    return read(
        Application.builder()
            .offering(OFFERING)
            .school(School.builder().urn(100_008).establishmentType(type).build())
            .answers(Answers.of(answers))
            .build(),
        Facts.STATE_FUNDED);
  }

  @Test
  void anAnswerDoesNotReplaceAValueOfTheDocument() {
    Application application = answering(Map.of("phase", "PRIMARY", "lead-participants", 2));
    assertThat(read(application, Facts.PHASE)).isEmpty();
    assertThat(read(application, Facts.LEAD_PARTICIPANTS)).isEmpty();
  }

  // History.

  private static Participation part(String type, String year) {
    return Participation.builder().type(type).year(AcademicYear.parse(year)).build();
  }

  @Test
  void onlyYearsBeforeTheOfferingAreEarlier() {
    Application application =
        application()
            .history(
                ImmutableList.of(
                    part("primary-readiness", "2021/22"),
                    part("primary-development", "2022/23"),
                    part("primary-embedding", "2023/24")))
            .build();
    assertThat(read(application, Facts.EARLIER_PARTICIPATION))
        .contains("Primary Mastery Readiness");
    assertThat(read(application, Facts.PARTICIPATION))
        .contains("Primary Mastery Readiness and Primary Mastery Development");
    assertThat(read(application, Facts.participationIn(AcademicYear.parse("2023/24"))))
        .contains("Primary Mastery Embedding");
    assertThat(read(application, Facts.participationIn(AcademicYear.parse("2020/21"))))
        .contains("none");
  }

  @Test
  void otherWorkGroupsOfTheSameYearAreNeitherEarlierNorLaterOnes() {
    Application application =
        application()
            .history(
                ImmutableList.of(
                    part("primary-readiness", "2021/22"),
                    part("primary-development", "2022/23"),
                    Participation.builder()
                        .from(part("primary-sustaining", "2022/23"))
                        .completed(false)
                        .build(),
                    part("mastering-number", "2022/23"),
                    part("primary-embedding", "2023/24")))
            .build();
    assertThat(read(application, Facts.PARTICIPATION_THIS_YEAR))
        .contains("Primary Mastery Sustaining and Mastering Number");
    assertThat(read(application().build(), Facts.PARTICIPATION_THIS_YEAR)).isEmpty();
    assertThat(
            read(application().history(ImmutableList.of()).build(), Facts.PARTICIPATION_THIS_YEAR))
        .contains("none");
    assertThat(
            read(
                application()
                    .history(ImmutableList.of(part("primary-development", "2022/23")))
                    .build(),
                Facts.PARTICIPATION_THIS_YEAR))
        .contains("none");
  }

  @Test
  void anAbsentHistoryIsUnknownAndAnEmptyOneIsNone() {
    assertThat(read(application().build(), Facts.EARLIER_PARTICIPATION)).isEmpty();
    Application none = application().history(ImmutableList.of()).build();
    assertThat(read(none, Facts.EARLIER_PARTICIPATION)).contains("none");
  }

  @Test
  void aParticipationWithMalformedIdsIsRefused() {
    assertThatThrownBy(() -> part("Readiness", "2021/22"))
        .hasMessageContaining("is not a work group type id");
    assertThatThrownBy(
            () ->
                Participation.builder()
                    .type("primary-readiness")
                    .year(AcademicYear.parse("2021/22"))
                    .hub("The Hub")
                    .build())
        .hasMessageContaining("is not a hub id");
  }

  // The rest of the form.

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "\u00A0", "\u200B", " \u2060\uFEFF\u3000 "})
  void aBlankStatementIsNotGiven(String blank) {
    assertThat(read(application().headteacherStatement(blank).build(), Facts.HEADTEACHER_STATEMENT))
        .isEmpty();
    assertThat(
            read(application().headteacherStatement("Yes.").build(), Facts.HEADTEACHER_STATEMENT))
        .contains("given");
  }

  @Test
  void aTrustThatAppliesForSeveralSchoolsDoesNotApplyIndividually() {
    assertThat(read(application().build(), Facts.APPLIES_INDIVIDUALLY)).contains("yes");
    assertThat(
            read(
                application().submittedBy(SubmittedBy.TRUST_FOR_SEVERAL).build(),
                Facts.APPLIES_INDIVIDUALLY))
        .contains("no");
  }

  @Test
  void anUndecidedPlaceIsUnknown() {
    assertThat(read(application().build(), Facts.PLACE)).isEmpty();
    assertThat(read(application().place(Place.NOT_OFFERED).build(), Facts.PLACE))
        .contains("no place");
  }

  // Work groups and progress.

  private static School school(int urn) {
    return School.builder().urn(urn).build();
  }

  private static WorkGroup.Builder group() {
    return WorkGroup.builder().offering(OFFERING);
  }

  @Test
  void aSchoolListedTwiceIsOneSchoolOfTheGroup() {
    WorkGroup group =
        group()
            .schools(ImmutableList.of(school(100_001), school(100_002), school(100_001)))
            .build();
    assertThat(read(DocumentEvidence.of(group), Facts.SCHOOLS)).contains("2 schools");
    assertThat(read(DocumentEvidence.of(group().build()), Facts.SCHOOLS)).isEmpty();
  }

  @Test
  void theLeadsOwnSchoolIsAMemberOnlyIfListed() {
    WorkGroup group =
        group()
            .lead(new GroupLead(LeadRole.MASTERY_SPECIALIST, Optional.of(100_009)))
            .schools(ImmutableList.of(school(100_001)))
            .build();
    assertThat(read(DocumentEvidence.of(group), Facts.SCHOOLS)).contains("1 school");
    assertThat(read(DocumentEvidence.of(group), Facts.LEAD_ROLE)).contains("a Mastery Specialist");
    assertThat(DocumentEvidence.of(group).members(Members.SCHOOLS)).hasSize(1);
    assertThat(DocumentEvidence.of(group).members(Members.LEAD_PARTICIPANTS)).isEmpty();
  }

  @Test
  void hostSchoolsAreCountedOnceAndTheCountIsOpenIfAHostIsUnknown() {
    Session atOne = Session.builder().number(1).host(100_001).build();
    Session there = Session.builder().number(2).host(100_001).build();
    Session atTwo = Session.builder().number(3).host(100_002).build();
    Session anywhere = Session.builder().number(4).build();
    assertThat(hosts(atOne, there, atTwo)).contains("2 different schools");
    assertThat(hosts(atOne, there, anywhere)).contains("1 school so far");
    assertThat(hosts(anywhere)).contains("0 different schools so far");
    assertThat(hosts()).contains("0 different schools");
    assertThat(read(DocumentEvidence.of(group().build()), Facts.SESSION_HOSTS)).isEmpty();
  }

  @Test
  void mainstreamSchoolsAreCountedOnceAndStayOpenWhileATypeIsNotKnown() {
    School mainstream =
        School.builder()
            .urn(100_001)
            .establishmentType(EstablishmentType.ACADEMY_CONVERTER)
            .build();
    School special =
        School.builder()
            .urn(100_002)
            .establishmentType(EstablishmentType.COMMUNITY_SPECIAL_SCHOOL)
            .build();
    School unknown = school(100_003);
    assertThat(mainstream(mainstream, mainstream, special)).contains("1 mainstream school");
    assertThat(mainstream(mainstream, unknown)).contains("1 mainstream school so far");
    assertThat(mainstream(special)).contains("0 mainstream schools");
    assertThat(read(DocumentEvidence.of(group().build()), Facts.MAINSTREAM_SCHOOLS)).isEmpty();
  }

  private static Optional<String> mainstream(School... schools) {
    WorkGroup group = group().schools(ImmutableList.copyOf(schools)).build();
    return read(DocumentEvidence.of(group), Facts.MAINSTREAM_SCHOOLS);
  }

  @ParameterizedTest
  @CsvSource({
    "TEACHING_ASSISTANT, no (a teaching assistant)",
    "TEACHING_ASSISTANT INTERVENTION_LEAD, no (a teaching assistant)",
    "TEACHING_ASSISTANT CLASS_TEACHER, yes",
    "TEACHING_ASSISTANT MATHS_LEAD, yes",
    "INTERVENTION_LEAD, yes",
    "SENCO, yes"
  })
  void onlyATeachingAssistantIsNoTeacher(String roles, String teacher) {
    ImmutableSet<Role> held =
        Splitter.on(' ')
            .omitEmptyStrings()
            .splitToStream(roles)
            .map(Role::valueOf)
            .collect(ImmutableSet.toImmutableSet());
    assertThat(teacher(person().roles(held).build())).contains(teacher);
  }

  @Test
  void aPersonWithoutRolesMayBeATeacher() {
    assertThat(teacher(person().build())).isEmpty();
  }

  private static Optional<String> teacher(LeadParticipant person) {
    return read(
        DocumentEvidence.of(sending(person)).members(Members.LEAD_PARTICIPANTS).get(0),
        Facts.TEACHER);
  }

  private static Optional<String> hosts(Session... sessions) {
    WorkGroup group = group().sessions(ImmutableList.copyOf(sessions)).build();
    return read(DocumentEvidence.of(group), Facts.SESSION_HOSTS);
  }

  @ParameterizedTest
  @CsvSource({"100009, 100009, yes", "100009, 100001, no", "100009, , ", ", 100009, "})
  void theFirstSessionIsAtTheLeadsSchoolIfThatIsItsHost(
      Integer leads, Integer host, String answer) {
    WorkGroup group =
        group()
            .lead(new GroupLead(LeadRole.LOCAL_LEADER, Optional.ofNullable(leads)))
            .sessions(
                ImmutableList.of(
                    Session.builder().number(2).host(100_002).build(),
                    Session.builder().number(1).host(Optional.ofNullable(host)).build()))
            .build();
    assertThat(read(DocumentEvidence.of(group), Facts.FIRST_SESSION_AT_LEADS_SCHOOL))
        .isEqualTo(Optional.ofNullable(answer));
    assertThat(read(DocumentEvidence.of(group), Facts.SESSIONS)).contains("2 sessions");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 367})
  void sessionNumbersStartAtOne(int number) {
    assertThatThrownBy(() -> Session.builder().number(number).build())
        .hasMessage("number: `" + number + "` is not a session number; expected 1 to 366");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9_999, 1_000_000})
  void hostsAndTheLeadsSchoolHaveUrns(int urn) {
    String what = ": `" + urn + "` is not a URN; expected a number of five or six digits";
    assertThatThrownBy(() -> Session.builder().number(1).host(urn).build())
        .hasMessage("host" + what);
    assertThatThrownBy(() -> new GroupLead(LeadRole.LOCAL_LEADER, Optional.of(urn)))
        .hasMessage("school" + what);
  }

  @ParameterizedTest
  @CsvSource({"10000, 10001", "999998, 999999", "999999, 999998"})
  void anotherHostThanTheLeadsSchoolHasAUrnToo(int leads, int host) {
    WorkGroup group =
        group().lead(new GroupLead(LeadRole.LOCAL_LEADER, Optional.of(leads))).build();
    assertThat(Sessions.withFirstAtLeadsSchool(group, false).sessions().orElseThrow().get(0).host())
        .contains(host);
  }

  @Test
  void countsOfProgressAreReadAndAbsentOnesAreUnknown() {
    Progress progress =
        Progress.builder()
            .offering(OFFERING)
            .school(SCHOOL)
            .releaseDays(ReleaseTime.ofHalfDays(17))
            .workshopsAttended(5)
            .visitHalfDays(4)
            .answers(Answers.of(Map.of("reports", true)))
            .build();
    assertThat(read(DocumentEvidence.of(progress), Facts.RELEASE_TAKEN)).contains("8.5 days");
    assertThat(read(DocumentEvidence.of(progress), Facts.WORKSHOPS_ATTENDED))
        .contains("5 workshops");
    assertThat(read(DocumentEvidence.of(progress), Facts.VISITS)).isEmpty();
    assertThat(read(DocumentEvidence.of(progress), Facts.VISIT_HALF_DAYS)).contains("4 half-days");
    assertThat(read(DocumentEvidence.of(progress), requireNonNull(Facts.all().get("reports"))))
        .contains("yes");
    assertThat(DocumentEvidence.of(progress).members(Members.SCHOOLS)).isEmpty();
  }

  @Test
  void countsOutOfRangeAreRefused() {
    Progress.Builder progress = Progress.builder().offering(OFFERING).school(SCHOOL);
    assertThatThrownBy(() -> progress.visits(-1).build())
        .hasMessage("visits: `-1` is out of range; expected 0 to 366");
    assertThatThrownBy(() -> progress.visits(0).visitHalfDays(733).build())
        .hasMessage("visitHalfDays: `733` is out of range; expected 0 to 732");
    assertThatThrownBy(() -> progress.visitHalfDays(732).workshopsAttended(367).build())
        .hasMessage("workshopsAttended: `367` is out of range; expected 0 to 366");
    assertThat(progress.workshopsAttended(366).build().workshopsAttended()).contains(366);
  }

  @Test
  void contradictoryAnswersOfProgressAreRefused() {
    Progress.Builder progress =
        Progress.builder()
            .offering(OFFERING)
            .school(SCHOOL)
            .answers(Answers.of(Map.of("teachers", 5, "teachers-using-mastery", 6)));
    assertThatThrownBy(progress::build)
        .hasMessage(
            "answers.teachers-using-mastery: `6` is more than `answers.teachers`, which is `5`");
  }

  @ParameterizedTest
  @CsvSource({"09, two", "900, three", "0000, four"})
  void theMessageAboutAShortTrnCountsItsDigits(String digits, String count) {
    assertThatThrownBy(() -> Trn.parse(digits))
        .hasMessageEndingWith("has " + count + " digits; a TRN has seven");
  }

  // Answers.

  @Test
  void answersOfEveryKindAreFoundByFact() {
    Answers answers =
        Answers.of(
            Map.of(
                "a",
                true,
                "b",
                7,
                "c",
                "X",
                "d",
                List.of("X", "Y"),
                "e",
                "text",
                "f",
                "2025-05-23"));
    assertThat(find(answers, "a", FactKind.YES_NO)).contains("yes");
    assertThat(find(answers, "b", FactKind.NUMBER)).contains("7");
    assertThat(find(answers, "c", FactKind.CHOICE)).contains("x");
    assertThat(find(answers, "d", FactKind.CHOICES)).contains("x and y");
    assertThat(find(answers, "e", FactKind.TEXT)).contains("given");
    assertThat(find(answers, "f", FactKind.DAY)).contains("on 23 May 2025");
    assertThat(find(answers, "zzz", FactKind.TEXT)).isEmpty();
    for (FactKind kind : FactKind.values()) {
      long found =
          answers.byFact().keySet().stream()
              .filter(id -> find(answers, id, kind).isPresent())
              .count();
      assertThat(found).isBetween(1L, 3L);
    }
  }

  private static Optional<String> find(Answers answers, String id, FactKind kind) {
    Fact fact = Fact.of(id, kind, "l", "q", Optional.empty(), List.of(), "answers." + id);
    return answers.find(fact).map(value -> value.text(fact));
  }

  @Test
  void everyInvalidAnswerIsNamed() {
    assertThatThrownBy(() -> Answers.of(Map.of("Teachers", 3)))
        .hasMessage(
            "Teachers: `Teachers` is not a fact id; expected lower-case words joined by hyphens");
    assertThatThrownBy(
            () -> Answers.of(Map.of("a", Map.of(), "b", 1, "c", List.of(1), "d", new Object())))
        .hasMessageContainingAll(
            "a: expected yes or no", "c: expected yes or no", "d: expected yes or no");
  }

  @Test
  void equalNumbersWrittenDifferentlyAreEqualAnswers() {
    assertThat(Answers.of(Map.of("teachers", new BigDecimal("12.0"))))
        .isEqualTo(Answers.of(Map.of("teachers", 12)))
        .isEqualTo(Answers.of(Map.of("teachers", 12L)));
  }

  @Test
  void theSameNumberTwiceIsOnePersonAmongMany() {
    LeadParticipant known = person().trn(Trn.parse("1234567")).build();
    for (int others : List.of(6, 7, 8, 9)) {
      ImmutableList<LeadParticipant> people =
          ImmutableList.<LeadParticipant>builder()
              .addAll(Collections.nCopies(others, person().build()))
              .add(known, known)
              .build();
      Application application = application().leadParticipants(people).build();
      assertThat(read(application, Facts.LEAD_PARTICIPANTS))
          .contains((others + 1) + " lead participants");
      assertThat(DocumentEvidence.of(application).members(Members.LEAD_PARTICIPANTS))
          .extracting(Evidence::describes)
          .endsWith("lead participant " + (others + 2))
          .doesNotHaveDuplicates();
    }
  }

  // Personal values.

  @Test
  void noToStringContainsAPersonalValue() {
    Application application =
        application()
            .leadParticipants(
                ImmutableList.of(
                    person().name("First Teacher").trn(Trn.parse("1234567")).build(),
                    person().name("Second Teacher").build()))
            .headteacherStatement("A private matter.")
            .answers(Answers.of(Map.of("remarks", "Another private matter.")))
            .build();
    assertThat(application.toString())
        .contains("remarks", "*****67")
        .doesNotContain("Teacher", "1234567", "private");
    assertThat(application.leadParticipants().orElseThrow().toString())
        .doesNotContain("Teacher", "1234567");
    assertThat(application.answers()).hasToString("[remarks]");
    assertThat(Trn.parse("1234567")).hasToString("*****67");
    assertThat(DocumentEvidence.of(application).toString())
        .doesNotContain("Teacher", "1234567", "private");
  }

  @Test
  void theTextOfAMemberDoesNotRevealThePerson() {
    Evidence member =
        DocumentEvidence.of(
                sending(person().name("First Teacher").trn(Trn.parse("1234567")).build()))
            .members(Members.LEAD_PARTICIPANTS)
            .get(0);
    assertThat(member.toString()).doesNotContain("First Teacher", "1234567");
  }

  @ParameterizedTest
  @CsvSource({
    "'', `` has no digits; a TRN has seven",
    "1, `*` has one digit; a TRN has seven",
    "12, `**` has two digits; a TRN has seven",
    "12345, `***45` has five digits; a TRN has seven",
    "123456, `****56` has six digits; a TRN has seven",
    "12345678, `******78` has 8 digits; a TRN has seven",
    "123456x, the text has characters other than digits; a TRN has seven digits",
    "' 1234567', the text has characters other than digits; a TRN has seven digits",
    "١٢٣٤٥٦٧, the text has characters other than digits; a TRN has seven digits"
  })
  void aMalformedTrnIsRefusedAndMasked(String text, String message) {
    assertThatThrownBy(() -> Trn.parse(text)).hasMessage(message);
  }

  @Test
  void trnsAreEqualIfTheirDigitsAre() {
    assertThat(Trn.parse("0012345")).isEqualTo(Trn.parse("0012345"));
    assertThat(Trn.parse("0012345")).hasSameHashCodeAs(Trn.parse("0012345"));
    assertThat(Trn.parse("0012345")).isNotEqualTo(Trn.parse("0012346"));
    assertThat(Trn.parse("0012345").digits()).isEqualTo("0012345");
  }

  @Test
  void everyRoleAndLeadRoleOfTheContractIsKnown() {
    assertThat(Arrays.stream(Role.values()).map(Role::name))
        .containsExactly(
            "MATHS_LEAD",
            "SUBJECT_LEADER",
            "MIDDLE_LEADER",
            "SENIOR_LEADER",
            "INTERVENTION_LEAD",
            "CLASS_TEACHER",
            "TEACHING_ASSISTANT",
            "SENCO",
            "HEADTEACHER",
            "DEPUTY_HEADTEACHER",
            "PHASE_LEADER",
            "KEY_STAGE_LEAD",
            "YEAR_GROUP_LEAD",
            "SECOND_IN_DEPARTMENT",
            "MASTERY_LEAD",
            "TEACHER_TRAINER",
            "SYSTEM_LEADER",
            "SPECIALIST_LEADER",
            "CONSULTANT",
            "WORK_GROUP_LEAD");
    assertThat(Arrays.stream(LeadRole.values()).map(LeadRole::name))
        .containsExactly("MASTERY_SPECIALIST", "READINESS_LEAD", "LOCAL_LEADER", "COHORT_LEAD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "committed-to-mastery",
        "capacity-for-development",
        "school-leadership-commitment",
        "subject-leadership-commitment",
        "teachers",
        "teachers-using-mastery",
        "most-teachers-using-mastery",
        "mastery-specialist-school",
        "full-year-commitment",
        "mastering-number-2021-22",
        "mastery-begun",
        "classes-with-mastery-embedded",
        "significant-commitment",
        "textbook-match-funding",
        "dfe-textbook-confirmation",
        "expression-of-interest",
        "work-group-plan"
      })
  void everyAnswerOfTheContractIsAFact(String id) {
    assertThat(Facts.answers()).containsKey(id);
    assertThat(Facts.all()).containsKey(id);
  }

  @Test
  void twoSessionsWithTheSameNumberAreRefused() {
    Session first = Session.builder().number(1).host(100_001).build();
    Session again = Session.builder().number(1).host(100_002).build();
    WorkGroup.Builder group = WorkGroup.builder().offering(OFFERING);
    group.sessions(ImmutableList.of(first, again));
    assertThatThrownBy(group::build)
        .hasMessage("sessions[1].number: two sessions have the number `1`");
  }
}
