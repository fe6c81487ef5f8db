package org.tfm.model.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.Policies;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;

class FormProposalTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.startingIn(2022));

  private static final TermsLookup POLICY = TermsLookup.always(Policies.terms());

  private static FormProposal proposal(List<String> headings, List<List<String>> rows) {
    return FormProposal.of(headings, rows, OFFERING, POLICY, application -> List.of());
  }

  private static ProposedColumn only(String heading, String... cells) {
    return proposal(List.of(heading), List.of(cells).stream().map(List::of).toList())
        .columns()
        .get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "URN, school.urn",
    "School URN, school.urn",
    "school.urn, school.urn",
    "Timestamp, submittedAt",
    "Completion time, submittedAt",
    "Which phase of education is the school?, school.phase",
    "Number on roll, school.pupils",
    "NOR, school.pupils",
    "How many pupils does the school have?, school.pupils",
    "Ofsted rating, school.ofsted",
    "Latest Ofsted grade, school.ofsted",
    "What is the school's latest overall Ofsted grade?, school.ofsted",
    "committed-to-mastery, answers.committed-to-mastery",
    "Lead participant 1 name, leadParticipants[0].name",
    "Teacher 2: TRN, leadParticipants[1].trn",
    "First teacher's name, leadParticipants[0].name",
    "Name of second participant, leadParticipants[1].name",
    "Role(s)2, leadParticipants[1].roles",
    "Teacher Ref No, leadParticipants[0].trn",
    "Job title, leadParticipants[0].roles",
    "Days released, leadParticipants[0].releaseDays",
    "Delegate name, leadParticipants[0].name",
    "What is the person's teacher reference number?, leadParticipants[0].trn"
  })
  void anExactTitleLabelOrQuestionIsSure(String heading, String place) {
    ProposedColumn column = only(heading);
    assertThat(column.to()).hasValue(place);
    assertThat(column.unsure()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pupils in the class", "Number of pupils with SEND", "Ofsted date"})
  void whatIsOnlyLikeTheNumberOfPupilsOrTheGradeIsNotSure(String heading) {
    assertThat(only(heading)).matches(column -> column.to().isEmpty() || column.unsure());
  }

  @Test
  void everyQuestionOfThePolicyIsRecognised() {
    Facts.answers()
        .values()
        .forEach(
            fact ->
                assertThat(only(fact.question()).to())
                    .as(fact.question())
                    .isPresent()
                    .get()
                    .asString()
                    .startsWith("answers."));
  }

  @Test
  void aSimilarHeadingIsUnsureAndSaysWhy() {
    ProposedColumn column = only("Are you committed to teaching for mastery this year?");
    assertThat(column.unsure()).isTrue();
    assertThat(column.comment()).startsWith("similar to: ");
  }

  @Test
  void whatIsNotRecognisedIsCarriedAndNotGuessed() {
    assertThat(only("Dietary requirements"))
        .isEqualTo(ProposedColumn.notRead("Dietary requirements", false, "not recognised"));
    assertThat(only("Email Address").ignored()).isTrue();
  }

  @Test
  void cellsThatDoNotFitMakeAPlaceUnsure() {
    assertThat(only("URN", "100008", "Ash Lane School"))
        .satisfies(
            column -> {
              assertThat(column.unsure()).isTrue();
              assertThat(column.comment()).isEqualTo("1 of 2 cells are not understood");
            });
    assertThat(only("Phase", "Primary", "ALL_THROUGH").unsure()).isFalse();
    assertThat(only("Reference", "100008", "100009").comment())
        .isEqualTo("the cells look like URNs");
  }

  @Test
  void wordsThatStartWithYesOrNoAreProposedAsValues() {
    ProposedColumn column = only("committed-to-mastery", "Yes, we are", "No, not yet", "Yes");
    assertThat(column.values())
        .isEqualTo(
            ImmutableMap.of("No, not yet", BooleanNode.FALSE, "Yes, we are", BooleanNode.TRUE));
    assertThat(column.unsure()).isTrue();
    assertThat(only("committed-to-mastery", "Teacher A").values()).isEmpty();
    assertThat(only("committed-to-mastery", "Yes, Teacher A does").values()).isEmpty();
    assertThat(only("committed-to-mastery", "Yes, see 1928374").values()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes, I do",
        "Yes, of course",
        "yes definitely",
        "Yes, we’re committed to teaching for mastery",
        "Yes, the school is",
        "No, we aren't",
        "No, sorry",
        "no - not at the moment"
      })
  void phrasesWithoutAnythingOfAPersonAreProposed(String cell) {
    assertThat(only("committed-to-mastery", cell).values())
        .isEqualTo(
            ImmutableMap.of(
                cell, BooleanNode.valueOf(cell.toLowerCase(Locale.ROOT).contains("yes"))));
  }

  @ParameterizedTest
  @CsvSource({
    "committed-to-mastery, Yes ann@x.org",
    "committed-to-mastery, yes we@school",
    "committed-to-mastery, yes - ann",
    "committed-to-mastery, no zach",
    "committed-to-mastery, Yes - Will",
    "committed-to-mastery, yes ask ann",
    "committed-to-mastery, no don",
    "committed-to-mastery, yes we are 7",
    "committed-to-mastery, yes we are ٧",
    "committed-to-mastery, yes but not yet",
    "committed-to-mastery, yes and no",
    "committed-to-mastery, ???",
    "Phase, Primary no zach",
    "Phase, Primary jo",
    "Phase, primary ann@x.org",
    "Role, maths@school",
    "Phase, Primary 2",
    "Phase, ann-primary",
    "Role, Class teacher zach",
    "Role, Clara teacher",
    "Role, Class heather",
    "Role, Maths ann",
    "Country, Dale"
  })
  void aCellThatCanNameAPersonIsOnlyCounted(String heading, String cell) {
    ProposedColumn column = only(heading, cell);
    assertThat(column.values()).isEmpty();
    assertThat(column.unsure()).isTrue();
    assertThat(column.comment())
        .startsWith("1 of 1 cells are not understood; expected ")
        .endsWith("; add `values`")
        .doesNotContain(cell);
  }

  @Test
  void repeatedHeadingsAreTheNextPerson() {
    assertThat(proposal(List.of("URN", "TRN", "TRN", "URN"), List.of()).columns())
        .extracting(ProposedColumn::to)
        .containsExactly(
            Optional.of("school.urn"),
            Optional.of("leadParticipants[0].trn"),
            Optional.of("leadParticipants[1].trn"),
            Optional.empty());
  }

  @Test
  void theNameBesideTheEmailOfMicrosoftIsThatOfTheSender() {
    assertThat(
            proposal(List.of("ID", "Start time", "Completion time", "Email", "Name"), List.of())
                .columns())
        .extracting(ProposedColumn::ignored)
        .containsExactly(true, true, false, true, true);
  }

  @Test
  void aRowForEachPersonIsNoticedAndToBeChecked() {
    FormProposal proposal =
        proposal(
            List.of("URN", "Name"),
            List.of(List.of("100008", "Teacher A"), List.of("100008", "Teacher B")));
    assertThat(proposal.isRowEach()).isTrue();
    assertThat(proposal.columns().get(1).to()).hasValue("leadParticipants[].name");
    assertThat(proposal.columns().get(1).unsure()).isTrue();
  }

  @Test
  void datesThatShowTheirOrderAndNeedItAreNoticed() {
    assertThat(dates("3/25/22 09:00")).hasValue(DayOrder.MONTH_FIRST);
    assertThat(dates("25/3/22 09:00", "3/2/22")).hasValue(DayOrder.DAY_FIRST);
    assertThat(dates("25/3/2022")).as("the day comes first anyway").isEmpty();
    assertThat(dates("3/25/22", "25/3/22")).isEmpty();
    assertThat(dates("3/2/22")).isEmpty();
  }

  private static Optional<DayOrder> dates(String... cells) {
    return proposal(List.of("Timestamp"), Stream.of(cells).map(List::of).toList()).dates();
  }

  @ParameterizedTest
  @CsvSource({
    "Timestamp, 02/03/22 17:05",
    "Timestamp, 31/02/2022 17:05",
    "Timestamp, 02/03/2022 25:05",
    "Timestamp, soon",
    "Date submitted, 31/02/2022",
    "URN, 855/2034",
    "URN, 12345678",
    "TRN, 928374",
    "Phase, Junior",
    "Type of school, School",
    "Country, Cornwall",
    "Role, Boss",
    "Release days, many",
    "Release days, -1",
    "Years teaching, 200",
    "Part time, 50%",
    "Year groups, Year 14",
    "history[0].year, 2022",
    "history[0].completed, partly",
    "committed-to-mastery, perhaps",
    "school.lowestAge, 4.5",
    "place, ours",
  })
  void whatBatchRefusesIsNotUnderstood(String heading, String cell) {
    ProposedColumn column = only(heading, cell);
    assertThat(column.unsure()).isTrue();
    assertThat(column.comment()).contains("1 of 1 cells are not understood");
    FormMap map =
        TfmJson.read(
            """
            {"constants":{"offering.hub":"cheshire-wirral","offering.type":"primary-development",
             "offering.year":"2022/23"%s},"columns":[{"heading":"Q","to":"%s"}]}
            """
                .formatted(
                    (heading.equals("URN") ? "" : ",\"school.urn\":\"100008\"")
                        + (heading.equals("history[0].completed")
                            ? ",\"history[0].type\":\"primary-readiness\",\"history[0].year\":"
                                + "\"2021/22\""
                            : ""),
                    column.to().orElseThrow()),
            FormMap.class);
    assertThatThrownBy(
            () ->
                FormReader.of(map, List.of("Q"))
                    .read(
                        new FormRow(2, ImmutableList.of(cell)),
                        Application.class,
                        POLICY,
                        application -> List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("column 1 `Q`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lead participant 2: %s",
        "%s (lead participant 2)",
        "%s2",
        "Second teacher: %s",
        "Teacher 2 - %s"
      })
  void everyQuestionAboutAPersonIsRecognisedWithItsPerson(String form) {
    for (Fact fact :
        List.of(
            Facts.TRN,
            Facts.ROLES,
            Facts.YEARS_TEACHING,
            Facts.RELEASE_DAYS,
            Facts.YEAR_GROUPS,
            Facts.YEAR_GROUPS_TAUGHT,
            Facts.SUBJECTS,
            Facts.CAREER_STAGE,
            Facts.MATHS_SPECIALIST,
            Facts.PART_TIME,
            Facts.TEACHES_MATHS,
            Facts.SUPPORTS_MATHS,
            Facts.RELEASE_OUTSIDE_MEETINGS,
            Facts.QUALIFICATIONS,
            Facts.YEARS_IN_ROLE,
            Facts.YEARS_IN_PHASE)) {
      assertThat(only(form.formatted(fact.question())).to())
          .as(form.formatted(fact.question()))
          .hasValue(fact.at().replace("[]", "[1]"));
    }
  }

  @Test
  void aQuestionAboutANumberedPersonIsRecognised() {
    assertThat(only("How many days is lead participant 2 released for?").to())
        .hasValue("leadParticipants[1].releaseDays");
    assertThat(only("How many days is each lead participant released for? (halves allowed)").to())
        .hasValue("leadParticipants[0].releaseDays");
    assertThat(only("Does the second teacher work part time?").to())
        .hasValue("leadParticipants[1].partTime");
  }

  @Test
  void aHeadingThatCanBeOfAnotherPersonIsUnsure() {
    List<ProposedColumn> columns =
        proposal(List.of("URN", "Legal forename", "TRN", "Name", "TRN"), List.of()).columns();
    assertThat(columns.get(3).unsure()).isTrue();
    assertThat(columns.get(3).comment()).isEqualTo("can be of another person");
    assertThat(columns.get(2).unsure()).isFalse();
    assertThat(proposal(List.of("URN", "TRN", "Name", "TRN", "Name"), List.of()).columns())
        .noneMatch(ProposedColumn::unsure);
  }

  @Test
  void wordsThatAreNearToKnownOnesAreProposedAndOthersAreNotRepeated() {
    ProposedColumn phase = only("Phase", "Primry", "Ash Lane", "Primary");
    assertThat(phase.values()).isEqualTo(ImmutableMap.of("Primry", TextNode.valueOf("Primary")));
    assertThat(phase.comment())
        .contains("2 of 3 cells are not understood", "expected one of `Nursery`, `Primary`");
    ProposedColumn role = only("Role", "Maths coordinator; Class teacher");
    assertThat(role.values().keySet()).containsExactly("Maths coordinator");
    assertThat(role.comment()).contains("`Maths lead`", "fill in each empty text");
    assertThat(only("Role", "Head of teaching", "Class teachers").values())
        .isEqualTo(
            ImmutableMap.of(
                "Class teachers",
                TextNode.valueOf("Class teacher"),
                "Head of teaching",
                TextNode.valueOf("")));
    ProposedColumn type = only("Type of school", "Academy");
    assertThat(type.values()).isEqualTo(ImmutableMap.of("Academy", TextNode.valueOf("")));
    assertThat(type.comment()).contains("and fill in each empty text");
    assertThat(only("Country", "Anna").comment())
        .contains("expected one of `England`")
        .doesNotContain("Anna");
  }

  @Test
  void aThousandHeadingsAreTheMost() {
    List<String> headings = IntStream.range(0, 1_001).mapToObj(i -> "Column " + i).toList();
    assertThat(proposal(headings.subList(0, 1_000), List.of()).columns()).hasSize(1_000);
    assertThatThrownBy(() -> proposal(headings, List.of()))
        .hasMessage(
            "the table has 1001 columns with a heading; expected at most 1000. Delete the columns"
                + " that are not of the form");
  }

  @Test
  void theHeadingRowHasTheMostKnownHeadings() {
    assertThat(
            FormProposal.headingRow(
                List.of(List.of("Responses"), List.of("URN", "Name"), List.of("100008", "A")),
                OFFERING,
                POLICY))
        .isEqualTo(1);
  }

  private static FormProposal groups(List<String> headings, List<List<String>> rows) {
    return FormProposal.of(FormKind.GROUP, headings, rows, OFFERING, POLICY, document -> List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "Work group, group",
    "Name of the work group, group",
    "Cohort, group",
    "Lead's role, lead.role",
    "What is the role of the work group lead?, lead.role",
    "Lead's school (URN), lead.school",
    "URN, schools[].urn",
    "School name, schools[].name",
    "Type of school, schools[].establishmentType",
    "Which phase of education is the school?, schools[].phase",
    "schools[].trust, schools[].trust",
    "schools[3].trust, schools[3].trust",
    "Session, sessions[].number",
    "Session number, sessions[].number",
    "Session date, sessions[].date",
    "When does the session take place?, sessions[].date",
    "Date, sessions[].date",
    "Host, sessions[].host",
    "Session 1, sessions[0].date",
    "Session 12 date, sessions[11].date",
    "Date of session 2, sessions[1].date",
    "Session 2: host URN, sessions[1].host",
    "Second session - venue, sessions[1].venue",
    "Session 3 start time, sessions[2].startsAt",
    "Workshop 4 mode, sessions[3].mode",
    "Length of session 2 (days), sessions[1].days",
    "Session 2 hours, sessions[1].hours",
    "Is the school committed to using teaching for mastery approaches?,"
        + " answers.committed-to-mastery"
  })
  void aHeadingOfWorkGroupsIsSure(String heading, String place) {
    ProposedColumn column = groups(List.of(heading), List.of()).columns().get(0);
    assertThat(column.to()).hasValue(place);
    assertThat(column.unsure()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Teacher 1 TRN", "Attendance", "Teacher 1 name", "Headteacher's statement"})
  void whatWorkGroupsDoNotHaveIsNotRead(String heading) {
    assertThat(groups(List.of(heading), List.of()).columns().get(0).to()).isEmpty();
  }

  @Test
  void cellsOfWorkGroupsAreReadAsTheFormReadsThem() {
    FormProposal found =
        groups(
            List.of("Group", "School", "Reference", "Lead role", "Session 1", "Session 1 host"),
            List.of(
                List.of("A", "Ash Lane", "100008", "Cohort lead", "12/10/2022", "100008"),
                List.of("A", "Elm Road", "100009", "Boss", "TBC", "Elm Road")));
    assertThat(found.isRowEach()).isFalse();
    assertThat(found.columns())
        .extracting(column -> column.to().orElse("") + ": " + column.comment())
        .containsExactly(
            "group: ",
            "schools[].name: ",
            "schools[].urn: the cells look like URNs",
            "lead.role: 1 of 2 cells are not understood; expected one of `Mastery Specialist`,"
                + " `Mastery Readiness Lead`, `Local Leader of Maths Education`, `Cohort Lead`; add"
                + " `values`",
            "sessions[0].date: ",
            "sessions[0].host: 1 of 2 cells are not understood");
  }

  private static FormProposal progress(List<String> headings, List<List<String>> rows) {
    return FormProposal.of(
        FormKind.PROGRESS, headings, rows, OFFERING, POLICY, document -> List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "URN, school.urn",
    "Phase, school.phase",
    "Release days, releaseDays",
    "Days of release taken, releaseDays",
    "'How many days of release were taken in the year, by all lead participants together?',"
        + " releaseDays",
    "Workshops attended, workshopsAttended",
    "How many workshops were attended?, workshopsAttended",
    "Workshops planned, workshopsPlanned",
    "How many workshops did the headteacher attend?, headteacherWorkshops",
    "Missed without notice, missedWithoutNotice",
    "Visits, visits",
    "How many half-days of support visits were made to the school?, visitHalfDays",
    "Tasks completed, tasksCompleted",
    "Which events has the headteacher attended?, headteacherAttended",
    "Which events has the headteacher or another senior leader attended?, seniorLeaderAttended",
    "Year of programme, programmeYear",
    "Is the school committed to using teaching for mastery approaches?,"
        + " answers.committed-to-mastery"
  })
  void aHeadingOfProgressIsSure(String heading, String place) {
    ProposedColumn column = progress(List.of(heading), List.of()).columns().get(0);
    assertThat(column.to()).hasValue(place);
    assertThat(column.unsure()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Teacher 1 TRN", "Teacher 1 name", "Headteacher's statement", "Attendance"})
  void whatProgressDoesNotHaveIsNotRead(String heading) {
    assertThat(progress(List.of(heading), List.of()).columns().get(0).to()).isEmpty();
  }

  @Test
  void numbersThatLookLikeReferenceNumbersAreNoneInProgress() {
    assertThat(
            progress(List.of("Notes"), List.of(List.of("1928374"), List.of("2938475")))
                .columns()
                .get(0)
                .to())
        .isEmpty();
  }

  @Test
  void cellsOfProgressAreReadAsTheFormReadsThem() {
    FormProposal found =
        progress(
            List.of("URN", "Workshops attended", "Tasks completed"),
            List.of(
                List.of("100008", "5", "Evaluation, reflective log"),
                List.of("100009", "367", "All of them")));
    assertThat(found.columns().get(0).unsure()).isFalse();
    assertThat(found.columns().get(1).comment()).isEqualTo("1 of 2 cells are not understood");
    assertThat(found.columns().get(2).comment()).startsWith("1 of 2 cells are not understood");
  }

  @Test
  void anExpressionOfInterestHasNeitherPeopleNorAnswers() {
    FormProposal found =
        FormProposal.of(
            FormKind.EXPRESSION_OF_INTEREST,
            List.of("Timestamp", "URN", "TRN", "committed-to-mastery"),
            List.of(List.of("02/03/2022 17:05:09", "100008", "1928374", "yes")),
            OFFERING,
            POLICY,
            document -> List.of());
    assertThat(found.columns())
        .extracting(ProposedColumn::to)
        .containsExactly(
            Optional.of("submittedAt"),
            Optional.of("school.urn"),
            Optional.empty(),
            Optional.empty());
    assertThat(found.columns()).noneMatch(ProposedColumn::unsure);
  }

  @Test
  void theHeadingRowOfProgressHasTheMostOfItsHeadings() {
    List<List<String>> rows =
        List.of(List.of("Name", "TRN", "Role"), List.of("URN", "Visits"), List.of("100008", "2"));
    assertThat(FormProposal.headingRow(FormKind.PROGRESS, rows, OFFERING, POLICY)).isEqualTo(1);
    assertThat(FormProposal.headingRow(rows, OFFERING, POLICY)).isZero();
  }
}
