package org.tfm.model.problem;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.tfm.model.problem.ProblemPlace.Kind;

/**
 * One problem of an input: its code, its place, a message and a hint.
 *
 * <p>Immutable. The text never contains a personal value: the code that creates a problem leaves
 * out or masks names, statements and teacher reference numbers. Invisible characters are
 * {@linkplain PrintableText replaced}. JSON has the code, the parts of the place and the texts.
 *
 * @param code the kind of problem
 * @param places the steps to the place, outermost first; empty for the input as a whole
 * @param what the message, a sentence without a full stop
 * @param arguments the values in the message, in order
 * @param hint a suggestion such as {@code Maybe `release-time`?}; empty if there is none
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"code", "file", "pointer", "line", "column", "where", "what", "hint"})
public record Problem(
    ProblemCode code,
    @JsonIgnore ImmutableList<ProblemPlace> places,
    String what,
    @JsonIgnore ImmutableList<String> arguments,
    String hint) {

  /** Replaces invisible characters in the texts. */
  public Problem {
    requireNonNull(code, "code");
    requireNonNull(places, "places");
    requireNonNull(what, "what");
    requireNonNull(arguments, "arguments");
    requireNonNull(hint, "hint");
    what = PrintableText.text(what);
    arguments =
        arguments.stream().map(PrintableText::text).collect(ImmutableList.toImmutableList());
    hint = PrintableText.text(hint);
  }

  /**
   * Returns a problem of the input as a whole, without a hint.
   *
   * @param sentence a sentence without a full stop, with {@code %s} for each value
   * @param values the values, such as the value that was read or a limit
   */
  public static Problem of(ProblemCode code, String sentence, Object... values) {
    requireNonNull(code, "code");
    requireNonNull(sentence, "sentence");
    requireNonNull(values, "values");
    return new Problem(
        code,
        ImmutableList.of(),
        values.length == 0 ? sentence : Strings.lenientFormat(sentence, values),
        Stream.of(values).map(String::valueOf).collect(ImmutableList.toImmutableList()),
        "");
  }

  /**
   * Returns the problem of an input on which the program failed. It names the kind of failure only,
   * because the message of an exception may contain a personal value.
   */
  public static Problem ofFault(Throwable failure) {
    requireNonNull(failure, "failure");
    return of(
        ProblemCode.FAULT,
        "the program failed here (%s); this is a fault of the program, not of the input",
        failure.getClass().getSimpleName());
  }

  /** Returns this problem with another hint; an empty hint removes it. */
  public Problem withHint(String text) {
    requireNonNull(text, "text");
    return new Problem(code, places, what, arguments, text);
  }

  /** Returns this problem, located in a file, a folder or another named input. */
  public Problem inFile(String file) {
    requireNonNull(file, "file");
    return in(ProblemPlace.of(Kind.FILE, file));
  }

  /** Returns this problem, located on a line of a file. */
  public Problem inFile(String file, long line) {
    requireNonNull(file, "file");
    return in(new ProblemPlace(Kind.FILE, file, OptionalLong.of(line), OptionalInt.empty()));
  }

  /** Returns this problem, located at a line and column of a file. */
  public Problem inFile(String file, long line, int column) {
    requireNonNull(file, "file");
    return in(new ProblemPlace(Kind.FILE, file, OptionalLong.of(line), OptionalInt.of(column)));
  }

  /** Returns this problem, located in a text that could not be parsed. */
  public Problem inText(OptionalLong line, OptionalInt column) {
    requireNonNull(line, "line");
    requireNonNull(column, "column");
    return in(new ProblemPlace(Kind.TEXT, "", line, column));
  }

  /** Returns this problem, located at a key of a document, by its JSON pointer. */
  public Problem atKey(String jsonPointer) {
    requireNonNull(jsonPointer, "jsonPointer");
    return in(ProblemPlace.of(Kind.KEY, jsonPointer));
  }

  /** Returns this problem, located at a key on a line of a document. */
  public Problem atKey(String jsonPointer, long keyLine) {
    requireNonNull(jsonPointer, "jsonPointer");
    return in(
        new ProblemPlace(Kind.KEY, jsonPointer, OptionalLong.of(keyLine), OptionalInt.empty()));
  }

  /** Returns this problem, located at a value of a document that has been read. */
  public Problem atValue(String jsonPointer) {
    requireNonNull(jsonPointer, "jsonPointer");
    return in(ProblemPlace.of(Kind.VALUE, jsonPointer));
  }

  /** Returns this problem, located in a part with a name in words, such as an option. */
  public Problem inPart(String words) {
    requireNonNull(words, "words");
    return in(ProblemPlace.of(Kind.PART, words));
  }

  /**
   * Returns this problem, located in a cell of a table or in a whole column.
   *
   * @param heading the heading of the column
   * @param columnNumber the number of the column, counted from 1
   * @param row the row as people see it, counted from 1; empty for the whole column, or if the
   *     report shows it separately
   */
  public Problem inCell(String heading, int columnNumber, OptionalLong row) {
    requireNonNull(heading, "heading");
    requireNonNull(row, "row");
    return in(new ProblemPlace(Kind.CELL, heading, row, OptionalInt.of(columnNumber)));
  }

  /** Returns this problem, located in a row of a table, counted from 1. */
  public Problem inRow(long row) {
    return in(new ProblemPlace(Kind.PART, "row " + row, OptionalLong.of(row), OptionalInt.empty()));
  }

  private Problem in(ProblemPlace place) {
    return with(ImmutableList.<ProblemPlace>builder().add(place).addAll(places).build());
  }

  private Problem with(ImmutableList<ProblemPlace> otherPlaces) {
    return new Problem(code, otherPlaces, what, arguments, hint);
  }

  /** Returns this problem with its file located in a folder. */
  public Problem inFolder(String folder) {
    requireNonNull(folder, "folder");
    return with(
        places.stream()
            .map(
                place ->
                    place.kind() == Kind.FILE
                        ? new ProblemPlace(
                            Kind.FILE, folder + "/" + place.name(), place.line(), place.column())
                        : place)
            .collect(ImmutableList.toImmutableList()));
  }

  /** Returns this problem without line numbers, for a text of one line. */
  public Problem inOneLine() {
    return with(
        places.stream()
            .map(
                place ->
                    new ProblemPlace(
                        place.kind(), place.name(), OptionalLong.empty(), place.column()))
            .collect(ImmutableList.toImmutableList()));
  }

  /** The file, folder or other named input; empty if unknown. */
  @JsonProperty("file")
  public Optional<String> file() {
    return name(Kind.FILE);
  }

  /** The JSON pointer to the key or value; empty if the problem is not about one. */
  @JsonProperty("pointer")
  public Optional<String> pointer() {
    return name(Kind.KEY).or(() -> name(Kind.VALUE));
  }

  private Optional<String> name(Kind kind) {
    return places.stream()
        .filter(place -> place.kind() == kind)
        .map(ProblemPlace::name)
        .findFirst();
  }

  /** The line in the file or text, or the row of the table, counted from 1; empty if unknown. */
  @JsonProperty("line")
  public OptionalLong line() {
    return places.stream().map(ProblemPlace::line).flatMapToLong(OptionalLong::stream).findFirst();
  }

  /** The column in the file, text or table, counted from 1; empty if unknown. */
  @JsonProperty("column")
  public OptionalInt column() {
    return places.stream().map(ProblemPlace::column).flatMapToInt(OptionalInt::stream).findFirst();
  }

  /** The place in words, such as {@code grant.drl:12}; empty for the input as a whole. */
  @JsonProperty(value = "where", required = true)
  public String where() {
    return text(places.stream());
  }

  /** The place within the file in words, without the line; empty for the file as a whole. */
  public String whereInFile() {
    return text(
        places.stream()
            .filter(place -> place.kind() != Kind.FILE && place.kind() != Kind.TEXT)
            .map(ProblemPlace::withoutLine));
  }

  private static String text(Stream<ProblemPlace> places) {
    return places.map(Objects::toString).filter(words -> !words.isEmpty()).collect(joining(": "));
  }

  /** The message with the hint. */
  public String message() {
    return what + (hint.isEmpty() ? "" : ". " + hint);
  }

  /** The place, the message and the hint on one line. */
  @Override
  public String toString() {
    String where = where();
    return (where.isEmpty() ? "" : where + ": ") + message();
  }
}
