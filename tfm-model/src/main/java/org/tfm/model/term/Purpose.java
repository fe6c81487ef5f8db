package org.tfm.model.term;

/** What an entitlement is for. */
public enum Purpose {
  /** The cost of releasing teachers. */
  RELEASE_TIME,
  /** The purchase of textbooks. */
  TEXTBOOKS,
  /** Taking part as such. */
  PARTICIPATION,
  /** The work of a group as a whole. */
  GROUP_WORK
}
