package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** The rows of a table that have a value. Not thread-safe. */
interface TableRecords extends Closeable {

  /** How many cells are enough to see what a table is like. */
  int MOST_CELLS = 200_000;

  /**
   * Reads the next row that has a value; empty after the last.
   *
   * @throws InvalidInputException if the rest cannot be read
   */
  Optional<TableRow> next();

  /**
   * The problem of headings that do not fit the rows below them; empty if there is none.
   *
   * @param below the first rows below the headings
   */
  default Optional<Problem> problem(ImmutableList<String> headings, List<TableRow> below) {
    return Optional.empty();
  }

  /** The problem that no row has a value. */
  default Problem empty() {
    return Problem.of(
        ProblemCode.MISSING, "the file is empty; expected a first line with column names");
  }

  /** Reads the first rows, at most so many, and fewer of a table with very many columns. */
  default List<TableRow> first(int most) {
    List<TableRow> first = new ArrayList<>();
    long cells = 0;
    for (Optional<TableRow> row = next();
        row.isPresent();
        row = first.size() < most && cells < MOST_CELLS ? next() : Optional.empty()) {
      first.add(row.get());
      cells += row.get().kept();
    }
    return first;
  }
}
