package org.tfm.model.assessment;

import org.tfm.model.json.TfmJson;

/** The reason why an entitlement is not due or not yet certain. */
@TfmJson.Strict
public enum EntitlementReason {
  /** Its condition is not met. */
  CONDITION_NOT_MET,
  /** The verdict is no. */
  VERDICT_NO,
  /** The verdict is no, although the hub has offered a place. */
  VERDICT_NO_DESPITE_PLACE,
  /** Its condition is still open. */
  CONDITION_OPEN,
  /** The verdict is still open. */
  VERDICT_OPEN,
  /** The hub decides whether the school may take part. */
  HUB_DECIDES,
  /** The hub may pay or charge it, but need not. */
  HUB_MAY_PAY
}
