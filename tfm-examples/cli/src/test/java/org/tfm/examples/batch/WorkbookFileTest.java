package org.tfm.examples.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.problem.InvalidInputException;

class WorkbookFileTest {

  private static final String TYPES = "[Content_Types].xml";
  private static final String TOO_LARGE =
      "in.xlsx: the workbook is too large when it is unpacked. Save the sheet as CSV in UTF-8";

  @TempDir Path folder;

  /** Writes parts; one of bytes that are not zero every so often cannot be packed tightly. */
  private Path parts(int size, int distance, String... names) throws IOException {
    Path file = folder.resolve("in.xlsx");
    Random random = new Random(1);
    byte[] content = new byte[size];
    for (int i = 0; i < size; i += distance) {
      content[i] = (byte) random.nextInt();
    }
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(TYPES));
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
      }
    }
    return file;
  }

  private static void isRefused(Path file, long sheets, long rest, String message) {
    assertThatThrownBy(() -> WorkbookFile.check("in.xlsx", file, sheets, rest))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  @Test
  void theSheetsAndTheOtherPartsHaveALimitEach() throws IOException {
    Path file =
        parts(1_000, 10, "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml");
    assertThat(WorkbookFile.check("in.xlsx", file, 2_000, 1_000)).isTrue();
    isRefused(file, 1_999, 1_000, TOO_LARGE);
    isRefused(
        file,
        2_000,
        999,
        "in.xlsx: the texts and formats of the workbook have more than 0 megabytes. Save the sheet"
            + " as CSV in UTF-8");
  }

  @Test
  void whatIsKeptTakesAtMostAQuarterOfTheMemory() {
    assertThat(WorkbookFile.largestRest(400_000_000)).isEqualTo(100_000_000);
    assertThat(WorkbookFile.largestRest(8_000_000_000L)).isEqualTo(256_000_000);
  }

  @Test
  void aLargePartMayNotBePackedTooTightly() throws IOException {
    long most = Long.MAX_VALUE;
    assertThat(WorkbookFile.check("in.xlsx", parts(11_000_000, 1_000, "a.xml"), most, most))
        .isFalse();
    assertThat(WorkbookFile.check("in.xlsx", parts(10_000_000, 10_000_000, "a.xml"), most, most))
        .isFalse();
    isRefused(parts(11_000_000, 11_000_000, "a.xml"), most, most, TOO_LARGE);
  }

  @Test
  void thereAreAtMostTenThousandParts() throws IOException {
    String[] names = new String[WorkbookFile.MOST_PARTS];
    for (int i = 0; i < names.length; i++) {
      names[i] = "part" + i;
    }
    isRefused(parts(0, 1, names), 1, 1, "in.xlsx: the workbook has more than 10,000 parts");
    names[0] = "mimetype";
    String[] fewer = Arrays.copyOf(names, names.length - 1);
    isRefused(
        parts(0, 1, fewer),
        1,
        1,
        "in.xlsx: the file is an OpenDocument spreadsheet. Save it as an Excel workbook (.xlsx)");
  }

  @Test
  void aPartThatIsThereTwiceOrChangedIsDamage() throws IOException {
    String damaged =
        "in.xlsx: the workbook is damaged. Open it in Excel and save it again, or download it"
            + " again";
    isRefused(parts(10, 1, "a.xml", "A.xml"), 1_000, 1_000, damaged);
    Path file = parts(100_000, 1, "a.xml");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    isRefused(file, 1_000_000, 1_000_000, damaged);
  }
}
