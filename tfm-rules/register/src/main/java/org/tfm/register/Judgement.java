package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.tfm.model.assessment.Finding;
import org.tfm.model.programme.Offering;

/**
 * The decision on a kind of school for one offering.
 *
 * @param offering the offering
 * @param decision the decision
 * @param findings the findings behind the decision, in the order of the policy; empty if the kind
 *     is admitted or the policy has no requirement on it
 */
public record Judgement(Offering offering, Decision decision, ImmutableList<Finding> findings) {
  /** Refuses null. */
  public Judgement {
    requireNonNull(offering, "offering");
    requireNonNull(decision, "decision");
    requireNonNull(findings, "findings");
  }
}
