package org.tfm.examples.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Makes workbooks and reads them back. */
final class Workbooks {

  private Workbooks() {}

  /** Writes a workbook with one sheet of these cells. */
  static Path write(Path file, List<? extends List<?>> rows) throws IOException {
    return write(
        file,
        sheet -> {
          for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
              cell(sheet, r, c, rows.get(r).get(c));
            }
          }
        });
  }

  /** Writes a workbook with one sheet. */
  static Path write(Path file, Consumer<Worksheet> cells) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", null)) {
      cells.accept(workbook.newWorksheet("Form responses 1"));
    }
    return Files.write(file, bytes.toByteArray());
  }

  private static void cell(Worksheet sheet, int row, int column, Object value) {
    if (value instanceof LocalDateTime moment) {
      sheet.value(row, column, moment);
      sheet.style(row, column).format("dd/mm/yyyy hh:mm:ss").set();
    } else if (value instanceof LocalDate day) {
      sheet.value(row, column, day);
      sheet.style(row, column).format("dd/mm/yyyy").set();
    } else if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value instanceof Boolean yes) {
      sheet.value(row, column, yes);
    } else if (!value.toString().isEmpty()) {
      sheet.value(row, column, value.toString());
    }
  }

  /** Replaces a text in a part of a workbook. */
  static void replace(Path file, String part, String text, String other) throws IOException {
    Map<String, String> parts = parts(file);
    String before = parts.get(part);
    if (before == null || !before.contains(text)) {
      throw new IllegalArgumentException(part + " has no " + text + ": " + before);
    }
    parts.put(part, before.replace(text, other));
    zip(file, parts);
  }

  /** Writes an archive with these parts. */
  static Path zip(Path file, Map<String, String> parts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  /** The parts of a workbook. */
  static Map<String, String> parts(Path file) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry part : Collections.list(zip.entries())) {
        byte[] bytes = zip.getInputStream(part).readAllBytes();
        parts.put(part.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  /** The values of a sheet: texts and numbers; empty for no value. */
  static List<List<Object>> sheet(Path file, String name) {
    List<List<Object>> rows = new ArrayList<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<Row> read = workbook.findSheet(name).orElseThrow().openStream()) {
      read.forEach(row -> rows.add(row.stream().map(Workbooks::value).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static Object value(Cell cell) {
    if (cell == null) {
      return "";
    }
    return switch (cell.getType()) {
      case STRING, EMPTY -> cell.getText();
      case NUMBER -> ((BigDecimal) cell.getValue()).longValueExact();
      default -> throw new AssertionError(cell.getType());
    };
  }
}
