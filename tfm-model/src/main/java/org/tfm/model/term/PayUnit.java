package org.tfm.model.term;

/** The unit that an amount is paid or charged for. */
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
