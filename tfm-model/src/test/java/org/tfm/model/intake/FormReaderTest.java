package org.tfm.model.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.Policies;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.document.Application;
import org.tfm.model.document.ExpressionOfInterest;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Progress;
import org.tfm.model.document.Role;
import org.tfm.model.document.Task;
import org.tfm.model.document.Trn;
import org.tfm.model.document.YearGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.OfstedGrade;
import org.tfm.model.school.Phase;

class FormReaderTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.startingIn(2022));

  /** A policy that takes the answers of the library. */
  private static final TermsLookup POLICY = TermsLookup.always(Policies.terms());

  private static final String CONSTANTS =
      "\"constants\":{\"offering.hub\":\"cheshire-wirral\",\"offering.type\":"
          + "\"primary-development\",\"offering.year\":\"2022/23\"}";

  private static FormMap map(String more, String... headingsAndPlaces) {
    List<String> columns = new ArrayList<>();
    columns.add("{\"heading\":\"URN\",\"to\":\"school.urn\"}");
    for (int i = 0; i < headingsAndPlaces.length; i += 2) {
      columns.add(
          "{\"heading\":\"%s\",\"to\":\"%s\"}"
              .formatted(headingsAndPlaces[i], headingsAndPlaces[i + 1]));
    }
    return TfmJson.read(
        "{%s%s,\"columns\":[%s]}".formatted(more, CONSTANTS, String.join(",", columns)),
        FormMap.class);
  }

  private static FormRow row(String... cells) {
    return new FormRow(2, ImmutableList.copyOf(cells));
  }

  private static Intake<Application> read(FormReader form, FormRow... rows) {
    return form.read(
        ImmutableList.copyOf(rows), Application.class, POLICY, application -> List.of());
  }

  /** The only column beside the URN, with one cell. */
  private static Application application(String place, String cell) {
    return read(FormReader.of(map("", "Q", place), List.of("URN", "Q")), row("100008", cell))
        .document();
  }

  private static List<String> problems(FormReader form, FormRow... rows) {
    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> read(form, rows));
    return refused.problems().stream().map(Problem::toString).toList();
  }

  private static List<String> problems(String place, String cell) {
    return problems(FormReader.of(map("", "Q", place), List.of("URN", "Q")), row("100008", cell));
  }

  private static LeadParticipant person(String place, String cell) {
    return application("leadParticipants[0]." + place, cell)
        .leadParticipants()
        .orElseThrow()
        .get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tbc", "TBC", "n/a", "to follow", "-", "To be confirmed"})
  void aStatementThatIsStillToComeIsNotGiven(String cell) {
    assertThat(application("headteacherStatement", cell).headteacherStatement()).isEmpty();
    assertThat(application("headteacherStatement", "We follow this plan").headteacherStatement())
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "OUTSTANDING, OUTSTANDING",
    "good, GOOD",
    "Requires improvement, REQUIRES_IMPROVEMENT",
    "Requires Improvement, REQUIRES_IMPROVEMENT",
    "RI, REQUIRES_IMPROVEMENT",
    "Inadequate, INADEQUATE",
    "Serious Weaknesses, INADEQUATE",
    "special measures, INADEQUATE"
  })
  void anOfstedGradeHasTheWordsOfPeopleAndOfTheRegister(String cell, OfstedGrade grade) {
    assertThat(application("school.ofsted", cell).school().ofsted()).hasValue(grade);
  }

  @ParameterizedTest
  @CsvSource({"80, 80", "80.0, 80", "'1,200', 1200", "0, 0", "99999, 99999"})
  void aNumberOfPupilsIsAWholeNumber(String cell, int pupils) {
    assertThat(application("school.pupils", cell).school().pupils()).hasValue(pupils);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRIMARY", "primary", " Primary\u00A0", "Primary school"})
  void aPhaseHasItsLabelInAnyCase(String cell) {
    assertThat(application("school.phase", cell).school().phase()).hasValue(Phase.PRIMARY);
  }

  @Test
  void typesCountriesRolesAndYearGroupsHaveTheirLabels() {
    assertThat(application("school.establishmentType", "Community school").school())
        .extracting(school -> school.establishmentType().orElseThrow())
        .isEqualTo(EstablishmentType.COMMUNITY_SCHOOL);
    assertThat(application("school.country", "england").school().country())
        .hasValue(Country.ENGLAND);
    assertThat(person("roles", "Maths lead;Class teacher;").roles())
        .hasValue(ImmutableSet.of(Role.MATHS_LEAD, Role.CLASS_TEACHER));
    assertThat(person("roles", "the maths lead, SENCO").roles())
        .hasValue(ImmutableSet.of(Role.MATHS_LEAD, Role.SENCO));
    assertThat(person("roles", "Head teacher; TA; SENDCo").roles())
        .hasValue(ImmutableSet.of(Role.HEADTEACHER, Role.TEACHING_ASSISTANT, Role.SENCO));
    assertThat(person("yearGroups", "Year 1, Reception").yearGroups())
        .hasValue(ImmutableSet.of(YearGroup.YEAR_1, YearGroup.RECEPTION));
  }

  @ParameterizedTest
  @CsvSource({"Yes,true", "y,true", "TRUE,true", "yes.,true", "No,false", "N,false", "false,false"})
  void yesAndNoAreWrittenInManyWays(String cell, boolean value) {
    assertThat(person("partTime", cell).partTime()).hasValue(value);
  }

  @ParameterizedTest
  @CsvSource({"2.5, 2.5", "2.5 days, 2.5", "3 half days, 1.5", "'1 day', 1", "2½, 2.5", "5.0, 5"})
  void releaseTimeHasUnits(String cell, String days) {
    assertThat(person("releaseDays", cell).releaseDays().orElseThrow().days())
        .isEqualByComparingTo(new BigDecimal(days));
  }

  @Test
  void moneyAndThousandsAreNumbers() {
    assertThat(application("answers.teachers", "1,000").answers().byFact().get("teachers"))
        .hasToString("1000");
    assertThat(application("answers.teachers", "£12").answers().byFact().get("teachers"))
        .hasToString("12");
    assertThat(problems("answers.teachers", "2,5"))
        .containsExactly("column 2 `Q`: expected a number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02/03/2022",
        "2/3/2022",
        "02.03.2022",
        "2022-03-02",
        "2022/03/02",
        "2 March 2022",
        "2nd March 2022",
        "Wednesday, 2 Mar 2022",
        "March 2, 2022",
        "2-Mar-22",
        "2022-03-02T10:00:00Z",
        "02/03/2022 17:05:09"
      })
  void aDayIsWrittenInManyWays(String cell) {
    assertThat(application("submittedOn", cell).submittedOn()).hasToString("Optional[2022-03-02]");
  }

  @ParameterizedTest
  @CsvSource({
    "02/03/2022 17:05:09, 2022-03-02, 17:05",
    "2022/03/02 5:05:09 PM GMT, 2022-03-02, 17:05",
    "2022/07/02 5:05:09 PM GMT+1, 2022-07-02, 17:05",
    "2022-07-02T23:30:00Z, 2022-07-03, 00:30",
    "'02/03/2022, 9:00', 2022-03-02, 09:00",
    "2 March 2022 at 12:01 am, 2022-03-02, 00:01",
    "25/12/22 09:00, 2022-12-25, 09:00",
  })
  void aTimestampGivesDayAndTime(String cell, String day, String time) {
    Application application = application("submittedAt", cell);
    assertThat(application.submittedOn()).hasToString("Optional[" + day + "]");
    assertThat(application.submittedAt()).hasToString("Optional[" + time + "]");
  }

  @Test
  void aDateThatCanMeanTwoDaysIsRefusedWithBoth() {
    assertThat(problems("submittedOn", "02/03/22"))
        .containsExactly(
            "column 2 `Q`: the date can mean 2 March 2022 or 3 February 2022. Add `dates:"
                + " day-first` or `dates: month-first` to the form map, or write the year with four"
                + " digits");
    assertThat(problems("submittedOn", "03/25/2022"))
        .containsExactly(
            "column 2 `Q`: the date has no such month if the day comes first. If all dates of this"
                + " form have the month first, add `dates: month-first` to the form map");
    FormReader monthFirst =
        FormReader.of(map("\"dates\":\"month-first\",", "Q", "submittedOn"), List.of("URN", "Q"));
    assertThat(read(monthFirst, row("100008", "3/2/22")).document().submittedOn())
        .hasToString("Optional[2022-03-02]");
    assertThat(problems("submittedOn", "31/02/2022"))
        .containsExactly("column 2 `Q`: the calendar has no such day");
    assertThat(problems("submittedOn", "soon"))
        .containsExactly("column 2 `Q`: expected a date such as `3 May 2022` or `03/05/2022`");
  }

  @Test
  void aWrongDayIsNotReportedAsAWrongTime() {
    assertThat(problems("submittedAt", "31/02/2022 17:05"))
        .containsExactly("column 2 `Q`: the calendar has no such day");
    assertThat(problems("submittedAt", "02/03/2022 25:05"))
        .containsExactly("column 2 `Q`: there is no such time of day");
    assertThat(problems("submittedAt", "soon"))
        .containsExactly("column 2 `Q`: expected a day and a time such as `03/05/2022 17:05`");
  }

  @ParameterizedTest
  @CsvSource({
    "leadParticipants[0].partTime, perhaps, expected yes or no",
    "school.phase, Junior, 'expected one of `Nursery`, `Primary`, `Middle deemed primary`, `Middle"
        + " deemed secondary`, `Secondary`, `16 plus`, `All-through`, `Not applicable`'",
    "school.country, Englnd, '`Overseas`. Maybe `England`?'",
    "school.establishmentType, Converter, 'expected one of `Academy converter`, '",
    "leadParticipants[0].roles, Boss, '`Maths lead`, `Subject leader`, '",
    "leadParticipants[0].yearGroups, Year 14, 'expected one of '",
    "leadParticipants[0].releaseDays, many, expected a number of days such as `2.5`",
    "leadParticipants[0].yearsTeaching, many, expected a number of years such as `3`",
    "history[0].year, last year, expected an academic year such as `2022/23`",
    "place, ours, 'expected one of `accepted`, `not offered`'",
    "answers.committed-to-mastery, perhaps, expected yes or no",
    "meetingsOnTop.halfDays, many, expected a number of half days such as `3`",
    "school.lowestAge, young, expected a whole number",
    "school.pupils, about 80, expected a whole number",
    "school.pupils, 100000, '`…` is not a number of pupils; expected 0 to 99,999'",
    "school.ofsted, Satisfactory, 'expected one of `Outstanding`, `Good`, `Requires improvement`,"
        + " `Inadequate`'",
    "school.ofsted, 2, expected one of `Outstanding`",
    "school.ofsted, Goood, Maybe `Good`?"
  })
  void whatIsExpectedIsSaidInPeoplesWords(String place, String cell, String message) {
    assertThat(problems(place, cell).get(0)).startsWith("column 2 `Q`: ").contains(message);
  }

  @Test
  void whatAColumnNeedsBesideItIsNamed() {
    assertThat(problems("history[0].type", "primary-readiness"))
        .containsExactly(
            "column 2 `Q`: `history[0].year` is needed too. Add a column or a constant for it to"
                + " the form map");
    assertThat(problems("leadParticipants[1].name", "Teacher B"))
        .containsExactly(
            "column 2 `Q`: lead participant 1 is empty, but lead participant 2 is not");
  }

  @Test
  void wordsThatMeanNotKnownYetAreRemarkedAsThemselves() {
    assertThat(
            read(
                    FormReader.of(map("", "TRN", "leadParticipants[0].trn"), List.of("URN", "TRN")),
                    row("100008", "tbc"))
                .remarks())
        .extracting(Problem::toString)
        .containsExactly("column 2 `TRN`: the form has words that mean “not known yet”");
  }

  @Test
  void aCellThatIsNeededAndEmptyIsCalledEmpty() {
    assertThat(problems(FormReader.of(map(""), List.of("URN")), row(" ")))
        .containsExactly("column 1 `URN`: the cell is empty; a value is needed");
  }

  @Test
  void problemsOfARowAreInTheOrderOfItsColumns() {
    FormReader form =
        FormReader.of(
            map(
                "",
                "Committed?",
                "answers.committed-to-mastery",
                "Phase",
                "school.phase",
                "TRN",
                "leadParticipants[0].trn",
                "Years",
                "leadParticipants[0].yearsTeaching",
                "When",
                "submittedAt"),
            List.of("Years", "When", "Committed?", "TRN", "URN", "Phase"));
    assertThat(problems(form, row("-1", "soon", "perhaps", "928374", "", "Junior")))
        .extracting(problem -> problem.substring(0, "column 1".length()))
        .containsExactly("column 1", "column 2", "column 3", "column 4", "column 5", "column 6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"19\u000028374", "19\u001B28374", "19\n28374", "1928\t374"})
  void aNumberWithAControlCharacterInsideIsRefused(String cell) {
    assertThat(problems("leadParticipants[0].trn", cell))
        .containsExactly(
            "column 2 `Q`: the cell has a line break or another control character inside. Type the"
                + " value again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"school.phase", "offering.year", "leadParticipants[0].roles", "submittedOn"})
  void noValueHasAControlCharacterInside(String place) {
    assertThat(
            problems(
                FormReader.of(
                    TfmJson.read(
                        ("{\"constants\":{\"offering.hub\":\"x\",\"offering.type\":\"y\""
                                + (place.equals("offering.year")
                                    ? ""
                                    : ",\"offering.year\":\"2022/23\"")
                                + "},\"columns\":[{\"heading\":\"URN\",\"to\":\"school.urn\"},"
                                + "{\"heading\":\"Q\",\"to\":\"%s\"}]}")
                            .formatted(place),
                        FormMap.class),
                    List.of("URN", "Q")),
                row("100008", "Prim\u0000ary")))
        .anyMatch(problem -> problem.contains("control character"));
  }

  @Test
  void aListMayHaveALineForEachItem() {
    assertThat(person("roles", "Maths lead\nSENCO").roles())
        .hasValue(ImmutableSet.of(Role.MATHS_LEAD, Role.SENCO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022/23",
        "2022-23",
        "2022-2023",
        "22/23",
        "2022 to 2023",
        "2022–23",
        "AY 2022/23"
      })
  void anAcademicYearIsWrittenInManyWays(String cell) {
    FormReader form =
        FormReader.named(List.of("school.urn", "offering.hub", "offering.type", "offering.year"));
    assertThat(
            read(form, row("100008", "Cheshire & Wirral Maths Hub", "Primary Development", cell))
                .document()
                .offering())
        .isEqualTo(OFFERING);
  }

  @Test
  void oneCalendarYearIsTwoAcademicYears() {
    FormReader form =
        FormReader.named(List.of("school.urn", "offering.hub", "offering.type", "offering.year"));
    assertThat(problems(form, row("100008", "a-hub", "primary-readiness", "2022")))
        .containsExactly("`offering.year`: `2022` can mean the academic year 2021/22 or 2022/23");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100008", "100008.0", " 100\u00A0008 ", "URN: 100008", "0100008"})
  void aUrnMayHaveBlanksAndAPoint(String cell) {
    assertThat(read(FormReader.of(map(""), List.of("URN")), row(cell)).document().school().urn())
        .isEqualTo(100_008);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100001;100002",
        "100001, 100002",
        "100001,100002",
        "100001 and 100002",
        "100001 & 100002",
        "100001.0; 0100002",
        "URN: 100001, URN 100\u00A0002",
        "100001\n100002"
      })
  void aListOfUrnsIsReadLikeAUrn(String cell) {
    assertThat(application("placeWith", cell).placeWith()).containsExactly(100_001, 100_002);
  }

  @ParameterizedTest
  @CsvSource({
    "8, column 2 `Q`: `8` is not a URN; expected a number of five or six digits",
    "9999, column 2 `Q`: `9999` is not a URN; expected a number of five or six digits",
    "100001; 1000000, column 2 `Q`: expected a URN of 5 or 6 digits. Seven digits may be the number"
        + " that the local authority uses. Look up the URN in the register of schools",
    "Ash Lane, column 2 `Q`: expected a URN of 5 or 6 digits"
  })
  void aListOfUrnsHasNoOtherNumber(String cell, String message) {
    assertThat(problems("placeWith", cell)).containsExactly(message);
  }

  @ParameterizedTest
  @ValueSource(ints = {10_000, 999_999})
  void aListOfUrnsHasTheLowestAndTheHighest(int urn) {
    assertThat(application("placeWith", Integer.toString(urn)).placeWith()).containsExactly(urn);
  }

  @Test
  void aNumberOfTheLocalAuthorityIsNoUrn() {
    assertThat(problems(FormReader.of(map(""), List.of("URN")), row("855/2034")))
        .containsExactly(
            "column 1 `URN`: expected a URN of 5 or 6 digits. Seven digits may be the number that"
                + " the local authority uses. Look up the URN in the register of schools");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1928374", "19/28374", "RP19/28374", "rp 19/28374", "TRN: 19 28374", "1928374.0"})
  void aReferenceNumberIsNormalisedWhereItIsCertain(String cell) {
    assertThat(person("trn", cell).trn()).hasValue(Trn.parse("1928374"));
  }

  @ParameterizedTest
  @CsvSource({
    "928374, the number has 6 digits; a TRN has seven. Maybe a spreadsheet removed a zero",
    "19283746, the number has 8 digits; a TRN has seven",
    "192/8374, the separator is in an unexpected place",
    "Teacher A, the text has characters other than digits",
  })
  void aDoubtfulReferenceNumberIsRefusedAndNeverRepeated(String cell, String message) {
    assertThat(problems("leadParticipants[0].trn", cell))
        .singleElement()
        .asString()
        .startsWith("column 2 `Q`: " + message)
        .doesNotContain("928374", "83746", "8374", "Teacher A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000000", "9999999", "1234567"})
  void aReferenceNumberThatLooksMadeUpIsRemarked(String cell) {
    Intake<Application> read =
        read(
            FormReader.of(map("", "TRN", "leadParticipants[0].trn"), List.of("URN", "TRN")),
            row("100008", cell));
    assertThat(read.remarks())
        .extracting(Problem::toString)
        .containsExactly("column 2 `TRN`: the number looks made up; a TRN is issued");
  }

  @Test
  void wordsOfTheFormStandForValues() {
    FormMap map =
        TfmJson.read(
            """
            {%s,"columns":[{"heading":"URN","to":"school.urn"},
             {"heading":"Are you committed?","to":"answers.committed-to-mastery",
              "values":{"Yes, we do":true,"Not sure":""}},
             {"heading":"Roles","to":"leadParticipants[0].roles",
              "values":{"Leads maths, all years":"MATHS_LEAD"}}]}
            """
                .formatted(CONSTANTS),
            FormMap.class);
    FormReader form = FormReader.of(map, List.of("URN", "Are you committed?", "Roles"));
    Application yes =
        read(form, row("100008", "yes, we do", "Leads maths, all years, SENCO")).document();
    assertThat(yes.answers().byFact()).containsEntry("committed-to-mastery", true);
    assertThat(yes.leadParticipants().orElseThrow().get(0).roles())
        .hasValue(ImmutableSet.of(Role.MATHS_LEAD, Role.SENCO));
    assertThat(read(form, row("100008", "Not sure")).document().answers().byFact()).isEmpty();
  }

  @Test
  void repeatedHeadingsAreTakenInOrder() {
    FormMap map = map("", "Name", "leadParticipants[0].name", "Name", "leadParticipants[1].name");
    for (List<String> headings :
        List.of(List.of("URN", "Name", "Name"), List.of("URN", "Name", "Name2"))) {
      assertThat(
              read(FormReader.of(map, headings), row("100008", "Teacher A", "Teacher B"))
                  .document()
                  .leadParticipants()
                  .orElseThrow())
          .extracting(person -> person.name().orElseThrow())
          .containsExactly("Teacher A", "Teacher B");
    }
  }

  @Test
  void everyColumnOfAFormIsInItsMap() {
    FormMap map =
        TfmJson.read(
            "{%s,\"ignore\":[\"Start time\"],\"carry\":[\"Notes\"],\"columns\":[{\"heading\":\"URN\",\"to\":\"school.urn\"},{\"heading\":\"Gone\",\"to\":\"school.name\"}]}"
                .formatted(CONSTANTS),
            FormMap.class);
    assertThatThrownBy(() -> FormReader.of(map, List.of("Start time", "urn", "Notes", "Email", "")))
        .hasMessage(
            "column 4 `Email`: not in the form map. Add it to `columns`, `ignore` or `carry`\n"
                + "the column `Gone` is missing");
    assertThat(
            FormReader.of(map, List.of("Start time", "Gone", "urn", "Notes", "")).writtenColumns())
        .containsExactly(1, 2, 3, 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Attendance of Jane Example",
        "Attendance of Mrs Example",
        "dr example's days",
        "1234567",
        "TRN 12/34567",
        "a.b@example.org",
        "Anne-Marie O’Example"
      })
  void aHeadingThatMayHoldPersonalDataIsNamedByItsNumberOnly(String heading) {
    FormMap map = map("", heading, "school.phase");
    assertThatThrownBy(() -> FormReader.of(map(""), List.of("URN", heading)))
        .hasMessage("column 2: not in the form map. Add it to `columns`, `ignore` or `carry`");
    assertThatThrownBy(() -> FormReader.of(map, List.of("URN")))
        .hasMessage("the column for `school.phase` is missing");
    assertThat(problems(FormReader.of(map, List.of("URN", heading)), row("100008", "Junior")))
        .satisfiesExactly(one -> assertThat(one).startsWith("column 2: expected one of `Nursery`"));
    assertThatThrownBy(() -> FormReader.named(List.of("school.urn", heading, heading)))
        .hasMessageContainingAll("column 2 is unknown", "the name of column 3 appears twice")
        .hasMessageNotContaining(heading);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Email Address",
        "School Name",
        "Completion Time",
        "Work Group",
        "Are you the Maths Lead?",
        "Number of pupils in May 2022",
        "Teacher 1 TRN"
      })
  void anotherHeadingIsNamed(String heading) {
    assertThat(FormReader.shown(heading)).isEqualTo(heading);
  }

  @Test
  void theColumnOfAValueIsNamed() {
    FormReader form =
        FormReader.of(
            map("", "Phase of school", "school.phase"), List.of("URN", "Phase of school"));
    assertThat(form.column("/school/phase")).hasValue("column 2 `Phase of school`");
    assertThat(form.column("/school/name")).isEmpty();
  }

  @Test
  void aCellThatSeemsEmptyButIsNotIsRemarked() {
    FormReader form = FormReader.of(map("", "Q", "school.name"), List.of("URN", "Q"));
    Intake<Application> read = read(form, row("100008", " \u200B"));
    assertThat(read.document().school().name()).isEmpty();
    assertThat(read.remarks())
        .extracting(Problem::toString)
        .containsExactly(
            "column 2 `Q`: the cell seems empty; it contains a zero width space (U+200B) at"
                + " position 2");
    assertThat(read(form, row("100008", "  ")).remarks()).isEmpty();
  }

  @Test
  void thousandsOfUnknownColumnsAreSummarised() {
    List<String> headings = new ArrayList<>(List.of("URN"));
    for (int i = 0; i < 16_000; i++) {
      headings.add("Column " + i);
    }
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> FormReader.of(map("", "A", "school.name"), headings));
    assertThat(refused.problems()).hasSize(12);
    assertThat(refused.problems().get(10))
        .hasToString("15,990 more columns are not in the form map");
    assertThat(refused.problems().get(11)).hasToString("the column `A` is missing");
  }

  @Test
  void aFirstRowThatIsNoHeadingIsNotRepeated() {
    assertThatThrownBy(() -> FormReader.of(map(""), List.of("Teacher A", "1928374")))
        .hasMessage("the column `URN` is missing");
  }

  @Test
  void theHeadingRowIsTheOneWithTheMostHeadings() {
    FormMap map = map("", "Name", "leadParticipants[0].name");
    assertThat(
            FormReader.headingRow(
                map,
                List.of(
                    List.of("Bookings"),
                    List.of("School", ""),
                    List.of("urn ", "Name"),
                    List.of())))
        .isEqualTo(2);
  }

  @Test
  void unsureColumnsAreRefused() {
    FormMap map =
        TfmJson.read(
            "{%s,\"columns\":[{\"heading\":\"URN\",\"to\":\"school.urn\",\"unsure\":true}]}"
                .formatted(CONSTANTS),
            FormMap.class);
    assertThatThrownBy(() -> FormReader.of(map, List.of("URN")))
        .hasMessage(
            "the form map is unsure about the column `URN`. Check its place, then delete `unsure:"
                + " true`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"school.phase\":\"Prmary\"|constants.school.phase` (line 1): expected one of `Nursery`, ",
        "\"school.nurseryProvision\":3|constants.school.nurseryProvision` (line 1): expected yes or no",
        "\"submittedOn\":\"31/02/2022\"|submittedOn` (line 1): the calendar has no such day",
        "\"history[0].year\":2022|(line 1): `2022` can mean the academic year 2021/22 or 2022/23"
      })
  void aConstantIsReadLikeACellWhenTheMapIs(String constant, String message) {
    assertThatThrownBy(
            () ->
                TfmJson.read(
                    "{%s,%s},\"columns\":[{\"heading\":\"URN\",\"to\":\"school.urn\"}]}"
                        .formatted(CONSTANTS.substring(0, CONSTANTS.length() - 1), constant),
                    FormMap.class))
        .hasMessageContaining(message);
  }

  @Test
  void aConstantMayBeANumberOrYesOrNo() {
    FormMap map =
        TfmJson.read(
            "{%s,%s},\"columns\":[{\"heading\":\"URN\",\"to\":\"school.urn\"}]}"
                .formatted(
                    CONSTANTS.substring(0, CONSTANTS.length() - 1),
                    "\"school.name\":7,\"school.nurseryProvision\":true,\"school.pupils\":80,"
                        + "\"answers.committed-to-mastery\":true"),
            FormMap.class);
    Application read = read(FormReader.of(map, List.of("URN")), row("100008")).document();
    assertThat(read.school().name()).hasValue("7");
    assertThat(read.school().nurseryProvision()).hasValue(true);
    assertThat(read.school().pupils()).hasValue(80);
    assertThat(read.answers().byFact()).containsKey("committed-to-mastery");
  }

  @Test
  void aConstantThatNoDocumentCanHaveIsNamedAndNotACell() {
    FormMap map =
        TfmJson.read(
            "{%s,\"school.lowestAge\":120},\"columns\":[{\"heading\":\"URN\",\"to\":\"school.urn\"}]}"
                .formatted(CONSTANTS.substring(0, CONSTANTS.length() - 1)),
            FormMap.class);
    assertThat(problems(FormReader.of(map, List.of("URN")), row("100008")))
        .containsExactly("`school.lowestAge`: `120` is not an age; expected 0 to 99");
  }

  @Test
  void theValueOfAWordIsReadLikeACellWhenTheMapIs() {
    assertThatThrownBy(
            () ->
                TfmJson.read(
                    """
                    {%s,"columns":[{"heading":"URN","to":"school.urn"},
                     {"heading":"T","to":"school.phase","values":{"P":"Prmary","S":"","I":"Primary"}}]}
                    """
                        .formatted(CONSTANTS),
                    FormMap.class))
        .hasMessageStartingWith("`columns[1].values.P` (line 2): expected one of `Nursery`, ");
  }

  @ParameterizedTest
  @CsvSource({"form, expression-of-interest", "dates, month-first", "people, one-row-each"})
  void theWordsOfAMapAreListedAsPeopleWriteThem(String key, String word) {
    assertThatThrownBy(
            () ->
                TfmJson.read(
                    "{\"%s\":\"x\",%s,\"columns\":[]}".formatted(key, CONSTANTS), FormMap.class))
        .hasMessageContaining("`" + word + "`")
        .hasMessageNotContaining("_");
  }

  @Test
  void aTimeWithoutADayIsNotCalledEmpty() {
    assertThat(problems("submittedAt", "17:05"))
        .containsExactly("column 2 `Q`: `submittedAt` needs the day in `submittedOn`");
  }

  @Test
  void aMapIsCheckedAtOnce() {
    assertThatThrownBy(
            () ->
                TfmJson.read(
                    """
                    {"constants":{"offering.hub":"x","offering.yaer":"2022/23"},
                     "columns":[{"heading":" ","to":"school.urn"},{"heading":"A","to":"urn"},
                      {"heading":"B","to":"leadParticipants[].name"},
                      {"heading":"C","to":"school.urn"}]}
                    """,
                    FormMap.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(
            "`constants.offering.yaer`",
            "Maybe `offering.year`",
            "`columns[0].heading`",
            "the heading is empty",
            "`columns[1].to`",
            "Maybe `school.urn`?",
            "`leadParticipants[].name` needs a number in its brackets",
            "`school.urn` is given more than once",
            "no column or constant gives `offering.type`");
  }

  @Test
  void oneRowForEachPersonIsOneApplication() {
    FormReader form =
        FormReader.of(
            map(
                "\"people\":\"one-row-each\",",
                "Name",
                "leadParticipants[].name",
                "Days",
                "leadParticipants[].releaseDays",
                "Phase",
                "school.phase"),
            List.of("URN", "Name", "Days", "Phase"));
    FormRow first = row("100008", "Teacher A", "5", "Primary");
    FormRow second = new FormRow(7, ImmutableList.of("100008.0", "Teacher B", "4.5", ""));
    assertThat(form.key(first)).isPresent().isEqualTo(form.key(second));
    assertThat(form.key(row("", "Teacher C"))).isEmpty();
    assertThat(read(form, first, second).document().leadParticipants().orElseThrow())
        .extracting(person -> person.name().orElseThrow())
        .containsExactly("Teacher A", "Teacher B");
    assertThat(
            problems(
                form, first, new FormRow(7, ImmutableList.of("100008", "B", "many", "Secondary"))))
        .containsExactly(
            "column 3 `Days` in row 7: expected a number of days such as `2.5`",
            "column 4 `Phase` in row 7: rows 2 and 7 of the same school differ. Write the same in"
                + " each row of a school, or in one only");
    assertThat(
            problems(
                form,
                row("100008", "Teacher A", "many", ""),
                new FormRow(7, ImmutableList.of("100008", "B", "5", "Junior"))))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("column 3 `Days` in row 2: "),
            other -> assertThat(other).startsWith("column 4 `Phase` in row 7: expected one of"));
  }

  @Test
  void otherDocumentsAreReadToo() {
    FormMap interest = map("\"form\":\"expression-of-interest\",", "Timestamp", "submittedAt");
    ExpressionOfInterest read =
        FormReader.of(interest, List.of("URN", "Timestamp"))
            .read(
                row("100008", "02/03/2022 17:05:09"),
                ExpressionOfInterest.class,
                POLICY,
                any -> List.of())
            .document();
    assertThat(read.submittedOn()).hasToString("Optional[2022-03-02]");
    FormMap progress = map("\"form\":\"progress\",", "Half days", "visitHalfDays");
    assertThat(
            FormReader.of(progress, List.of("URN", "Half days"))
                .read(row("100008", "2 days"), Progress.class, POLICY, any -> List.of())
                .document()
                .visitHalfDays())
        .hasValue(4);
    FormMap tasks = map("\"form\":\"progress\",", "Done", "tasksCompleted");
    assertThat(
            FormReader.of(tasks, List.of("URN", "Done"))
                .read(
                    row("100008", "A reflective log; the evaluation"),
                    Progress.class,
                    POLICY,
                    any -> List.of())
                .document()
                .tasksCompleted())
        .hasValue(ImmutableSet.of(Task.REFLECTIVE_LOG, Task.EVALUATION));
    assertThatThrownBy(() -> read(FormReader.of(interest, List.of("URN", "Timestamp")), row("1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noCellIsInAProblemWhateverTheColumn() {
    String[] cells = {"Teacher A", "1928374", "We support this", "teacher.a@example.org"};
    for (String place :
        List.of(
            "school.phase",
            "school.country",
            "leadParticipants[0].yearsTeaching",
            "leadParticipants[0].roles",
            "history[0].year",
            "history",
            "meetingsOnTop.halfDays",
            "placeWith",
            "submittedOn",
            "submittedAt",
            "place",
            "answers.teachers")) {
      for (String cell : cells) {
        FormReader form = FormReader.of(map("", "Q", place), List.of("URN", "Q"));
        try {
          read(form, row("100008", cell));
        } catch (InvalidInputException e) {
          assertThat(
                  e.problems().toString() + e.problems().stream().map(Problem::arguments).toList())
              .doesNotContain(cell);
        }
      }
    }
  }

  @Test
  void defaultNamesAreCheckedAtOnce() {
    assertThatThrownBy(() -> FormReader.named(Arrays.asList("school.urn", "school.urn", "URN", "")))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::code)
                    .contains(ProblemCode.DUPLICATE, ProblemCode.UNKNOWN_KEY, ProblemCode.MISSING));
    assertThat(Map.of("URN", Place.hint(FormKind.APPLICATION, "URN")))
        .containsEntry("URN", "Maybe `school.urn`?");
  }

  @Test
  void aFormHasAtMostTwentyThousandColumnsAndItsMapAThousand() {
    List<String> headings = new ArrayList<>(List.of("URN"));
    for (int i = 0; i < 16_383; i++) {
      headings.add("");
    }
    assertThat(FormReader.of(map(""), headings).writtenColumns()).hasSize(16_384);
    List<String> most = new ArrayList<>(Collections.nCopies(20_000, ""));
    most.set(0, "URN");
    assertThat(FormReader.of(map(""), most).writtenColumns()).hasSize(20_000);
    assertThatThrownBy(() -> FormReader.of(map(""), Collections.nCopies(20_001, "")))
        .hasMessage("the first line has 20001 columns; expected at most 20000");
    String[] columns = new String[2_000];
    for (int i = 0; i < 1_000; i++) {
      columns[2 * i] = "Q" + i;
      columns[2 * i + 1] = "answers.q" + i;
    }
    assertThat(map("", Arrays.copyOf(columns, 1_998)).columns()).hasSize(1_000);
    assertThatThrownBy(() -> map("", columns)).hasMessageContaining("1001 columns");
  }
}
