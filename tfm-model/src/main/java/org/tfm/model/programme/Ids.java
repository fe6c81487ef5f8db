package org.tfm.model.programme;

import java.util.regex.Pattern;
import org.tfm.model.problem.Blanks;
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
   * The id itself.
   *
   * @param what the kind of id, named in the message
   * @throws IllegalArgumentException if the text does not have the form of an id
   */
  public static String check(String what, String text) {
    if (!isId(text)) {
      String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
      throw new IllegalArgumentException(
          "`"
              + shown
              + "` is no "
              + what
              + "; expected lower-case words joined by hyphens"
              + Blanks.remark(shown));
    }
    return text;
  }
}
