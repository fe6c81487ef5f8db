package org.tfm.model.intake;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Offering;

/**
 * The map of a form: which heading stands for which place in a document.
 *
 * <p>Every column of the form is in {@code columns}, {@code ignore} or {@code carry}. Immutable.
 *
 * @param form the kind of document that a form gives; absent means an application
 * @param dates the order of day and month in dates such as {@code 02/03/2022}; absent means that
 *     the day comes first. State it if the form has years of two digits
 * @param people how the people of a school are arranged; absent means in one row. Not for work
 *     groups, whose schools or sessions have a row each
 * @param constants the values that are the same for all rows, by the name of their place
 * @param columns the columns that give a value
 * @param ignore the headings of columns that are neither read nor written
 * @param carry the headings of columns that are not read, but are in the output
 */
@TfmJson.Strict
public record FormMap(
    Optional<FormKind> form,
    Optional<DayOrder> dates,
    Optional<PeopleRows> people,
    Optional<ImmutableMap<String, JsonNode>> constants,
    @JsonProperty(required = true) ImmutableList<FormColumn> columns,
    Optional<ImmutableList<String>> ignore,
    Optional<ImmutableList<String>> carry) {

  private static final int MOST_COLUMNS = 1_000;

  /**
   * Validates the places.
   *
   * @throws InvalidInputException with every place that is unknown, missing or used twice
   */
  public FormMap {
    requireNonNull(form, "form");
    requireNonNull(dates, "dates");
    requireNonNull(people, "people");
    requireNonNull(constants, "constants");
    requireNonNull(columns, "columns");
    requireNonNull(ignore, "ignore");
    requireNonNull(carry, "carry");
    List<Problem> problems = problems(form, dates, people, constants, columns);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private static List<Problem> problems(
      Optional<FormKind> form,
      Optional<DayOrder> dates,
      Optional<PeopleRows> people,
      Optional<ImmutableMap<String, JsonNode>> constants,
      ImmutableList<FormColumn> columns) {
    FormKind kind = form.orElse(FormKind.APPLICATION);
    boolean isRowEach = people.equals(Optional.of(PeopleRows.ONE_ROW_EACH));
    List<Problem> problems = new ArrayList<>();
    if (kind == FormKind.GROUP && people.isPresent()) {
      problems.add(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "a work group names no people; its schools or sessions have a row each")
              .withHint("Delete this line")
              .atKey("/people"));
    }
    Set<String> seen = new HashSet<>();
    constants
        .orElse(ImmutableMap.of())
        .forEach(
            (place, value) -> {
              String at = "/constants/" + PlainValue.key(place);
              check(kind, isRowEach, place, seen).ifPresent(one -> problems.add(one.atKey(at)));
              if (!PlainValue.isPlain(value)) {
                problems.add(PlainValue.problem(at));
              } else {
                problems.addAll(unread(kind, place, value, dates, at));
              }
            });
    if (columns.size() > MOST_COLUMNS) {
      problems.add(
          Problem.of(
                  ProblemCode.TOO_MUCH,
                  "%s columns; expected at most %s",
                  columns.size(),
                  MOST_COLUMNS)
              .atKey("/columns"));
    }
    for (int i = 0; i < columns.size(); i++) {
      FormColumn column = columns.get(i);
      String at = "/columns/" + i;
      if (Blanks.isBlank(column.heading())) {
        problems.add(
            Problem.of(ProblemCode.INVALID_VALUE, "the heading is empty").atKey(at + "/heading"));
      }
      check(kind, isRowEach, column.to(), seen)
          .ifPresent(one -> problems.add(one.atKey(at + "/to")));
      column
          .values()
          .orElse(ImmutableMap.of())
          .forEach(
              (word, value) ->
                  problems.addAll(
                      unread(
                          kind,
                          column.to(),
                          value,
                          dates,
                          at + "/values/" + PlainValue.key(word))));
    }
    Stream.concat(
            kind.needed().stream(),
            kind == FormKind.GROUP ? neededInLists(seen, problems) : Stream.empty())
        .filter(place -> !seen.contains(place))
        .forEach(
            place ->
                problems.add(
                    Problem.of(ProblemCode.MISSING, "no column or constant gives `%s`", place)
                        .atKey("/columns")));
    return problems;
  }

  /**
   * Returns what tells the items of a list from each other, for each list of which a row has an
   * item. A list whose places have a number in some columns only is a problem.
   */
  private static Stream<String> neededInLists(Set<String> seen, List<Problem> problems) {
    return Stream.of(Place.SCHOOL_URN, Place.SESSION_NUMBER)
        .filter(
            key -> {
              String list = key.substring(0, key.indexOf('['));
              boolean isOfRows = seen.stream().anyMatch(name -> name.startsWith(list + "[]"));
              if (isOfRows
                  && seen.stream()
                      .anyMatch(
                          name -> name.startsWith(list + "[") && !name.startsWith(list + "[]"))) {
                problems.add(
                    Problem.of(
                            ProblemCode.CONTRADICTION,
                            "some places of `%s` have a number in their brackets, others have none",
                            list)
                        .withHint("Without a number, each row has one of them")
                        .atKey("/columns"));
              }
              return isOfRows;
            });
  }

  /** Returns the problems of a value, which is read like a cell; an empty text gives no value. */
  private static List<Problem> unread(
      FormKind kind, String name, JsonNode value, Optional<DayOrder> dates, String at) {
    Optional<Place> place = Place.find(kind, name);
    Reading reading = new Reading(dates.orElse(DayOrder.DAY_FIRST), dates.isPresent(), true);
    if (place.isPresent() && !Blanks.isBlank(value.asText())) {
      place.get().cell().value(value.asText(), reading);
    }
    return reading.problems().stream()
        .map(
            one ->
                new Problem(one.code(), ImmutableList.of(), one.what(), one.arguments(), one.hint())
                    .atKey(at))
        .toList();
  }

  private static Optional<Problem> check(
      FormKind kind, boolean isRowEach, String name, Set<String> seen) {
    Optional<Place> place = Place.find(kind, name);
    if (place.isEmpty()) {
      return Optional.of(Place.unknown(kind, name));
    }
    if (!seen.add(name)) {
      return Optional.of(Problem.of(ProblemCode.DUPLICATE, "`%s` is given more than once", name));
    }
    boolean isOfPerson = name.startsWith("leadParticipants[");
    boolean isOfRow =
        place.get().listOfRows().isPresent()
            && (kind == FormKind.GROUP || (isRowEach && place.get().isOfEachPerson()));
    if (place.get().isWithoutIndex() && !isOfRow) {
      boolean isOfPersonInRow = isRowEach && place.get().isOfEachPerson();
      return Optional.of(
          Problem.of(ProblemCode.INVALID_VALUE, "`%s` needs a number in its brackets", name)
              .withHint(
                  "Maybe `"
                      + (isOfPersonInRow
                          ? Place.EACH_PERSON
                              + name.substring(Place.EACH_PERSON.length()).replace("[]", "[0]")
                          : name.replace("[]", "[0]"))
                      + "`?"
                      + (place.get().isOfEachPerson() && !isRowEach
                          ? " Or add `people: one-row-each`"
                          : "")));
    }
    return isRowEach && isOfPerson && !place.get().isOfEachPerson()
        ? Optional.of(
            Problem.of(
                    ProblemCode.CONTRADICTION,
                    "with one row for each person, a place of a person has no number")
                .withHint("Maybe `" + name.replaceFirst("\\[[0-9]+]", "[]") + "`?"))
        : Optional.empty();
  }

  /** The kind of document that a form gives. */
  FormKind kind() {
    return form.orElse(FormKind.APPLICATION);
  }

  /** Whether a document can have several rows. */
  boolean joinsRows() {
    return kind() == FormKind.GROUP || people.equals(Optional.of(PeopleRows.ONE_ROW_EACH));
  }

  /** The values that are the same for all rows, by their place. */
  ImmutableMap<Place, JsonNode> constantsByPlace() {
    ImmutableMap.Builder<Place, JsonNode> byPlace = ImmutableMap.builder();
    constants
        .orElse(ImmutableMap.of())
        .forEach((name, value) -> byPlace.put(Place.find(kind(), name).orElseThrow(), value));
    return byPlace.buildOrThrow();
  }

  /** The offering of all rows; empty if the map does not give it, or a column does. */
  public Optional<Offering> offering() {
    Map<String, JsonNode> known = constants.orElse(ImmutableMap.of());
    Reading reading = new Reading(DayOrder.DAY_FIRST, true, false);
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    kind().needed().stream()
        .filter(name -> known.containsKey(name) && name.startsWith("offering."))
        .flatMap(name -> Place.find(kind(), name).stream())
        .forEach(
            place ->
                place.set(
                    document,
                    place
                        .cell()
                        .value(
                            known.getOrDefault(place.name(), MissingNode.getInstance()).asText(),
                            reading)));
    try {
      return Optional.of(TfmJson.reader().read(document.path("offering"), Offering.class));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  /** The ids of the questions that columns and constants answer, in order. */
  public ImmutableList<String> questions() {
    return Stream.concat(
            columns.stream().map(FormColumn::to),
            constants.orElse(ImmutableMap.of()).keySet().stream())
        .flatMap(name -> Place.find(kind(), name).stream())
        .flatMap(place -> place.question().stream())
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the headings that the map names. */
  Stream<String> headings() {
    return Stream.of(
            columns.stream().map(FormColumn::heading),
            ignore.stream().flatMap(List::stream),
            carry.stream().flatMap(List::stream))
        .flatMap(headings -> headings);
  }
}
