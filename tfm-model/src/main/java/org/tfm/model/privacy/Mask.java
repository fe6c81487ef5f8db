package org.tfm.model.privacy;

/** The way a personal value is masked. Each mask keeps only the information that decisions need. */
public enum Mask {
  /** Leaves the attribute out, for values that no decision reads. */
  LEFT_OUT,
  /**
   * Replaces a number with one of the same format that gives its order in the document: {@code
   * 0000001}, {@code 0000002}. Equal numbers stay equal and different numbers stay different. The
   * ordinal does not depend on the number, so it cannot be reversed by trying all numbers.
   */
  ORDINAL,
  /** Replaces a text with a fixed one; a blank text stays blank. */
  FIXED_TEXT,
  /** Replaces text answers with a fixed text; other answers are kept. */
  TEXT_ANSWERS
}
