package org.tfm.model.problem;

import java.util.Locale;
import org.tfm.model.style.Internal;

/**
 * The one definition of blank: characters that show nothing.
 *
 * <p>These are the space and every other Unicode space, such as the no-break space; control
 * characters and line breaks; characters without width, such as the zero width space; and letters
 * that are drawn empty.
 *
 * @hidden
 */
@Internal
public final class Blanks {

  /** Hangul and Khmer fillers and the empty Braille pattern: invisible letters and symbols. */
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

  /** Returns the text without leading and trailing blanks. */
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

  /** Returns the name of a blank, such as {@code a no-break space (U+00A0)}. */
  public static String name(int blank) {
    String known = blank == '\t' ? "tab" : Character.getName(blank);
    String name = known == null ? "blank" : known.toLowerCase(Locale.ROOT);
    return String.format(
        Locale.ROOT,
        "%s %s (U+%04X)",
        "aeiou".indexOf(name.charAt(0)) >= 0 ? "an" : "a",
        name,
        blank);
  }

  /**
   * Returns the end of a message about a value that contains a blank other than the space, such as
   * {@code ; it contains a no-break space (U+00A0) at position 2}; empty for any other value.
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
