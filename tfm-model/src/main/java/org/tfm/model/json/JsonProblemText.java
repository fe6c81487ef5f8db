package org.tfm.model.json;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.problem.RequiredValues;

/**
 * A Jackson error, translated for the author of the document.
 *
 * <p>The text repeats a value only if it should be one of a fixed list or is a number out of range;
 * any other value might be personal.
 *
 * @param within the place in the value, as a JSON pointer; empty for the value itself
 * @param problem the problem, without a place
 */
record JsonProblemText(String within, Problem problem) {

  private static final Pattern DAY_AND_TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}[ T]\\d{1,2}[:.]\\d{2}.*");

  /** For what YAML reads as a key: the rest of a text within braces, after its comma. */
  private static final String AFTER_COMMA = ". If a text has a comma, put the whole text in quotes";

  private static final Pattern OUT_OF_RANGE = Pattern.compile("\\((-?[0-9]+)\\) out of range of");
  private static final Pattern NO_CREATOR_PROPERTY =
      Pattern.compile("(?:Missing required|Null value for) creator property '([^']+)'");
  private static final Pattern NO_KIND = Pattern.compile("missing type id property '([^']+)'");
  private static final Pattern KNOWN_KINDS = Pattern.compile("known type ids = \\[([^\\]]*)]");
  private static final int SHOWN = 40;

  /** Whether a key is missing, or has no value. */
  boolean isMissing() {
    return problem.code() == ProblemCode.MISSING && !within.isEmpty();
  }

  /** The key that is missing. */
  String key() {
    return within.substring(1);
  }

  static List<JsonProblemText> of(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      List<String> known =
          Optional.ofNullable(unknown.getKnownPropertyIds()).orElse(List.of()).stream()
              .map(String::valueOf)
              .sorted()
              .toList();
      String hint = DidYouMean.hint(unknown.getPropertyName(), known);
      return ImmutableList.of(
          new JsonProblemText(
              "",
              Problem.of(ProblemCode.UNKNOWN_KEY, "unknown key")
                  .withHint(
                      hint.isEmpty()
                          ? "Expected one of `"
                              + String.join("`, `", known)
                              + "`"
                              + (unknown.getPropertyName().contains(" ") ? AFTER_COMMA : "")
                          : hint)));
    }
    String message = String.valueOf(e.getOriginalMessage());
    Matcher creator = NO_CREATOR_PROPERTY.matcher(message);
    if (creator.find()) {
      return missing(List.of(String.valueOf(creator.group(1))));
    }
    if (e instanceof InvalidTypeIdException kind) {
      return kind(kind, message);
    }
    Matcher range = OUT_OF_RANGE.matcher(message);
    if (range.find()) {
      return ImmutableList.of(
          new JsonProblemText(
              "",
              Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "`%s` is out of range for a whole number",
                  range.group(1))));
    }
    if (message.contains("out of range of")) {
      return one(ProblemCode.INVALID_VALUE, "the number is out of range");
    }
    if (e instanceof InvalidNullException empty) {
      boolean list = Collection.class.isAssignableFrom(empty.getTargetType());
      return one(ProblemCode.MISSING, isNull("a value" + (list ? " of the list" : "")));
    }
    if (e instanceof InvalidFormatException format) {
      return format(format);
    }
    if (e instanceof ValueInstantiationException || e.getCause() instanceof RuntimeException) {
      Throwable cause = rootCause(e);
      if (cause instanceof InvalidInputException refused) {
        return refused(refused.problems());
      }
      return cause instanceof NullPointerException
          ? one(ProblemCode.WRONG_TYPE, "this value cannot be read")
          : refused(String.valueOf(cause.getMessage()));
    }
    if (e instanceof MismatchedInputException mismatched) {
      if (message.startsWith("Cannot map `null`")) {
        return one(ProblemCode.MISSING, isNull(expected(mismatched.getTargetType())));
      }
      return one(
          ProblemCode.WRONG_TYPE,
          "expected " + expected(mismatched.getTargetType()) + remark(mismatched));
    }
    return one(ProblemCode.WRONG_TYPE, "this value cannot be read");
  }

  private static List<JsonProblemText> kind(InvalidTypeIdException e, String message) {
    Matcher absent = NO_KIND.matcher(message);
    if (absent.find()) {
      return missing(List.of(String.valueOf(absent.group(1))));
    }
    Matcher listed = KNOWN_KINDS.matcher(message);
    List<String> known =
        listed.find() ? Splitter.on(", ").splitToList(String.valueOf(listed.group(1))) : List.of();
    return unknown(String.valueOf(e.getTypeId()), known);
  }

  private static List<JsonProblemText> unknown(String word, List<String> known) {
    String hint = DidYouMean.hint(word, known);
    String shown = word.length() > SHOWN ? word.substring(0, SHOWN) + "…" : word;
    return ImmutableList.of(
        new JsonProblemText(
            "",
            Problem.of(
                    ProblemCode.UNKNOWN_WORD,
                    "`%s` is not a known value" + Blanks.remark(shown),
                    shown)
                .withHint(
                    hint.isEmpty() && !known.isEmpty() && known.size() <= 12
                        ? "Expected one of `" + String.join("`, `", known) + "`"
                        : hint)));
  }

  private static Throwable rootCause(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Translates the problems that the library's own types report, each with its place. */
  private static List<JsonProblemText> refused(List<Problem> problems) {
    return problems.stream()
        .map(
            problem ->
                new JsonProblemText(
                    problem.pointer().orElse(""),
                    new Problem(
                        problem.code(),
                        ImmutableList.of(),
                        problem.what(),
                        problem.arguments(),
                        problem.hint())))
        .toList();
  }

  private static List<JsonProblemText> refused(String message) {
    List<String> notSet = RequiredValues.missing(message);
    if (!notSet.isEmpty()) {
      return missing(notSet);
    }
    // The library's own messages never name classes; others do, for example about a null.
    return message.contains("org.") || message.contains("java.") || message.equals("null")
        ? one(ProblemCode.WRONG_TYPE, "this value cannot be read")
        : one(ProblemCode.INVALID_VALUE, message);
  }

  private static List<JsonProblemText> missing(List<String> keys) {
    return keys.stream()
        .map(key -> new JsonProblemText("/" + key, Problem.of(ProblemCode.MISSING, "missing")))
        .toList();
  }

  private static List<JsonProblemText> format(InvalidFormatException e) {
    Class<?> target = e.getTargetType();
    if (target != null && target.isEnum() && e.getValue() instanceof String word) {
      List<String> known =
          Arrays.stream(target.getEnumConstants())
              .map(constant -> written(target, ((Enum<?>) constant).name()))
              .toList();
      return unknown(word, known);
    }
    Problem wrong = Problem.of(ProblemCode.WRONG_TYPE, "expected " + expected(target) + remark(e));
    boolean isWithTime =
        target == LocalDate.class && DAY_AND_TIME.matcher(String.valueOf(e.getValue())).matches();
    return ImmutableList.of(
        new JsonProblemText("", isWithTime ? wrong.withHint(timeKey(e)) : wrong));
  }

  /** The key of the time beside that of a day, for the days that have one. */
  private static String timeKey(InvalidFormatException e) {
    List<JsonMappingException.Reference> path = e.getPath();
    String day = path.isEmpty() ? "" : String.valueOf(path.get(path.size() - 1).getFieldName());
    return switch (day) {
      case "date" -> "Write the time under `startsAt`";
      case "submittedOn" -> "Write the time under `submittedAt`";
      default -> "Leave out the time";
    };
  }

  /** Returns a word as people write it: in small letters with hyphens, if that can be read. */
  private static String written(Class<?> words, String name) {
    String small = Ascii.toLowerCase(name).replace('_', '-');
    try {
      JsonAlias alias = words.getField(name).getAnnotation(JsonAlias.class);
      return alias != null && List.of(alias.value()).contains(small) ? small : name;
    } catch (NoSuchFieldException e) {
      return name;
    }
  }

  /** Returns a remark on blanks in the text that was read; empty if it was not a text. */
  private static String remark(MismatchedInputException e) {
    try {
      return e.getProcessor() instanceof JsonParser parser
              && parser.hasToken(JsonToken.VALUE_STRING)
          ? Blanks.remark(parser.getText())
          : "";
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** Returns the message about a null. */
  static String isNull(String expected) {
    return "the value is `null`; expected " + expected;
  }

  /** Describes the values of a type. */
  static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "another type of value";
    }
    if (type == String.class || type.isEnum()) {
      return "a text";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "`true` or `false`";
    }
    if (type == int.class || type == Integer.class) {
      return "a whole number";
    }
    if (type == BigDecimal.class) {
      return "a number";
    }
    if (type == LocalDate.class) {
      return "a date such as `2022-05-03`";
    }
    if (type == LocalTime.class) {
      return "a time such as `17:05`";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    String name = type.getSimpleName();
    return switch (name) {
      case "ReleaseTime" -> "a number of days";
      case "AcademicYear" -> "an academic year such as `2022/23`";
      case "Trn" -> "a text of seven digits";
      default -> Map.class.isAssignableFrom(type) || !type.isPrimitive() ? "an object" : "a value";
    };
  }

  private static List<JsonProblemText> one(ProblemCode code, String sentence) {
    return ImmutableList.of(new JsonProblemText("", Problem.of(code, sentence)));
  }
}
