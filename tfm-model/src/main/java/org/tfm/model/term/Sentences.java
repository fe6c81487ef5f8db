package org.tfm.model.term;

import org.tfm.model.problem.Blanks;
import org.tfm.model.style.Internal;

/**
 * Turns clauses into sentences.
 *
 * @hidden
 */
@Internal
public final class Sentences {

  private Sentences() {}

  /** Joins two texts; the second is on a new line after a list. */
  public static String followed(String text, String next) {
    boolean isAfterList = text.startsWith("•", text.lastIndexOf('\n') + 1);
    return text + (isAfterList ? "\n" : " ") + next;
  }

  /** Returns the clause with a capital and a full stop. */
  public static String of(String clause) {
    String trimmed = Blanks.strip(clause);
    if (trimmed.isEmpty()) {
      return trimmed;
    }
    boolean isList = trimmed.startsWith("• ", trimmed.lastIndexOf('\n') + 1);
    String end = !isList && ".?!…".indexOf(trimmed.charAt(trimmed.length() - 1)) < 0 ? "." : "";
    return trimmed.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + trimmed.substring(1) + end;
  }
}
