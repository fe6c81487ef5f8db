package org.tfm.model.term;

/** What a requirement is about; each aspect has a verdict of its own. */
public enum Aspect {
  /** Who may take part. */
  ELIGIBILITY,
  /** What must be handed in. */
  APPLICATION,
  /** What the school commits to, release time first. */
  COMMITMENT,
  /** Size and make-up of a work group. */
  GROUP,
  /** What the year must show. */
  PROGRESS
}
