package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

/** The parts of a policy, in the order in which they are shown. */
public enum Section {
  /** Requirements on who may take part. */
  ELIGIBILITY,
  /** Requirements on what is handed in. */
  APPLICATION,
  /** Requirements on what the school commits to. */
  COMMITMENT,
  /** Requirements on a work group. */
  GROUP,
  /** Requirements on the year. */
  PROGRESS,
  /** What the school gets. */
  ENTITLEMENT,
  /** What the school owes. */
  UNDERTAKING,
  /** What is laid on. */
  PROVISION,
  /** Who goes first for a later offering. */
  PRIORITY;

  /** The section that holds the requirements of an aspect. */
  public static Section of(Aspect aspect) {
    requireNonNull(aspect, "aspect");
    return valueOf(aspect.name());
  }
}
