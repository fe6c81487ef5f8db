package org.tfm.model.privacy;

/**
 * What stands in the place of a personal value. Each keeps what a decision can rest on, and no
 * more.
 */
public enum Mask {
  /** Nothing: the attribute is left out. For what no decision reads. */
  LEFT_OUT,
  /**
   * A number of the same form that says who came first, second and so on in the document: {@code
   * 0000001}, {@code 0000002}. The same number gets the same one, different numbers get different
   * ones. It is no function of the number, so that trying all of them tells nobody anything.
   */
  ORDINAL,
  /** A fixed text; a blank one stays blank. */
  FIXED_TEXT,
  /** A fixed text for each answer to a question for a text; other answers are kept. */
  TEXT_ANSWERS
}
