package org.tfm.model.criterion;

/** How strongly a clause is put: as a statement, a duty, an expectation or a wish. */
public enum Mood {
  /** The school is. */
  IS,
  /** The school must be. */
  MUST,
  /** The school should be. */
  SHOULD,
  /** The school is ideally. */
  IDEALLY
}
