package org.tfm.examples.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.tfm.model.intake.FormMap;

/** A format of rows in a file. */
public enum FileFormat {
  /** JSON Lines; the files' names end with {@code .jsonl} or {@code .ndjson}. */
  JSONL {
    @Override
    RowSource open(String name, String file, InputStream in, Optional<FormMap> map) {
      return new JsonLines(name, file, in);
    }

    @Override
    public RowFormat rows(boolean verdictsOnly) {
      return verdictsOnly ? RowFormat.JSON_VERDICTS : RowFormat.JSON;
    }
  },

  /** CSV; the files' names end with {@code .csv} or {@code .tsv}. */
  CSV {
    @Override
    RowSource open(String name, String file, InputStream in, Optional<FormMap> map)
        throws IOException {
      return new CsvRows(name, file, in, map);
    }

    @Override
    public RowFormat rows(boolean verdictsOnly) {
      return verdictsOnly ? RowFormat.CSV_VERDICTS : RowFormat.CSV;
    }
  };

  /**
   * The rows on a stream.
   *
   * @param name the name of the input in messages
   * @param file the name of the file in the results
   * @param map the map of the form in a table; JSON needs none
   */
  abstract RowSource open(String name, String file, InputStream in, Optional<FormMap> map)
      throws IOException;

  /** How assessed rows are written in this format. */
  public abstract RowFormat rows(boolean verdictsOnly);

  /** The format that belongs to the ending of a file name. */
  public static Optional<FileFormat> find(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return Optional.of(JSONL);
    }
    return name.endsWith(".csv") || name.endsWith(".tsv") ? Optional.of(CSV) : Optional.empty();
  }
}
