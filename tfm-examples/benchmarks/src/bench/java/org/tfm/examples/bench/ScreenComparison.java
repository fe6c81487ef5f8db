package org.tfm.examples.bench;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Compares screening the register with the command line, by launcher and by jar, with a program
 * that only copies the same CSV. All are whole processes that run in turn.
 */
final class ScreenComparison {

  private static final long SEED = 7;
  private static final int WIDTH = 60;

  private final Path folder;
  private final Path register;

  /** Creates the comparison and a register with this number of rows. */
  ScreenComparison(Path folder, int rows) throws IOException {
    this.folder = folder;
    this.register = folder.resolve("register.csv");
    write(rows);
  }

  /** Writes rows as wide as in the published register; most columns are not read. */
  private void write(int rows) throws IOException {
    Random random = new Random(SEED);
    List<String> columns =
        new ArrayList<>(
            List.of(
                "URN",
                "EstablishmentName",
                "TypeOfEstablishment (code)",
                "EstablishmentStatus (code)",
                "PhaseOfEducation (code)",
                "Country (name)",
                "GOR (code)",
                "GSSLACode (name)"));
    IntStream.range(0, WIDTH).forEach(i -> columns.add("Column " + i));
    List<String> types = List.of("01", "02", "03", "05", "07", "11", "12", "14", "28", "34", "35");
    try (CsvWriter csv = CsvWriter.builder().build(register)) {
      csv.writeRecord(columns);
      for (int i = 0; i < rows; i++) {
        List<String> row = new ArrayList<>(columns.size());
        row.add(Integer.toString(100_000 + i));
        row.add("School " + i);
        row.add(types.get(random.nextInt(types.size())));
        row.add(random.nextInt(10) < 6 ? "1" : "2");
        row.add(Integer.toString(random.nextInt(8)));
        row.add("");
        row.add("B");
        row.add("E06000049");
        for (int column = 0; column < WIDTH; column++) {
          row.add(column % 3 == 0 ? "" : "value " + random.nextInt(1_000));
        }
        csv.writeRecord(row);
      }
    }
  }

  /** Returns the medians of this number of runs. */
  Figures measure(int runs) throws IOException, InterruptedException {
    Path jar = Child.jar(folder);
    String[] command = {
      "screen", register.toString(), "--hub", "cheshire-wirral", "--year", "2022/23"
    };
    List<String> screen = Child.launcher(folder, command);
    List<String> byJar =
        ImmutableList.<String>builder()
            .add(Child.java(), "-jar", jar.toString())
            .add(command)
            .build();
    List<String> copy =
        ImmutableList.of(
            Child.java(),
            "-cp",
            folder.resolve("test-classes") + java.io.File.pathSeparator + jar,
            CopyCsv.class.getName(),
            register.toString());
    Path out = folder.resolve("screened.csv");
    Path copied = folder.resolve("copied.csv");
    Child.time(screen, out);
    Child.time(copy, copied);
    if (Files.mismatch(register, copied) >= 0) {
      throw new IllegalStateException("the copy differs from the original");
    }
    try (java.util.stream.Stream<String> lines = Files.lines(out)) {
      if (lines.limit(2).count() < 2) {
        throw new IllegalStateException("nothing was screened");
      }
    }
    List<Long> screened = new ArrayList<>();
    List<Long> screenedByJar = new ArrayList<>();
    List<Long> written = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      screened.add(Child.time(screen, out));
      screenedByJar.add(Child.time(byJar, out));
      written.add(Child.time(copy, copied));
    }
    Figures figures = new Figures();
    figures.put("screen.ms", Figures.median(screened) / 1e6);
    figures.put("screen.jar.ms", Figures.median(screenedByJar) / 1e6);
    figures.put("screen.copy.ms", Figures.median(written) / 1e6);
    return figures;
  }
}
