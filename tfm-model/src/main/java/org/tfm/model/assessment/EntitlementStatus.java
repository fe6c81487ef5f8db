package org.tfm.model.assessment;

/** The status of an entitlement. */
public enum EntitlementStatus {
  /** It is due. */
  FIRM,
  /** It is due if its conditions are met. */
  CONDITIONAL,
  /** It is not due. */
  NOT_DUE
}
