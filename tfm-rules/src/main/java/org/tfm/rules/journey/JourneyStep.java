package org.tfm.rules.journey;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.Offering;

/**
 * Whether a school may take part in one offering, by its requirements on eligibility.
 *
 * @param offering the offering
 * @param title the title of the type of work group in that year
 * @param hub the name of the hub
 * @param verdict the verdict on eligibility
 * @param reasons the requirements that decide it; if they are all met, those on the school's
 *     history
 * @param links what the packs say about its place in the journey
 */
@TfmJson.Strict
public record JourneyStep(
    Offering offering,
    String title,
    String hub,
    Verdict verdict,
    ImmutableList<Finding> reasons,
    ImmutableList<StatedLink> links) {
  /** Refuses null. */
  public JourneyStep {
    requireNonNull(offering, "offering");
    requireNonNull(title, "title");
    requireNonNull(hub, "hub");
    requireNonNull(verdict, "verdict");
    requireNonNull(reasons, "reasons");
    requireNonNull(links, "links");
  }
}
