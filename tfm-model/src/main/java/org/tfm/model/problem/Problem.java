package org.tfm.model.problem;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
 * One thing that is wrong with an input: its sort, where it is, what was read and expected, a hint.
 *
 * <p>Immutable. The text never holds a personal value: names, statements and teacher reference
 * numbers are left out or masked by whoever makes the problem. All of it is {@linkplain
 * PrintableText visible}. JSON has the code, the place in parts and the words as people read them.
 *
 * @param code the sort of problem
 * @param places the steps to the place, from the outside in; none if the whole input is meant
 * @param what a sentence without a closing full stop
 * @param arguments the values that the sentence names, in its order
 * @param hint a help such as {@code Maybe `release-time`?}; empty when there is none
 */
@JsonPropertyOrder({"code", "file", "pointer", "line", "column", "where", "what", "hint"})
public record Problem(
    ProblemCode code,
    @JsonIgnore ImmutableList<ProblemPlace> places,
    String what,
    @JsonIgnore ImmutableList<String> arguments,
    String hint) {

  /** Makes the texts visible. */
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
   * The problem of an input as a whole, without a hint.
   *
   * @param sentence a sentence without a closing full stop, with {@code %s} for each value
   * @param values the values that were read, or that are the limit
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

  /** The same problem with a help; an empty one is none. */
  public Problem withHint(String help) {
    requireNonNull(help, "help");
    return new Problem(code, places, what, arguments, help);
  }

  /** The same problem, found in a file, a folder or another input with this name. */
  public Problem inFile(String file) {
    requireNonNull(file, "file");
    return in(ProblemPlace.of(Kind.FILE, file));
  }

  /** The same problem, found on a line of a file. */
  public Problem inFile(String file, long line) {
    requireNonNull(file, "file");
    return in(new ProblemPlace(Kind.FILE, file, OptionalLong.of(line), OptionalInt.empty()));
  }

  /** The same problem, found at a place in a file. */
  public Problem inFile(String file, long line, int column) {
    requireNonNull(file, "file");
    return in(new ProblemPlace(Kind.FILE, file, OptionalLong.of(line), OptionalInt.of(column)));
  }

  /** The same problem, found at a place in a text that could not be read to its end. */
  public Problem inText(OptionalLong line, OptionalInt column) {
    requireNonNull(line, "line");
    requireNonNull(column, "column");
    return in(new ProblemPlace(Kind.TEXT, "", line, column));
  }

  /** The same problem, found at a key of a document, by its JSON pointer. */
  public Problem atKey(String jsonPointer) {
    requireNonNull(jsonPointer, "jsonPointer");
    return in(ProblemPlace.of(Kind.KEY, jsonPointer));
  }

  /** The same problem, found at a key of a document, which stands on a line of it. */
  public Problem atKey(String jsonPointer, long keyLine) {
    requireNonNull(jsonPointer, "jsonPointer");
    return in(
        new ProblemPlace(Kind.KEY, jsonPointer, OptionalLong.of(keyLine), OptionalInt.empty()));
  }

  /** The same problem, found at a value that was read before, by its JSON pointer. */
  public Problem atValue(String jsonPointer) {
    requireNonNull(jsonPointer, "jsonPointer");
    return in(ProblemPlace.of(Kind.VALUE, jsonPointer));
  }

  /** The same problem, found in a part that words name, such as an option. */
  public Problem inPart(String words) {
    requireNonNull(words, "words");
    return in(ProblemPlace.of(Kind.PART, words));
  }

  private Problem in(ProblemPlace place) {
    return with(ImmutableList.<ProblemPlace>builder().add(place).addAll(places).build());
  }

  private Problem with(ImmutableList<ProblemPlace> otherPlaces) {
    return new Problem(code, otherPlaces, what, arguments, hint);
  }

  /** The same problem, its file being one of a folder. */
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

  /** The same problem of a text of one line: only the column says anything. */
  public Problem inOneLine() {
    return with(
        places.stream()
            .map(
                place ->
                    new ProblemPlace(
                        place.kind(), place.name(), OptionalLong.empty(), place.column()))
            .collect(ImmutableList.toImmutableList()));
  }

  /** The file, the folder or another input with a name; empty if none is known. */
  @JsonProperty("file")
  public Optional<String> file() {
    return name(Kind.FILE);
  }

  /** The JSON pointer of the key or value in its document; empty if none is meant. */
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

  /** The line in the file or text, from 1; empty if it is not known. */
  @JsonProperty("line")
  public OptionalLong line() {
    return places.stream().map(ProblemPlace::line).flatMapToLong(OptionalLong::stream).findFirst();
  }

  /** The column in the file or text, from 1; empty if it is not known. */
  @JsonProperty("column")
  public OptionalInt column() {
    return places.stream().map(ProblemPlace::column).flatMapToInt(OptionalInt::stream).findFirst();
  }

  /** The place in words, such as {@code grant.drl:12}; empty when the input as a whole is meant. */
  @JsonProperty(value = "where", required = true)
  public String where() {
    return text(places.stream());
  }

  /** The place within its file, without its line, in words; empty for the file as a whole. */
  public String whereInFile() {
    return text(
        places.stream()
            .filter(place -> place.kind() != Kind.FILE && place.kind() != Kind.TEXT)
            .map(ProblemPlace::withoutLine));
  }

  private static String text(Stream<ProblemPlace> places) {
    return places.map(Objects::toString).filter(words -> !words.isEmpty()).collect(joining(": "));
  }

  /** Sentence and hint. */
  public String message() {
    return what + (hint.isEmpty() ? "" : ". " + hint);
  }

  /** One line: place, sentence, hint. */
  @Override
  public String toString() {
    String where = where();
    return (where.isEmpty() ? "" : where + ": ") + message();
  }
}
