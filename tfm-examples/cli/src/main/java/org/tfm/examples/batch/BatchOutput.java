package org.tfm.examples.batch;

import java.io.IOException;
import java.util.List;

/** Where the results of a run go. */
@FunctionalInterface
public interface BatchOutput {

  /**
   * Takes the next results, on the thread that runs the batch.
   *
   * @param rows the assessed rows as they are written; whole rows only
   * @param rejected the rows among them that cannot be assessed
   * @param soFar the counts of all rows so far
   * @throws IOException if it cannot be written; that ends the run
   */
  void take(byte[] rows, List<Rejected> rejected, BatchSummary soFar) throws IOException;
}
