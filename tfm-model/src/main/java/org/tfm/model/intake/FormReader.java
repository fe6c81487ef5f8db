package org.tfm.model.intake;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.problem.ProblemPlace;
import org.tfm.model.programme.Offering;

/**
 * Reads the rows of a form whose headings are known.
 *
 * <p>A cell holds what people write: the labels of phases, types, roles and countries in any case,
 * {@code yes} and {@code no}, dates such as {@code 2 March 2022} and {@code 02/03/2022}, academic
 * years such as {@code 2022-23}, numbers such as {@code £1,000} or {@code 3 half days}. What is
 * ambiguous is a problem that names both readings. An empty cell is a value that is not given; an
 * empty list, such as the {@code history} of a school that has never taken part, is {@code none}.
 *
 * <p>Problems repeat no cell that could be personal. Immutable and thread-safe.
 */
public final class FormReader {

  private static final int LONGEST_TITLE = 100;
  private static final int MOST_COLUMNS = 1_000;

  private final FormLayout layout;
  private final ImmutableList<Integer> written;

  private FormReader(FormLayout layout, ImmutableList<Integer> written) {
    this.layout = layout;
    this.written = written;
  }

  /**
   * Returns the reader of applications whose headings are the names of places, such as {@code
   * school.urn}, {@code leadParticipants[0].trn} or {@code answers.committed-to-mastery}, in any
   * order.
   *
   * @throws InvalidInputException if a column is unknown, missing or duplicate
   */
  public static FormReader named(List<String> headings) {
    requireNonNull(headings, "headings");
    Headings.checkNumber(headings, MOST_COLUMNS);
    List<Problem> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    ImmutableList.Builder<MappedColumn> columns = ImmutableList.builder();
    ImmutableList.Builder<Integer> written = ImmutableList.builder();
    for (int i = 0; i < headings.size(); i++) {
      String name = headings.get(i);
      Optional<Place> place =
          Place.find(FormKind.APPLICATION, name).filter(one -> !one.isWithoutIndex());
      if (!seen.add(name)) {
        problems.add(
            Headings.shown(name).isEmpty()
                ? Problem.of(ProblemCode.DUPLICATE, "the name of column %s appears twice", i + 1)
                : Problem.of(
                    ProblemCode.DUPLICATE, "the column `%s` appears more than once", name));
      } else if (place.isEmpty()) {
        problems.add(unknown(name, i));
      } else {
        columns.add(MappedColumn.named(i, place.get()));
        written.add(i);
      }
    }
    FormKind.APPLICATION.needed().stream()
        .filter(name -> !seen.contains(name))
        .forEach(name -> problems.add(Headings.missing(name)));
    Headings.refuse(Headings.few(problems, "%s more problems of columns"));
    return new FormReader(
        new FormLayout(
            FormKind.APPLICATION,
            Optional.empty(),
            false,
            ImmutableMap.of(),
            columns.build(),
            false),
        written.build());
  }

  /**
   * Returns the reader of a form with these headings.
   *
   * @throws InvalidInputException if a heading of the map is missing, a column of the form is not
   *     in the map, or the map has columns to be checked
   */
  public static FormReader of(FormMap map, List<String> headings) {
    requireNonNull(map, "map");
    requireNonNull(headings, "headings");
    Headings.Found found = Headings.of(map, headings);
    return new FormReader(
        new FormLayout(
            map.kind(), map.dates(), true, map.constantsByPlace(), found.mapped(), map.joinsRows()),
        found.written());
  }

  /**
   * Returns the index of the row with the headings of a form: of the first rows, the one with the
   * most headings that the map has.
   */
  public static int headingRow(FormMap map, List<? extends List<String>> rows) {
    requireNonNull(map, "map");
    requireNonNull(rows, "rows");
    Set<String> known = new HashSet<>();
    map.headings().forEach(heading -> known.add(Headings.folded(heading)));
    int best = 0;
    long most = 0;
    for (int i = 0; i < rows.size(); i++) {
      long found =
          rows.get(i).stream().filter(cell -> known.contains(Headings.folded(cell))).count();
      if (found > most) {
        best = i;
        most = found;
      }
    }
    return best;
  }

  private static Problem unknown(String name, int index) {
    if (name.isEmpty()) {
      return Problem.of(ProblemCode.MISSING, "column %s has no name", index + 1);
    }
    if (name.length() > LONGEST_TITLE) {
      return Problem.of(ProblemCode.TOO_MUCH, "column %s has a very long name", index + 1);
    }
    if (Headings.shown(name).isEmpty()) {
      return Problem.of(ProblemCode.UNKNOWN_KEY, "column %s is unknown", index + 1);
    }
    return Problem.of(ProblemCode.UNKNOWN_KEY, "the column `%s` is unknown", name)
        .withHint(Place.hint(FormKind.APPLICATION, name));
  }

  /** The indexes of the columns that belong in the output: all but those that are ignored. */
  public ImmutableList<Integer> writtenColumns() {
    return written;
  }

  /** Whether a cell goes on over the next line, as after a quotation mark that is not closed. */
  public static boolean isBroken(String cell) {
    requireNonNull(cell, "cell");
    return cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
  }

  /** Whether a cell that holds no free text goes on over the next line. */
  public boolean breaksWord(FormRow row) {
    requireNonNull(row, "row");
    return layout.columns().stream()
        .filter(column -> column.place().cell() != Cells.TEXT)
        .filter(column -> column.place().cell() != Cells.STATEMENT)
        .anyMatch(
            column ->
                column.index() < row.cells().size() && isBroken(row.cells().get(column.index())));
  }

  /** The kind of document that the form gives. */
  public FormKind kind() {
    return layout.kind();
  }

  /** Whether each person has a row. */
  public boolean hasRowForEachPerson() {
    return layout.isRowEach() && kind() != FormKind.GROUP;
  }

  /** Whether a document can have several rows: those with the same {@link #key}. */
  public boolean joinsRows() {
    return layout.isRowEach();
  }

  /**
   * Reads the document in a row.
   *
   * @param type the type of the document, which is that of the form
   * @param policies the policies that say which questions can be answered
   * @param check returns the problems of a document whose form is right
   * @throws InvalidInputException with every problem of the row
   */
  public <T> Intake<T> read(
      FormRow row,
      Class<T> type,
      TermsLookup policies,
      Function<? super T, ? extends List<Problem>> check) {
    requireNonNull(row, "row");
    return read(ImmutableList.of(row), type, policies, check);
  }

  /**
   * Reads the document in the rows of one school, where each person has a row, or of one work
   * group.
   *
   * @param type the type of the document, which is that of the form
   * @param policies the policies that say which questions can be answered
   * @param check returns the problems of a document whose form is right
   * @throws InvalidInputException with every problem of the rows
   */
  public <T> Intake<T> read(
      List<FormRow> rows,
      Class<T> type,
      TermsLookup policies,
      Function<? super T, ? extends List<Problem>> check) {
    requireNonNull(rows, "rows");
    requireNonNull(type, "type");
    requireNonNull(policies, "policies");
    requireNonNull(check, "check");
    if (type != kind().type()) {
      throw new IllegalArgumentException("the form gives " + kind());
    }
    FormRows read = new FormRows(layout, rows);
    ObjectNode document = read.document(policies);
    List<Problem> problems = new ArrayList<>(read.problems());
    try {
      T value = FormLayout.READER.read(document, type, check::apply);
      if (problems.isEmpty()) {
        return new Intake<>(value, read.remarks());
      }
    } catch (InvalidInputException e) {
      e.problems().stream()
          .filter(problem -> !isMissingBecauseRefused(problem, read))
          .map(read::ofDocument)
          .forEach(problems::add);
    }
    List<String> cells = rows.stream().flatMap(row -> row.cells().stream()).toList();
    throw new InvalidInputException(read.placed(HiddenCells.hide(problems, cells)));
  }

  private static boolean isMissingBecauseRefused(Problem problem, FormRows read) {
    return problem.code() == ProblemCode.MISSING && read.isRefused(problem.pointer().orElse(""));
  }

  /**
   * Returns what rows of one document have in common: the offering, and the URN or the name of the
   * work group; empty if a row does not give them.
   */
  public Optional<String> key(FormRow row) {
    requireNonNull(row, "row");
    Reading reading = layout.reading();
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    layout.setConstants(document, reading);
    layout.columns().stream()
        .filter(column -> kind().needed().contains(column.place().name()))
        .forEach(column -> set(document, column.place(), column, row, reading));
    JsonNode urn = document.path("school").path("urn");
    String shared = urn.isInt() ? urn.asText() : Moments.plain(document.path(Place.GROUP).asText());
    try {
      return shared.isEmpty()
          ? Optional.empty()
          : Optional.of(
              shared + " " + FormLayout.READER.read(document.path("offering"), Offering.class));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether a row names a person and no school, or a school and no work group, because these cells
   * are merged with those of the row above.
   */
  public boolean belongsToRowAbove(FormRow row) {
    requireNonNull(row, "row");
    return layout.isRowEach()
        && layout.columns().stream()
            .allMatch(
                column ->
                    column.place().listOfRows().isPresent()
                        || Blanks.isBlank(row.cell(column.index())))
        && layout.columns().stream().anyMatch(column -> !Blanks.isBlank(row.cell(column.index())));
  }

  /**
   * Returns the column in which a value was read, such as {@code column 4 `Phase`}.
   *
   * @param jsonPointer the place of the value in the document
   * @return empty if no column gives the value
   */
  public Optional<String> column(String jsonPointer) {
    requireNonNull(jsonPointer, "jsonPointer");
    String name = Place.name(jsonPointer);
    String ofEach = name.replaceFirst("\\[[0-9]+]", "[]");
    return layout.columns().stream()
        .filter(
            column -> column.place().name().equals(name) || column.place().name().equals(ofEach))
        .findFirst()
        .map(
            column ->
                new ProblemPlace(
                        ProblemPlace.Kind.CELL,
                        column.heading().orElse(name),
                        OptionalLong.empty(),
                        OptionalInt.of(column.index() + 1))
                    .toString());
  }

  /**
   * Returns a heading as messages show it: shortened, and empty if it may hold the name, the
   * address or the number of a person.
   */
  public static String shown(String heading) {
    return Headings.shown(requireNonNull(heading, "heading"));
  }

  /** How the form is laid out. */
  FormLayout layout() {
    return layout;
  }

  private static void set(
      ObjectNode document, Place place, MappedColumn column, FormRow row, Reading reading) {
    String text = row.cell(column.index());
    if (!Blanks.isBlank(text)) {
      reading.moveTo(place.pointer());
      JsonNode value = column.value(place.cell(), text, reading);
      if (!value.isMissingNode()) {
        place.set(document, value);
      }
    }
  }
}
