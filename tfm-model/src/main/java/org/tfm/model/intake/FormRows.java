package org.tfm.model.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;

/** The rows of one document while they are read. Not thread-safe. */
final class FormRows {

  private static final int MOST_PEOPLE = 100;
  private static final int MOST_OF_GROUP = 10_000;

  private static final Problem EMPTY =
      Problem.of(ProblemCode.MISSING, "the cell is empty; a value is needed");

  /** What the items of lists are called. */
  private static final ImmutableMap<String, String> ONE =
      ImmutableMap.of(
          Place.PEOPLE,
          "lead participant",
          Place.HISTORY,
          "work group",
          "schools",
          "school",
          Place.SESSIONS,
          "session");

  private final FormLayout form;
  private final List<FormRow> rows;
  private final Reading reading;
  private final ObjectNode document = JsonNodeFactory.instance.objectNode();
  private final CellPlaces cells;
  private final List<Answer> answers = new ArrayList<>();
  private final List<Problem> differences = new ArrayList<>();
  private final Map<String, List<List<FormRow>>> items = new HashMap<>();
  private final Set<String> emptyLists = new LinkedHashSet<>();

  /** The answer to a question, whose type the policy says. */
  private record Answer(Place place, MappedColumn column, String text) {}

  FormRows(FormLayout form, List<FormRow> rows) {
    this.form = form;
    this.rows = rows;
    this.reading = form.reading();
    this.cells = new CellPlaces(form.isRowEach());
  }

  /** Reads the document. */
  ObjectNode document(TermsLookup policies) {
    document.putObject("offering");
    if (!isGroup()) {
      document.putObject("school");
    }
    form.setConstants(document, reading);
    document.remove(Place.GROUP);
    form.constants().keySet().forEach(cells::knowConstant);
    for (MappedColumn column : form.columns()) {
      Optional<String> list = column.place().listOfRows();
      if (list.isEmpty()) {
        readOnce(column.place(), column, rows);
      } else {
        List<List<FormRow>> each = items(list.get());
        for (int i = 0; i < each.size(); i++) {
          readOnce(column.place().ofItem(i), column, each.get(i));
        }
      }
    }
    items.forEach((list, each) -> form.setConstantsOfItems(list, each.size(), document, reading));
    int most = isGroup() ? MOST_OF_GROUP : MOST_PEOPLE;
    if (rows.size() > most) {
      reading.moveTo("");
      reading.problem(
          Problem.of(ProblemCode.TOO_MUCH, "more than " + most + " rows of one " + whole()));
    }
    numberSessions();
    checkLists();
    emptyLists.forEach(this::empty);
    answer(policies);
    return document;
  }

  private boolean isGroup() {
    return form.kind() == FormKind.GROUP;
  }

  /** What all rows are about. */
  private String whole() {
    return isGroup() ? "work group" : "school";
  }

  /** Returns the rows of each item of a list of which every row has an item or none. */
  private List<List<FormRow>> items(String list) {
    return items.computeIfAbsent(
        list,
        any ->
            list.equals(Place.PEOPLE)
                ? rows.stream().map(List::of).toList()
                : ImmutableList.copyOf(itemsOfGroup(list).values()));
  }

  /** Returns the rows of each school or session, by what tells them from each other. */
  private Map<String, List<FormRow>> itemsOfGroup(String list) {
    List<MappedColumn> columns =
        form.columns().stream()
            .filter(column -> column.place().listOfRows().equals(Optional.of(list)))
            .toList();
    Optional<MappedColumn> key =
        columns.stream().filter(column -> isKey(column.place())).findFirst();
    Map<String, List<FormRow>> each = new LinkedHashMap<>();
    for (FormRow row : rows) {
      if (columns.stream().anyMatch(column -> !Blanks.isBlank(row.cell(column.index())))) {
        String own = "row " + row.number();
        each.computeIfAbsent(
                key.map(column -> known(column, row).map(JsonNode::asText).orElse(own))
                    .orElse(list),
                any -> new ArrayList<>())
            .add(row);
      }
    }
    return each;
  }

  private static boolean isKey(Place place) {
    return place.name().equals(Place.SCHOOL_URN) || place.name().equals(Place.SESSION_NUMBER);
  }

  /** Returns the value of a cell; empty if it has none or is refused. */
  private Optional<JsonNode> known(MappedColumn column, FormRow row) {
    String text = row.cell(column.index());
    return Blanks.isBlank(text)
        ? Optional.empty()
        : Optional.of(column.value(column.place().cell(), text, form.reading()))
            .filter(value -> !value.isMissingNode());
  }

  /** Numbers the sessions in the order of their columns, if no column gives their numbers. */
  private void numberSessions() {
    JsonNode sessions = document.path(Place.SESSIONS);
    for (int i = 0; i < sessions.size(); i++) {
      if (sessions.get(i) instanceof ObjectNode session
          && !session.has("number")
          && !cells.has("/sessions/" + i + "/number")) {
        session.put("number", i + 1);
      }
    }
  }

  /** Makes a list empty, because a cell says `none`. */
  private void empty(String pointer) {
    if (!document.at(pointer).isMissingNode()) {
      reading.moveTo(pointer);
      reading.problem(
          Problem.of(ProblemCode.CONTRADICTION, "`none` contradicts the work group that is given"));
    } else {
      Place.of(Place.name(pointer), Cells.WORD).set(document, JsonNodeFactory.instance.arrayNode());
    }
  }

  /** The problems so far, by the place of the value or by cell. */
  List<Problem> problems() {
    return Stream.concat(reading.problems().stream(), differences.stream()).toList();
  }

  /** Returns a problem of the document in words for somebody who sees its cells. */
  Problem ofDocument(Problem problem) {
    String pointer = problem.pointer().orElse("");
    return problem.code() == ProblemCode.MISSING
            && cells.has(pointer)
            && document.at(pointer).isMissingNode()
        ? EMPTY.atKey(pointer)
        : problem;
  }

  /** The remarks that somebody should look at, by cell. */
  ImmutableList<Problem> remarks() {
    return ImmutableList.copyOf(placed(reading.remarks()));
  }

  /** Whether a place has no value because its cell was refused. */
  boolean isRefused(String pointer) {
    return reading.isRefused(pointer);
  }

  /** The words that were expected to be in a list. They can be personal. */
  Set<String> unknownWords() {
    return reading.unknownWords();
  }

  /** Reads what is the same in all rows of a school, group or session, or in some of them only. */
  private void readOnce(Place place, MappedColumn column, List<FormRow> same) {
    FormRow first =
        same.stream()
            .filter(row -> !Blanks.isBlank(row.cell(column.index())))
            .findFirst()
            .orElse(same.get(0));
    read(place, column, first);
    if (same.size() > 1 && isComparedInRows(column.place())) {
      same.stream()
          .filter(row -> differs(column, row, first))
          .forEach(row -> refuseDifference(column, first, row));
    }
  }

  private boolean isComparedInRows(Place place) {
    return !place.name().equals(Place.SUBMITTED_AT)
        && !place.name().equals(Place.SUBMITTED_ON)
        && !isKey(place)
        && !form.kind().needed().contains(place.name());
  }

  /** Whether a cell has another value, and not only the same in other words. */
  private boolean differs(MappedColumn column, FormRow row, FormRow first) {
    String text = row.cell(column.index());
    String other = first.cell(column.index());
    if (text.equals(other)
        || Blanks.isBlank(text)
        || Labels.fold(text).equals(Labels.fold(other))) {
      return false;
    }
    Optional<JsonNode> value = known(column, row);
    return value.isEmpty() || !value.equals(known(column, first));
  }

  private void refuseDifference(MappedColumn column, FormRow first, FormRow row) {
    String same = column.place().listOfRows().map(FormRows::one).orElseGet(this::whole);
    differences.add(
        cells.in(
            column,
            row,
            Problem.of(
                    ProblemCode.CONTRADICTION,
                    "rows %s and %s of the same %s differ",
                    first.number(),
                    row.number(),
                    same)
                .withHint("Write the same in each row of a " + same + ", or in one only")));
  }

  private void read(Place place, MappedColumn column, FormRow row) {
    String text = row.cell(column.index());
    cells.know(place, column, row);
    reading.moveTo(place.pointer());
    if (place.name().equals(Place.GROUP)) {
      if (Blanks.isBlank(text)) {
        reading.problem(EMPTY);
      }
      return;
    }
    if (Blanks.isBlank(text)) {
      remarkInvisible(text);
      return;
    }
    if (isRefusedForControls(place, text)) {
      return;
    }
    if (place.question().isPresent()) {
      answers.add(new Answer(place, column, text));
    } else if (place.isHistory()) {
      history(column.value(place.cell(), text, reading));
    } else if (place.name().equals(Place.SUBMITTED_AT)) {
      submitted(column.value(place.cell(), text, reading));
    } else {
      JsonNode value = column.value(place.cell(), text, reading);
      if (!value.isMissingNode()) {
        place.set(document, value);
      }
    }
  }

  /** Remarks a cell that seems empty, but has more than spaces. */
  private void remarkInvisible(String text) {
    String invisible = Blanks.remark(text);
    if (!invisible.isEmpty()) {
      reading.remark(Problem.of(ProblemCode.MISSING, "the cell seems empty" + invisible));
    }
  }

  /** Refuses a cell with characters that nobody sees; free text may have them. */
  private boolean isRefusedForControls(Place place, String text) {
    boolean isFree = place.cell() == Cells.TEXT || place.cell() == Cells.STATEMENT;
    boolean isNumber =
        place.cell() == Cells.TRN || place.cell() == Cells.URN || place.cell() == Cells.HOST;
    boolean isRefused =
        !isFree
            && Blanks.strip(text)
                .chars()
                .anyMatch(
                    c -> Character.isISOControl(c) && (isNumber || !Character.isWhitespace(c)));
    if (isRefused) {
      reading.refuse(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "the cell has a line break or another control character inside")
              .withHint("Type the value again"));
    }
    return isRefused;
  }

  private void history(JsonNode value) {
    if (value.isMissingNode()) {
      return;
    }
    emptyLists.add(reading.pointer());
    if (!Labels.fold(value.asText()).equals(Cells.NONE)) {
      reading.problem(
          Problem.of(ProblemCode.NOT_ALLOWED, "expected `none` or an empty cell")
              .withHint(
                  "Give the type of a work group in `"
                      + Place.name(reading.pointer())
                      + "[0].type`"));
    }
  }

  /** A time, or a day and a time in one cell. */
  private void submitted(JsonNode value) {
    if (value.isMissingNode()) {
      return;
    }
    Optional<Moments.Moment> moment = Moments.moment(value.asText(), reading);
    if (reading.isRefused()) {
      return;
    }
    if (moment.isEmpty()) {
      JsonNode text = Moments.refuse(value.asText(), reading);
      if (!text.isMissingNode()) {
        document.set(Place.SUBMITTED_AT, text);
      }
      return;
    }
    moment
        .get()
        .day()
        .ifPresent(day -> document.set(Place.SUBMITTED_ON, TextNode.valueOf(day.toString())));
    if (form.kind() == FormKind.APPLICATION) {
      moment.get().time().ifPresent(time -> document.set(Place.SUBMITTED_AT, Moments.clock(time)));
    }
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
                          "%s %s is empty, but %s %s is not",
                          one(name),
                          i + 1,
                          one(name),
                          list.size()));
                }
              }
            });
  }

  private static String one(String list) {
    return ONE.getOrDefault(list, list);
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
      Offering offering = FormLayout.READER.read(document.path("offering"), Offering.class);
      return policies.terms(offering, PartialSchoolKind.unknown()).answerFacts();
    } catch (InvalidInputException e) {
      // The row is refused for that; its answers are still read as far as they can be.
      return Facts.answers();
    }
  }

  /** Returns problems with their cells in place of keys, in the order of the rows and columns. */
  List<Problem> placed(List<Problem> problems) {
    return cells.placed(problems, document);
  }
}
