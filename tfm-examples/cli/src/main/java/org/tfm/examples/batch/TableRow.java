package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import org.tfm.model.intake.FormReader;
import org.tfm.model.problem.Problem;

/** A row of a table as it is read. */
interface TableRow {

  /** The number by which people find it: its row, or its line in CSV that is no form. */
  long line();

  /** How many cells it has up to the last that is not empty. */
  int filled();

  /** How many characters its cells have together, each cell counted as one more. */
  int size();

  /** How many cells are kept; none if they are too long. */
  int kept();

  /** The cells up to the last that is not empty, without blanks around them. */
  ImmutableList<String> texts();

  /** The cells as they are. */
  ImmutableList<String> cells();

  /**
   * The problems of the row below these headings that do not depend on the meaning of its cells.
   */
  ImmutableList<Problem> problems(FormReader form, ImmutableList<String> headings);
}
