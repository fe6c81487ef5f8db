package org.tfm.model.problem;

import com.google.common.base.CharMatcher;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.tfm.model.style.Internal;

/**
 * Untrusted text made safe to display: it can neither fake a line nor control a terminal.
 *
 * <p>Invisible are controls, line breaks, format and direction marks, unpaired surrogates, fillers,
 * joiners, variation selectors and tags, which show nothing and can hide a text.
 *
 * @hidden
 */
@Internal
public final class PrintableText {

  private static final HexFormat HEX = HexFormat.of();
  private static final int REPLACEMENT = 0xFFFD;

  /** Characters that Unicode calls default ignorable, or that are drawn empty. */
  private static final CharMatcher IGNORED =
      CharMatcher.anyOf("\u034F\u115F\u1160\u17B4\u17B5\u2065\u2800\u3164\uFFA0")
          .or(CharMatcher.inRange('\u180B', '\u180F'))
          .or(CharMatcher.inRange('\uFE00', '\uFE0F'))
          .or(CharMatcher.inRange('\uFFF0', '\uFFF8'))
          .precomputed();

  private static final int FIRST_TAG = 0xE0000;
  private static final int LAST_TAG = 0xE0FFF;

  private PrintableText() {}

  /** Returns the text with every invisible character replaced by {@code U+FFFD}. */
  public static String text(String text) {
    return text(text, REPLACEMENT);
  }

  /** Returns the text with every invisible character replaced by another character. */
  public static String text(String text, int replacement) {
    return isVisible(text)
        ? text
        : text.codePoints()
            .map(c -> isVisible(c) ? c : replacement)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /**
   * Returns JSON with every invisible character escaped. Outside its texts JSON has none but line
   * breaks, which are kept.
   */
  public static String json(String json) {
    if (json.codePoints().allMatch(c -> isLineBreak(c) || isVisible(c))) {
      return json;
    }
    StringBuilder escaped = new StringBuilder(json.length() + 16);
    json.codePoints()
        .forEach(
            c -> {
              if (isLineBreak(c) || isVisible(c)) {
                escaped.appendCodePoint(c);
              } else {
                for (char half : Character.toChars(c)) {
                  escaped.append("\\u").append(HEX.toHexDigits(half));
                }
              }
            });
    return escaped.toString();
  }

  private static boolean isLineBreak(int c) {
    return c == '\n' || c == '\r';
  }

  /** Whether every character of the text is visible or a space. */
  public static boolean isVisible(String text) {
    return firstInvisible(text).isEmpty();
  }

  /** Returns the index of the first invisible character, if there is one. */
  public static OptionalInt firstInvisible(String text) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (!isVisible(text.codePointAt(at))) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }

  /** Whether a character is visible or a space. */
  public static boolean isVisible(int c) {
    if (c >= ' ' && c < 0x7F) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default ->
          Character.isBmpCodePoint(c) ? !IGNORED.matches((char) c) : c < FIRST_TAG || c > LAST_TAG;
    };
  }
}
