package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.tfm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.examples.cli.Commands.Run;

/** Workbooks as forms, and as answers to them. */
class WorkbookTest {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final LocalDateTime SENT = LocalDateTime.of(2022, 3, 2, 17, 5, 9);

  private static final String CONSTANTS =
      """
      constants:
        offering.hub: cheshire-wirral
        offering.type: primary-development
        offering.year: 2022/23
      """;

  private static final String MAP =
      CONSTANTS
          + """
          columns:
            - { heading: Timestamp, to: submittedAt }
            - { heading: URN, to: school.urn }
            - { heading: Name, to: "leadParticipants[0].name" }
            - { heading: TRN, to: "leadParticipants[0].trn" }
            - { heading: Release days, to: "leadParticipants[0].releaseDays" }
            - { heading: Name, to: "leadParticipants[1].name" }
            - { heading: TRN, to: "leadParticipants[1].trn" }
            - heading: Committed to mastery?
              to: answers.committed-to-mastery
              values: { "Yes, we are": true }
          ignore: [ Email ]
          carry: [ Notes ]
          """;

  private static final List<String> GOOGLE =
      List.of(
          "Timestamp",
          "Email",
          "URN",
          "Name",
          "TRN",
          "Release days",
          "Name",
          "TRN",
          "Committed to mastery?",
          "Notes");

  @TempDir Path folder;
  private Path in;
  private Path out;
  private Path map;

  @BeforeEach
  void paths() throws IOException {
    in = folder.resolve("responses.xlsx");
    out = folder.resolve("answers.xlsx");
    map = Files.writeString(folder.resolve("own.form.yaml"), MAP);
  }

  private static List<Object> google(Object urn, Object trn, Object notes) {
    return List.of(
        SENT,
        "a@example.org",
        urn,
        "Teacher A",
        trn,
        2.5,
        "Teacher B",
        "29/38475",
        "Yes, we are",
        notes);
  }

  private Run batch(String... more) {
    return tfm(
        Stream.concat(
                Stream.of("batch", in.toString(), out.toString(), "--form", map.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Run assessed() {
    Run run = batch();
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  @Test
  void equalRowsGiveEqualBytesAndLineBreaksComeBack() throws IOException, InterruptedException {
    Workbooks.write(
        in, List.of(GOOGLE, google(100_008, 1_928_374, "one\ntwo"), google("x", 928_374, "")));
    assessed();
    byte[] first = Files.readAllBytes(out);
    Thread.sleep(1_100);
    assessed();
    assertThat(out).hasBinaryContent(first);
    assertThat(Workbooks.sheet(out, "Applications").get(1)).contains("one\ntwo");
    assertThat(Workbooks.parts(out).get("docProps/core.xml"))
        .contains(">1980-01-01T00:00:00.000Z<");
  }

  private static void isCutShort(Run run) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Not every line of the input could be read.");
  }

  private static void isRefused(Run run, String message) {
    run.isRefused(message);
    assertThat(run.err().lines().filter(line -> !line.isBlank())).hasSize(1);
  }

  @Test
  void aDownloadOfGoogleFormsComesBackAsAWorkbook() throws IOException {
    Workbooks.write(
        in, List.of(GOOGLE, google(100_008, 1_928_374, "=1+1"), google("x", 928_374, "")));
    Run run = assessed();
    assertThat(run.err())
        .startsWith("The sheet “Problems” says what to do about the rejected rows.\n")
        .doesNotContain("Teacher A", "28374", "example.org");
    List<List<Object>> rows = Workbooks.sheet(out, "Applications");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0))
        .startsWith("Timestamp", "URN")
        .doesNotContain("Email")
        .endsWith(
            "Notes", "Row", "Verdict", "What is missing", "Whom to ask", "Next step", "To check");
    assertThat(rows.get(1))
        .startsWith("2022-03-02T17:05:09", "100008", "Teacher A", "1928374", "2.5")
        .contains("=1+1", 2L, "No.");
    assertThat(Workbooks.sheet(out, "Problems"))
        .containsExactly(
            List.of("Row", "Column", "What to do", "File"),
            List.of(3L, "URN", "Expected a URN of 5 or 6 digits.", "responses.xlsx"),
            List.of(
                3L,
                "TRN",
                "The number has 6 digits; a TRN has seven. Maybe a spreadsheet removed a zero at"
                    + " the start. Ask for the TRN, and format the column as text.",
                "responses.xlsx"));
    assertThat(Workbooks.sheet(out, "Summary"))
        .containsExactly(
            List.of("Rows", 2L),
            List.of("assessed", 1L),
            List.of("NO", 1L),
            List.of("rejected", 1L));
    assertThat(folder.resolve("answers.xlsx.rejected.csv")).doesNotExist();
  }

  @Test
  void noTextOfAFormIsAFormulaAndNoneIsChanged() throws IOException {
    List<String> hostile =
        List.of(
            "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "<f>1</f>", "x".repeat(40_000));
    List<List<Object>> rows = new ArrayList<>(List.of(List.copyOf(GOOGLE)));
    hostile.forEach(text -> rows.add(google(100_008, "", text)));
    Workbooks.write(in, rows);
    assessed();
    List<List<Object>> written = Workbooks.sheet(out, "Applications");
    int notes = written.get(0).indexOf("Notes");
    assertThat(written.subList(1, 7))
        .extracting(row -> row.get(notes))
        .containsExactlyElementsOf(hostile.subList(0, 6));
    assertThat((String) written.get(7).get(notes)).hasSize(32_767).endsWith("…");
    assertThat(Workbooks.parts(out).values()).noneMatch(part -> part.contains("<f>"));
  }

  @Test
  void theSameFormInAWorkbookAndInCsvHasTheSameAnswers() throws IOException {
    out = folder.resolve("answers.csv");
    Workbooks.write(in, List.of(GOOGLE, google(100_008, 1_928_374, "Zoë"), google("x", "", "")));
    assessed();
    String fromWorkbook = Files.readString(out);
    String rejected = Files.readString(folder.resolve("answers.csv.rejected.csv"));
    in =
        Files.writeString(
            folder.resolve("responses.csv"),
            String.join(",", GOOGLE)
                + "\n2022-03-02T17:05:09,a@example.org,100008,Teacher A,1928374,2.5,Teacher B,"
                + "29/38475,\"Yes, we are\",Zoë"
                + "\n2022-03-02T17:05:09,a@example.org,x,Teacher A,,2.5,Teacher B,29/38475,"
                + "\"Yes, we are\",\n");
    assessed();
    assertThat(out).hasContent(fromWorkbook);
    assertThat(folder.resolve("answers.csv.rejected.csv")).hasContent(rejected);
  }

  @Test
  void aDownloadOfMicrosoftFormsHasNumberedHeadingsAndSemicolons() throws IOException {
    Files.writeString(map, MAP.replace("Timestamp", "Completion time").replace("Email", "ID"));
    Workbooks.write(
        in,
        List.of(
            List.of(
                "ID",
                "Completion time",
                "URN",
                "Name",
                "TRN",
                "Release days",
                "Name2",
                "TRN2",
                "Committed to mastery?",
                "Notes"),
            List.of(
                1, SENT, 100_008, "Teacher A", "RP19/28374", 5, "Teacher B", 2_938_475, true, "")));
    assessed();
    assertThat(Workbooks.sheet(out, "Applications").get(1))
        .startsWith("2022-03-02T17:05:09", "100008", "Teacher A", "RP19/28374", "5")
        .contains("yes");
  }

  @Test
  void aBookingListHasATitleAboveItsHeadingsAndARowForEachPerson() throws IOException {
    Files.writeString(
        map,
        CONSTANTS
            + """
            people: one-row-each
            columns:
              - { heading: School URN, to: school.urn }
              - { heading: Delegate, to: "leadParticipants[].name" }
              - { heading: TRN, to: "leadParticipants[].trn" }
            """);
    Workbooks.write(
        in,
        List.of(
            List.of("Bookings for the session"),
            List.of(),
            List.of("School URN", "Delegate", "TRN"),
            List.of(100_008, "Teacher A", 1_928_374),
            List.of("", "Teacher B", 2_938_475),
            List.of(100_009, "Teacher C", 3_847_562),
            List.of("", "Teacher D", 928_374)));
    assessed();
    List<List<Object>> rows = Workbooks.sheet(out, "Applications");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1)).contains(4L, "Row 5 names no school: it is taken for the one above.");
    assertThat(Workbooks.sheet(out, "Problems").get(1)).startsWith(7L, "TRN");
  }

  @Test
  void theFirstVisibleSheetIsRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", null)) {
      Worksheet hidden = workbook.newWorksheet("Lists");
      hidden.value(0, 0, "hidden");
      hidden.setVisibilityState(VisibilityState.HIDDEN);
      Worksheet shown = workbook.newWorksheet("Answers");
      for (int i = 0; i < GOOGLE.size(); i++) {
        shown.value(0, i, GOOGLE.get(i));
      }
      shown.value(4, 2, 100_008);
    }
    Files.write(in, bytes.toByteArray());
    assessed();
    assertThat(Workbooks.sheet(out, "Applications").get(1)).contains("100008", 5L);
  }

  @Test
  void aMapIsProposedForAWorkbook() throws IOException {
    Workbooks.write(
        in,
        List.of(
            List.of("Timestamp", "School URN", "Name", "TRN"),
            List.of(SENT, 100_008, "Teacher A", 1_928_374)));
    Run run = formMap();
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("to: submittedAt", "to: school.urn", "leadParticipants[0].trn");
    Workbooks.write(in, List.of(List.of("School URN", "", "TRN"), List.of(1, "Teacher A", 2)));
    isRefused(formMap(), "column 2 has values but no heading. Maybe headings are merged");
    Workbooks.write(in, List.of());
    isRefused(formMap(), "the first visible sheet is empty");
    Files.delete(in);
    isRefused(formMap(), "there is no such file");
  }

  private Run formMap() {
    return tfm(
        "form-map",
        in.toString(),
        "--hub",
        "cheshire-wirral",
        "--type",
        "primary-development",
        "--year",
        "2022/23");
  }

  @Test
  void columnsWithTheNamesOfPlacesNeedNoMap() throws IOException {
    Workbooks.write(
        in,
        List.of(
            List.of("offering.hub", "offering.type", "offering.year", "school.urn"),
            List.of("cheshire-wirral", "primary-development", "2022/23", 100_008)));
    Path csv = folder.resolve("answers.csv");
    Run run = tfm("batch", in.toString(), csv.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(csv)).contains("responses.xlsx,2,100008,cheshire-wirral");
    isRefused(
        tfm("batch", in.toString(), out.toString()),
        "OUT: a workbook is written only for the rows of a form. Add `--form MAP`, or write CSV");
    isRefused(
        tfm("batch", "-", csv.toString(), "--in-format", "xlsx"),
        "a workbook cannot be read from standard input");
  }

  @Test
  void cellsThatCannotBeReadAreProblemsOfTheirRow() throws IOException {
    Workbooks.write(
        in,
        List.of(
            GOOGLE,
            google(100_008, "", ""),
            google(100_009, "", ""),
            google(100_010, "", ""),
            google(100_011, "", "")));
    Workbooks.replace(
        in,
        SHEET,
        "<c r=\"C2\" t=\"n\"><v>100008</v>",
        "<c r=\"C2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v>");
    Workbooks.replace(in, SHEET, "<v>100009</v>", "<f>A1+1</f>");
    Workbooks.replace(in, SHEET, "<v>100010</v>", "<f>100009+1</f><v>100010</v>");
    Run run = assessed();
    assertThat(Workbooks.sheet(out, "Problems"))
        .containsExactly(
            List.of("Row", "Column", "What to do", "File"),
            List.of(
                2L,
                "URN",
                "The cell has an error (`#DIV/0!`). Correct the formula, or type the value.",
                "responses.xlsx"),
            List.of(
                3L,
                "URN",
                "The formula was never calculated. Open the workbook in Excel and save it.",
                "responses.xlsx"));
    assertThat(Workbooks.sheet(out, "Applications"))
        .hasSize(3)
        .anySatisfy(row -> assertThat(row).contains("100010", 4L));
    assertThat(run.err()).doesNotContain("Teacher");
  }

  @Test
  void aColumnWithoutAHeadingIsRefused() throws IOException {
    List<Object> merged = new ArrayList<>(GOOGLE);
    merged.set(2, "");
    Workbooks.write(in, List.of(merged, google(100_008, "", "")));
    isRefused(
        batch(),
        "responses.xlsx:1: column 3 has values but no heading. Maybe headings are merged or take two"
            + " rows? Write each heading in a cell of one row");
    List<List<?>> rows = new ArrayList<>(List.of(GOOGLE));
    for (int i = 0; i < 12; i++) {
      List<Object> row = new ArrayList<>(google(100_008 + i, "", ""));
      row.add(i == 11 ? "aside" : "");
      rows.add(row);
    }
    Workbooks.write(in, rows);
    assessed();
    assertThat(Workbooks.sheet(out, "Problems").get(1))
        .startsWith(13L)
        .contains("Column 11 has a value but no heading.");
  }

  @ParameterizedTest
  @CsvSource({
    "EncryptedPackage, the workbook is protected by a password. Save a copy without a password",
    "Workbook, the file is an old workbook of Excel (.xls). Save it as an Excel workbook (.xlsx)",
  })
  void oldAndProtectedWorkbooksAreRefused(String stream, String message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
    bytes.write(new byte[1_000]);
    bytes.write(stream.getBytes(StandardCharsets.UTF_16LE));
    Files.write(in, bytes.toByteArray());
    isRefused(batch(), message);
    in = Files.write(folder.resolve("responses.xls"), bytes.toByteArray());
    isRefused(batch(), message);
  }

  @ParameterizedTest
  @CsvSource({
    "mimetype, the file is an OpenDocument spreadsheet. Save it as an Excel workbook (.xlsx)",
    "xl/workbook.bin, the file is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx)",
    "responses.csv, 'the file is a ZIP file, but not a workbook. Unpack it'",
    "[Content_Types].xml, the workbook is damaged",
  })
  void otherArchivesAreRefused(String part, String message) throws IOException {
    Workbooks.zip(in, Map.of(part, "<x/>"));
    isRefused(batch(), message);
    assertThat(out).doesNotExist();
  }

  @Test
  void whatIsDamagedOrNotAWorkbookIsRefused() throws IOException {
    Files.writeString(in, "Timestamp,URN\n");
    isRefused(batch(), "the file is not a workbook. Maybe it is CSV?");
    Files.writeString(in, "");
    isRefused(batch(), "responses.xlsx: the file is empty");
    isRefused(batch("--out-format", "jsonl"), "the output is a table for people");
    Workbooks.write(in, List.of(GOOGLE, google(100_008, "", "")));
    byte[] whole = Files.readAllBytes(in);
    Files.write(in, Arrays.copyOf(whole, whole.length / 2));
    isRefused(batch(), "the workbook is damaged. Open it in Excel and save it again");
    byte[] changed = whole.clone();
    changed[changed.length / 3] ^= 0x55;
    Files.write(in, changed);
    Run run = batch();
    run.isRefused("responses.xlsx");
    Files.write(in, whole);
    Workbooks.replace(in, SHEET, "</sheetData>", "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>-7</v>");
    isCutShort(batch());
    assertThat(Workbooks.sheet(out, "Problems").toString())
        .contains("The workbook cannot be read from this row on");
    Files.write(in, whole);
    Workbooks.replace(
        in, SHEET, "</sheetData>", "<row r=\"3\"><c r=\"XFE3\"><v>1</v></c></row></sheetData>");
    isCutShort(batch());
    assertThat(Workbooks.sheet(out, "Problems").toString())
        .contains("The row has more than 16384 columns");
  }

  @Test
  void aSheetOfAllColumnsIsReadAndItsEmptyCellsDoNotMatter() throws IOException {
    Workbooks.write(in, List.of(GOOGLE, google(100_008, "", "")));
    Workbooks.replace(in, SHEET, "</row></sheetData>", "<c r=\"XFD2\" s=\"0\"/></row></sheetData>");
    assessed();
    assertThat(Workbooks.sheet(out, "Applications")).hasSize(2);
  }

  @Test
  void aWorkbookWithoutARowThatIsSeenIsRefused() throws IOException {
    Workbooks.write(in, List.of());
    isRefused(
        batch(),
        "responses.xlsx: the first visible sheet is empty; expected a row of headings. Move the"
            + " sheet with the rows to the front");
    Workbooks.write(
        in,
        sheet -> {
          sheet.value(0, 0, "x");
          sheet.setVisibilityState(VisibilityState.VERY_HIDDEN);
        });
    isRefused(batch(), "all sheets of the workbook are hidden. Show the sheet with the rows");
  }

  @Test
  void aSmallFileThatUnpacksToAHugeOneIsRefused() throws IOException {
    byte[] zeros = new byte[1_000_000];
    for (String part : List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")) {
      try (OutputStream file = Files.newOutputStream(in);
          ZipOutputStream zip = new ZipOutputStream(file)) {
        zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
        zip.putNextEntry(new ZipEntry(part));
        for (int i = 0; i < 100; i++) {
          zip.write(zeros);
        }
      }
      assertThat(in).satisfies(file -> assertThat(Files.size(file)).isLessThan(200_000));
      isRefused(batch(), "the workbook is too large when it is unpacked. Save the sheet as CSV");
      isRefused(formMap(), "the workbook is too large when it is unpacked");
    }
  }

  @Test
  void whereAWorkbookCannotBeWrittenIsSaid() throws IOException {
    Workbooks.write(in, List.of(GOOGLE, google(100_008, "", "")));
    isRefused(
        tfm("batch", in.toString(), "-", "--form", map.toString(), "--out-format", "xlsx"),
        "OUT: a workbook is written to a file. Name a file that ends in `.xlsx`");
    out = folder.resolve("answers.ods");
    isRefused(batch(), "answers.ods: workbooks are written as `.xlsx` only");
    out = in;
    isRefused(batch(), "the input cannot be written to");
  }

  @Test
  void rowsBeforeADamagedOneAreKept() throws IOException {
    Files.writeString(out, "old");
    List<List<?>> rows = new ArrayList<>(List.of(GOOGLE));
    for (int i = 0; i < 300; i++) {
      rows.add(google(100_008 + i, "", ""));
    }
    Workbooks.write(in, rows);
    Workbooks.replace(in, SHEET, "</sheetData>", "<row r=\"400\"><c r=\"A400\" t=\"s\"><v>-7</v>");
    isCutShort(batch());
    assertThat(Workbooks.sheet(out, "Applications")).hasSize(301);
    assertThat(Workbooks.sheet(out, "Problems").toString())
        .contains("302", "The workbook cannot be read from this row on");
  }

  @Test
  void rowsWithoutNumbersAreCounted() throws IOException {
    Workbooks.write(in, List.of(GOOGLE, google(100_008, "", "")));
    Workbooks.replace(in, SHEET, "<row r=\"1\"", "<row");
    Workbooks.replace(in, SHEET, "<row r=\"2\"", "<row");
    assessed();
    assertThat(Workbooks.sheet(out, "Applications").get(1)).contains(2L);
  }
}
