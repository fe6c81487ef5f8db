package org.tfm.model.programme;

import java.util.List;
import java.util.regex.Pattern;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.style.Internal;

/**
 * The form of every id: lower-case words joined by hyphens, such as {@code release-time}.
 *
 * @hidden
 */
@Internal
public final class Ids {

  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST = 80;

  private Ids() {}

  /** Whether the text has the form of an id. */
  public static boolean isId(String text) {
    return text.length() <= LONGEST && KEBAB.matcher(text).matches();
  }

  /**
   * Notes a text that does not have the form of an id, and where in its value it is.
   *
   * @param what the kind of id, named in the message
   */
  public static void check(String what, String pointer, String text, List<Problem> problems) {
    if (!isId(text)) {
      problems.add(problem(what, text).atValue(pointer));
    }
  }

  /**
   * The id itself.
   *
   * @param what the kind of id, named in the message
   * @throws InvalidInputException if the text does not have the form of an id
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
        "`%s` is no %s; expected lower-case words joined by hyphens%s",
        shown,
        what,
        Blanks.remark(shown));
  }
}
