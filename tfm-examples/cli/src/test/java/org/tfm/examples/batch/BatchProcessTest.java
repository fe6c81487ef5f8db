package org.tfm.examples.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BatchProcessTest {

  private static final String NEXT_YEAR = "2023/24";
  private static final String ROW =
      "{\"offering\":{\"hub\":\"cheshire-wirral\",\"type\":\"primary-development\",\"year\":\"%s\"},"
          + "\"school\":{\"urn\":100008,\"phase\":\"PRIMARY\"},\"headteacherStatement\":\"%s\"}\n";

  /** Many times the heap of {@link #moreRowsThanMemoryHoldsAreAssessed()}. */
  private static final int MANY = 60_000;

  @TempDir Path folder;
  private Path out;
  private Path errors;
  private final List<Process> processes = new ArrayList<>();

  @BeforeEach
  void anEarlierOutput() throws IOException {
    out = Files.writeString(folder.resolve("out.csv"), "old");
    errors = folder.resolve("errors.txt");
  }

  @AfterEach
  void noProcessIsLeft() {
    processes.forEach(Process::destroyForcibly);
  }

  private Process start(String heap, String... more) throws IOException {
    Process process = BatchProcess.start(heap, out, errors, more);
    processes.add(process);
    return process;
  }

  private static byte[] row(String year, String statement) {
    String row = ROW.formatted(year, statement);
    return (year.equals(NEXT_YEAR) ? row.replace("cheshire-wirral", "boolean") : row)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void moreRowsThanMemoryHoldsAreAssessed() throws Exception {
    Process process = start("48m", "--verdicts");
    byte[] good = row("2022/23", "x".repeat(2_000));
    byte[] bad = row(NEXT_YEAR, "x".repeat(2_000));
    try (OutputStream in = new BufferedOutputStream(process.getOutputStream())) {
      for (int i = 0; i < MANY; i++) {
        in.write(i % 1_000 == 0 ? bad : good);
      }
    }
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    try (Stream<String> rows = Files.lines(out)) {
      assertThat(rows.count()).isEqualTo(1 + MANY - MANY / 1_000);
    }
    try (Stream<String> rejected = Files.lines(folder.resolve("out.csv.rejected.jsonl"))) {
      assertThat(rejected.count()).isEqualTo(MANY / 1_000);
    }
    assertThat(Files.readString(errors)).contains("  assessed                            59,940\n");
  }

  /** Feeds rows until the first of them are written to the file that is not yet whole. */
  private Process startAndWaitForTheFirstRows() throws Exception {
    Process process = start("64m");
    OutputStream in = process.getOutputStream();
    for (int i = 0; i < 1_500; i++) {
      in.write(row("2022/23", "x"));
    }
    in.write(row(NEXT_YEAR, "x"));
    in.flush();
    Path part = folder.resolve("out.csv.part");
    while (!Files.exists(part) || Files.size(part) < 10_000) {
      assertThat(process.isAlive()).as(Files.readString(errors)).isTrue();
      Thread.sleep(20);
    }
    return process;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void anInterruptedRunLeavesThePreviousFile() throws Exception {
    Process process = startAndWaitForTheFirstRows();
    process.destroy();
    assertThat(process.waitFor()).isNotZero();
    assertThat(out).hasContent("old");
    assertThat(names()).containsExactly("errors.txt", "out.csv");
  }

  @Test
  void aRunThatIsKilledLeavesNoHalfFileUnderTheNameAndTheNextOneIsWhole() throws Exception {
    Process killed = startAndWaitForTheFirstRows();
    killed.destroyForcibly();
    killed.waitFor();
    assertThat(out).hasContent("old");
    Process process = start("64m");
    try (OutputStream in = process.getOutputStream()) {
      in.write(row("2022/23", "x"));
    }
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    assertThat(Files.readAllLines(out)).hasSize(2);
    assertThat(names()).containsExactly("errors.txt", "out.csv");
  }
}
