package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.Terms;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.Offering;

/**
 * One of the two policies in a comparison.
 *
 * @param offering the offering
 * @param policy the version of the policy
 */
@TfmJson.Strict
public record PolicySide(Offering offering, PolicyVersion policy) {
  /** Rejects null. */
  public PolicySide {
    requireNonNull(offering, "offering");
    requireNonNull(policy, "policy");
  }

  static PolicySide of(Terms terms) {
    return new PolicySide(terms.offering(), terms.policy());
  }
}
