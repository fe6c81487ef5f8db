package org.tfm.examples.batch;

import java.io.IOException;
import java.util.List;

/**
 * A table that is written row by row for people: their own columns in their order, then ours. Used
 * by one run only; not thread-safe.
 */
public interface FormTable {

  /** Starts the table with its headings. The number of the row is the first of our columns. */
  void head(List<String> own, List<String> ours) throws IOException;

  /** Adds a row. */
  void row(List<String> own, long number, List<String> ours) throws IOException;

  /**
   * Adds what is wrong with a row that is not assessed.
   *
   * @param headings all headings of the form, in the order of its columns
   */
  void problems(Rejected row, List<String> headings) throws IOException;

  /** Takes the bytes that were written since the last time. */
  byte[] drain() throws IOException;

  /** Ends the table, and takes the rest of its bytes. */
  byte[] end(BatchSummary summary) throws IOException;
}
