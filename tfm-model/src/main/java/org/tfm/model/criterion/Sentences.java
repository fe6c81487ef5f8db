package org.tfm.model.criterion;

import org.tfm.model.problem.Blanks;
import org.tfm.model.style.Internal;

/**
 * Turns clauses into sentences.
 *
 * @hidden
 */
@Internal
public final class Sentences {

  /** The maximum number of words in a sentence without a list. */
  public static final int MOST_WORDS = 25;

  private Sentences() {}

  /** Returns the clause with a capital and a full stop. */
  public static String of(String clause) {
    String trimmed = Blanks.strip(clause);
    if (trimmed.isEmpty()) {
      return trimmed;
    }
    boolean isList = trimmed.startsWith("• ", trimmed.lastIndexOf('\n') + 1);
    StringBuilder sentence = new StringBuilder(trimmed.length() + 1).append(trimmed);
    sentence.setCharAt(0, Character.toUpperCase(trimmed.charAt(0)));
    if (!isList && ".?!…".indexOf(trimmed.charAt(trimmed.length() - 1)) < 0) {
      sentence.append('.');
    }
    return sentence.toString();
  }

  /** Whether a text has more words than a limit; words are separated by single spaces. */
  public static boolean isLonger(String text, int words) {
    int more = words;
    for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
      more--;
      if (more == 0) {
        return true;
      }
    }
    return false;
  }
}
