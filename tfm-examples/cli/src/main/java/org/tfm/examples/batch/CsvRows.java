package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.tfm.examples.batch.CsvRecords.Fields;
import org.tfm.model.intake.FormMap;
import org.tfm.model.intake.FormReader;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * CSV with a row of a form in each record. The headings are {@linkplain FormReader#named the names
 * of places}, or those of a form map.
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
  private final CsvRecords records;
  private final Deque<Fields> read = new ArrayDeque<>();
  private final ImmutableList<String> headings;
  private final FormReader form;

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
    this.file = file;
    this.records = new CsvRecords(name, in);
    read.addAll(records.first(map.isPresent() ? 1 + MOST_ABOVE : 1));
    if (read.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.MISSING, "the file is empty; expected a first line with column names")
              .inFile(name));
    }
    map.ifPresent(this::leaveOutAboveHeadings);
    Fields first = read.remove();
    this.headings = first.texts();
    try {
      this.form = map.isPresent() ? FormReader.of(map.get(), headings) : FormReader.named(headings);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          e.problems().stream().map(problem -> problem.inFile(name, first.line())).toList());
    }
  }

  private void leaveOutAboveHeadings(FormMap map) {
    int above = FormReader.headingRow(map, read.stream().map(Fields::texts).toList());
    for (int i = 0; i < above; i++) {
      read.remove();
    }
  }

  /**
   * The first rows of a table, headings and all, without lines that have no value.
   *
   * @param name the name of the input in messages
   * @param in the bytes
   * @param most the most rows that are read
   */
  public static ImmutableList<ImmutableList<String>> first(String name, InputStream in, int most)
      throws IOException {
    try (CsvRecords records = new CsvRecords(name, in)) {
      return records.first(most).stream()
          .map(Fields::texts)
          .collect(ImmutableList.toImmutableList());
    }
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
    Optional<Fields> row = read.isEmpty() ? records.next() : Optional.of(read.remove());
    while (row.isPresent() && isHeadings(row.get())) {
      row = read.isEmpty() ? records.next() : Optional.of(read.remove());
    }
    row.ifPresent(read::addFirst);
    return row.isPresent();
  }

  /** Whether a row repeats the headings, as in files that were put together. */
  private boolean isHeadings(Fields row) {
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
