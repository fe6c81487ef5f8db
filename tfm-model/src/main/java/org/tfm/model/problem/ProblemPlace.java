package org.tfm.model.problem;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One step of the path to a problem, such as its file or a value in the file.
 *
 * @param kind the kind of step
 * @param name the file, the JSON pointer, the heading or the words; empty for a text without a
 *     name, and for a heading that may hold personal data
 * @param line the line, or the row of a table, counted from 1; empty if unknown
 * @param column the column, counted from 1; empty if unknown
 */
public record ProblemPlace(Kind kind, String name, OptionalLong line, OptionalInt column) {

  private static final int LONGEST_KEY = 60;

  /** The kind of step. */
  public enum Kind {
    /** A file, folder or other named input. */
    FILE,
    /** A place in a text that could not be parsed. */
    TEXT,
    /** A key of a document that is being read, as a JSON pointer. */
    KEY,
    /** A value of a document that has been read, as a JSON pointer. */
    VALUE,
    /** A part with a name in words, such as an option or a worked case. */
    PART,
    /** A cell of a table, or a whole column, by its heading. */
    CELL
  }

  /** {@linkplain PrintableText Replaces} invisible characters in the name. */
  public ProblemPlace {
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
    requireNonNull(line, "line");
    requireNonNull(column, "column");
    name = PrintableText.text(name);
  }

  static ProblemPlace of(Kind kind, String name) {
    return new ProblemPlace(kind, name, OptionalLong.empty(), OptionalInt.empty());
  }

  /** Returns this step without line and column, for reports that show them separately. */
  ProblemPlace withoutLine() {
    return kind == Kind.CELL ? this : of(kind, name);
  }

  /** The step in words, such as {@code grant.drl:12:3} or {@code `school.urn` (line 7)}. */
  @Override
  public String toString() {
    return switch (kind) {
      case FILE -> name + words(":", line) + words(":", column);
      case TEXT ->
          Stream.of(words("line ", line), words("column ", column))
              .filter(words -> !words.isEmpty())
              .collect(Collectors.joining(", "));
      case KEY -> {
        String path = path(LONGEST_KEY);
        String of = line.isPresent() ? " (line " + line.getAsLong() + ")" : "";
        yield path.isEmpty() ? "" : "`" + path + "`" + of;
      }
      case VALUE -> path(Integer.MAX_VALUE);
      case PART -> name;
      case CELL ->
          "column"
              + words(" ", column)
              + (name.isEmpty() ? "" : " `" + name + "`")
              + words(" in row ", line);
    };
  }

  private static String words(String before, OptionalLong number) {
    return number.isPresent() ? before + number.getAsLong() : "";
  }

  private static String words(String before, OptionalInt number) {
    return number.isPresent() ? before + number.getAsInt() : "";
  }

  /** Formats {@code /leadParticipants/1/trn} as {@code leadParticipants[1].trn}. */
  private String path(int longest) {
    StringBuilder path = new StringBuilder();
    for (JsonPointer rest = JsonPointer.valueOf(name); !rest.matches(); rest = rest.tail()) {
      if (rest.mayMatchElement()) {
        path.append('[').append(rest.getMatchingIndex()).append(']');
      } else {
        String key = rest.getMatchingProperty();
        path.append(path.isEmpty() ? "" : ".").append(key.length() > longest ? "…" : key);
      }
    }
    return path.toString();
  }
}
