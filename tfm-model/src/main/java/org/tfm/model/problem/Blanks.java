package org.tfm.model.problem;

import java.util.Locale;
import org.tfm.model.style.Internal;

/**
 * The characters that show nothing: the one place that says what is blank.
 *
 * <p>Beside the space these are every other space of Unicode, such as the no-break space, controls
 * and line breaks, marks of no width, such as the zero width space, and letters that are drawn
 * empty.
 *
 * @hidden
 */
@Internal
public final class Blanks {

  /** Hangul and Khmer fillers and the empty Braille pattern: letters and signs, but not seen. */
  private static final String DRAWN_EMPTY = "\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

  private Blanks() {}

  /** Whether the character shows nothing. */
  public static boolean isBlank(int c) {
    if (c > ' ' && c < 0x7F) {
      return false;
    }
    return Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || DRAWN_EMPTY.indexOf(c) >= 0;
  }

  /** Whether the text shows nothing. */
  public static boolean isBlank(String text) {
    return start(text) == text.length();
  }

  /** The text without blanks at its start and at its end. */
  public static String strip(String text) {
    int start = start(text);
    int end = text.length();
    while (end > start && isBlank(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  private static int start(String text) {
    int start = 0;
    while (start < text.length() && isBlank(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    return start;
  }

  /** What a blank is called, such as {@code a no-break space (U+00A0)}. */
  public static String name(int blank) {
    String known = Character.getName(blank);
    String name = known == null ? "blank" : known.toLowerCase(Locale.ROOT);
    return String.format(
        Locale.ROOT,
        "%s %s (U+%04X)",
        "aeiou".indexOf(name.charAt(0)) >= 0 ? "an" : "a",
        name,
        blank);
  }

  /**
   * The end of a message on a value in which a blank other than the space stands, such as {@code ;
   * it contains a no-break space (U+00A0) at position 2}; empty where none does.
   */
  public static String remark(String value) {
    for (int at = 0; at < value.length(); at += Character.charCount(value.codePointAt(at))) {
      int c = value.codePointAt(at);
      if (c != ' ' && isBlank(c)) {
        return "; it contains " + name(c) + " at position " + (at + 1);
      }
    }
    return "";
  }
}
