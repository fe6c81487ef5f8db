package org.tfm.examples.batch;

import org.tfm.model.document.Application;
import org.tfm.model.problem.InvalidInputException;

/** A row of an input, not yet read as an application. Immutable, as long as nobody writes to it. */
public interface InputRow {

  /** The name of its file. */
  String file();

  /** The line on which it starts, or its row in a form; the first is 1. */
  long line();

  /** About how many bytes of memory it takes. */
  int size();

  /**
   * The application.
   *
   * @param policies those that say which questions can be answered
   * @throws InvalidInputException with every problem of the row
   */
  Application application(Policies policies);
}
