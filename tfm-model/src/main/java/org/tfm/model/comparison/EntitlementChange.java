package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An entitlement that is another for the same document.
 *
 * @param term the id of the term
 * @param before what was due; absent where the earlier policy has no such term
 * @param after what is due; absent where the later policy has no such term
 */
public record EntitlementChange(String term, Optional<Due> before, Optional<Due> after) {
  /** Refuses null. */
  public EntitlementChange {
    requireNonNull(term, "term");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }
}
