package org.tfm.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * Reads documents, and reports every problem of one at once, each with its path and line.
 *
 * <p>Jackson stops at the first problem. So each problem is noted, the part that causes it is taken
 * out, and the rest is read again, until nothing is left to complain of. Thread-safe.
 */
public final class DocumentReader {

  /** How Jackson names a character, by its number. */
  private static final Pattern UNEXPECTED =
      Pattern.compile("^Unexpected character \\('?.{1,2}'? \\(code ([0-9]{1,7})");

  private static final int MOST_PROBLEMS = 50;

  private final ObjectMapper values;
  private final ObjectMapper notation;
  private final String name;

  DocumentReader(ObjectMapper values, ObjectMapper notation, String name) {
    this.values = values;
    this.notation = notation;
    this.name = name;
  }

  /**
   * The value of a document.
   *
   * @throws InvalidInputException with every problem of the document
   */
  public <T> T read(String text, Class<T> type) {
    return read(tree(text), type, text);
  }

  /**
   * The document as a tree.
   *
   * @throws InvalidInputException if it is not well-formed
   */
  public JsonNode tree(String text) {
    try {
      JsonNode tree = notation.readTree(text);
      if (tree == null || tree.isMissingNode() || tree.isNull()) {
        throw new InvalidInputException(Problem.of(ProblemCode.MISSING, "the document is empty"));
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(malformed(e));
    }
  }

  /**
   * The value of a part of a document.
   *
   * @param tree the part
   * @throws InvalidInputException with every problem of the part, without lines
   */
  public <T> T read(JsonNode tree, Class<T> type) {
    return read(tree, type, null);
  }

  private <T> T read(JsonNode tree, Class<T> type, @Nullable String text) {
    try {
      return values.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      ImmutableMap<String, Integer> lines = text == null ? ImmutableMap.of() : lines(text);
      throw new InvalidInputException(new Repair(tree.deepCopy(), lines).problems(type));
    }
  }

  private Problem malformed(JsonProcessingException e) {
    Problem problem = unplaced(e);
    return e.getLocation() == null
        ? problem
        : problem.inText(
            OptionalLong.of(e.getLocation().getLineNr()),
            OptionalInt.of(e.getLocation().getColumnNr()));
  }

  /** What is wrong; Jackson says so in its first words. */
  private Problem unplaced(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (e instanceof StreamConstraintsException) {
      return tooMuch(message);
    }
    if (message.startsWith("Duplicate field")) {
      return Problem.of(ProblemCode.DUPLICATE, "the same key stands twice in one object");
    }
    if (message.contains("end-of-input")) {
      return Problem.of(
          ProblemCode.MALFORMED, "the document ends too early: a bracket or quote is not closed");
    }
    return Problem.of(ProblemCode.MALFORMED, "this is not " + name + ": " + unexpected(message));
  }

  private static String unexpected(String message) {
    Matcher character = UNEXPECTED.matcher(message);
    int code = character.find() ? Integer.parseInt(String.valueOf(character.group(1))) : '?';
    return Blanks.isBlank(code)
        ? Blanks.name(code) + " stands outside a text"
        : "an unexpected character or word";
  }

  /** Which limit was passed. */
  private Problem tooMuch(String message) {
    StreamReadConstraints limits = notation.getFactory().streamReadConstraints();
    if (message.startsWith("Document nesting depth")) {
      return tooMuch(
          "the document is nested more than %s levels deep", limits.getMaxNestingDepth());
    }
    if (message.startsWith("Token count")) {
      return tooMuch(
          "the document has more than %s keys, values and brackets", limits.getMaxTokenCount());
    }
    if (message.startsWith("String value length")) {
      return tooMuch("a text has more than %s characters", limits.getMaxStringLength());
    }
    if (message.startsWith("Name")) {
      return tooMuch("a key has more than %s characters", limits.getMaxNameLength());
    }
    if (message.startsWith("Number")) {
      return tooMuch("a number has more than %s characters", limits.getMaxNumberLength());
    }
    return tooMuch("the document has more than %s characters", limits.getMaxDocumentLength());
  }

  private static Problem tooMuch(String sentence, long most) {
    return Problem.of(ProblemCode.TOO_MUCH, sentence, String.format(Locale.ROOT, "%,d", most));
  }

  /** The line on which each value starts, by its path as a JSON pointer. */
  private ImmutableMap<String, Integer> lines(String text) {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = notation.getFactory().createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (!token.isStructEnd()) {
          lines.putIfAbsent(
              parser.getParsingContext().pathAsPointer().toString(),
              parser.currentTokenLocation().getLineNr());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ImmutableMap.copyOf(lines);
  }

  /** One document being read again and again, each time without what was wrong. */
  private final class Repair {

    private final JsonNode root;
    private final ImmutableMap<String, Integer> lines;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> removed = new HashSet<>();
    private final IdentityHashMap<JsonNode, List<Integer>> indexes = new IdentityHashMap<>();

    Repair(JsonNode root, ImmutableMap<String, Integer> lines) {
      this.root = root;
      this.lines = lines;
    }

    List<Problem> problems(Class<?> type) {
      while (problems.size() < MOST_PROBLEMS) {
        try {
          values.treeToValue(root, type);
          return problems;
        } catch (JsonMappingException e) {
          JsonPointer at = pointer(e);
          String original = original(at);
          note(e, at, original);
          if (at.matches() || !remove(at, original)) {
            return problems;
          }
        } catch (JsonProcessingException e) {
          problems.add(malformed(e));
          return problems;
        }
      }
      problems.add(Problem.of(ProblemCode.TOO_MUCH, "and more: mend these first"));
      return problems;
    }

    private JsonPointer pointer(JsonMappingException e) {
      return e.getProcessor() instanceof JsonParser parser
          ? parser.getParsingContext().pathAsPointer()
          : JsonPointer.empty();
    }

    private void note(JsonMappingException e, JsonPointer pointer, String at) {
      for (JsonProblemText text : JsonProblemText.of(e)) {
        String where = text.key().isEmpty() ? at : at + "/" + text.key();
        if (e instanceof UnrecognizedPropertyException unknown
            && !where.endsWith("/" + unknown.getPropertyName())) {
          where = where + "/" + unknown.getPropertyName().replace("~", "~0").replace("/", "~1");
        }
        if (!text.isMissing()) {
          problems.add(at(where, text.problem()));
        } else if (!removed.contains(where)) {
          problems.add(at(where, text.problem().withHint(misspelt(text.key(), root.at(pointer)))));
        }
      }
    }

    private Problem at(String pointer, Problem problem) {
      Integer line = lines.get(pointer);
      return line == null ? problem.atKey(pointer) : problem.atKey(pointer, line);
    }

    /** A key that is there and is most likely meant for the missing one. */
    private String misspelt(String missing, JsonNode object) {
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      String near = DidYouMean.near(missing, keys);
      return near.isEmpty() ? "" : "Is it misspelt? There is " + near;
    }

    /** The pointer as it was before anything was taken out of a list. */
    private String original(JsonPointer at) {
      StringBuilder path = new StringBuilder();
      JsonNode node = root;
      for (JsonPointer rest = at; !rest.matches(); rest = rest.tail()) {
        String key = rest.getMatchingProperty();
        if (node instanceof ArrayNode list && rest.mayMatchElement()) {
          path.append('/').append(originals(list).get(rest.getMatchingIndex()));
          node = list.path(rest.getMatchingIndex());
        } else {
          path.append('/').append(key);
          node = node.path(key);
        }
      }
      return path.toString();
    }

    private List<Integer> originals(ArrayNode list) {
      return indexes.computeIfAbsent(
          list, l -> new ArrayList<>(IntStream.range(0, l.size()).boxed().toList()));
    }

    private boolean remove(JsonPointer at, String original) {
      JsonNode parent = root.at(at.head());
      JsonPointer last = at.last();
      removed.add(original);
      if (parent instanceof ObjectNode object) {
        return object.remove(last.getMatchingProperty()) != null;
      }
      if (parent instanceof ArrayNode list && list.has(last.getMatchingIndex())) {
        originals(list).remove(last.getMatchingIndex());
        list.remove(last.getMatchingIndex());
        return true;
      }
      return false;
    }
  }
}
