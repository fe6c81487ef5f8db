package org.tfm.register;

import static java.util.Objects.requireNonNull;

import org.tfm.model.school.School;

/** A row of the register. */
public sealed interface RegisterRow {

  /** The line of the file on which the row starts; the first line is 1. */
  long line();

  /** A row with an establishment, open or not. */
  sealed interface Establishment extends RegisterRow {

    /** The school as the register describes it. */
    RegisteredSchool registered();
  }

  /**
   * An open school.
   *
   * @param line the line on which the row starts
   * @param registered what the register says of it; its kind may be partly known
   */
  record Open(long line, RegisteredSchool registered) implements Establishment {
    /** Refuses null. */
    public Open {
      requireNonNull(registered, "registered");
    }

    /** The school. */
    public School school() {
      return registered.school();
    }
  }

  /**
   * A school that is closed or not yet open.
   *
   * @param line the line on which the row starts
   * @param registered what the register says of it; an unknown type or phase is left out
   */
  record NotOpen(long line, RegisteredSchool registered) implements Establishment {
    /** Refuses null. */
    public NotOpen {
      requireNonNull(registered, "registered");
    }
  }

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
