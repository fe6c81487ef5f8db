package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.tfm.model.intake.FormMap;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** A format of rows in a file. */
public enum FileFormat {
  /** JSON Lines; the files' names end with {@code .jsonl} or {@code .ndjson}. */
  JSONL {
    @Override
    RowSource open(
        String name, String file, Optional<Path> path, InputStream in, Optional<FormMap> map) {
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
    RowSource open(
        String name, String file, Optional<Path> path, InputStream in, Optional<FormMap> map)
        throws IOException {
      return new CsvRows(name, file, in, map);
    }

    @Override
    public RowFormat rows(boolean verdictsOnly) {
      return verdictsOnly ? RowFormat.CSV_VERDICTS : RowFormat.CSV;
    }
  },

  /** A workbook of Excel; the files' names end with {@code .xlsx}. */
  XLSX {
    @Override
    RowSource open(
        String name, String file, Optional<Path> path, InputStream in, Optional<FormMap> map)
        throws IOException {
      if (path.isEmpty()) {
        throw new InvalidInputException(
            Problem.of(ProblemCode.NOT_READABLE, "a workbook cannot be read from standard input")
                .withHint("Name the file")
                .inFile(name));
      }
      in.close();
      return CsvRows.ofWorkbook(name, file, path.get(), map);
    }

    @Override
    public RowFormat rows(boolean verdictsOnly) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.CONTRADICTION, "a workbook is written only for the rows of a form")
              .withHint("Add `--form MAP`, or write CSV")
              .inPart("OUT"));
    }
  };

  /** Endings of workbooks. All but the first two are refused with what to do. */
  private static final ImmutableList<String> WORKBOOKS =
      ImmutableList.of(".xlsx", ".xlsm", ".xls", ".xlsb", ".ods");

  /**
   * The rows on a stream.
   *
   * @param name the name of the input in messages
   * @param file the name of the file in the results
   * @param path the file; absent for standard input
   * @param in the bytes of the file, which a workbook does not use because it is not read in order
   * @param map the map of the form in a table; JSON needs none
   */
  abstract RowSource open(
      String name, String file, Optional<Path> path, InputStream in, Optional<FormMap> map)
      throws IOException;

  /**
   * How assessed rows are written in this format.
   *
   * @throws InvalidInputException if only the rows of a form are written in it
   */
  public abstract RowFormat rows(boolean verdictsOnly);

  /** The format that belongs to the ending of a file name. */
  public static Optional<FileFormat> find(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return Optional.of(JSONL);
    }
    if (WORKBOOKS.stream().anyMatch(name::endsWith)) {
      return Optional.of(XLSX);
    }
    return name.endsWith(".csv") || name.endsWith(".tsv") ? Optional.of(CSV) : Optional.empty();
  }

  /** The format of a table: a workbook by the ending of its name, otherwise CSV. */
  public static FileFormat ofTable(String fileName) {
    return find(fileName).filter(format -> format == XLSX).orElse(CSV);
  }
}
