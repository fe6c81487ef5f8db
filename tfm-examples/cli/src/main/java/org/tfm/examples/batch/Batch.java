package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.tfm.model.problem.InvalidInputException;

/**
 * A run over many rows.
 *
 * <p>Rows are taken in chunks; each chunk is read, assessed and written by one thread into memory
 * of its own, and the chunks are put together in the order of the input. What is written does not
 * depend on the number of threads or the size of the chunks.
 */
public final class Batch {

  private static final int MOST_ROWS = 128;
  private static final int MOST_BYTES = 1 << 16;

  private final RowAssessor assessor;
  private final RowFormat format;
  private final int threads;
  private final int chunk;

  /** The run on so many threads. */
  public Batch(RowAssessor assessor, RowFormat format, int threads) {
    this(assessor, format, threads, MOST_ROWS);
  }

  Batch(RowAssessor assessor, RowFormat format, int threads, int chunk) {
    this.assessor = assessor;
    this.format = format;
    this.threads = threads;
    this.chunk = chunk;
  }

  /** The result of a chunk. */
  private record Done(
      ByteArrayOutputStream output, List<Rejected> rejected, BatchSummary summary) {}

  /**
   * Assesses every row.
   *
   * @throws IOException if the output throws it
   * @throws InvalidInputException if the rest of the input cannot be read
   */
  public BatchSummary run(RowSource rows, BatchOutput out) throws IOException {
    BatchSummary summary = new BatchSummary();
    try {
      out.take(format.head(), ImmutableList.of(), summary);
      OrderedPipeline.run(
          chunks(rows),
          threads,
          this::assess,
          done -> {
            summary.add(done.summary());
            try {
              out.take(done.output().toByteArray(), done.rejected(), summary);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return summary;
  }

  private Iterator<List<InputRow>> chunks(RowSource rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public List<InputRow> next() {
        List<InputRow> some = new ArrayList<>();
        int bytes = 0;
        do {
          InputRow row = rows.next();
          some.add(row);
          bytes += row.size();
        } while (some.size() < chunk && bytes < MOST_BYTES && rows.hasNext());
        return some;
      }
    };
  }

  private Done assess(List<InputRow> rows) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    List<Rejected> rejected = new ArrayList<>();
    BatchSummary summary = new BatchSummary();
    for (InputRow row : rows) {
      RowResult result = assessor.assess(row);
      summary.count(result);
      if (result instanceof Assessed assessed) {
        try {
          format.write(assessed, output);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      } else if (result instanceof Rejected bad) {
        rejected.add(bad);
      }
    }
    return new Done(output, rejected, summary);
  }
}
