package org.tfm.model.assessment;

import java.util.Collection;
import java.util.Comparator;
import org.tfm.model.term.Strength;

/** The answer for an aspect, or for a document as a whole. */
public enum Verdict {
  /** Something that must be so is certainly not so. */
  NO,
  /** Something that must be so cannot be decided yet. */
  MORE_INFORMATION_NEEDED,
  /** The hub decides. */
  REFER_TO_HUB,
  /** All that is required is fulfilled. */
  YES,
  /** The policy says nothing on it. */
  NOT_STATED;

  /**
   * The verdict on one aspect.
   *
   * <p>Any MUST unmet: no. Else any MUST without evidence: more information needed. Else anything
   * referred or silent: refer to the hub. Else yes. No findings at all: not stated. PREFERRED terms
   * never count, not even as something said.
   */
  static Verdict of(Collection<Finding> findings) {
    Verdict worst = NOT_STATED;
    for (Finding finding : findings) {
      worst = worst.or(finding.bearing());
    }
    return worst;
  }

  /** What a requirement that came out so makes of a verdict that would else be yes. */
  static Verdict of(Strength strength, Status status) {
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

  /** The worst of several verdicts; not stated only if all are. */
  static Verdict worst(Collection<Verdict> verdicts) {
    return verdicts.stream().min(Comparator.naturalOrder()).orElse(NOT_STATED);
  }
}
