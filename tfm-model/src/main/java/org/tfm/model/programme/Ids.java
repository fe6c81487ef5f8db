package org.tfm.model.programme;

import java.util.List;
import java.util.regex.Pattern;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.style.Internal;

/**
 * The format of every id: lower-case words joined by hyphens, such as {@code release-time}.
 *
 * @hidden
 */
@Internal
public final class Ids {

  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST = 80;

  private Ids() {}

  /** Whether the text is a well-formed id. */
  public static boolean isId(String text) {
    return text.length() <= LONGEST && KEBAB.matcher(text).matches();
  }

  /**
   * Adds a problem if the text is not a well-formed id.
   *
   * @param what the kind of id, for the message
   * @param pointer the JSON pointer to the text in its value
   */
  public static void check(String what, String pointer, String text, List<Problem> problems) {
    if (!isId(text)) {
      problems.add(problem(what, text).atValue(pointer));
    }
  }

  /**
   * Returns the text if it is a well-formed id.
   *
   * @param what the kind of id, for the message
   * @throws InvalidInputException if it is not
   */
  public static String check(String what, String text) {
    if (!isId(text)) {
      throw new InvalidInputException(problem(what, text));
    }
    return text;
  }

  private static Problem problem(String what, String text) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return Problem.of(
        ProblemCode.INVALID_VALUE,
        "`%s` is not a %s; expected lower-case words joined by hyphens%s",
        shown,
        what,
        Blanks.remark(shown));
  }
}
