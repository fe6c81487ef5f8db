package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;

/**
 * Reads the register of schools row by row, in the layout that the Department for Education
 * publishes.
 *
 * <p>Columns are found by name, in any order; other columns are ignored. They are separated by
 * commas, semicolons or tabs. The encoding is UTF-8, with or without a byte order mark,
 * Windows-1252 or UTF-16. An unusable row becomes a {@link RegisterRow.Bad} and reading continues.
 * A broken quotation mark ends it, because the start of the next row is then unknown. Lines without
 * any value are skipped, and so are empty columns after the last. Not thread-safe.
 */
public final class RegisterReader implements Iterator<RegisterRow>, Closeable {

  private static final int LARGEST_FIELD = 1_000_000;

  /** The most bytes that are read: 60 times the size of the published register. */
  private static final long MOST_BYTES = 4_000_000_000L;

  private static final ImmutableList<Column> NEEDED =
      ImmutableList.of(Column.URN, Column.TYPE, Column.STATUS_CODE, Column.PHASE);
  private static final ImmutableMap<String, Boolean> OPEN_BY_STATUS =
      ImmutableMap.<String, Boolean>builder()
          .put("1", true)
          .put("2", false)
          .put("3", true)
          .put("4", false)
          .put("open", true)
          .put("closed", false)
          .put("open, but proposed to close", true)
          .put("proposed to open", false)
          .put("pending approval", false)
          .put("rejected opening", false)
          .put("quarantine", false)
          .put("created in error", false)
          .put("archived", false)
          .put("de-registered as ey setting", false)
          .buildOrThrow();

  /** The codes of the Department's table of phases, which differ from those of the download. */
  private static final ImmutableMap<String, Phase> BY_PHASE_CODE =
      ImmutableMap.of(
          "ALL", Phase.ALL_THROUGH,
          "NUR", Phase.NURSERY,
          "PRI", Phase.PRIMARY,
          "SEC", Phase.SECONDARY,
          "16P", Phase.SIXTEEN_PLUS,
          "MDP", Phase.MIDDLE_DEEMED_PRIMARY,
          "MDS", Phase.MIDDLE_DEEMED_SECONDARY);

  private static final Pattern URN = Pattern.compile("[1-9][0-9]{4,5}");
  private static final Pattern LIKE_A_CODE = Pattern.compile("[A-Za-z]*[0-9][A-Za-z0-9.+-]*");
  private static final int LONGEST_CODE = 8;

  /** Columns with similar names that are not suggested when the URN is missing. */
  private static final ImmutableSet<String> OTHER_NUMBERS = ImmutableSet.of("UPRN", "UKPRN");

  private final String name;
  private final CsvReader<RawRow> csv;
  private final Iterator<RawRow> rows;
  private final RowHandler handler = new RowHandler();
  private final int columns;
  private final BitSet seen = new BitSet();
  private @Nullable RawRow next;

  /**
   * Creates a reader and reads the first row.
   *
   * @param name the name of the register in messages
   * @param in the bytes; closing the reader closes them
   * @throws InvalidInputException if a required column is missing or appears twice, or the bytes
   *     are not a register
   */
  public RegisterReader(String name, InputStream in) throws IOException {
    this(requireNonNull(name, "name"), requireNonNull(in, "in"), MOST_BYTES);
  }

  RegisterReader(String name, InputStream in, long mostBytes) throws IOException {
    this.name = name;
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
                  "the register is empty; expected a first line with column names")
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
    check(titles, name, header.line());
    handler.keep(Column.ALL.stream().mapToInt(column -> titles.indexOf(column.title())).toArray());
  }

  private static void check(ImmutableList<String> titles, String name, long line) {
    List<Problem> problems = new ArrayList<>();
    for (Column column : Column.ALL) {
      String title = column.title();
      if (titles.indexOf(title) != titles.lastIndexOf(title)) {
        problems.add(
            Problem.of(ProblemCode.DUPLICATE, "the column `%s` appears more than once", title)
                .inFile(name, line));
      }
    }
    for (Column column : NEEDED) {
      boolean otherwise =
          column == Column.STATUS_CODE && titles.contains(Column.STATUS_NAME.title());
      if (!titles.contains(column.title()) && !otherwise) {
        problems.add(
            Problem.of(ProblemCode.MISSING, "the column `%s` is missing", column.title())
                .withHint(
                    DidYouMean.hint(
                        column.title(),
                        titles.stream()
                            .filter(title -> title.length() <= 2 * column.title().length())
                            .filter(title -> !OTHER_NUMBERS.contains(title))
                            .toList()))
                .inFile(name, line));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /**
   * Returns whether there is another row.
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
          Problem.of(ProblemCode.MALFORMED, "the register cannot be read from this row on")
              .withHint("Maybe a quotation mark is not closed or not doubled?")
              .inFile(name, handler.line()));
    } catch (UncheckedIOException e) {
      throw new InvalidInputException(
          (e.getCause() instanceof BoundedInput.TooLongException
                  ? Problem.of(
                      ProblemCode.TOO_MUCH,
                      "the register is too large; reading stopped at row %s",
                      handler.line())
                  : Problem.of(ProblemCode.NOT_READABLE, "the register cannot be read to its end"))
              .inFile(name));
    }
  }

  @Override
  public RegisterRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RawRow row = requireNonNull(next);
    next = null;
    try {
      int urn = urn(row);
      RegisterRow read = read(row, urn);
      seen.set(urn);
      return read;
    } catch (BadRowException e) {
      return new RegisterRow.Bad(row.line(), e.what());
    }
  }

  private static RegisterRow read(RawRow row, int urn) throws BadRowException {
    if (!isOpen(row)) {
      return new RegisterRow.NotOpen(row.line());
    }
    Optional<EstablishmentType> type = type(field(row, Column.TYPE));
    return new RegisterRow.Open(
        row.line(),
        School.builder()
            .urn(urn)
            .name(Optional.of(field(row, Column.NAME)).filter(text -> !Blanks.isBlank(text)))
            .establishmentType(type)
            .phase(phase(row))
            .country(
                Countries.find(
                    field(row, Column.COUNTRY),
                    field(row, Column.AUTHORITY),
                    field(row, Column.REGION),
                    type))
            .build());
  }

  private static String field(RawRow row, Column column) {
    String text = Encoding.decode(row.fields().get(Column.ALL.indexOf(column)));
    return column == Column.NAME ? text : Blanks.strip(text);
  }

  private int urn(RawRow row) throws BadRowException {
    if (row.size() < columns || row.filled() > columns) {
      throw new BadRowException(
          row.size() + " fields; expected " + columns + ", as in the first line");
    }
    String text = field(row, Column.URN);
    if (!URN.matcher(text).matches()) {
      throw new BadRowException(
          shown(text) + " is not a URN; expected a number of 5 or 6 digits" + Blanks.remark(text));
    }
    int urn = Integer.parseInt(text);
    if (seen.get(urn)) {
      throw new BadRowException("the URN `" + urn + "` appears twice; the first row is used");
    }
    return urn;
  }

  private static boolean isOpen(RawRow row) throws BadRowException {
    String code = field(row, Column.STATUS_CODE);
    String name = field(row, Column.STATUS_NAME);
    Boolean open = OPEN_BY_STATUS.get(code);
    if (open == null) {
      open = OPEN_BY_STATUS.get(Ascii.toLowerCase(name));
    }
    if (open == null) {
      throw new BadRowException(
          shown(code.isEmpty() ? name : code) + " is not a status of an establishment");
    }
    return open;
  }

  private static Optional<EstablishmentType> type(String code) throws BadRowException {
    Optional<EstablishmentType> type = EstablishmentType.findByCode(code);
    if (type.isEmpty() && !code.isEmpty()) {
      throw new BadRowException(shown(code) + " is not a code of an establishment type");
    }
    return type;
  }

  private static Optional<Phase> phase(RawRow row) throws BadRowException {
    String code = field(row, Column.PHASE);
    String name = field(row, Column.PHASE_NAME);
    Optional<Phase> phase =
        Phase.findByCode(code)
            .or(() -> Optional.ofNullable(BY_PHASE_CODE.get(code)))
            .or(() -> named(name));
    if (phase.isEmpty() && !code.isEmpty()) {
      throw new BadRowException(shown(code) + " is not a code of a phase of education");
    }
    return phase;
  }

  private static Optional<Phase> named(String name) {
    String words = name.replace('-', ' ');
    return Stream.of(Phase.values())
        .filter(phase -> phase.title().replace('-', ' ').equalsIgnoreCase(words))
        .findFirst();
  }

  /** Shows a code in a message; other texts are hidden because shifted columns may be personal. */
  private static String shown(String text) {
    if (text.isEmpty()) {
      return "an empty field";
    }
    return text.length() <= LONGEST_CODE && LIKE_A_CODE.matcher(text).matches()
        ? "`" + text + "`"
        : "a text of " + text.length() + " characters";
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  /** The problem of a row. */
  private static final class BadRowException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;

    BadRowException(String what) {
      super(what, null, false, false);
      this.what = what;
    }

    String what() {
      return what;
    }
  }
}
