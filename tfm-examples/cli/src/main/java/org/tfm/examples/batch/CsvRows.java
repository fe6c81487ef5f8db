package org.tfm.examples.batch;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.register.Encoding;
import org.tfm.register.Separators;

/**
 * CSV with an application in each record, in the {@linkplain FlatForm flat form}; the first record
 * names the columns.
 *
 * <p>UTF-8, with or without a byte order mark, and Windows-1252 are read. Lines without any value
 * are no rows, and empty columns after the last are left out. A quotation mark that is never closed
 * ends the reading, because nobody can tell where the next row starts.
 */
public final class CsvRows implements RowSource {

  private static final int LARGEST_FIELD = 4 * CsvRow.LONGEST;

  /** What a field counts beside its characters, so that empty ones cannot be too many. */
  private static final int OVERHEAD = 1;

  private final String name;
  private final String file;
  private final Handler handler = new Handler();
  private final CsvReader<Fields> csv;
  private final Iterator<Fields> rows;
  private final FlatForm form;
  private final CountedLines lines;
  private @Nullable Fields next;

  /**
   * The rows on this stream, its column names read.
   *
   * @param name the name of the input in messages
   * @param file the name of the file in the results
   * @param in the bytes; closing this closes them
   * @throws InvalidInputException if a column is unknown, missing or duplicate
   */
  public CsvRows(String name, String file, InputStream in) throws IOException {
    this.name = name;
    this.file = file;
    try {
      this.lines = new CountedLines(Encoding.bytes(in));
      this.csv =
          CsvReader.builder()
              .allowUnclosedQuote(false)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .maxBufferSize(LARGEST_FIELD)
              .build(handler, lines);
    } catch (InvalidInputException e) {
      throw e.in(name);
    }
    this.rows = csv.iterator();
    if (!hasNext()) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.MISSING, "the file is empty; expected a first line with column names")
              .inFile(name));
    }
    Fields first = requireNonNull(next);
    next = null;
    List<String> titles =
        first.fields().stream()
            .limit(first.filled())
            .map(Encoding::decode)
            .map(Blanks::strip)
            .toList();
    Separators.check(titles, name, first.line());
    this.form = FlatForm.of(titles, name, first.line());
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null && rows.hasNext()) {
        Fields row = rows.next();
        next = row.filled() == 0 ? null : row;
      }
      return next != null;
    } catch (CsvParseException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MALFORMED, "the file cannot be read from this row on%s", notRead())
              .withHint("Maybe a quotation mark is not closed or not doubled?")
              .inFile(name, handler.line()));
    } catch (UncheckedIOException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NOT_READABLE, "the file cannot be read completely").inFile(name));
    }
  }

  /** Returns how many lines were not read, if the file has an end that is near enough. */
  private String notRead() {
    OptionalLong all = lines.all();
    if (all.isEmpty()) {
      return "";
    }
    long left = all.getAsLong() - handler.line() + 1;
    return String.format(
        Locale.ROOT, "; %,d %s not read", left, left == 1 ? "line was" : "lines were");
  }

  @Override
  public CsvRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Fields row = requireNonNull(next);
    next = null;
    return new CsvRow(form, file, row);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  /**
   * A record as it is read.
   *
   * @param line the line on which it starts
   * @param count how many fields it has
   * @param filled how many fields it has up to the last that is not empty
   * @param size how many characters they have together
   * @param fields the fields as their bytes, one character for each; none if they are too long
   */
  record Fields(long line, int count, int filled, int size, ImmutableList<String> fields) {}

  private static final class Handler extends AbstractBaseCsvCallbackHandler<Fields> {

    private final List<String> fields = new ArrayList<>();
    private int size;
    private int filled;

    long line() {
      return getStartingLineNumber();
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      fields.clear();
      size = 0;
      filled = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      size += length + OVERHEAD;
      filled = Encoding.isBlank(buffer, offset, length) ? filled : index + 1;
      if (size <= CsvRow.LONGEST) {
        fields.add(length == 0 ? "" : new String(buffer, offset, length));
      } else {
        fields.clear();
      }
    }

    @Override
    protected Fields buildRecord() {
      return new Fields(
          getStartingLineNumber(), getFieldCount(), filled, size, ImmutableList.copyOf(fields));
    }
  }
}
