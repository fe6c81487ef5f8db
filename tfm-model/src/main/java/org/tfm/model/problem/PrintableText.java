package org.tfm.model.problem;

import org.tfm.model.style.Internal;

/**
 * Untrusted text made safe to display: it can neither fake a line nor control a terminal.
 *
 * @hidden
 */
@Internal
public final class PrintableText {

  private static final String REPLACEMENT = "\uFFFD";

  private PrintableText() {}

  /**
   * Returns the text with every invisible character replaced by {@code U+FFFD}: controls, line
   * breaks, format and direction marks, and unpaired surrogates.
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
                    shown.append(REPLACEMENT);
                  }
                },
                StringBuilder::append)
            .toString();
  }

  /** Whether every character of the text is visible or a space. */
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
