package org.tfm.examples.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Copies a CSV file to standard output. */
final class CopyCsv {

  private CopyCsv() {}

  /** Copies the file named by the argument. */
  public static void main(String... args) throws IOException {
    try (CsvReader<CsvRecord> in = CsvReader.builder().ofCsvRecord(Path.of(args[0]));
        CsvWriter out =
            CsvWriter.builder()
                .build(
                    new OutputStreamWriter(
                        new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
      for (CsvRecord row : in) {
        out.writeRecord(row.getFields());
      }
    }
  }
}
