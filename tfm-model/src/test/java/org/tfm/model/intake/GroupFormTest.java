package org.tfm.model.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.Policies;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.document.LeadRole;
import org.tfm.model.document.Session;
import org.tfm.model.document.SessionMode;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.school.Country;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;

/** Work groups in tables with a row for each school, session or both. */
class GroupFormTest {

  private static final TermsLookup POLICY = TermsLookup.always(Policies.terms());

  private static FormMap map(String constants, String... headingsAndPlaces) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < headingsAndPlaces.length; i += 2) {
      columns.add(
          "{\"heading\":\"%s\",\"to\":\"%s\"}"
              .formatted(headingsAndPlaces[i], headingsAndPlaces[i + 1]));
    }
    return TfmJson.read(
        """
        {"form":"group","constants":{"offering.hub":"cheshire-wirral",
         "offering.type":"primary-development","offering.year":"2022/23"%s},"columns":[%s]}
        """
            .formatted(constants, String.join(",", columns)),
        FormMap.class);
  }

  /** The form with these headings, each followed by its place. */
  private static FormReader form(String... headingsAndPlaces) {
    return FormReader.of(
        map("", headingsAndPlaces),
        IntStream.range(0, headingsAndPlaces.length / 2)
            .mapToObj(i -> headingsAndPlaces[2 * i])
            .toList());
  }

  private static FormReader ofSchools() {
    return form(
        "Group", "group", "Lead", "lead.role", "URN", "schools[].urn", "Phase", "schools[].phase");
  }

  private static FormReader ofSessions() {
    return form(
        "Group",
        "group",
        "URN",
        "schools[].urn",
        "No",
        "sessions[].number",
        "Date",
        "sessions[].date",
        "Start",
        "sessions[].startsAt",
        "Host",
        "sessions[].host",
        "Mode",
        "sessions[].mode",
        "Hours",
        "sessions[].hours");
  }

  /** Rows from the second on, with commas between the cells. */
  private static List<FormRow> rows(String... rows) {
    return IntStream.range(0, rows.length)
        .mapToObj(i -> new FormRow(i + 2, ImmutableList.copyOf(rows[i].split(",", -1))))
        .toList();
  }

  private static WorkGroup read(FormReader form, String... rows) {
    return form.read(rows(rows), WorkGroup.class, POLICY, group -> List.of()).document();
  }

  private static List<String> problems(FormReader form, String... rows) {
    return catchThrowableOfType(InvalidInputException.class, () -> read(form, rows))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void eachRowIsASchoolOfItsGroup() {
    WorkGroup group =
        read(
            ofSchools(),
            "A,Cohort lead,100008,Primary",
            "A,,100009.0,",
            "A,COHORT_LEAD,100008,primary");
    assertThat(group.lead().orElseThrow().role()).isEqualTo(LeadRole.COHORT_LEAD);
    assertThat(group.schools().orElseThrow())
        .containsExactly(
            School.builder().urn(100_008).phase(Phase.PRIMARY).build(),
            School.builder().urn(100_009).build());
    assertThat(group.sessions()).isEmpty();
  }

  @Test
  void rowsBelongTogetherByTheNameOfTheirGroupAndTheOffering() {
    FormReader form = ofSchools();
    List<FormRow> rows = rows("North 1,,100008,", " north  1,,100009,", "North 2,,100010,", ",,1,");
    assertThat(form.joinsRows()).isTrue();
    assertThat(form.key(rows.get(0))).isPresent().isEqualTo(form.key(rows.get(1)));
    assertThat(form.key(rows.get(2))).isPresent().isNotEqualTo(form.key(rows.get(0)));
    assertThat(form.key(rows.get(3))).isEmpty();
    assertThat(form.belongsToRowAbove(rows.get(3))).isTrue();
    assertThat(form.belongsToRowAbove(rows.get(2))).isFalse();
    assertThat(form.belongsToRowAbove(rows(",Cohort lead,100008,").get(0))).isFalse();
    assertThat(
            FormReader.of(map(",\"group\":\"All\"", "URN", "schools[].urn"), List.of("URN"))
                .key(rows("100008").get(0)))
        .isPresent();
  }

  @Test
  void eachRowIsASchoolInASession() {
    WorkGroup group =
        read(
            ofSessions(),
            "A,100008,1,12/10/2022,13:30,100008,In person,3 hours",
            "A,100008,2,tbc,,-,Virtual,2.5",
            "A,100009,Session 1,12 October 2022,1:30pm,100008,face to face,3",
            "A,100009,2.0,,,,,");
    assertThat(group.schools().orElseThrow())
        .extracting(School::urn)
        .containsExactly(100_008, 100_009);
    List<Session> sessions = group.sessions().orElseThrow();
    assertThat(sessions).extracting(Session::number).containsExactly(1, 2);
    assertThat(sessions.get(0))
        .satisfies(
            first -> {
              assertThat(first.date()).hasToString("Optional[2022-10-12]");
              assertThat(first.startsAt()).hasToString("Optional[13:30]");
              assertThat(first.host()).hasValue(100_008);
              assertThat(first.mode()).hasValue(SessionMode.IN_PERSON);
              assertThat(first.hours()).hasToString("Optional[3]");
            });
    assertThat(sessions.get(1))
        .satisfies(
            second -> {
              assertThat(second.date()).isEmpty();
              assertThat(second.host()).isEmpty();
              assertThat(second.mode()).hasValue(SessionMode.ONLINE);
            });
  }

  @Test
  void whatDiffersInRowsOfTheSameThingIsRefusedWithItsRows() {
    assertThat(
            problems(
                ofSchools(),
                "A,Cohort lead,100008,Primary",
                "A,Local leader,100009,Primary",
                "A,,100008,Secondary"))
        .containsExactly(
            "column 2 `Lead` in row 3: rows 2 and 3 of the same work group differ. Write the same"
                + " in each row of a work group, or in one only",
            "column 4 `Phase` in row 4: rows 2 and 4 of the same school differ. Write the same in"
                + " each row of a school, or in one only");
    assertThat(problems(ofSessions(), "A,,1,12/10/2022,,,,", "A,,1,13/10/2022,,,,"))
        .containsExactly(
            "column 4 `Date` in row 3: rows 2 and 3 of the same session differ. Write the same in"
                + " each row of a session, or in one only");
  }

  @Test
  void sessionsInColumnsAreNumberedByTheirColumns() {
    FormReader form =
        form(
            "Group",
            "group",
            "One",
            "sessions[0].date",
            "Two",
            "sessions[1].date",
            "Three",
            "sessions[2].date",
            "Four",
            "sessions[3].venue");
    assertThat(read(form, "A,12/10/2022,tbc,14/12/2022,").sessions().orElseThrow())
        .extracting(session -> session.number() + " " + session.date().isPresent())
        .containsExactly("1 true", "2 false", "3 true");
    assertThat(read(form, "A,,,,").sessions()).isEmpty();
    assertThat(
            read(
                    form("Group", "group", "No", "sessions[0].number", "One", "sessions[0].date"),
                    "A,4,12/10/2022")
                .sessions()
                .orElseThrow())
        .extracting(Session::number)
        .containsExactly(4);
  }

  @Test
  void aConstantCanBeOfEverySchool() {
    FormReader form =
        FormReader.of(
            map(
                ",\"schools[].country\":\"England\",\"group\":\"A\"",
                "URN",
                "schools[].urn",
                "Phase",
                "schools[].phase"),
            List.of("URN", "Phase"));
    assertThat(read(form, "100008,", ",", "100009,Primary").schools().orElseThrow())
        .extracting(school -> school.country().orElseThrow())
        .containsExactly(Country.ENGLAND, Country.ENGLAND);
  }

  @Test
  void theColumnOfAValueOfASchoolIsNamed() {
    assertThat(ofSchools().column("/schools/7/phase")).hasValue("column 4 `Phase`");
  }

  @Test
  void aRowWithoutWhatTellsItsSchoolIsRefused() {
    assertThat(problems(ofSchools(), "A,,100008,Primary", "A,,,Primary"))
        .containsExactly("column 3 `URN` in row 3: the cell is empty; a value is needed");
    assertThat(problems(ofSchools(), "A,,Ash Lane,Primary", "A,,855/2034,"))
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .isEqualTo("column 3 `URN` in row 2: expected a URN of 5 or 6 digits"),
            other ->
                assertThat(other)
                    .startsWith("column 3 `URN` in row 3: expected a URN of 5 or 6 digits. Seven"));
    assertThat(problems(ofSessions(), "A,,,12/10/2022,,,,"))
        .containsExactly("column 3 `No` in row 2: the cell is empty; a value is needed");
    assertThat(problems(ofSchools(), ",Cohort lead,100008,"))
        .containsExactly("column 1 `Group` in row 2: the cell is empty; a value is needed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Late|column 4 `Date` in row 2: expected a date such as `3 May 2022` or `03/05/2022`",
        "367|column 3 `No` in row 2: `367` is not a session number; expected 1 to 366",
        "Noon|column 5 `Start` in row 2: expected a time such as `13:30`",
        "Zoom|column 7 `Mode` in row 2: expected one of `In person`, `Online`",
        "Whole day|column 8 `Hours` in row 2: expected a number of hours such as `2.5`",
      })
  void aCellOfASessionIsNamedByItsHeadingAndRow(String cell, String problem) {
    List<String> cells = new ArrayList<>(List.of("A", "", "1", "12/10/2022", "", "", "", ""));
    cells.set(Character.digit(problem.charAt(7), 10) - 1, cell);
    assertThat(problems(ofSessions(), String.join(",", cells))).containsExactly(problem);
  }

  @Test
  void aGroupHasAtMostTenThousandRows() {
    FormReader form = form("Group", "group", "URN", "schools[].urn");
    String[] rows = new String[10_001];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = "A," + (100_000 + i % 1_000);
    }
    assertThat(problems(form, rows)).containsExactly("more than 10000 rows of one work group");
    rows[10_000] = "";
    assertThat(
            form.read(rows(rows).subList(0, 10_000), WorkGroup.class, POLICY, group -> List.of())
                .document()
                .schools()
                .orElseThrow())
        .hasSize(1_000);
  }

  @Test
  void aMapOfGroupsIsCheckedAtOnce() {
    assertThatThrownBy(
            () ->
                map(
                    "",
                    "A",
                    "school.urn",
                    "B",
                    "schools[].phase",
                    "C",
                    "sessions[].date",
                    "D",
                    "sessions[0].host",
                    "E",
                    "leadParticipants[0].trn"))
        .hasMessageContainingAll(
            "`school.urn` is not a place in a work group",
            "`leadParticipants[0].trn` is not a place in a work group",
            "some places of `sessions` have a number in their brackets, others have none. Without a"
                + " number, each row has one of them",
            "no column or constant gives `group`",
            "no column or constant gives `schools[].urn`",
            "no column or constant gives `sessions[].number`");
    assertThatThrownBy(
            () ->
                TfmJson.read(
                    """
                    {"form":"group","people":"in-one-row","constants":{"group":"A",
                     "offering.hub":"h","offering.type":"t","offering.year":"2022/23"},
                     "columns":[]}
                    """,
                    FormMap.class))
        .hasMessage(
            "`people` (line 1): a work group names no people; its schools or sessions have a row each."
                + " Delete this line");
  }
}
