package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.tfm.model.term.Section;

/**
 * A term whose source is read in another way, whether or not the term itself changed.
 *
 * @param section the part of the policy
 * @param term the id of the term
 * @param before how it was read; absent where the sentence was taken as plain
 * @param after how it is read; absent where the sentence is taken as plain
 */
public record ReadingChange(
    Section section, String term, Optional<String> before, Optional<String> after) {
  /** Refuses null. */
  public ReadingChange {
    requireNonNull(section, "section");
    requireNonNull(term, "term");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }

  /** The change as one line. */
  public String says() {
    return term + ": " + quoted(before) + " → " + quoted(after);
  }

  private static String quoted(Optional<String> reading) {
    return reading.map(text -> "“" + text + "”").orElse("taken as plain");
  }
}
