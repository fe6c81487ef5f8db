package org.tfm.register;

import static java.util.Objects.requireNonNull;

import org.tfm.model.school.School;

/** A row of the register. */
public sealed interface RegisterRow {

  /** The line of the file on which the row starts; the first line is 1. */
  long line();

  /**
   * An open school.
   *
   * @param line the line on which the row starts
   * @param school the school; its kind may be partly known
   */
  record Open(long line, School school) implements RegisterRow {
    /** Refuses null. */
    public Open {
      requireNonNull(school, "school");
    }
  }

  /**
   * A school that is closed or not yet open.
   *
   * @param line the line on which the row starts
   */
  record NotOpen(long line) implements RegisterRow {}

  /**
   * An unusable row.
   *
   * @param line the line on which the row starts
   * @param what the problem; it quotes only codes and numbers
   */
  record Bad(long line, String what) implements RegisterRow {
    /** Refuses null. */
    public Bad {
      requireNonNull(what, "what");
    }
  }
}
