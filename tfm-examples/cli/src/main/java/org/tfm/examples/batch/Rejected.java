package org.tfm.examples.batch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.common.collect.ImmutableList;
import org.tfm.model.problem.Problem;

/**
 * A row that cannot be assessed, and why. It is found again by its line.
 *
 * @param file the name of its file
 * @param line the line on which it starts
 * @param problems everything that is wrong with it; nothing of the row is repeated
 * @param copy the row as it was, with the reason, as it is written for people; empty if it is
 *     written as JSON, which repeats nothing of the row
 */
public record Rejected(
    String file, long line, ImmutableList<Problem> problems, @JsonIgnore String copy)
    implements RowResult {

  /** A row that is not repeated. */
  Rejected(String file, long line, ImmutableList<Problem> problems) {
    this(file, line, problems, "");
  }

  /** Where the row is; its copy is personal. */
  @Override
  public String toString() {
    return file + ":" + line + " " + problems;
  }
}
