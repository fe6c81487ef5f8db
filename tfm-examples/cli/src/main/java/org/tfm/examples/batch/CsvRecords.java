package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.tfm.model.intake.FormReader;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.register.Encoding;
import org.tfm.register.Separators;

/** The records of CSV that have a value. Not thread-safe. */
final class CsvRecords implements TableRecords {

  private static final int LARGEST_FIELD = 4 * CsvRow.LONGEST;

  /** The size of a field beyond its characters: it limits the number of empty fields. */
  private static final int OVERHEAD = 1;

  private final String name;
  private final Handler handler;
  private final CsvReader<Fields> csv;
  private final Iterator<Fields> rows;
  private final CountedLines lines;

  /** How records are numbered in results and messages. */
  enum Numbering {
    /** By the line on which they start, as a text editor shows it. */
    LINES,
    /** As a spreadsheet does: an empty line counts, a line break within a cell does not. */
    ROWS
  }

  /**
   * The records on this stream.
   *
   * @param name the name of the input in messages
   * @param in the bytes; closing this closes them
   * @param numbering how records are numbered
   * @throws InvalidInputException if it is a workbook or an archive
   */
  CsvRecords(String name, InputStream in, Numbering numbering) throws IOException {
    this.name = name;
    this.handler = new Handler(numbering);
    try {
      Reader table = Encoding.bytes(in);
      char separator = Separators.find(table);
      this.lines = new CountedLines(table);
      this.csv =
          CsvReader.builder()
              .fieldSeparator(separator)
              .allowUnclosedQuote(false)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .maxBufferSize(LARGEST_FIELD)
              .skipEmptyLines(false)
              .build(handler, lines);
    } catch (InvalidInputException e) {
      throw e.in(name);
    }
    this.rows = csv.iterator();
  }

  @Override
  public Optional<TableRow> next() {
    try {
      while (rows.hasNext()) {
        Fields row = rows.next();
        if (row.filled() > 0) {
          return Optional.of(row);
        }
      }
      return Optional.empty();
    } catch (CsvParseException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MALFORMED, "the file cannot be read from this row on%s", notRead())
              .withHint("Maybe a quotation mark is not closed or not doubled?")
              .inFile(name, handler.number()));
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
  public void close() throws IOException {
    csv.close();
  }

  /**
   * A record as it is read.
   *
   * @param line the number of the row, or the line on which it starts
   * @param count how many fields it has
   * @param filled how many fields it has up to the last that is not empty
   * @param size how many characters they have together
   * @param fields the fields as their bytes, one character for each; none if they are too long
   */
  private record Fields(long line, int count, int filled, int size, ImmutableList<String> fields)
      implements TableRow {

    @Override
    public int kept() {
      return fields.size();
    }

    @Override
    public ImmutableList<String> texts() {
      return fields.stream()
          .limit(filled)
          .map(Encoding::decode)
          .map(Blanks::strip)
          .collect(ImmutableList.toImmutableList());
    }

    @Override
    public ImmutableList<String> cells() {
      return fields.stream().map(Encoding::decode).collect(ImmutableList.toImmutableList());
    }

    @Override
    public ImmutableList<Problem> problems(FormReader form, ImmutableList<String> headings) {
      return count < headings.size() || filled > headings.size()
          ? ImmutableList.of(
              Problem.of(
                      ProblemCode.CONTRADICTION,
                      "%s fields; the first line has %s column names",
                      count,
                      headings.size())
                  .withHint(fields.stream().anyMatch(FormReader::isBroken) ? CsvRow.UNCLOSED : ""))
          : ImmutableList.of();
    }
  }

  private static final class Handler extends AbstractBaseCsvCallbackHandler<Fields> {

    private final List<String> fields = new ArrayList<>();
    private final Numbering numbering;
    private int size;
    private int filled;
    private long row;

    Handler(Numbering numbering) {
      this.numbering = numbering;
    }

    long line() {
      return getStartingLineNumber();
    }

    /** The number of the record that is being read, or was read last. */
    long number() {
      return numbering == Numbering.ROWS ? row : line();
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      row++;
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
      return new Fields(number(), getFieldCount(), filled, size, ImmutableList.copyOf(fields));
    }
  }
}
