package org.tfm.model.assessment;

/** How a requirement came out. */
public enum Status {
  /** Certainly fulfilled. */
  MET,
  /** Certainly not fulfilled. */
  UNMET,
  /** The policy leaves it to the hub. */
  REFERRED,
  /** The answer needs facts that were not given. */
  EVIDENCE_MISSING,
  /** The source demands it but states no figure. */
  POLICY_SILENT
}
