package org.tfm.model.problem;

import org.tfm.model.style.Internal;

/**
 * Text of a stranger, made fit to be shown: it can neither fake a line nor steer a terminal.
 *
 * @hidden
 */
@Internal
public final class PrintableText {

  private static final String STAND_IN = "\uFFFD";

  private PrintableText() {}

  /**
   * The text, with {@code U+FFFD} for each character that cannot be seen: controls, line breaks,
   * marks of format and direction, and halves of characters.
   */
  public static String text(String text) {
    return isVisible(text)
        ? text
        : text.codePoints()
            .collect(
                StringBuilder::new,
                (shown, c) -> {
                  if (isVisible(c)) {
                    shown.appendCodePoint(c);
                  } else {
                    shown.append(STAND_IN);
                  }
                },
                StringBuilder::append)
            .toString();
  }

  /** Whether every character of the text can be seen, or is a space. */
  public static boolean isVisible(String text) {
    return text.codePoints().allMatch(PrintableText::isVisible);
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
