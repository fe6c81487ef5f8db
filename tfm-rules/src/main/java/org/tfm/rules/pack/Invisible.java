package org.tfm.rules.pack;

import com.google.common.collect.ImmutableList;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.PrintableText;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** Rejects characters that could fake a line, hide a text or control a terminal. */
final class Invisible {

  private static final int MOST_PROBLEMS = 50;

  private Invisible() {}

  /** Returns what to do about an invisible character. */
  static String hint(int c) {
    return Character.isWhitespace(c) || c == 0x85 ? "Replace it with a space" : "Delete it";
  }

  /**
   * Checks the text of a YAML file, its comments included.
   *
   * @throws InvalidInputException with the place of each invisible character, up to 50
   */
  static void check(String text) {
    ImmutableList.Builder<Problem> found = ImmutableList.builder();
    int count = 0;
    int line = 1;
    int lineStart = 0;
    for (int at = 0; at < text.length() && count < MOST_PROBLEMS; ) {
      int c = text.codePointAt(at);
      if (c == '\n') {
        line++;
        lineStart = at + 1;
      } else if (!isAllowed(c, at)) {
        count++;
        found.add(
            Problem.of(ProblemCode.NOT_ALLOWED, "the line contains %s", Blanks.name(c))
                .withHint(hint(c))
                .inText(OptionalLong.of(line), OptionalInt.of(at - lineStart + 1)));
      }
      at += Character.charCount(c);
    }
    if (count > 0) {
      throw new InvalidInputException(found.build());
    }
  }

  /**
   * Whether YAML can have a character: the parser itself explains tabs, and a mark may be first.
   */
  private static boolean isAllowed(int c, int at) {
    return c == '\t' || c == '\r' || (c == 0xFEFF && at == 0) || PrintableText.isVisible(c);
  }
}
