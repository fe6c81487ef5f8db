package org.tfm.model.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.Budget;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.PrintableText;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.problem.RepeatedValues;
import org.tfm.model.style.Internal;

/**
 * Reads documents and reports all problems of a document at once, each with its path and line.
 *
 * <p>Jackson stops at the first problem. This reader records it, removes the part that causes it
 * and reads the rest again, until no problem is left. Thread-safe.
 */
public final class DocumentReader {

  /** Jackson's message about an unexpected character, with the number of the character. */
  private static final Pattern UNEXPECTED =
      Pattern.compile("^Unexpected character \\('?.{1,2}'? \\(code ([0-9]{1,7})");

  /** The start of the names of the library's own types. */
  private static final String MODEL = "org.tfm.model.";

  private static final String FORM_MAPS = MODEL + "intake.";

  private static final int MOST_PROBLEMS = 50;

  /** The limit of keys and values that are read again to find more problems. */
  static final long MOST_READ_AGAIN = 2_000_000;

  /**
   * Placeholders for missing required values: with them the rest of the document is checked too.
   */
  private static final ImmutableMap<String, JsonNode> PLACEHOLDERS = placeholders();

  private final ObjectMapper values;
  private final ObjectMapper notation;
  private final String name;

  DocumentReader(ObjectMapper values, ObjectMapper notation, String name) {
    this.values = values;
    this.notation = notation;
    this.name = name;
  }

  /**
   * Reads a document.
   *
   * @throws InvalidInputException with every problem of the document
   */
  public <T> T read(String text, Class<T> type) {
    requireNonNull(text, "text");
    return read(text, type, value -> ImmutableList.of());
  }

  /**
   * Reads a document and applies a further check.
   *
   * @param check returns the problems of a value, each with its place in the value; also applied to
   *     the readable part of a document with other problems
   * @throws InvalidInputException with every problem of the document
   * @hidden
   */
  @Internal
  public <T> T read(String text, Class<T> type, Function<T, ? extends List<Problem>> check) {
    return read(tree(text), type, text, check);
  }

  /**
   * Reads a document as a tree.
   *
   * @throws InvalidInputException if the document is not well-formed
   */
  public JsonNode tree(String text) {
    requireNonNull(text, "text");
    try {
      JsonNode tree = notation.readTree(text);
      if (tree == null || tree.isMissingNode() || tree.isNull()) {
        throw new InvalidInputException(Problem.of(ProblemCode.MISSING, "the document is empty"));
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(malformed(e));
    } catch (NumberFormatException e) {
      throw new InvalidInputException(numbersOutOfRange(text));
    }
  }

  /**
   * Reads a part of a document.
   *
   * @param tree the part
   * @throws InvalidInputException with every problem of the part, without lines
   */
  public <T> T read(JsonNode tree, Class<T> type) {
    requireNonNull(tree, "tree");
    requireNonNull(type, "type");
    return read(tree, type, value -> ImmutableList.of());
  }

  /**
   * Reads a part of a document and applies a further check.
   *
   * @param check returns the problems of a value, as for a text
   * @throws InvalidInputException with every problem of the part, without lines
   * @hidden
   */
  @Internal
  public <T> T read(JsonNode tree, Class<T> type, Function<T, ? extends List<Problem>> check) {
    return read(tree, type, null, check);
  }

  private <T> T read(
      JsonNode tree,
      Class<T> type,
      @Nullable String text,
      Function<T, ? extends List<Problem>> check) {
    try {
      T value = values.treeToValue(tree, type);
      if (check.apply(value).isEmpty()) {
        return value;
      }
    } catch (JsonProcessingException e) {
      // Read again below to collect every problem.
    }
    ImmutableMap<String, Integer> lines = text == null ? ImmutableMap.of() : lines(text);
    throw new InvalidInputException(
        new Repair(tree.deepCopy(), lines, isPersonal(type)).problems(type, check));
  }

  /**
   * Whether a value can be about people; the files of a pack and form maps, for example, cannot.
   */
  private static boolean isPersonal(Class<?> type) {
    return type.getName().startsWith(MODEL) && !type.getName().startsWith(FORM_MAPS);
  }

  private static ImmutableMap<String, JsonNode> placeholders() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    ObjectNode offering =
        nodes.objectNode().put("hub", "unknown").put("type", "unknown").put("year", "2000/01");
    ObjectNode school = nodes.objectNode().put("urn", 100_000);
    return ImmutableMap.<String, JsonNode>builder()
        .put("/offering", offering)
        .put("/offering/hub", offering.path("hub"))
        .put("/offering/type", offering.path("type"))
        .put("/offering/year", offering.path("year"))
        .put("/school", school)
        .put("/school/urn", school.path("urn"))
        .buildOrThrow();
  }

  private Problem malformed(JsonProcessingException e) {
    Problem problem = unplaced(e);
    return e.getLocation() == null
        ? problem
        : problem.inText(
            OptionalLong.of(e.getLocation().getLineNr()),
            OptionalInt.of(e.getLocation().getColumnNr()));
  }

  /** Translates Jackson's message, which its first words identify. */
  private Problem unplaced(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (e instanceof StreamConstraintsException) {
      return tooMuch(message);
    }
    if (message.startsWith("Duplicate field")) {
      return Problem.of(ProblemCode.DUPLICATE, "duplicate key");
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
        ? Blanks.name(code) + " is not allowed outside a text"
        : "unexpected character or word";
  }

  /** Returns the problem for the limit that was exceeded. */
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

  /** Returns the first numbers whose exponent is too large; Jackson's exception names no place. */
  private ImmutableList<Problem> numbersOutOfRange(String text) {
    List<Problem> problems = new ArrayList<>();
    try (JsonParser parser = notation.getFactory().createParser(text)) {
      for (JsonToken token = parser.nextToken();
          token != null && problems.size() <= MOST_PROBLEMS;
          token = parser.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT && !isInRange(parser)) {
          problems.add(
              Problem.of(ProblemCode.INVALID_VALUE, "the exponent of the number is out of range")
                  .atKey(
                      parser.getParsingContext().pathAsPointer().toString(),
                      parser.currentTokenLocation().getLineNr()));
        }
      }
    } catch (JsonProcessingException e) {
      problems.add(malformed(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return problems.size() > MOST_PROBLEMS ? first(problems) : ImmutableList.copyOf(problems);
  }

  /** Returns the first problems, with a remark that there are more. */
  private static ImmutableList<Problem> first(List<Problem> problems) {
    return ImmutableList.<Problem>builder()
        .addAll(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())))
        .add(Problem.of(ProblemCode.TOO_MUCH, "there are more problems; correct these first"))
        .build();
  }

  private static boolean isInRange(JsonParser parser) throws IOException {
    try {
      return parser.getDecimalValue() != null;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Returns the line of each value by JSON pointer, in document order. */
  private ImmutableMap<String, Integer> lines(String text) {
    Map<String, Integer> lines = new LinkedHashMap<>();
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

  /** Reads one document repeatedly, each time without the parts that caused problems. */
  private final class Repair {

    private final JsonNode root;
    private final ImmutableMap<String, Integer> lines;
    private final boolean isPersonal;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> removed = new HashSet<>();

    /** The most zeros that a number is written with instead of an exponent. */
    private static final int LONGEST_PLAIN = 40;

    private final IdentityHashMap<JsonNode, List<Integer>> indexes = new IdentityHashMap<>();
    private final Set<String> read = new HashSet<>();

    Repair(JsonNode root, ImmutableMap<String, Integer> lines, boolean isPersonal) {
      this.root = root;
      this.lines = lines;
      this.isPersonal = isPersonal;
      collect(root, read);
    }

    <T> List<Problem> problems(Class<T> type, Function<T, ? extends List<Problem>> check) {
      boolean open = true;
      long size = size(root);
      Budget budget = Budget.of(MOST_READ_AGAIN);
      // One problem more than are listed shows that there are more.
      while (open
          && problems.size() <= MOST_PROBLEMS
          && (budget.take(size) || problems.isEmpty())) {
        try {
          add(check.apply(values.treeToValue(root, type)));
          open = false;
        } catch (JsonMappingException e) {
          open = takeOut(e);
        } catch (JsonProcessingException e) {
          problems.add(malformed(e));
          open = false;
        }
      }
      List<Problem> sorted = sorted();
      return !open && problems.size() <= MOST_PROBLEMS ? sorted : first(sorted);
    }

    private static long size(JsonNode node) {
      long size = 1;
      for (JsonNode child : node) {
        size += size(child);
      }
      return size;
    }

    /** Returns the problems in document order; a missing value is ordered by its object. */
    private List<Problem> sorted() {
      Map<String, Integer> places = new HashMap<>();
      lines.keySet().forEach(pointer -> places.put(pointer, places.size()));
      return problems.stream()
          .sorted(Comparator.comparingInt(problem -> place(problem, places)))
          .map(this::shown)
          .toList();
    }

    private static int place(Problem problem, Map<String, Integer> places) {
      String pointer = problem.pointer().orElse("");
      while (!pointer.isEmpty() && !places.containsKey(pointer)) {
        pointer = pointer.substring(0, pointer.lastIndexOf('/'));
      }
      return places.getOrDefault(pointer, 0);
    }

    /** Adds the problems of the rest, except those caused by placeholders. */
    private void add(List<Problem> ofRest) {
      for (Problem problem : ofRest) {
        String pointer = problem.pointer().orElse("");
        if (removed.stream().noneMatch(at -> isAboutPlaceholder(pointer, at))) {
          problems.add(
              at(
                  pointer,
                  new Problem(
                      problem.code(),
                      ImmutableList.of(),
                      problem.what(),
                      problem.arguments(),
                      problem.hint())));
        }
      }
    }

    /** Whether a problem concerns a removed value, or a value that contains a placeholder. */
    private static boolean isAboutPlaceholder(String pointer, String removed) {
      return pointer.equals(removed)
          || pointer.startsWith(removed + "/")
          || (!pointer.isEmpty()
              && PLACEHOLDERS.containsKey(removed)
              && removed.startsWith(pointer + "/"));
    }

    /**
     * Records the problem and removes its causes, the last first, because an element that is
     * removed changes the indexes of those after it; false if nothing could be removed.
     */
    private boolean takeOut(JsonMappingException e) {
      JsonPointer at = pointer(e);
      String original = original(at);
      Map<JsonPointer, String> causes = new LinkedHashMap<>();
      for (JsonProblemText text : JsonProblemText.of(e)) {
        String within =
            e instanceof UnrecognizedPropertyException unknown
                    && !original.endsWith("/" + unknown.getPropertyName())
                ? "/" + unknown.getPropertyName().replace("~", "~0").replace("/", "~1")
                : text.within();
        JsonPointer place = at.append(JsonPointer.valueOf(within));
        note(e, text, at, original(place));
        if (!within.isEmpty()) {
          causes.put(place, original(place));
        }
      }
      boolean changed = false;
      for (Map.Entry<JsonPointer, String> cause :
          ImmutableList.copyOf(causes.entrySet()).reverse()) {
        changed |= remove(cause.getKey(), cause.getValue());
      }
      return changed || (!at.matches() && remove(at, original));
    }

    private JsonPointer pointer(JsonMappingException e) {
      return e.getProcessor() instanceof JsonParser parser
          ? parser.getParsingContext().pathAsPointer()
          : JsonPointer.empty();
    }

    private void note(
        JsonMappingException e, JsonProblemText text, JsonPointer pointer, String where) {
      if (!text.isMissing()) {
        problems.add(at(where, notation(text.problem(), root.at(pointer))));
      } else if (!removed.contains(where)) {
        JsonNode object = root.at(pointer);
        problems.add(
            at(
                where,
                object.path(text.key()).isNull()
                    ? isNull(e, text.key())
                    : text.problem().withHint(misspelt(text.key(), object))));
      }
    }

    /** Adds how to write the value, where a notation without quotes took it for something else. */
    private Problem notation(Problem problem, JsonNode value) {
      boolean text = problem.what().equals("expected a text");
      boolean number =
          problem.what().startsWith("expected a whole number")
              || problem.what().startsWith("expected a number");
      if (name.equals("JSON") || !problem.hint().isEmpty()) {
        return problem;
      }
      return text && (value.isNumber() || value.isBoolean())
          ? problem.withHint("Put the text in quotes")
          : number && value.isTextual()
              ? problem.withHint("Write plain digits without quotes, such as `1000`")
              : problem;
    }

    private Problem isNull(JsonMappingException e, String key) {
      String expected =
          owner(e).stream()
              .flatMap(
                  type ->
                      values.getSerializationConfig().introspect(type).findProperties().stream())
              .filter(property -> property.getName().equals(key))
              .map(property -> JsonProblemText.expected(property.getPrimaryType().getRawClass()))
              .findFirst()
              .orElse("a value");
      return Problem.of(ProblemCode.MISSING, JsonProblemText.isNull(expected));
    }

    /** Returns the type that could not be instantiated; empty if Jackson does not name it. */
    private Optional<JavaType> owner(JsonMappingException e) {
      if (e instanceof ValueInstantiationException refused) {
        return Optional.of(refused.getType());
      }
      return e instanceof MismatchedInputException mismatched && mismatched.getTargetType() != null
          ? Optional.of(values.constructType(mismatched.getTargetType()))
          : Optional.empty();
    }

    private Problem at(String pointer, Problem problem) {
      Integer line = lines.get(pointer);
      return line == null ? problem.atKey(pointer) : problem.atKey(pointer, line);
    }

    /** Returns a problem that repeats nothing personal, neither as a value nor as a key. */
    private Problem shown(Problem problem) {
      if (!isPersonal) {
        return problem;
      }
      Problem hidden = RepeatedValues.hide(problem, this::isRead);
      if (problem.pointer().isEmpty()) {
        return hidden;
      }
      String place = RepeatedValues.pointer(problem.pointer().get(), problem);
      Problem unplaced =
          new Problem(
              hidden.code(), ImmutableList.of(), hidden.what(), hidden.arguments(), hidden.hint());
      return problem.line().isPresent()
          ? unplaced.atKey(place, problem.line().getAsLong())
          : unplaced.atKey(place);
    }

    /** Whether the document has this text, as a key, a value, or a part of one. */
    private boolean isRead(String text) {
      return read.stream().anyMatch(one -> one.contains(text));
    }

    private static void collect(JsonNode node, Set<String> texts) {
      if (node.isValueNode()) {
        texts.add(PrintableText.text(node.asText()));
      }
      if (node.isNumber()) {
        // As it may be written in a message.
        BigDecimal number = node.decimalValue();
        boolean isShort = number.scale() >= -LONGEST_PLAIN && number.scale() <= LONGEST_PLAIN;
        texts.add(isShort ? number.toPlainString() : number.toString());
      }
      node.fieldNames().forEachRemaining(key -> texts.add(PrintableText.text(key)));
      node.forEach(child -> collect(child, texts));
    }

    /** Returns a hint with the keys that are most similar to a key that the object lacks. */
    private String misspelt(String missing, JsonNode object) {
      if (object.has(missing)) {
        return "";
      }
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      String near = DidYouMean.near(missing, keys);
      return near.isEmpty() ? "" : "Maybe " + near + " is misspelt";
    }

    /** Returns the pointer in the original document, before elements were removed from lists. */
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
      JsonNode placeholder = PLACEHOLDERS.get(original);
      boolean isNew = removed.add(original);
      if (parent instanceof ObjectNode object && placeholder != null && isNew) {
        object.set(last.getMatchingProperty(), placeholder.deepCopy());
        return true;
      }
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
