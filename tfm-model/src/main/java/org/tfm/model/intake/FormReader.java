package org.tfm.model.intake;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Facts;
import org.tfm.model.json.DocumentReader;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;

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
  private static final int LONGEST_SHOWN = 60;
  private static final int MOST_COLUMNS = 1_000;
  private static final int MOST_FORM_COLUMNS = 20_000;
  private static final int MOST_PEOPLE = 100;
  private static final ImmutableList<String> NEEDED =
      ImmutableList.of("offering.hub", "offering.type", "offering.year", "school.urn");
  private static final Pattern NUMBERED = Pattern.compile("(.*[^0-9])([2-9]|[1-9][0-9])");
  private static final DocumentReader READER = TfmJson.reader();

  /**
   * A column that gives a value.
   *
   * @param index the index of its cells
   * @param shown the column in messages; empty if it has the name of its place
   * @param place the place
   * @param values the values of words, by folded word
   */
  private record Column(
      int index, String shown, Place place, ImmutableMap<String, JsonNode> values) {

    JsonNode value(Cell cell, String text, Reading reading) {
      return values.isEmpty()
          ? cell.value(text, reading)
          : cell instanceof ListCell list
              ? own(list.with(this::own, one -> values.containsKey(Labels.fold(one))))
                  .value(text, reading)
              : own(cell).value(text, reading);
    }

    /** Returns a cell that reads the words of the form before all others. */
    private Cell own(Cell cell) {
      return (text, reading) -> {
        JsonNode value = values.get(Labels.fold(text));
        if (value == null) {
          return cell.value(text, reading);
        }
        if (!value.isTextual()) {
          return value;
        }
        return value.asText().isEmpty()
            ? MissingNode.getInstance()
            : cell.value(value.asText(), reading);
      };
    }
  }

  private final FormKind kind;
  private final Optional<DayOrder> order;
  private final ImmutableMap<String, JsonNode> constants;
  private final ImmutableList<Column> columns;
  private final ImmutableList<Integer> written;
  private final boolean isRowEach;

  private FormReader(
      FormKind kind,
      Optional<DayOrder> order,
      ImmutableMap<String, JsonNode> constants,
      ImmutableList<Column> columns,
      ImmutableList<Integer> written,
      boolean isRowEach) {
    this.kind = kind;
    this.order = order;
    this.constants = constants;
    this.columns = columns;
    this.written = written;
    this.isRowEach = isRowEach;
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
    checkNumber(headings, MOST_COLUMNS);
    List<Problem> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    ImmutableList.Builder<Column> columns = ImmutableList.builder();
    ImmutableList.Builder<Integer> written = ImmutableList.builder();
    for (int i = 0; i < headings.size(); i++) {
      String name = headings.get(i);
      Optional<Place> place =
          Place.find(FormKind.APPLICATION, name).filter(one -> !one.isWithoutIndex());
      if (!seen.add(name)) {
        problems.add(
            Problem.of(ProblemCode.DUPLICATE, "the column `%s` appears more than once", name));
      } else if (place.isEmpty()) {
        problems.add(unknown(name, i));
      } else {
        columns.add(new Column(i, "", place.get(), ImmutableMap.of()));
        written.add(i);
      }
    }
    NEEDED.stream()
        .filter(name -> !seen.contains(name))
        .forEach(name -> problems.add(missing(name)));
    refuse(problems);
    return new FormReader(
        FormKind.APPLICATION,
        Optional.empty(),
        ImmutableMap.of(),
        columns.build(),
        written.build(),
        false);
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
    checkNumber(headings, MOST_FORM_COLUMNS);
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < map.columns().size(); i++) {
      if (map.columns().get(i).isUnsure()) {
        problems.add(
            Problem.of(
                    ProblemCode.NOT_ALLOWED,
                    "the form map is unsure about the column `%s`",
                    shortened(map.columns().get(i).heading()))
                .withHint("Check its place, then delete `unsure: true`"));
      }
    }
    refuse(problems);
    Headings known = new Headings(map);
    ImmutableList.Builder<Column> columns = ImmutableList.builder();
    ImmutableList.Builder<Integer> written = ImmutableList.builder();
    boolean anyIsKnown = headings.stream().anyMatch(known::isKnown);
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i);
      Optional<FormColumn> column = known.next(heading);
      String shown = "column " + (i + 1) + " `" + shortened(heading) + "`";
      if (column.isPresent()) {
        Place place = Place.find(map.kind(), column.get().to()).orElseThrow();
        columns.add(new Column(i, shown, place, values(column.get())));
      } else if (anyIsKnown && !Blanks.isBlank(heading) && !known.isNotRead(heading)) {
        problems.add(
            Problem.of(ProblemCode.UNKNOWN_KEY, "%s is not in the form map", shown)
                .withHint("Add it to `columns`, `ignore` or `carry`"));
      }
      if (!known.isIgnored(heading)) {
        written.add(i);
      }
    }
    known.rest().forEach(column -> problems.add(missing(shortened(column.heading()))));
    refuse(problems);
    return new FormReader(
        map.kind(),
        map.dates(),
        map.constants().orElse(ImmutableMap.of()),
        columns.build(),
        written.build(),
        map.hasRowForEachPerson());
  }

  /** The headings that a map knows, as they are met in a form. */
  private static final class Headings {

    private final Map<String, List<FormColumn>> columns = new LinkedHashMap<>();
    private final Set<String> ignored = new HashSet<>();
    private final Set<String> carried = new HashSet<>();
    private final Map<String, Integer> met = new HashMap<>();
    private final Set<FormColumn> used = new HashSet<>();

    Headings(FormMap map) {
      map.columns()
          .forEach(
              column ->
                  columns
                      .computeIfAbsent(folded(column.heading()), any -> new ArrayList<>())
                      .add(column));
      map.ignore().ifPresent(all -> all.forEach(heading -> ignored.add(folded(heading))));
      map.carry().ifPresent(all -> all.forEach(heading -> carried.add(folded(heading))));
    }

    boolean isKnown(String heading) {
      return columns.containsKey(folded(heading)) || isNotRead(heading);
    }

    boolean isNotRead(String heading) {
      return isIgnored(heading) || carried.contains(folded(heading));
    }

    boolean isIgnored(String heading) {
      return ignored.contains(folded(heading));
    }

    /** Returns the column for the next heading of the form; empty if it has none. */
    Optional<FormColumn> next(String heading) {
      String folded = folded(heading);
      Matcher numbered = NUMBERED.matcher(folded);
      if (columns.containsKey(folded)) {
        return use(folded, met.merge(folded, 1, Integer::sum) - 1);
      }
      if (numbered.matches()) {
        return use(Blanks.strip(numbered.group(1)), Integer.parseInt(numbered.group(2)) - 1);
      }
      return Optional.empty();
    }

    private Optional<FormColumn> use(String folded, int index) {
      List<FormColumn> all = columns.getOrDefault(folded, List.of());
      return index < all.size() && used.add(all.get(index))
          ? Optional.of(all.get(index))
          : Optional.empty();
    }

    /** Returns the columns that were not met. */
    List<FormColumn> rest() {
      return columns.values().stream()
          .flatMap(List::stream)
          .filter(column -> !used.contains(column))
          .toList();
    }
  }

  private static String folded(String heading) {
    return Moments.plain(heading);
  }

  private static ImmutableMap<String, JsonNode> values(FormColumn column) {
    ImmutableMap.Builder<String, JsonNode> values = ImmutableMap.builder();
    column
        .values()
        .ifPresent(all -> all.forEach((word, value) -> values.put(Labels.fold(word), value)));
    return values.buildKeepingLast();
  }

  /**
   * Returns the index of the row with the headings of a form: of the first rows, the one with the
   * most headings that the map has.
   */
  public static int headingRow(FormMap map, List<? extends List<String>> rows) {
    requireNonNull(map, "map");
    requireNonNull(rows, "rows");
    Set<String> known = new HashSet<>();
    map.headings().forEach(heading -> known.add(folded(heading)));
    int best = 0;
    long most = 0;
    for (int i = 0; i < rows.size(); i++) {
      long found = rows.get(i).stream().filter(cell -> known.contains(folded(cell))).count();
      if (found > most) {
        best = i;
        most = found;
      }
    }
    return best;
  }

  private static void checkNumber(List<String> headings, int most) {
    if (headings.size() > most) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.TOO_MUCH,
              "the first line has %s columns; expected at most %s",
              headings.size(),
              most));
    }
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private static Problem missing(String name) {
    return Problem.of(ProblemCode.MISSING, "the column `%s` is missing", name);
  }

  private static Problem unknown(String name, int index) {
    if (name.isEmpty()) {
      return Problem.of(ProblemCode.MISSING, "column %s has no name", index + 1);
    }
    if (name.length() > LONGEST_TITLE) {
      return Problem.of(ProblemCode.TOO_MUCH, "column %s has a very long name", index + 1);
    }
    return Problem.of(ProblemCode.UNKNOWN_KEY, "the column `%s` is unknown", name)
        .withHint(Place.hint(FormKind.APPLICATION, name));
  }

  private static String shortened(String heading) {
    return heading.length() > LONGEST_SHOWN ? heading.substring(0, LONGEST_SHOWN) + "…" : heading;
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
    return columns.stream()
        .filter(column -> column.place().cell() != Cells.TEXT)
        .filter(column -> column.place().cell() != Cells.STATEMENT)
        .anyMatch(
            column ->
                column.index() < row.cells().size() && isBroken(row.cells().get(column.index())));
  }

  /** The kind of document that the form gives. */
  public FormKind kind() {
    return kind;
  }

  /** Whether each person has a row. */
  public boolean hasRowForEachPerson() {
    return isRowEach;
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
   * Reads the document in the rows of one school, where each person has a row.
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
    if (type != kind.type()) {
      throw new IllegalArgumentException("the form gives " + kind);
    }
    Rows read = new Rows(rows);
    ObjectNode document = read.document(policies);
    List<Problem> problems = new ArrayList<>(read.reading.problems());
    try {
      T value = READER.read(document, type, check::apply);
      if (problems.isEmpty()) {
        return new Intake<>(
            value,
            read.reading.remarks().stream()
                .map(read::placed)
                .collect(ImmutableList.toImmutableList()));
      }
    } catch (InvalidInputException e) {
      e.problems().stream()
          .filter(
              problem ->
                  problem.code() != ProblemCode.MISSING
                      || !read.reading.isRefused(problem.pointer().orElse("")))
          .forEach(problems::add);
    }
    List<String> cells = rows.stream().flatMap(row -> row.cells().stream()).toList();
    throw new InvalidInputException(
        HiddenCells.hide(problems, cells).stream().map(read::placed).toList());
  }

  /**
   * Returns what rows of one document have in common: the URN and the offering; empty if a row does
   * not give them.
   */
  public Optional<String> key(FormRow row) {
    requireNonNull(row, "row");
    Reading reading = reading();
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    constants(document, reading);
    columns.stream()
        .filter(column -> NEEDED.contains(column.place().name()))
        .forEach(column -> set(document, column.place(), column, row, reading));
    JsonNode urn = document.path("school").path("urn");
    try {
      return urn.isInt()
          ? Optional.of(urn.asInt() + " " + READER.read(document.path("offering"), Offering.class))
          : Optional.empty();
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether a row names a person and no school, because the cells of the school are merged with
   * those of the row above.
   */
  public boolean belongsToRowAbove(FormRow row) {
    requireNonNull(row, "row");
    return isRowEach
        && columns.stream()
            .allMatch(
                column ->
                    column.place().isOfEachPerson() || Blanks.isBlank(row.cell(column.index())))
        && columns.stream().anyMatch(column -> !Blanks.isBlank(row.cell(column.index())));
  }

  private Reading reading() {
    return new Reading(order.orElse(DayOrder.DAY_FIRST), order.isPresent());
  }

  private void constants(ObjectNode document, Reading reading) {
    constants.forEach(
        (name, value) -> {
          Place place = Place.find(kind, name).orElseThrow();
          reading.moveTo(place.pointer());
          place.set(
              document, value.isTextual() ? place.cell().value(value.asText(), reading) : value);
        });
  }

  private static void set(
      ObjectNode document, Place place, Column column, FormRow row, Reading reading) {
    String text = row.cell(column.index());
    if (!Blanks.isBlank(text)) {
      reading.moveTo(place.pointer());
      JsonNode value = column.value(place.cell(), text, reading);
      if (!value.isMissingNode()) {
        place.set(document, value);
      }
    }
  }

  /** The rows of one document while they are read. */
  private final class Rows {

    private final List<FormRow> rows;
    private final Reading reading = reading();
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> shown = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private boolean none;

    /** The answer to a question, whose type the policy says. */
    private record Answer(Place place, Column column, String text) {}

    Rows(List<FormRow> rows) {
      this.rows = rows;
    }

    ObjectNode document(TermsLookup policies) {
      document.putObject("offering");
      document.putObject("school");
      constants(document, reading);
      for (int i = 0; i < rows.size(); i++) {
        for (Column column : columns) {
          boolean isOfPerson = column.place().isOfEachPerson();
          if (i == 0 || isOfPerson) {
            read(isOfPerson ? column.place().ofPerson(i) : column.place(), column, i);
          } else {
            compare(column, rows.get(i));
          }
        }
      }
      if (rows.size() > MOST_PEOPLE) {
        reading.moveTo("");
        reading.problem(
            Problem.of(ProblemCode.TOO_MUCH, "more than %s rows of one school", MOST_PEOPLE));
      }
      checkLists();
      if (none && document.has(Place.HISTORY)) {
        reading.moveTo("/history");
        reading.problem(
            Problem.of(
                ProblemCode.CONTRADICTION,
                "`none` contradicts the work group in `history[0].type`"));
      } else if (none) {
        document.putArray(Place.HISTORY);
      }
      answer(policies);
      return document;
    }

    private void read(Place place, Column column, int row) {
      String text = rows.get(row).cell(column.index());
      if (!column.shown().isEmpty()) {
        shown.put(
            place.pointer(),
            column.shown() + (row == 0 ? "" : " in row " + rows.get(row).number()));
      }
      reading.moveTo(place.pointer());
      if (Blanks.isBlank(text)) {
        return;
      }
      if (place.question().isPresent()) {
        answers.add(new Answer(place, column, text));
      } else if (place.name().equals(Place.HISTORY)) {
        history(column.value(place.cell(), text, reading));
      } else if (place.name().equals(Place.SUBMITTED_AT)) {
        submitted(column.value(place.cell(), text, reading), text);
      } else {
        JsonNode value = column.value(place.cell(), text, reading);
        if (!value.isMissingNode()) {
          place.set(document, value);
        }
      }
    }

    private void history(JsonNode value) {
      if (value.isMissingNode()) {
        return;
      }
      none = true;
      if (!Labels.fold(value.asText()).equals(Cells.NONE)) {
        reading.problem(
            Problem.of(
                ProblemCode.NOT_ALLOWED,
                "expected `none` or an empty cell. Use `history[0].type`"));
      }
    }

    /** A time, or a day and a time in one cell. */
    private void submitted(JsonNode value, String text) {
      Optional<Moments.Moment> moment = Moments.moment(value.asText(), reading);
      if (value.isMissingNode() || reading.isRefused()) {
        return;
      }
      boolean hasTime = kind == FormKind.APPLICATION;
      moment
          .flatMap(Moments.Moment::day)
          .ifPresent(day -> document.set(Place.SUBMITTED_ON, TextNode.valueOf(day.toString())));
      moment
          .flatMap(Moments.Moment::time)
          .filter(time -> hasTime)
          .ifPresent(time -> document.set(Place.SUBMITTED_AT, Moments.clock(time)));
      if (moment.isEmpty()) {
        document.put(Place.SUBMITTED_AT, Blanks.strip(text));
      }
    }

    /** What is not of a person is the same in all rows of a school, or empty after the first. */
    private void compare(Column column, FormRow row) {
      String text = row.cell(column.index());
      String first = rows.get(0).cell(column.index());
      boolean isTime =
          column.place().name().equals(Place.SUBMITTED_AT)
              || column.place().name().equals(Place.SUBMITTED_ON);
      if (Blanks.isBlank(text)
          || isTime
          || NEEDED.contains(column.place().name())
          || Labels.fold(text).equals(Labels.fold(first))) {
        return;
      }
      reading.moveTo(column.place().pointer());
      reading.problem(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "rows %s and %s of the same school differ",
                  rows.get(0).number(),
                  row.number())
              .withHint("Write the same in each row of a school, or in the first only"));
    }

    /** A list without its first item means that a column was mistaken. */
    private void checkLists() {
      document
          .properties()
          .forEach(
              property -> {
                JsonNode list = property.getValue();
                for (int i = 0; list.isArray() && i < list.size(); i++) {
                  if (list.get(i).isObject() && list.get(i).isEmpty()) {
                    String name = property.getKey();
                    reading.moveTo("/" + name + "/" + i);
                    reading.problem(
                        Problem.of(
                            ProblemCode.MISSING,
                            "this is empty, but `%s[%s]` is filled",
                            name,
                            list.size() - 1));
                  }
                }
              });
    }

    private void answer(TermsLookup policies) {
      if (answers.isEmpty()) {
        return;
      }
      Map<String, Fact> facts = facts(policies);
      answers.forEach(
          answer -> {
            Fact fact = facts.get(answer.place().question().orElseThrow());
            reading.moveTo(answer.place().pointer());
            JsonNode value =
                answer
                    .column()
                    .value(fact == null ? Cells.TEXT : Cells.of(fact), answer.text(), reading);
            if (!value.isMissingNode()) {
              answer.place().set(document, value);
            }
          });
    }

    /** The questions of the policy; those of the library where there is no such policy. */
    private Map<String, Fact> facts(TermsLookup policies) {
      try {
        Offering offering = READER.read(document.path("offering"), Offering.class);
        return policies.terms(offering, PartialSchoolKind.unknown()).answerFacts();
      } catch (InvalidInputException e) {
        // The row is refused for that; its answers are still read as far as they can be.
        return Facts.answers();
      }
    }

    /** Returns a problem with its column in place of its key. */
    Problem placed(Problem problem) {
      String pointer = problem.pointer().orElse("");
      while (!pointer.isEmpty() && !shown.containsKey(pointer)) {
        pointer = pointer.substring(0, pointer.lastIndexOf('/'));
      }
      String words = shown.get(pointer);
      return words == null
          ? problem
          : new Problem(
                  problem.code(),
                  ImmutableList.of(),
                  problem.what(),
                  problem.arguments(),
                  problem.hint())
              .inPart(words);
    }
  }
}
