package org.tfm.examples.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookRecordsTest {

  private static final int MANY = 100_000;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100008 | General | 100008",
        "0.30000000000000004 | General | 0.3",
        "1234567 | #,##0 | 1234567",
        "2.5 | 0.00 | 2.5",
        "-3 | 0 | -3",
        "928374 | 0000000 | 0928374",
        "0.5 | 0% | 50%",
        "1000 | [$£-809]#,##0 | 1000",
        "3 | 0\\d\\a\\y\\s | 3",
        "3 | [Red]0 | 3",
        "1e300 | General | 1E+300",
        "44622 | dd/mm/yyyy | 2022-03-02",
        "44622 | [$-809]d mmmm yyyy;@ | 2022-03-02",
        "44622 | mmm-yy | 2022-03-02",
        "44622.7119097 | dd/mm/yyyy hh:mm:ss | 2022-03-02T17:05:09",
        "44622.7119097 | dd/mm/yyyy | 2022-03-02",
        "0.7119097 | h:mm | 17:05:09",
        "1.5 | [h]:mm | 36:00:00",
        "-1 | dd/mm/yyyy | -1",
      })
  void aNumberIsWhatAPersonSees(double number, String format, String text) throws IOException {
    Path file = folder.resolve("in.xlsx");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", null)) {
      Worksheet sheet = workbook.newWorksheet("Sheet 1");
      sheet.value(2, 1, number);
      sheet.style(2, 1).format(format).set();
    }
    Files.write(file, bytes.toByteArray());
    try (WorkbookRecords records = new WorkbookRecords("in.xlsx", file)) {
      TableRow row = records.next().orElseThrow();
      assertThat(row.line()).isEqualTo(3);
      assertThat(row.texts()).containsExactly("", text);
      assertThat(records.next()).isEmpty();
    }
  }

  @Test
  void textsTrueAndFalseAreWhatAPersonSees() throws IOException {
    Path file = folder.resolve("in.xlsx");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", null)) {
      Worksheet sheet = workbook.newWorksheet("Sheet 1");
      sheet.value(0, 0, true);
      sheet.value(0, 1, false);
      sheet.value(0, 2, " Zoë ");
      sheet.inlineString(0, 3, "0012");
    }
    Files.write(file, bytes.toByteArray());
    try (WorkbookRecords records = new WorkbookRecords("in.xlsx", file)) {
      Optional<TableRow> row = records.next();
      assertThat(row.orElseThrow().texts()).containsExactly("yes", "no", "Zoë", "0012");
      assertThat(row.orElseThrow().cells()).containsExactly("yes", "no", " Zoë ", "0012");
      assertThat(row).hasToString("Optional[row 1]");
    }
  }

  /** The texts of the rows are several times the heap. */
  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void moreRowsThanMemoryHoldsAreReadAndWritten() throws Exception {
    Path in = folder.resolve("in.xlsx");
    String statement = "We support this. ".repeat(20);
    try (OutputStream file = Files.newOutputStream(in);
        Workbook workbook = new Workbook(file, "test", null)) {
      Worksheet sheet = workbook.newWorksheet("Sheet 1");
      List<String> headings = List.of("URN", "Headteacher", "Notes");
      for (int i = 0; i < headings.size(); i++) {
        sheet.value(0, i, headings.get(i));
      }
      for (int i = 1; i <= MANY; i++) {
        sheet.value(i, 0, i % 1_000 == 0 ? -1 : 100_000 + i);
        sheet.inlineString(i, 1, statement + i);
        sheet.inlineString(i, 2, statement + -i);
        if (i % 1_000 == 0) {
          sheet.flush();
        }
      }
    }
    Path map =
        Files.writeString(
            folder.resolve("own.form.yaml"),
            """
            constants:
              offering.hub: cheshire-wirral
              offering.type: primary-development
              offering.year: 2022/23
            columns:
              - { heading: URN, to: school.urn }
              - { heading: Headteacher, to: headteacherStatement }
            carry: [ Notes ]
            """);
    Path out = folder.resolve("out.xlsx");
    Path errors = folder.resolve("errors.txt");
    Process process =
        BatchProcess.startOn(in.toString(), "64m", out, errors, "--form", map.toString());
    try {
      assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(errors)).contains("  assessed                            99,900\n");
    try (ReadableWorkbook workbook = new ReadableWorkbook(out.toFile())) {
      assertThat(workbook.findSheet("Applications").orElseThrow().openStream().count())
          .isEqualTo(1 + MANY - MANY / 1_000);
      assertThat(workbook.findSheet("Problems").orElseThrow().openStream().count())
          .isEqualTo(1 + MANY / 1_000);
    }
  }
}
