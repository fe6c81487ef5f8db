package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.tfm;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.examples.cli.Commands.Run;

/** Files in the shape of the downloads of form products, assessed with a form map. */
class FormBatchTest {

  private static final String CONSTANTS =
      """
      constants:
        offering.hub: cheshire-wirral
        offering.type: primary-development
        offering.year: 2022/23
      """;

  private static final String GOOGLE_MAP =
      CONSTANTS
          + """
          columns:
            - heading: Timestamp
              to: submittedAt
            - heading: "What is your school's URN?"
              to: school.urn
            - heading: Type of school
              to: school.establishmentType
            - heading: Phase
              to: school.phase
            - heading: Country
              to: school.country
            - heading: Name
              to: leadParticipants[0].name
            - heading: TRN
              to: leadParticipants[0].trn
            - heading: "Role(s)"
              to: leadParticipants[0].roles
            - heading: Release days
              to: leadParticipants[0].releaseDays
            - heading: Name
              to: leadParticipants[1].name
            - heading: TRN
              to: leadParticipants[1].trn
            - heading: "Role(s)"
              to: leadParticipants[1].roles
            - heading: Release days
              to: leadParticipants[1].releaseDays
            - heading: "Is the school committed to teaching for mastery?"
              to: answers.committed-to-mastery
              values: { "Yes, we are": true }
          ignore: [ Email Address ]
          carry: [ "Anything else?" ]
          """;

  private static final String GOOGLE_HEADINGS =
      "Timestamp,Email Address,What is your school's URN?,Type of school,Phase,Country,Name,TRN,"
          + "Role(s),Release days,Name,TRN,Role(s),Release days,Is the school committed to teaching"
          + " for mastery?,Anything else?";

  private static String googleRow(String urn, String trn) {
    return "02/03/2022 17:05:09,a@example.org,"
        + urn
        + ",Community school,Primary,England,Teacher A,"
        + trn
        + ",\"Maths lead, Class teacher\",5 days,Teacher B,29/38475,SENCO,5,\"Yes, we are\","
        + "=1+1";
  }

  @TempDir Path folder;
  private Path in;
  private Path out;
  private Path map;

  @BeforeEach
  void paths() throws IOException {
    in = folder.resolve("responses.csv");
    out = folder.resolve("answers.csv");
    map = Files.writeString(folder.resolve("own.form.yaml"), GOOGLE_MAP);
  }

  private Run batch(String... more) {
    return tfm(
        Stream.concat(
                Stream.of("batch", in.toString(), out.toString(), "--form", map.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void nothingThatIsReadIsWrittenTo() throws IOException {
    Files.writeString(in, GOOGLE_HEADINGS + "\n" + googleRow("100008", "1928374") + "\n");
    for (String read : List.of(map.toString(), in.toString())) {
      tfm("batch", in.toString(), read, "--form", map.toString())
          .isRefused(read + ": the input cannot be written to");
      tfm("batch", in.toString(), out.toString(), "--form", map.toString(), "--rejects", read)
          .isRefused(read + ": the input cannot be written to");
    }
    assertThat(map).hasContent(GOOGLE_MAP);
  }

  @Test
  void rowsBeforeABrokenQuotationMarkAreKept() throws IOException {
    Files.writeString(
        in, GOOGLE_HEADINGS + "\n" + googleRow("100008", "1928374") + "\n\"never closed,\n");
    Run run = batch();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Not every line of the input could be read.");
    assertThat(table(out)).hasSize(2);
  }

  private static List<List<String>> table(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
      csv.forEach(row -> rows.add(row.getFields()));
    }
    return rows;
  }

  private List<List<String>> assessed(String... more) throws IOException {
    Run run = batch(more);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return table(out);
  }

  @Test
  void aDownloadOfGoogleFormsComesBackWithSentences() throws IOException {
    Files.writeString(
        in, GOOGLE_HEADINGS + "\n" + googleRow("100008", "19/28374") + "\n" + googleRow("x", ""));
    Run run = batch();
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<List<String>> rows = table(out);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0))
        .startsWith("Timestamp", "What is your school's URN?")
        .doesNotContain("Email Address")
        .endsWith(
            "Anything else?",
            "Row",
            "Verdict",
            "What is missing",
            "Whom to ask",
            "Next step",
            "To check");
    assertThat(rows.get(1))
        .startsWith("02/03/2022 17:05:09", "100008", "Community school")
        .contains("'=1+1", "2", "The school.");
    assertThat(table(folder.resolve("answers.csv.rejected.csv")))
        .satisfiesExactly(
            head -> assertThat(head).contains("Email Address").endsWith("Why it was not assessed"),
            row ->
                assertThat(row)
                    .contains("a@example.org", "x", "3")
                    .endsWith(
                        "column 3 `What is your school's URN?`: expected a URN of 5 or 6 digits."));
    assertThat(run.err()).doesNotContain("Teacher A", "28374", "example.org");
  }

  @Test
  void aDownloadOfMicrosoftFormsHasSemicolonsAndNumberedHeadings() throws IOException {
    Files.writeString(
        map,
        GOOGLE_MAP
            .replace("heading: Timestamp", "heading: Completion time")
            .replace("[ Email Address ]", "[ ID, Start time, Email ]")
            .replace("carry: [ \"Anything else?\" ]\n", "")
            .replace("constants:", "dates: month-first\nconstants:"));
    Files.writeString(
        in,
        "\uFEFFID;Start time;Completion time;Email;What is your school's URN?;Type of school;Phase;"
            + "Country;Name;TRN;Role(s);Release days;Name2;TRN2;Role(s)2;Release days2;Is the school"
            + " committed to teaching for mastery?\n"
            + "1;3/2/22 16:59:00;3/2/22 17:05:09;anonymous;100008.0;community school;PRIMARY;England;"
            + "Teacher A;RP19/28374;\"Maths lead;Class teacher;\";5;Teacher B;2938475;\"SENCO;\";5;"
            + "Yes, we are\n",
        StandardCharsets.UTF_16LE);
    List<List<String>> rows = assessed();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1)).startsWith("3/2/22 17:05:09", "100008.0");
  }

  @Test
  void aBookingListHasARowForEachPerson() throws IOException {
    Files.writeString(
        map,
        CONSTANTS
            + """
            people: one-row-each
            columns:
              - heading: School URN
                to: school.urn
              - heading: Delegate
                to: leadParticipants[].name
              - heading: TRN
                to: leadParticipants[].trn
            carry: [ School ]
            """);
    Files.write(
        in,
        List.of(
            "Bookings for the session,,,",
            ",,,",
            "School,School URN,Delegate,TRN",
            "School A,100008,Teacher A,1928374",
            ",,Teacher B,2938475",
            "School,School URN,Delegate,TRN",
            "School C,100009,Teacher C,3847562",
            "School A,100008,Teacher D,928374"),
        Charset.forName("windows-1252"));
    Run run = batch();
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(table(out)).hasSize(2);
    assertThat(table(out).get(1)).startsWith("School C", "100009");
    assertThat(table(folder.resolve("answers.csv.rejected.csv")))
        .hasSize(4)
        .last()
        .satisfies(
            row ->
                assertThat(row.get(row.size() - 1))
                    .startsWith("column 4 `TRN` in row 8: the number has 6 digits")
                    .doesNotContain("928374"));
    Files.writeString(
        in,
        "School,School URN,Delegate,TRN\nSchool A,100008,Teacher A,1928374\n,,Teacher B,2938475\n");
    List<List<String>> rows = assessed();
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1).get(5)).isEqualTo(rows.get(2).get(5));
    assertThat(rows.get(2)).contains("Row 3 names no school: it is taken for the one above.");
    assertThat(folder.resolve("answers.csv.rejected.csv")).isEmptyFile();
  }

  private static final String BOOKINGS =
      CONSTANTS
          + """
          people: one-row-each
          columns:
            - { heading: URN, to: school.urn }
            - { heading: Phase, to: school.phase }
            - { heading: Delegate, to: "leadParticipants[].name" }
            - { heading: TRN, to: "leadParticipants[].trn" }
          """;

  @Test
  void aProblemIsSaidInItsRowOnly() throws IOException {
    Files.writeString(map, BOOKINGS);
    Files.writeString(
        in,
        """
        URN,Phase,Delegate,TRN
        100008,,Teacher A,928374
        100008,Junior,Teacher B,2938475
        100008,,Teacher C,3847562
        100009,Primary,Teacher D,28374
        """);
    assertThat(batch().exitCode()).isEqualTo(2);
    assertThat(table(folder.resolve("answers.csv.rejected.csv")))
        .extracting(row -> row.get(row.size() - 1))
        .satisfiesExactly(
            head -> assertThat(head).isEqualTo("Why it was not assessed"),
            first ->
                assertThat(first)
                    .startsWith("column 4 `TRN` in row 2: the number has 6 digits")
                    .doesNotContain("row 3"),
            second ->
                assertThat(second)
                    .startsWith("column 2 `Phase` in row 3: expected one of")
                    .doesNotContain("row 2"),
            third ->
                assertThat(third).isEqualTo("The school is not assessed because of rows 2, 3."),
            other -> assertThat(other).startsWith("column 4 `TRN` in row 5: "));
  }

  @Test
  void rowsAreNumberedAsASpreadsheetDoes() throws IOException {
    Files.writeString(
        in,
        GOOGLE_HEADINGS
            + "\n\n"
            + googleRow("100008", "1928374").replace("=1+1", "\"one\ntwo\nthree\"")
            + "\n\n,,\n"
            + googleRow("x", "")
            + "\n");
    assertThat(batch().exitCode()).isZero();
    assertThat(table(out).get(1)).contains("3");
    assertThat(table(folder.resolve("answers.csv.rejected.csv")).get(1)).contains("6");
    Files.writeString(in, "\n\n" + GOOGLE_HEADINGS + "\n\n" + googleRow("x", "") + "\n\"open");
    batch();
    assertThat(table(folder.resolve("answers.csv.rejected.csv")))
        .extracting(row -> row.get(row.size() - 2))
        .containsExactly("Row", "5", "6");
  }

  @Test
  void aColumnThatIsCalledLikeOneOfOursIsMarked() throws IOException {
    List<String> own =
        List.of(
            "URN",
            "Verdict",
            "row",
            "What is missing",
            "Why it was not assessed",
            "File",
            "File (form)",
            "Verdict",
            "Expression of interest");
    Files.writeString(
        map,
        CONSTANTS
            + "columns: [ { heading: URN, to: school.urn } ]\ncarry:\n"
            + own.stream()
                .skip(1)
                .map(heading -> "  - \"" + heading + "\"\n")
                .collect(Collectors.joining()));
    Files.writeString(in, String.join(",", own) + "\n100008,a,b,c,d,e,f,g,h\nx,a,b,c,d,e,f,g,h\n");
    List<String> assessed =
        List.of(
            "URN",
            "Verdict (form)",
            "row (form)",
            "What is missing (form)",
            "Why it was not assessed",
            "File",
            "File (form)",
            "Verdict (form)",
            "Expression of interest",
            "Row",
            "Verdict",
            "What is missing",
            "Whom to ask",
            "Next step",
            "To check");
    assertThat(assessed().get(0)).isEqualTo(assessed);
    assertThat(table(folder.resolve("answers.csv.rejected.csv")).get(0))
        .containsExactly(
            "URN",
            "Verdict",
            "row (form)",
            "What is missing",
            "Why it was not assessed (form)",
            "File",
            "File (form)",
            "Verdict",
            "Expression of interest",
            "Row",
            "Why it was not assessed");
    out = folder.resolve("answers.xlsx");
    assertThat(batch().exitCode()).isZero();
    assertThat(Workbooks.sheet(out, "Applications").get(0)).isEqualTo(assessed);
    Path forms = Files.createDirectory(folder.resolve("forms"));
    Files.copy(in, forms.resolve("one.csv"));
    Files.copy(in, forms.resolve("two.csv"));
    in = forms;
    out = folder.resolve("all.csv");
    assertThat(assessed().get(0)).containsOnlyOnce("File", "File (form)", "File (form) (form)");
  }

  @Test
  void lineBreaksOfTheFormComeBack() throws IOException {
    String cell = "\"one\r\ntwo\n=1+1\"";
    Files.writeString(
        in,
        GOOGLE_HEADINGS
            + "\n"
            + googleRow("100008", "1928374").replace("=1+1", cell)
            + "\n"
            + googleRow("x", "").replace("=1+1", cell)
            + "\n");
    assertThat(assessed().get(1)).contains("one\ntwo\n=1+1");
    assertThat(table(folder.resolve("answers.csv.rejected.csv")).get(1)).contains("one\ntwo\n=1+1");
  }

  @Test
  void whatComesTwiceIsShownAndNotDropped() throws IOException {
    Files.writeString(
        in,
        GOOGLE_HEADINGS
            + "\n"
            + googleRow("100008", "1928374")
            + "\n"
            + googleRow("100008", "1928374")
            + "\n"
            + googleRow("100009", "3847562")
            + "\n");
    Run run = batch();
    List<List<String>> rows = table(out);
    assertThat(rows).hasSize(4);
    assertThat(rows.get(2)).contains("The school also applied in row 2.");
    assertThat(rows.get(3))
        .contains(
            "Lead participant 2 has the reference number of a person of another school in row 2.");
    assertThat(run.err())
        .containsPattern("Schools in an earlier row too +1\n")
        .containsPattern("People named by two schools +1\n");
  }

  @Test
  void anApplicationInTwoFormsIsShownWithItsFile() throws IOException {
    in = Files.createDirectory(folder.resolve("forms"));
    String text = GOOGLE_HEADINGS + "\n" + googleRow("100008", "1928374") + "\n";
    Files.writeString(in.resolve("a.csv"), text);
    Files.writeString(in.resolve("b.csv"), text);
    assertThat(assessed())
        .extracting(row -> row.get(row.size() - 1))
        .containsExactly("File", "a.csv", "b.csv");
    assertThat(table(out).get(2)).contains("The school also applied in row 2 of a.csv.");
    Files.writeString(
        in.resolve("b.csv"), GOOGLE_HEADINGS + "\n" + googleRow("x", "1928374") + "\n");
    assertThat(assessed()).hasSize(2);
    assertThat(table(folder.resolve("answers.csv.rejected.csv")))
        .extracting(row -> row.get(row.size() - 1))
        .containsExactly("File", "b.csv");
    Files.writeString(in.resolve("b.csv"), text.replace("Anything else?", "anything else?"));
    batch().isRefused("the headings are not those of the first file of the folder");
  }

  @Test
  void expressionsOfInterestAreJoinedToApplications() throws IOException {
    Files.writeString(
        in,
        GOOGLE_HEADINGS
            + "\n"
            + googleRow("100008", "1928374")
            + "\n"
            + googleRow("100009", "3847562")
            + "\n");
    Path interest =
        Files.writeString(
            folder.resolve("interest.csv"), "When,URN\n01/02/2022,100009\n01/02/2022,100010\n");
    Path interestMap =
        Files.writeString(
            folder.resolve("interest.form.yaml"),
            "form: expression-of-interest\n"
                + CONSTANTS
                + "columns:\n- { heading: When, to: submittedOn }\n- { heading: URN, to: school.urn"
                + " }\n");
    Run run = batch("--interest", interest.toString(), "--interest-form", interestMap.toString());
    assertThat(run.err()).contains("Expressions of interest without an application: 1");
    List<List<String>> rows = table(out);
    assertThat(rows.get(0)).endsWith("Expression of interest");
    assertThat(rows.get(1)).endsWith("None.");
    assertThat(rows.get(2)).endsWith("Yes, in row 2 on 1 February 2022.");
  }

  @Test
  void aTableForExcelHasAMarkAndDatesOfTheUnitedKingdom() throws IOException {
    Files.writeString(
        in, GOOGLE_HEADINGS + "\n" + googleRow("100008", "").replace("=1+1", "2022-03-02") + "\n");
    assertThat(batch("--excel").exitCode()).isZero();
    assertThat(Files.readString(out)).startsWith("\uFEFFTimestamp").contains(",02/03/2022,");
  }

  @Test
  void aResultThatIsNotWantedFailsTheCommand() throws IOException {
    Files.writeString(in, GOOGLE_HEADINGS + "\n" + googleRow("100008", "") + "\n");
    String verdict = assessed().get(1).get(16);
    assertThat(verdict).isEqualTo("No.");
    assertThat(batch("--fail-on", "no,more").exitCode()).isEqualTo(1);
    assertThat(batch("--fail-on", "hub,rejected").exitCode()).isZero();
    batch("--fail-on", "maybe").isRefused("`maybe` is not a");
  }

  @Test
  void sixteenThousandColumnsAndTrailingOnesDoNotMatter() throws IOException {
    String blanks = ",".repeat(16_384 - 16);
    Files.writeString(
        in,
        GOOGLE_HEADINGS + blanks + "\n\n" + googleRow("100008", "1928374") + blanks + "\n,,,\n");
    assertThat(assessed()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'columns: []', no column or constant gives `school.urn`",
    "'colums: []', 'Maybe `colums` is misspelt'",
    "'columns: [{heading: A, to: urn}]', Maybe `school.urn`?",
    "'form: expression-of-interest\ncolumns: [{heading: A, to: school.urn}]', 'expected `form:"
        + " application`, `form: progress` or `form: group`'",
    "'columns: [{heading: A, to: school.urn, unsure: true}]', delete `unsure: true`",
    "'columns: [{heading: A, to: school.urn}]', the column `A` is missing",
  })
  void aMapThatDoesNotFitIsRefused(String columns, String message) throws IOException {
    Files.writeString(in, GOOGLE_HEADINGS + "\n");
    Files.writeString(map, CONSTANTS + columns + "\n");
    batch().isRefused(message);
    assertThat(out).doesNotExist();
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() throws IOException {
    Files.writeString(in, GOOGLE_HEADINGS + "\n");
    batch("--verdicts").isRefused("the output is a table for people");
    batch("--interest", in.toString()).isRefused("use both `--interest` and `--interest-form`");
    tfm("batch", in.toString(), out.toString(), "--excel")
        .isRefused("--excel: it needs a form map");
  }

  private static final String PROGRESS_MAP =
      "form: progress\n"
          + CONSTANTS
          + """
          columns:
            - heading: URN
              to: school.urn
            - heading: Days
              to: releaseDays
            - heading: Planned
              to: workshopsPlanned
            - heading: Attended
              to: workshopsAttended
            - heading: Tasks
              to: tasksCompleted
              values: { All: "Evaluation; reports" }
          carry: [ Verdict ]
          """;

  private static final String PROGRESS_HEADINGS = "URN,Days,Planned,Attended,Tasks,Verdict\n";

  @Test
  void eachRowIsTheProgressOfASchool() throws IOException {
    Files.writeString(map, PROGRESS_MAP);
    Files.writeString(
        in,
        PROGRESS_HEADINGS
            + "100008,9.5 days,6,5,\"Evaluation; a reflective log\",=1+1\n"
            + "100009.0,,,,,\n");
    List<List<String>> rows = assessed();
    assertThat(rows.get(0))
        .containsExactly(
            "URN",
            "Days",
            "Planned",
            "Attended",
            "Tasks",
            "Verdict (form)",
            "Row",
            "Verdict",
            "What is missing",
            "Whom to ask",
            "Next step",
            "To check");
    assertThat(rows.get(1))
        .startsWith("100008", "9.5 days", "6", "5", "Evaluation; a reflective log", "'=1+1", "2")
        .contains("No.", "Arrange with the school what is not met yet.");
    assertThat(rows.get(1).get(8)).contains("they have taken 9.5 days of release time");
    assertThat(rows.get(2))
        .contains("More information is needed.")
        .anyMatch(cell -> cell.startsWith("Ask the school ") && cell.endsWith(" questions."));
    assertThat(rows.get(2).get(8))
        .contains("Which tasks of the year has the school completed?")
        .doesNotContain("place");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100008,x,,,,|column 2 `Days`: expected a number of days such as `2.5`.",
        "100008,,5,6,,|column 4 `Attended`: `6` contradicts `workshopsPlanned`; expected at most 5.",
        "100008,,367,,,|column 3 `Planned`: `367` is out of range; expected 0 to 366.",
        "100008,,,-1,,|column 4 `Attended`: `-1` is out of range; expected 0 to 366.",
        "100008,,,1e9,,|column 4 `Attended`: expected a whole number.",
        "8,,,,,|column 1 `URN`: `8` is not a URN; expected a number of five or six digits.",
        ",1,,,,|column 1 `URN`: the cell is empty; a value is needed."
      })
  void progressThatCannotBeReadComesBackWithItsReason(String row, String reason)
      throws IOException {
    Files.writeString(map, PROGRESS_MAP);
    Files.writeString(in, PROGRESS_HEADINGS + row + "\n100009,10,6,6,All,\n");
    assertThat(assessed()).hasSize(2);
    List<String> rejected = table(Path.of(out + ".rejected.csv")).get(1);
    assertThat(rejected.get(rejected.size() - 1)).isEqualTo(reason);
  }

  @Test
  void aSchoolWhoseProgressIsInTwoRowsIsShown() throws IOException {
    Files.writeString(map, PROGRESS_MAP);
    Files.writeString(in, PROGRESS_HEADINGS + "100008,1,,,,\n100008,10,,,,\n");
    List<List<String>> rows = assessed();
    assertThat(rows.get(2)).endsWith("The school is also in row 2.");
  }

  @Test
  void aWorkbookOfProgressHasASheetOfItsName() throws IOException {
    Files.writeString(map, PROGRESS_MAP);
    Files.writeString(in, PROGRESS_HEADINGS + "100008,9,6,5,All,\n");
    Path workbook = folder.resolve("answers.xlsx");
    Run run = tfm("batch", in.toString(), workbook.toString(), "--form", map.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Workbooks.sheet(workbook, "Progress")).hasSize(2);
  }

  @Test
  void progressFollowsNoExpressionOfInterest() throws IOException {
    Files.writeString(map, PROGRESS_MAP);
    Files.writeString(in, PROGRESS_HEADINGS);
    Path interest =
        Files.writeString(
            folder.resolve("interest.form.yaml"),
            "form: expression-of-interest\n"
                + CONSTANTS
                + "columns: [ { heading: URN, to: school.urn } ]\n");
    Path sent = Files.writeString(folder.resolve("interest.csv"), "URN\n100008\n");
    batch("--interest", sent.toString(), "--interest-form", interest.toString())
        .isRefused(
            "expressions of interest come before applications; the form map is for another"
                + " document");
    tfm("batch", sent.toString(), out.toString(), "--form", interest.toString())
        .isRefused(
            "the form map is for another document; expected `form: application`, `form: progress`"
                + " or `form: group`");
  }

  private static final String GROUP_MAP =
      "form: group\n"
          + CONSTANTS
          + """
          columns:
            - { heading: Group, to: group }
            - { heading: Lead, to: lead.role }
            - { heading: URN, to: "schools[].urn" }
            - { heading: Phase, to: "schools[].phase" }
            - { heading: First session, to: "sessions[0].date" }
            - { heading: Second session, to: "sessions[1].date" }
          carry: [ Notes ]
          """;

  private static final String GROUP_HEADINGS =
      "Group,Lead,URN,Phase,First session,Second session,Notes\n";

  @Test
  void rowsOfAWorkGroupComeBackWithTheVerdictOfTheGroup() throws IOException {
    Files.writeString(map, GROUP_MAP);
    Files.writeString(
        in,
        GROUP_HEADINGS
            + "North,Cohort Lead,100008,Primary,12/10/2022,TBC,=1+1\n"
            + "South,Mastery Specialist,100011,Primary,,,\n"
            + "north ,,100009,Primary,,,\n"
            + ",,100010,Primary,,,\n"
            + ",,100008,Primary,,,\n");
    Run run = batch();
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).startsWith("Work groups                                2\n");
    List<List<String>> rows = table(out);
    assertThat(rows.get(0))
        .containsExactly(
            "Group",
            "Lead",
            "URN",
            "Phase",
            "First session",
            "Second session",
            "Notes",
            "Row",
            "Verdict",
            "What is missing",
            "Whom to ask",
            "Next step",
            "To check");
    assertThat(rows)
        .extracting(row -> row.get(2) + " " + row.get(7))
        .containsExactly("URN Row", "100008 2", "100009 4", "100010 5", "100008 6", "100011 3");
    List<String> north = rows.get(1).subList(8, 13);
    assertThat(north.get(0)).isEqualTo("No.");
    assertThat(north.get(1))
        .contains(
            "The group must have 6 or 7 schools; it has 3 schools.",
            "The work group lead must be a Mastery Specialist; they are a Cohort Lead.",
            "School 3: Is the school state-funded?")
        .doesNotContain("School 4");
    assertThat(north.subList(2, 4))
        .containsExactly("The lead.", "Arrange with the lead what is not met yet.");
    assertThat(north.get(4))
        .isEqualTo(
            "Rows 5 and 6 name no work group: they are taken for the one above. Column 6 `Second"
                + " session` in row 2: the form has words that mean “not known yet”.");
    assertThat(rows.subList(2, 5)).allSatisfy(row -> assertThat(row).endsWith(north.get(4)));
  }

  @Test
  void aSchoolInTwoWorkGroupsIsShown() throws IOException {
    Files.writeString(map, GROUP_MAP);
    Files.writeString(in, GROUP_HEADINGS + "A,,100008,,,,\nB,,100009,,,,\nB,,100008,,,,\n");
    Run run = batch();
    assertThat(table(out).get(3)).endsWith("URN 100008 is also in the work group of row 2.");
    assertThat(run.err()).containsPattern("Schools in an earlier row too +1\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A,Boss,100008,,,,|column 2 `Lead` in row 2: expected one of `Mastery Specialist`,"
            + " `Mastery Readiness Lead`, `Local Leader of Maths Education`, `Cohort Lead`.",
        "A,,,Primary,,,|column 3 `URN` in row 2: the cell is empty; a value is needed.",
        "A,,8,,,,|column 3 `URN` in row 2: `8` is not a URN; expected a number of five or six"
            + " digits.",
        "A,,100008,,soon,,|column 5 `First session` in row 2: expected a date such as `3 May 2022`"
            + " or `03/05/2022`.",
        ",Cohort Lead,100008,,,,|column 1 `Group` in row 2: the cell is empty; a value is needed."
      })
  void aWorkGroupThatCannotBeReadComesBackWithItsReason(String row, String reason)
      throws IOException {
    Files.writeString(map, GROUP_MAP);
    Files.writeString(in, GROUP_HEADINGS + row + "\nB,,100009,,,,\n");
    assertThat(assessed()).hasSize(2);
    List<String> rejected = table(Path.of(out + ".rejected.csv")).get(1);
    assertThat(rejected.get(rejected.size() - 1)).isEqualTo(reason);
  }

  @Test
  void theOtherRowsOfAWorkGroupSayWhereItsProblemIs() throws IOException {
    Files.writeString(map, GROUP_MAP);
    Files.writeString(in, GROUP_HEADINGS + "A,,100008,,,,\nA,,100009,Junior,,,\nB,,100010,,,,\n");
    assertThat(assessed()).hasSize(2);
    assertThat(table(Path.of(out + ".rejected.csv")).get(1))
        .endsWith("The work group is not assessed because of row 3.");
  }

  @Test
  void aWorkbookOfWorkGroupsHasASheetOfThem() throws IOException {
    Files.writeString(map, GROUP_MAP);
    Path workbook =
        Workbooks.write(
            folder.resolve("groups.xlsx"),
            List.of(
                List.of(GROUP_HEADINGS.strip().split(",", -1)),
                List.of("A", "Cohort Lead", "100008", "Primary", "2022-10-12", "", "x"),
                List.of("", "", "100009", "Junior", "", "", "")));
    Path answers = folder.resolve("answers.xlsx");
    Files.writeString(in, GROUP_HEADINGS + "A,,100008,,,,\nA,,100009,,,,\n");
    Run run = tfm("batch", in.toString(), answers.toString(), "--form", map.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Workbooks.sheet(answers, "Work groups")).hasSize(3);
    assertThat(
            tfm("batch", workbook.toString(), answers.toString(), "--form", map.toString())
                .exitCode())
        .isEqualTo(2);
    assertThat(Workbooks.sheet(answers, "Problems").get(1)).startsWith(3L, "Phase");
  }
}
