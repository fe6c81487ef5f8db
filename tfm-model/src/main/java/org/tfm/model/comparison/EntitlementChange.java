package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.tfm.model.json.TfmJson;

/**
 * An entitlement that differs for the same document.
 *
 * @param term the id of the term
 * @param before the earlier entitlement; absent if the earlier policy does not have the term
 * @param after the later entitlement; absent if the later policy does not have the term
 */
@TfmJson.Strict
public record EntitlementChange(String term, Optional<Due> before, Optional<Due> after) {
  /** Rejects null. */
  public EntitlementChange {
    requireNonNull(term, "term");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }
}
