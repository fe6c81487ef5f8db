package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.Terms;
import org.tfm.model.programme.Offering;

/**
 * One of the two policies that are compared.
 *
 * @param offering what it is for
 * @param policy which policy it is
 */
public record PolicySide(Offering offering, PolicyVersion policy) {
  /** Refuses null. */
  public PolicySide {
    requireNonNull(offering, "offering");
    requireNonNull(policy, "policy");
  }

  static PolicySide of(Terms terms) {
    return new PolicySide(terms.offering(), terms.policy());
  }
}
