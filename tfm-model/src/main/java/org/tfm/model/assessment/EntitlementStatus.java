package org.tfm.model.assessment;

import org.tfm.model.json.TfmJson;

/** The status of an entitlement. */
@TfmJson.Strict
public enum EntitlementStatus {
  /** It is due. */
  FIRM,
  /** It is due if its conditions are met. */
  CONDITIONAL,
  /** It is not due. */
  NOT_DUE
}
