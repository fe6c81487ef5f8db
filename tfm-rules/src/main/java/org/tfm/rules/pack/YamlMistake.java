package org.tfm.rules.pack;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Explains text that is not YAML to an author who does not know YAML. */
final class YamlMistake {

  private static final String QUOTES = "Put the text in quotes, such as `title: \"Policy: 2025\"`";

  /** The start of the parser's message about a key without a colon. */
  private static final String NO_COLON = "could not find expected ':'";

  private YamlMistake() {}

  /** Returns the problem, located on the line that has the mistake. */
  static Problem of(MarkedYAMLException e) {
    String what = String.valueOf(e.getProblem());
    // A key without a colon is noticed only on the next line.
    Mark mark =
        what.startsWith(NO_COLON) && e.getContextMark() != null
            ? e.getContextMark()
            : e.getProblemMark();
    if (mark == null) {
      return problem("unexpected character or word", "");
    }
    String line = line(mark, mark.getPointer());
    int blank = blank(line);
    int number = mark.getLine() + 1;
    if (blank < 0 && what.startsWith("mapping values are not allowed")) {
      // A key whose colon is followed by a no-break space goes on in the next line.
      line = line(mark, mark.getPointer() - mark.getColumn() - 1);
      blank = blank(line);
      if (blank < 0 && isKeyWithoutColon(line)) {
        return explained(NO_COLON, "")
            .inText(OptionalLong.of(number - 1L), OptionalInt.of(indent(line) + 1));
      }
      number -= blank < 0 ? 0 : 1;
    }
    return (blank < 0
            ? explained(what, String.valueOf(e.getContext()))
            : problem(
                "the line contains " + Blanks.name(line.codePointAt(blank)),
                line.codePointAt(blank) == '\t' ? "Indent with spaces" : "Replace it with a space"))
        .inText(
            OptionalLong.of(number), OptionalInt.of((blank < 0 ? mark.getColumn() : blank) + 1));
  }

  private static Problem problem(String what, String hint) {
    return Problem.of(ProblemCode.MALFORMED, "this is not YAML: " + what).withHint(hint);
  }

  /** Translates the parser's message, which its first words identify. */
  private static Problem explained(String what, String context) {
    if (what.startsWith("mapping values are not allowed")) {
      return problem(
          "a text without quotes contains `: `, or the line is indented too far", QUOTES);
    }
    if (what.startsWith(NO_COLON)) {
      return problem("the key has no colon", "Write `key: value`, with a space after the colon");
    }
    if (what.startsWith("found character")) {
      return problem(
          "a text starts with a character that needs quotes",
          "Put the text in quotes, such as `\"@home\"`");
    }
    if (context.startsWith("while scanning a quoted scalar")
        || context.startsWith("while scanning a double-quoted scalar")) {
      return problem("a text in quotes does not end", "Add the closing quote");
    }
    if (what.startsWith("expected ',' or")) {
      return problem(
          "a list in brackets does not go on as expected",
          "Separate values with commas, close every bracket, and put texts with commas or quotes in"
              + " quotes");
    }
    if (what.startsWith("expected <block end>")) {
      return problem(
          "the line does not belong to the lines above it",
          "Indent it like the lines beside it; put a text that starts with a quote or a bracket in"
              + " quotes as a whole");
    }
    return problem("unexpected character or word", "");
  }

  /** The line of a place in the text, as far as the parser has kept it. */
  private static String line(Mark mark, int place) {
    int[] text = mark.getBuffer();
    int start = Math.max(0, Math.min(place, text.length));
    int end = start;
    while (start > 0 && !isBreak(text[start - 1])) {
      start--;
    }
    while (end < text.length && !isBreak(text[end])) {
      end++;
    }
    return new String(text, start, end - start);
  }

  private static boolean isKeyWithoutColon(String line) {
    String text = line.strip();
    return !text.isEmpty() && !text.contains(":") && text.charAt(0) != '-' && text.charAt(0) != '#';
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static boolean isBreak(int c) {
    return c == '\n' || c == '\r' || c == 0;
  }

  /** The place of the first blank that is not a space; -1 if there is none. */
  private static int blank(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) != ' ' && Blanks.isBlank(line.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
