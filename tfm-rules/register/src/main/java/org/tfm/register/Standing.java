package org.tfm.register;

/** Whether a school is open on a day or in an academic year. */
public enum Standing {
  /** It is open; in a year, on at least one day. */
  OPEN,
  /** It opens later, if at all. */
  NOT_YET_OPEN,
  /** It closed before. */
  CLOSED,
  /** The register does not say. */
  NOT_KNOWN
}
