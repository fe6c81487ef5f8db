package org.tfm.model.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
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

  private final FormLayout form;
  private final List<FormRow> rows;
  private final Reading reading;
  private final ObjectNode document = JsonNodeFactory.instance.objectNode();
  private final CellPlaces cells;
  private final List<Answer> answers = new ArrayList<>();
  private final List<Problem> differences = new ArrayList<>();
  private boolean none;

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
    document.putObject("school");
    form.setConstants(document, reading);
    form.constants().keySet().forEach(cells::knowConstant);
    for (MappedColumn column : form.columns()) {
      if (column.place().isOfEachPerson()) {
        for (int i = 0; i < rows.size(); i++) {
          read(column.place().ofPerson(i), column, rows.get(i));
        }
      } else {
        readOnce(column);
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
          Problem.of(ProblemCode.CONTRADICTION, "`none` contradicts the work group that is given"));
    } else if (none) {
      document.putArray(Place.HISTORY);
    }
    answer(policies);
    return document;
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
        ? Problem.of(ProblemCode.MISSING, "the cell is empty; a value is needed").atKey(pointer)
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

  /**
   * Reads what is not of a person: it is the same in all rows of a school, or in some of them only.
   */
  private void readOnce(MappedColumn column) {
    FormRow first =
        rows.stream()
            .filter(row -> !Blanks.isBlank(row.cell(column.index())))
            .findFirst()
            .orElse(rows.get(0));
    read(column.place(), column, first);
    if (isComparedInRows(column.place())) {
      rows.stream()
          .filter(row -> differs(row.cell(column.index()), first.cell(column.index())))
          .forEach(row -> refuseDifference(column, first, row));
    }
  }

  private static boolean isComparedInRows(Place place) {
    return !place.name().equals(Place.SUBMITTED_AT)
        && !place.name().equals(Place.SUBMITTED_ON)
        && !FormLayout.NEEDED.contains(place.name());
  }

  private static boolean differs(String text, String first) {
    return !text.equals(first)
        && !Blanks.isBlank(text)
        && !Labels.fold(text).equals(Labels.fold(first));
  }

  private void refuseDifference(MappedColumn column, FormRow first, FormRow row) {
    differences.add(
        cells.in(
            column,
            row,
            Problem.of(
                    ProblemCode.CONTRADICTION,
                    "rows %s and %s of the same school differ",
                    first.number(),
                    row.number())
                .withHint("Write the same in each row of a school, or in one only")));
  }

  private void read(Place place, MappedColumn column, FormRow row) {
    String text = row.cell(column.index());
    cells.know(place, column, row);
    reading.moveTo(place.pointer());
    if (Blanks.isBlank(text) || isRefusedForControls(place, text)) {
      return;
    }
    if (place.question().isPresent()) {
      answers.add(new Answer(place, column, text));
    } else if (place.name().equals(Place.HISTORY)) {
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

  /** Refuses a cell with characters that nobody sees; free text may have them. */
  private boolean isRefusedForControls(Place place, String text) {
    boolean isFree = place.cell() == Cells.TEXT || place.cell() == Cells.STATEMENT;
    boolean isNumber = place.cell() == Cells.TRN || place.cell() == Cells.URN;
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
    none = true;
    if (!Labels.fold(value.asText()).equals(Cells.NONE)) {
      reading.problem(
          Problem.of(ProblemCode.NOT_ALLOWED, "expected `none` or an empty cell")
              .withHint("Give the type of a work group in `history[0].type`"));
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
                          name.equals(Place.HISTORY)
                              ? "work group %s is empty, but work group %s is not"
                              : "lead participant %s is empty, but lead participant %s is not",
                          i + 1,
                          list.size()));
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
