package org.tfm.model.criterion;

import org.tfm.model.json.TfmJson;

/** A truth value of three-valued logic; {@link Prospect} defines how they are combined. */
@TfmJson.Strict
public enum Truth {
  /** Certainly true. */
  TRUE,
  /** Certainly false. */
  FALSE,
  /** Not known, or left to the hub. */
  UNKNOWN;

  /** Returns the truth value of a Boolean. */
  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Whether it is true or false. */
  public boolean isKnown() {
    return this != UNKNOWN;
  }
}
