package org.tfm.model.criterion;

/**
 * True, false, or not known; how a criterion combines those of its parts, {@link Prospect} says.
 */
public enum Truth {
  /** Certainly true. */
  TRUE,
  /** Certainly false. */
  FALSE,
  /** Could be either, or is left to the hub. */
  UNKNOWN;

  /** The truth value of a Boolean. */
  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Whether it is true or false. */
  public boolean isKnown() {
    return this != UNKNOWN;
  }
}
