package org.tfm.model.assessment;

import static java.util.Objects.requireNonNull;

import org.tfm.model.term.Strength;

/** The answer for an aspect, or for a document as a whole. */
public enum Verdict {
  /** A requirement is certainly not met. */
  NO,
  /** A requirement cannot be decided yet. */
  MORE_INFORMATION_NEEDED,
  /** The hub decides. */
  REFER_TO_HUB,
  /** All that is required is fulfilled. */
  YES,
  /** The policy says nothing on it. */
  NOT_STATED;

  /**
   * The verdict that one requirement alone would give.
   *
   * <p>A MUST that is unmet: no. A MUST without evidence: more information needed. Anything
   * referred or silent: refer to the hub. Else yes. PREFERRED terms never count.
   */
  public static Verdict of(Strength strength, Status status) {
    requireNonNull(strength, "strength");
    requireNonNull(status, "status");
    if (strength == Strength.PREFERRED) {
      return YES;
    }
    boolean must = strength == Strength.MUST;
    return switch (status) {
      case MET -> YES;
      case UNMET -> NO;
      case EVIDENCE_MISSING -> must ? MORE_INFORMATION_NEEDED : YES;
      case REFERRED, POLICY_SILENT -> REFER_TO_HUB;
    };
  }

  /** The worse of both; not stated only if both are. */
  Verdict or(Verdict other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
