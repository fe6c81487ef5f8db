package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.tfm.model.json.TfmJson;
import org.tfm.model.term.Section;

/**
 * A term whose source is interpreted differently, whether or not the term itself changed.
 *
 * @param section the section of the policy
 * @param term the id of the term
 * @param before the earlier interpretation; absent if the sentence was considered clear
 * @param after the later interpretation; absent if the sentence is considered clear
 */
@TfmJson.Strict
public record ReadingChange(
    Section section, String term, Optional<String> before, Optional<String> after) {
  /** Rejects null. */
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
    return reading.map(text -> "“" + text + "”").orElse("no interpretation");
  }
}
