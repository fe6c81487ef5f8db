package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The rows of a CSV file of the Department, with the columns that are asked for. Not thread-safe.
 */
final class CsvTable implements Iterator<RawRow>, Closeable {

  /** The most bytes that are read: 60 times the size of the published register. */
  static final long MOST_BYTES = 4_000_000_000L;

  private static final int LARGEST_FIELD = 1_000_000;

  /** Columns with similar names that are not suggested when the URN is missing. */
  private static final ImmutableSet<String> OTHER_NUMBERS = ImmutableSet.of("UPRN", "UKPRN");

  private final String name;
  private final String what;
  private final CsvReader<RawRow> csv;
  private final Iterator<RawRow> rows;
  private final RowHandler handler = new RowHandler();
  private final int columns;
  private @Nullable RawRow next;

  /**
   * Opens a file and reads its first row.
   *
   * @param name the name of the file in messages
   * @param what what the file is, such as {@code register}
   * @param asked the titles of the columns, in the order of the fields of a row
   * @param needed the titles that must be there, unless the other title is, if there is one
   * @throws InvalidInputException if a required column is missing or a column appears twice
   */
  CsvTable(
      String name,
      String what,
      InputStream in,
      long mostBytes,
      ImmutableList<String> asked,
      ImmutableList<Needed> needed)
      throws IOException {
    this.name = name;
    this.what = what;
    try {
      Reader table = Encoding.bytes(new BoundedInput(in, mostBytes));
      this.csv =
          CsvReader.builder()
              .fieldSeparator(Separators.find(table))
              .allowUnclosedQuote(false)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .maxBufferSize(LARGEST_FIELD)
              .build(handler, table);
    } catch (InvalidInputException e) {
      throw e.in(name);
    }
    this.rows = csv.iterator();
    if (!hasNext()) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.MISSING,
                  "the %s is empty; expected a first line with column names",
                  what)
              .inFile(name));
    }
    RawRow header = requireNonNull(next);
    next = null;
    this.columns = header.filled();
    ImmutableList<String> titles =
        header.fields().stream()
            .map(Encoding::decode)
            .map(Blanks::strip)
            .collect(ImmutableList.toImmutableList());
    check(titles, asked, needed, header.line());
    handler.keep(asked.stream().mapToInt(titles::indexOf).toArray());
  }

  /**
   * A required column.
   *
   * @param title its title
   * @param other the title of another column that can replace it; empty if none can
   */
  record Needed(String title, Optional<String> other) {}

  private void check(
      ImmutableList<String> titles,
      ImmutableList<String> asked,
      ImmutableList<Needed> needed,
      long line) {
    List<Problem> problems = new ArrayList<>();
    for (String title : asked) {
      if (titles.indexOf(title) != titles.lastIndexOf(title)) {
        problems.add(
            Problem.of(ProblemCode.DUPLICATE, "the column `%s` appears more than once", title)
                .inFile(name, line));
      }
    }
    for (Needed column : needed) {
      String title = column.title();
      if (!titles.contains(title) && column.other().filter(titles::contains).isEmpty()) {
        problems.add(
            Problem.of(ProblemCode.MISSING, "the column `%s` is missing", title)
                .withHint(
                    DidYouMean.hint(
                        title,
                        titles.stream()
                            .filter(other -> other.length() <= 2 * title.length())
                            .filter(other -> !OTHER_NUMBERS.contains(other))
                            .toList()))
                .inFile(name, line));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /**
   * Returns whether there is another row with a value.
   *
   * @throws InvalidInputException if the rest cannot be read, for example after a quoted field
   *     without an end
   */
  @Override
  public boolean hasNext() {
    try {
      while (next == null && rows.hasNext()) {
        RawRow row = rows.next();
        next = row.filled() == 0 ? null : row;
      }
      return next != null;
    } catch (CsvParseException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MALFORMED, "the %s cannot be read from this row on", what)
              .withHint("Maybe a quotation mark is not closed or not doubled?")
              .inFile(name, handler.line()));
    } catch (UncheckedIOException e) {
      throw new InvalidInputException(
          (e.getCause() instanceof BoundedInput.TooLongException
                  ? Problem.of(
                      ProblemCode.TOO_MUCH,
                      "the %s is too large; reading stopped at row %s",
                      what,
                      handler.line())
                  : Problem.of(ProblemCode.NOT_READABLE, "the %s cannot be read to its end", what))
              .inFile(name));
    }
  }

  @Override
  public RawRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RawRow row = requireNonNull(next);
    next = null;
    return row;
  }

  /** Rejects a row that has more or fewer fields than the first line. */
  void checkSize(RawRow row) throws BadRowException {
    if (row.size() < columns || row.filled() > columns) {
      throw new BadRowException(
          row.size() + " fields; expected " + columns + ", as in the first line");
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
