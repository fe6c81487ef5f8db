package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tfm.model.intake.FormMap;
import org.tfm.model.intake.FormReader;
import org.tfm.model.problem.InvalidInputException;

/**
 * A table, CSV or a workbook, with a row of a form in each record. The headings are {@linkplain
 * FormReader#named the names of places}, or those of a form map.
 *
 * <p>UTF-8, with or without a byte order mark, Windows-1252 and UTF-16 are read, with commas,
 * semicolons or tabs between the columns. Lines without any value are no rows, and empty columns
 * after the last are left out. With a form map, the headings are in one of the first rows, and what
 * is above them is left out; so is a row that repeats them. A quotation mark that is never closed
 * ends the reading, because nobody can tell where the next row starts.
 */
public final class CsvRows implements RowSource {

  /** How many rows may be above the headings of a form. */
  private static final int MOST_ABOVE = 10;

  private final String file;
  private final TableRecords records;
  private final Deque<TableRow> read = new ArrayDeque<>();
  private final ImmutableList<String> headings;
  private final FormReader form;
  private @Nullable InvalidInputException broken;

  /**
   * The rows on this stream, their headings read.
   *
   * @param name the name of the input in messages
   * @param file the name of the file in the results
   * @param in the bytes; closing this closes them
   * @param map the map of the form; without it, headings are names of places
   * @throws InvalidInputException if a column is unknown, missing or duplicate
   */
  public CsvRows(String name, String file, InputStream in, Optional<FormMap> map)
      throws IOException {
    this(
        name,
        file,
        new CsvRecords(
            name, in, map.isPresent() ? CsvRecords.Numbering.ROWS : CsvRecords.Numbering.LINES),
        map);
  }

  private CsvRows(String name, String file, TableRecords records, Optional<FormMap> map) {
    this.file = file;
    this.records = records;
    readAhead(map.isPresent() ? 1 + MOST_ABOVE : 1);
    if (read.isEmpty()) {
      throw new InvalidInputException(records.empty().inFile(name));
    }
    map.ifPresent(this::leaveOutAboveHeadings);
    TableRow first = read.remove();
    this.headings = first.texts();
    if (map.isPresent()) {
      records
          .problem(headings, List.copyOf(read))
          .ifPresent(
              problem -> {
                throw new InvalidInputException(problem.inFile(name, first.line()));
              });
    }
    try {
      this.form = map.isPresent() ? FormReader.of(map.get(), headings) : FormReader.named(headings);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          e.problems().stream().map(problem -> problem.inFile(name, first.line())).toList());
    }
  }

  /**
   * The rows of the first visible sheet of a workbook, their headings read.
   *
   * @param name the name of the input in messages
   * @param file the name of the file in the results
   * @param workbook the workbook
   * @param map the map of the form; without it, headings are names of places
   * @throws InvalidInputException if it is not a workbook that can be read, or a column is unknown,
   *     missing or duplicate
   */
  static CsvRows ofWorkbook(String name, String file, Path workbook, Optional<FormMap> map)
      throws IOException {
    WorkbookRecords records = new WorkbookRecords(name, workbook);
    try {
      return new CsvRows(name, file, records, map);
    } catch (InvalidInputException e) {
      records.close();
      throw e;
    }
  }

  /** Reads the first rows; what cannot be read of them is reported after those before it. */
  private void readAhead(int most) {
    try {
      for (int i = 0; i < most; i++) {
        records.next().ifPresent(read::add);
      }
    } catch (InvalidInputException e) {
      if (read.isEmpty()) {
        throw e;
      }
      broken = e;
    }
  }

  /** The next row; empty after the last. */
  private Optional<TableRow> nextRow() {
    if (!read.isEmpty()) {
      return Optional.of(read.remove());
    }
    if (broken != null) {
      throw broken;
    }
    return records.next();
  }

  private void leaveOutAboveHeadings(FormMap map) {
    int above = FormReader.headingRow(map, read.stream().map(TableRow::texts).toList());
    for (int i = 0; i < above; i++) {
      read.remove();
    }
  }

  /**
   * The first rows of CSV, headings and all, without lines that have no value.
   *
   * @param name the name of the input in messages
   * @param in the bytes
   * @param most the most rows that are read
   */
  public static ImmutableList<ImmutableList<String>> first(String name, InputStream in, int most)
      throws IOException {
    try (CsvRecords records = new CsvRecords(name, in, CsvRecords.Numbering.ROWS)) {
      return texts(records.first(most));
    }
  }

  /**
   * The first rows of the first visible sheet of a workbook, headings and all, without rows that
   * have no value.
   *
   * @param name the name of the input in messages
   * @param workbook the workbook
   * @param most the most rows that are read
   * @throws InvalidInputException if it is not a workbook that can be read
   */
  public static ImmutableList<ImmutableList<String>> first(String name, Path workbook, int most)
      throws IOException {
    try (WorkbookRecords records = new WorkbookRecords(name, workbook)) {
      List<TableRow> rows = records.first(most);
      if (rows.isEmpty()) {
        throw new InvalidInputException(records.empty().inFile(name));
      }
      return texts(rows);
    }
  }

  /**
   * Refuses headings of a workbook that do not fit the rows below them.
   *
   * @param name the name of the input in messages
   * @param below the rows below the headings
   */
  public static void checkHeadings(
      String name, List<String> headings, List<? extends List<String>> below) {
    WorkbookRecords.withoutHeading(headings, below)
        .ifPresent(
            problem -> {
              throw new InvalidInputException(problem.inFile(name));
            });
  }

  private static ImmutableList<ImmutableList<String>> texts(List<TableRow> rows) {
    return rows.stream().map(TableRow::texts).collect(ImmutableList.toImmutableList());
  }

  /** The headings, in the order of the columns. */
  ImmutableList<String> headings() {
    return headings;
  }

  /** The reader of the form. */
  FormReader form() {
    return form;
  }

  @Override
  public boolean hasNext() {
    Optional<TableRow> row = nextRow();
    while (row.isPresent() && isHeadings(row.get())) {
      row = nextRow();
    }
    row.ifPresent(read::addFirst);
    return row.isPresent();
  }

  /** Whether a row repeats the headings, as in files that were put together. */
  private boolean isHeadings(TableRow row) {
    return row.filled() == headings.size() && row.texts().equals(headings);
  }

  @Override
  public CsvRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return new CsvRow(form, headings, file, read.remove());
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
