package org.tfm.examples.flink;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.ArrayResultIterator;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.jspecify.annotations.Nullable;
import org.tfm.examples.batch.JsonLines;
import org.tfm.examples.batch.JsonRow;

/**
 * Reads files of JSON Lines; each row has its file and line.
 *
 * <p>One worker reads a file from its start, because the line numbers depend on it.
 */
final class NumberedLines implements BulkFormat<JsonRow, FileSourceSplit> {

  private static final long serialVersionUID = 1L;
  private static final int ROWS_AT_ONCE = 128;

  @Override
  public Reader<JsonRow> createReader(Configuration configuration, FileSourceSplit split)
      throws IOException {
    return new Rows(split, 0);
  }

  @Override
  public Reader<JsonRow> restoreReader(Configuration configuration, FileSourceSplit split)
      throws IOException {
    return new Rows(
        split,
        split.getReaderPosition().map(CheckpointedPosition::getRecordsAfterOffset).orElse(0L));
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<JsonRow> getProducedType() {
    return TypeInformation.of(JsonRow.class);
  }

  private static final class Rows implements Reader<JsonRow> {

    private final JsonLines lines;
    private long read;

    Rows(FileSourceSplit split, long readBefore) throws IOException {
      this.lines =
          new JsonLines(
              split.path().toString(),
              split.path().getName(),
              split.path().getFileSystem().open(split.path()));
      while (read < readBefore && lines.hasNext()) {
        lines.next();
        read++;
      }
    }

    @Override
    public @Nullable RecordIterator<JsonRow> readBatch() {
      JsonRow[] rows = new JsonRow[ROWS_AT_ONCE];
      int some = 0;
      while (some < rows.length && lines.hasNext()) {
        rows[some++] = lines.next();
      }
      if (some == 0) {
        return null;
      }
      ArrayResultIterator<JsonRow> batch = new ArrayResultIterator<>();
      batch.set(rows, some, RecordAndPosition.NO_OFFSET, read);
      read += some;
      return batch;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
