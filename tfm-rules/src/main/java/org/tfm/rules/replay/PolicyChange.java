package org.tfm.rules.replay;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.tfm.model.json.TfmJson;

/**
 * A part of the policy's version that has changed since the decision.
 *
 * @param what {@code book}, {@code library}, {@code language}, or {@code pack} with its id
 * @param before the hash or version at the time of the decision; absent for a new pack
 * @param after the hash or version now; absent for a pack that no longer applies
 */
@TfmJson.Strict
public record PolicyChange(String what, Optional<String> before, Optional<String> after) {
  /** Refuses null. */
  public PolicyChange {
    requireNonNull(what, "what");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }
}
