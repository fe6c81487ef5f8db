package org.tfm.register;

import static java.util.Objects.requireNonNull;

import org.tfm.model.school.School;

/** A row of the register, as far as it matters here. */
public sealed interface RegisterRow {

  /** The line of the file on which the row starts; the first line is 1. */
  long line();

  /**
   * A school that is open.
   *
   * @param line the line on which the row starts
   * @param school the school; its kind is known as far as the register says it
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
   * A row that cannot be used.
   *
   * @param line the line on which the row starts
   * @param what what is wrong with it; quotes codes and numbers only
   */
  record Bad(long line, String what) implements RegisterRow {
    /** Refuses null. */
    public Bad {
      requireNonNull(what, "what");
    }
  }
}
