package org.tfm.model.term;

/** What an amount is paid, or charged, for each of. */
public enum PayUnit {
  /** Each school. */
  SCHOOL,
  /** Each department of a school. */
  DEPARTMENT,
  /** Each work group. */
  WORK_GROUP,
  /** Each day. */
  DAY
}
