package org.tfm.model.assessment;

/** Whether an entitlement is due. */
public enum EntitlementStatus {
  /** It is due. */
  FIRM,
  /** It is due once what it waits for has happened. */
  CONDITIONAL,
  /** It is not due. */
  NOT_DUE
}
