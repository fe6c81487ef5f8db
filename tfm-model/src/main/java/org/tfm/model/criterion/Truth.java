package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

/** True, false, or not known: the values of Kleene's strong three-valued logic. */
public enum Truth {
  /** Certainly true. */
  TRUE,
  /** Certainly false. */
  FALSE,
  /** Could be either. */
  UNKNOWN;

  /** The truth value of a Boolean. */
  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** True if both are true, false if either is false. */
  public Truth and(Truth other) {
    requireNonNull(other, "other");
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
  }

  /** True if either is true, false if both are false. */
  public Truth or(Truth other) {
    requireNonNull(other, "other");
    if (this == TRUE || other == TRUE) {
      return TRUE;
    }
    return this == FALSE && other == FALSE ? FALSE : UNKNOWN;
  }

  /** The opposite; unknown stays unknown. */
  public Truth negate() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** Whether it is true or false. */
  public boolean isKnown() {
    return this != UNKNOWN;
  }
}
