package org.tfm.rules.replay;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.tfm.model.json.TfmJson;

/**
 * A value of an assessment that has changed since the decision.
 *
 * @param part the list that contains it, such as {@code findings}, or else its key
 * @param term the id of the term, with its aspect if it has one, such as {@code
 *     commitment/release-time}; empty if it is not about a term
 * @param key the changed key, such as {@code needed} or {@code provenance.line}; empty if the whole
 *     element has changed
 * @param before the value at the time of the decision; absent if there was none
 * @param after the value now; absent if there is none
 */
@TfmJson.Strict
public record Difference(
    String part, String term, String key, Optional<String> before, Optional<String> after) {
  /** Refuses null. */
  public Difference {
    requireNonNull(part, "part");
    requireNonNull(term, "term");
    requireNonNull(key, "key");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }
}
