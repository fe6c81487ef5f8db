package org.tfm.rules.journey;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.tfm.model.comparison.ChangeKind;
import org.tfm.model.comparison.TermChange;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.Offering;

/**
 * What has changed in an offering since the year before, if nothing but its history keeps the
 * school from it in one of the two years.
 *
 * @param offering the offering in the first year of the journey
 * @param title the title of its type of work group; of the year before if it is no longer offered
 * @param kind whether there was no policy before, is none any more, or is another
 * @param earlier the offering of the year before, which is another publisher's if the policy has
 *     moved between the hub and the network; absent if there was no policy
 * @param terms the changed terms; empty if the offering was added or removed, or the policy moved
 * @param replaces what it replaces, if a pack says so
 */
@TfmJson.Strict
public record JourneyChange(
    Offering offering,
    String title,
    ChangeKind kind,
    Optional<Offering> earlier,
    ImmutableList<TermChange> terms,
    Optional<StatedLink> replaces) {
  /** Refuses null. */
  public JourneyChange {
    requireNonNull(offering, "offering");
    requireNonNull(title, "title");
    requireNonNull(kind, "kind");
    requireNonNull(earlier, "earlier");
    requireNonNull(terms, "terms");
    requireNonNull(replaces, "replaces");
  }
}
