package org.tfm.model.term;

import org.tfm.model.json.TfmJson;

/** The meaning of the amount of an entitlement. */
@TfmJson.Strict
public enum AmountBasis {
  /** The amount that is paid. */
  FIXED,
  /** The most that is paid. */
  UP_TO,
  /** No amount: what it really costs is paid. */
  ACTUAL_COST
}
