package org.tfm.examples.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Facts;
import org.tfm.model.json.DocumentReader;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.register.Encoding;

/**
 * Applications as records: the columns of one table.
 *
 * <p>A column is named like its value in messages about the JSON form, such as {@code school.urn},
 * {@code leadParticipants[0].trn} or {@code answers.committed-to-mastery}; the order is free. An
 * empty cell is a value that is not given; an empty list, such as the {@code history} of a school
 * that has never taken part, is {@code none}. Immutable and thread-safe.
 */
final class FlatForm {

  private static final ImmutableMap<String, Cell> CELLS =
      ImmutableMap.<String, Cell>builder()
          .put("offering.hub", Cell.WORD)
          .put("offering.type", Cell.WORD)
          .put("offering.year", Cell.WORD)
          .put("school.urn", Cell.NUMBER)
          .put("school.name", Cell.TEXT)
          .put("school.phase", Cell.WORD)
          .put("school.establishmentType", Cell.WORD)
          .put("school.country", Cell.WORD)
          .put("school.localAuthority", Cell.WORD)
          .put("school.district", Cell.WORD)
          .put("school.region", Cell.WORD)
          .put("school.lowestAge", Cell.NUMBER)
          .put("school.highestAge", Cell.NUMBER)
          .put("school.trust", Cell.WORD)
          .put("school.nurseryProvision", Cell.YES_NO)
          .put("school.freeMealShare", Cell.NUMBER)
          .put("history", Cell.WORD)
          .put("history[].type", Cell.WORD)
          .put("history[].year", Cell.WORD)
          .put("history[].hub", Cell.WORD)
          .put("history[].completed", Cell.YES_NO)
          .put("leadParticipants[].name", Cell.TEXT)
          .put("leadParticipants[].trn", Cell.WORD)
          .put("leadParticipants[].roles", Cell.WORDS)
          .put("leadParticipants[].yearsTeaching", Cell.NUMBER)
          .put("leadParticipants[].releaseDays", Cell.NUMBER)
          .put("leadParticipants[].yearGroups", Cell.WORDS)
          .put("leadParticipants[].careerStage", Cell.WORD)
          .put("leadParticipants[].mathsSpecialist", Cell.YES_NO)
          .put("leadParticipants[].partTime", Cell.YES_NO)
          .put("meetingsOnTop.halfDays", Cell.NUMBER)
          .put("headteacherStatement", Cell.TEXT)
          .put("placeWith", Cell.NUMBERS)
          .put("submittedBy", Cell.WORD)
          .put("submittedOn", Cell.WORD)
          .put("submittedAt", Cell.WORD)
          .put("place", Cell.WORD)
          .put("programmeYear", Cell.NUMBER)
          .buildOrThrow();
  private static final ImmutableList<String> NEEDED =
      ImmutableList.of("offering.hub", "offering.type", "offering.year", "school.urn");
  private static final CharMatcher LINE_BREAK = CharMatcher.anyOf("\r\n");
  private static final int LONGEST_TITLE = 100;
  private static final int MOST_COLUMNS = 1_000;
  private static final String HISTORY = "history";
  private static final String ANSWERS = "answers.";
  private static final Pattern INDEX = Pattern.compile("\\[(0|[1-9][0-9]?)]");
  private static final DocumentReader READER = TfmJson.reader();

  /**
   * A column.
   *
   * @param parent the key of the object or list that holds its value; empty for the document itself
   * @param index the place in the list, or -1 if it is not a list
   * @param key the key of its value
   * @param cell what its cells hold; of an answer, depends on the question
   */
  private record Column(String parent, int index, String key, Cell cell) {

    static Column of(String title, Cell cell) {
      int dot = title.indexOf('.');
      String parent = title.substring(0, Math.max(0, dot));
      Matcher list = INDEX.matcher(parent);
      return list.find()
          ? new Column(
              parent.substring(0, list.start()),
              Integer.parseInt(list.group(1)),
              title.substring(dot + 1),
              cell)
          : new Column(parent, -1, title.substring(dot + 1), cell);
    }

    boolean isAnswer() {
      return parent.equals("answers");
    }

    boolean isHistory() {
      return parent.isEmpty() && key.equals(HISTORY);
    }
  }

  private final ImmutableList<Column> columns;

  private FlatForm(ImmutableList<Column> columns) {
    this.columns = columns;
  }

  /**
   * The form with these columns.
   *
   * @param file the file with the column names, for messages
   * @param line the line with the column names
   * @throws InvalidInputException if a column is unknown, missing or duplicate
   */
  static FlatForm of(List<String> titles, String file, long line) {
    if (titles.size() > MOST_COLUMNS) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.TOO_MUCH,
                  "the first line has %s columns; expected at most %s",
                  titles.size(),
                  MOST_COLUMNS)
              .inFile(file, line));
    }
    List<Problem> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    ImmutableList.Builder<Column> columns = ImmutableList.builder();
    for (int i = 0; i < titles.size(); i++) {
      String title = titles.get(i);
      Cell cell = cell(title);
      if (!seen.add(title)) {
        problems.add(
            Problem.of(ProblemCode.DUPLICATE, "the column `%s` appears more than once", title)
                .inFile(file, line));
      } else if (cell == null) {
        problems.add(unknown(title, i).inFile(file, line));
      } else {
        columns.add(Column.of(title, cell));
      }
    }
    NEEDED.stream()
        .filter(title -> !seen.contains(title))
        .forEach(
            title ->
                problems.add(
                    Problem.of(ProblemCode.MISSING, "the column `%s` is missing", title)
                        .inFile(file, line)));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return new FlatForm(columns.build());
  }

  private static @Nullable Cell cell(String title) {
    if (title.startsWith(ANSWERS) && title.length() > ANSWERS.length()) {
      return Cell.TEXT;
    }
    return title.contains("[]") ? null : CELLS.get(INDEX.matcher(title).replaceAll("[]"));
  }

  private static Problem unknown(String title, int index) {
    if (title.isEmpty()) {
      return Problem.of(ProblemCode.MISSING, "column %s has no name", index + 1);
    }
    if (title.length() > LONGEST_TITLE) {
      return Problem.of(ProblemCode.TOO_MUCH, "column %s has a very long name", index + 1);
    }
    List<String> known =
        Stream.concat(
                CELLS.keySet().stream()
                    .flatMap(name -> IntStream.range(0, 3).mapToObj(i -> indexed(name, i))),
                Facts.answers().keySet().stream().map(ANSWERS::concat))
            .distinct()
            .toList();
    String near = DidYouMean.hint(title, known);
    return Problem.of(ProblemCode.UNKNOWN_KEY, "the column `%s` is unknown", title)
        .withHint(near.isEmpty() ? sameEnding(title, known) : near);
  }

  /** The hint for somebody who writes {@code URN} and means {@code school.urn}. */
  private static String sameEnding(String title, List<String> known) {
    return known.stream()
        .filter(name -> name.substring(name.lastIndexOf('.') + 1).equalsIgnoreCase(title))
        .limit(3)
        .map(name -> "`" + name + "`")
        .reduce((a, b) -> a + " or " + b)
        .map(names -> "Maybe " + names + "?")
        .orElse("");
  }

  private static String indexed(String name, int index) {
    return name.replace("[]", "[" + index + "]");
  }

  /** Whether a field goes on over the next line, as after a quotation mark that is not closed. */
  static boolean isBroken(String field) {
    return LINE_BREAK.matchesAnyOf(field);
  }

  /** Whether a field that holds no free text goes on over the next line. */
  boolean breaksWord(List<String> fields) {
    return IntStream.range(0, columns.size())
        .anyMatch(i -> columns.get(i).cell() != Cell.TEXT && isBroken(fields.get(i)));
  }

  /** How many columns there are. */
  int columns() {
    return columns.size();
  }

  /**
   * The document in a record.
   *
   * @param fields the fields of all columns, as their bytes, one character for each
   * @param problems collects the problems that only the flat form can have
   */
  ObjectNode document(List<String> fields, Policies policies, List<Problem> problems) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    Map<String, String> answers = new LinkedHashMap<>();
    boolean none = false;
    for (int i = 0; i < columns.size(); i++) {
      String text = Encoding.decode(fields.get(i));
      Column column = columns.get(i);
      if (Blanks.isBlank(text)) {
        continue;
      }
      if (column.isAnswer()) {
        answers.put(column.key(), text);
      } else if (column.isHistory()) {
        none = true;
        if (!Blanks.strip(text).equals(Cell.NONE)) {
          problems.add(
              Problem.of(
                      ProblemCode.NOT_ALLOWED,
                      "expected `none` or an empty cell. Use `history[0].type`")
                  .atKey("/history"));
        }
      } else {
        parent(document, column).set(column.key(), column.cell().value(text));
      }
    }
    checkLists(document, problems);
    if (none && document.has(HISTORY)) {
      problems.add(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "`none` contradicts the work group in `history[0].type`")
              .atKey("/history"));
    } else if (none) {
      document.putArray(HISTORY);
    }
    if (!answers.isEmpty()) {
      answer(document, answers, facts(document, policies));
    }
    return document;
  }

  private static ObjectNode parent(ObjectNode document, Column column) {
    if (column.parent().isEmpty()) {
      return document;
    }
    if (column.index() < 0) {
      return document.withObjectProperty(column.parent());
    }
    ArrayNode list = document.withArrayProperty(column.parent());
    while (list.size() <= column.index()) {
      list.addObject();
    }
    return (ObjectNode) list.get(column.index());
  }

  /** A list without its first item means that a column was mistaken. */
  private static void checkLists(ObjectNode document, List<Problem> problems) {
    document
        .properties()
        .forEach(
            property -> {
              JsonNode list = property.getValue();
              for (int i = 0; property.getValue().isArray() && i < list.size(); i++) {
                if (list.get(i).isObject() && list.get(i).isEmpty()) {
                  String name = property.getKey();
                  problems.add(
                      Problem.of(
                              ProblemCode.MISSING,
                              "this is empty, but `%s[%s]` is filled",
                              name,
                              list.size() - 1)
                          .atKey("/" + name + "/" + i));
                }
              }
            });
  }

  private static void answer(
      ObjectNode document, Map<String, String> answers, Map<String, Fact> facts) {
    ObjectNode node = document.putObject("answers");
    answers.forEach(
        (id, text) -> {
          Fact fact = facts.get(id);
          Cell cell = fact == null ? Cell.TEXT : Cell.of(fact.kind());
          node.set(id, cell.value(text));
        });
  }

  /** The questions of the policy; those of the library where there is no such policy. */
  private static Map<String, Fact> facts(ObjectNode document, Policies policies) {
    try {
      Offering offering = READER.read(document.path("offering"), Offering.class);
      return policies.terms(offering, PartialSchoolKind.unknown()).answerFacts();
    } catch (InvalidInputException e) {
      // The row is refused for that; its answers are still read as far as they can be.
      return Facts.answers();
    }
  }
}
