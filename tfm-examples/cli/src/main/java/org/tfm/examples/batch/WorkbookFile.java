package org.tfm.examples.batch;

import com.google.common.base.Ascii;
import com.google.common.io.ByteStreams;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * A check of a file before its content is read as a workbook: it must be an undamaged archive of
 * limited size with the parts of a workbook. Its parts are unpacked once and counted, because an
 * archive may state other sizes than it has.
 */
final class WorkbookFile {

  /** The most bytes that the sheets may have when they are unpacked; they are read row by row. */
  static final long LARGEST_SHEETS = 4_000_000_000L;

  /** The most bytes that all other parts may have when they are unpacked; some are kept. */
  static final long LARGEST_REST = 256_000_000L;

  /** Parts that are kept may take one part in so many of the memory. */
  private static final long SHARE_OF_MEMORY = 4;

  /** How many times larger than in the file a part may be. */
  static final long HIGHEST_RATIO = 300;

  /** The most parts. */
  static final int MOST_PARTS = 10_000;

  /** Parts up to this size may be packed in any ratio. */
  private static final long SMALL = 10_000_000;

  private static final int LONGEST_SCANNED = 16_000_000;
  private static final String SAVE = "Save it as an Excel workbook (.xlsx)";
  private static final String SHEETS = "xl/worksheets/";

  private WorkbookFile() {}

  /**
   * Refuses what is not a workbook that can be read.
   *
   * @param name the name of the input in messages
   * @return whether the workbook states formats of numbers
   */
  static boolean check(String name, Path file) throws IOException {
    return check(name, file, LARGEST_SHEETS, largestRest(Runtime.getRuntime().maxMemory()));
  }

  /** The most bytes of all parts but sheets with this much memory; some parts are kept. */
  static long largestRest(long memory) {
    return Math.min(LARGEST_REST, memory / SHARE_OF_MEMORY);
  }

  /**
   * Refuses what is not a workbook that can be read, with other limits.
   *
   * @param name the name of the input in messages
   * @param largestSheets the most bytes of the sheets
   * @param largestRest the most bytes of all other parts
   * @return whether the workbook states formats of numbers
   */
  static boolean check(String name, Path file, long largestSheets, long largestRest)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw refused(
          name, Problem.of(ProblemCode.NOT_READABLE, "a workbook is read from a file only"));
    }
    try (InputStream in = Files.newInputStream(file)) {
      checkStart(name, in);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return checkParts(name, zip, largestSheets, largestRest);
    } catch (InvalidInputException e) {
      throw e;
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw damaged(name);
    }
  }

  private static void checkStart(String name, InputStream in) throws IOException {
    byte[] start = in.readNBytes(8);
    if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
      byte[] rest = in.readNBytes(LONGEST_SCANNED);
      boolean isProtected =
          new String(rest, StandardCharsets.ISO_8859_1)
              .contains(
                  new String(
                      "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE),
                      StandardCharsets.ISO_8859_1));
      throw refused(
          name,
          isProtected
              ? Problem.of(ProblemCode.NOT_READABLE, "the workbook is protected by a password")
                  .withHint("Save a copy without a password")
              : Problem.of(ProblemCode.MALFORMED, "the file is an old workbook of Excel (.xls)")
                  .withHint(SAVE));
    }
    if (start.length == 0) {
      throw refused(name, Problem.of(ProblemCode.MISSING, "the file is empty"));
    }
    if (!startsWith(start, 'P', 'K')) {
      throw refused(
          name,
          Problem.of(ProblemCode.MALFORMED, "the file is not a workbook")
              .withHint("Maybe it is CSV? Then its name has to end in `.csv`"));
    }
  }

  private static boolean startsWith(byte[] start, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= start.length || Byte.toUnsignedInt(start[i]) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean checkParts(String name, ZipFile zip, long largestSheets, long largestRest)
      throws IOException {
    Set<String> parts = new HashSet<>();
    long sheets = 0;
    long rest = 0;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry part = all.nextElement();
      String path = Ascii.toLowerCase(part.getName());
      boolean isSheet = path.startsWith(SHEETS);
      if (!parts.add(path)) {
        throw damaged(name);
      }
      long left = isSheet ? largestSheets - sheets : largestRest - rest;
      long size = size(name, zip, part, left);
      if (size > left) {
        throw isSheet ? tooLarge(name) : tooMuchText(name, largestRest);
      }
      sheets += isSheet ? size : 0;
      rest += isSheet ? 0 : size;
      if (parts.size() > MOST_PARTS) {
        throw refused(
            name,
            Problem.of(
                ProblemCode.TOO_MUCH,
                "the workbook has more than %s parts",
                String.format(Locale.ROOT, "%,d", MOST_PARTS)));
      }
    }
    if (parts.contains("content.xml") || parts.contains("mimetype")) {
      throw refused(
          name,
          Problem.of(ProblemCode.MALFORMED, "the file is an OpenDocument spreadsheet")
              .withHint(SAVE));
    }
    if (parts.contains("xl/workbook.bin")) {
      throw refused(
          name,
          Problem.of(ProblemCode.MALFORMED, "the file is a binary workbook (.xlsb)")
              .withHint(SAVE));
    }
    if (!parts.contains("[content_types].xml")) {
      throw refused(
          name,
          Problem.of(ProblemCode.MALFORMED, "the file is a ZIP file, but not a workbook")
              .withHint("Unpack it and use the file inside"));
    }
    return parts.stream().anyMatch(part -> part.endsWith("styles.xml"));
  }

  /** Returns how large a part is when it is unpacked; more than the most if it is larger. */
  private static long size(String name, ZipFile zip, ZipEntry part, long most) throws IOException {
    long packed = Math.max(1, part.getCompressedSize());
    long limit = Math.min(most, Math.max(SMALL, HIGHEST_RATIO * packed));
    CRC32 sum = new CRC32();
    long size;
    try (InputStream in = new CheckedInputStream(zip.getInputStream(part), sum)) {
      size = ByteStreams.exhaust(ByteStreams.limit(in, limit + 1));
    }
    if (size > limit) {
      if (limit == most) {
        return size;
      }
      throw tooLarge(name);
    }
    if (part.getCrc() != -1 && part.getCrc() != sum.getValue()) {
      throw damaged(name);
    }
    return size;
  }

  /** The problem of a workbook that needs too much memory or is packed too tightly. */
  static InvalidInputException tooLarge(String name) {
    return refused(
        name,
        Problem.of(ProblemCode.TOO_MUCH, "the workbook is too large when it is unpacked")
            .withHint("Save the sheet as CSV in UTF-8"));
  }

  /** The problem of a workbook whose texts would need too much memory. */
  private static InvalidInputException tooMuchText(String name, long most) {
    return refused(
        name,
        Problem.of(
                ProblemCode.TOO_MUCH,
                "the texts and formats of the workbook have more than %s megabytes",
                String.format(Locale.ROOT, "%,d", most / 1_000_000))
            .withHint("Save the sheet as CSV in UTF-8"));
  }

  /** The problem of a workbook that is not whole. */
  static InvalidInputException damaged(String name) {
    return refused(
        name,
        Problem.of(ProblemCode.MALFORMED, "the workbook is damaged")
            .withHint("Open it in Excel and save it again, or download it again"));
  }

  private static InvalidInputException refused(String name, Problem problem) {
    return new InvalidInputException(problem.inFile(name));
  }
}
