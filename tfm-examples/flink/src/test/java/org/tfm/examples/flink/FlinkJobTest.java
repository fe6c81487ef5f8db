package org.tfm.examples.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.examples.Demo;
import org.tfm.examples.batch.Batch;
import org.tfm.examples.batch.InputFiles;
import org.tfm.examples.batch.JsonRow;
import org.tfm.examples.batch.RowAssessor;
import org.tfm.examples.batch.RowFormat;
import org.tfm.examples.byhand.RandomApplications;
import org.tfm.model.assessment.TermsTable;
import org.tfm.model.document.Application;
import org.tfm.model.json.TfmJson;
import org.tfm.rules.book.PolicyBook;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FlinkJobTest {

  private static final int FILES = 4;
  private static final int ROWS_OF_A_FILE = 150;
  private static final int PARALLELISM = 2;
  private static final PolicyBook BOOK = PolicyBook.bundled();
  private static final TermsTable TABLE =
      TermsTable.of(AssessJob.offerings(BOOK, ImmutableList.of()), BOOK);

  /** Passes rows on and breaks the task once. */
  private static final AtomicInteger SEEN = new AtomicInteger();

  private static CountDownLatch allAreAtWork = new CountDownLatch(PARALLELISM);
  private static CountDownLatch mayGoOn = new CountDownLatch(1);

  @TempDir static Path shared;
  private static Path in;
  private static List<String> assessed;
  private static List<String> rejected;

  @TempDir Path folder;

  /** A data set in several files with bad rows, and its results from this process. */
  @BeforeAll
  static void assessInThisProcess() throws IOException {
    in = Files.createDirectory(shared.resolve("applications"));
    RandomApplications random = new RandomApplications(new Random(5));
    List<Application> others = List.of(demo("yes"), demo("no"), demo("more"));
    for (int file = 0; file < FILES; file++) {
      List<String> lines = new ArrayList<>();
      for (int row = 0; row < ROWS_OF_A_FILE; row++) {
        lines.add(
            switch (row % 50) {
              case 7 -> "{\"offering\":{\"hub\":\"boolean\"}}";
              case 8 -> "no JSON";
              case 9 -> "";
              case 10, 11, 12 -> TfmJson.write(others.get(row % 50 - 10));
              default -> TfmJson.write(random.next());
            });
      }
      Files.write(in.resolve("part-" + file + ".jsonl"), lines);
    }
    StringBuilder rows = new StringBuilder();
    List<String> bad = new ArrayList<>();
    try (InputFiles files = InputFiles.of(in.toString(), Optional.empty(), Optional.empty())) {
      new Batch(new RowAssessor(BOOK::terms), RowFormat.JSON, PARALLELISM)
          .run(
              files,
              (some, rejects, soFar) -> {
                rows.append(new String(some, StandardCharsets.UTF_8));
                rejects.forEach(row -> bad.add(TfmJson.write(row)));
              });
    }
    assessed = rows.toString().lines().sorted().toList();
    rejected = bad.stream().sorted().toList();
    assertThat(assessed).hasSize(FILES * (ROWS_OF_A_FILE - 9));
    assertThat(rejected).hasSize(FILES * 6);
  }

  private static Application demo(String name) throws IOException {
    try (var text = Demo.class.getResourceAsStream("demo/" + name + ".json")) {
      return TfmJson.read(
          new String(text.readAllBytes(), StandardCharsets.UTF_8), Application.class);
    }
  }

  private StreamExecutionEnvironment environment() {
    StreamExecutionEnvironment env = AssessJob.environment(new Configuration());
    env.setParallelism(PARALLELISM);
    return env;
  }

  private org.apache.flink.core.fs.Path out() {
    return new org.apache.flink.core.fs.Path(folder.toUri());
  }

  private static org.apache.flink.core.fs.Path source() {
    return new org.apache.flink.core.fs.Path(in.toUri());
  }

  /** The sorted lines of all finished files in a folder. */
  private List<String> lines(String name) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder.resolve(name))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.getFileName().toString().startsWith(".")) {
          lines.addAll(Files.readAllLines(file));
        }
      }
    }
    return lines.stream().sorted().toList();
  }

  private void isWhatThisProcessMadeOfIt() throws IOException {
    assertThat(lines(AssessJob.ASSESSED)).isEqualTo(assessed);
    assertThat(lines(AssessJob.REJECTED)).isEqualTo(rejected);
  }

  @Test
  void theClusterWritesTheRowsThatThisProcessWrites() throws Exception {
    StreamExecutionEnvironment env = environment();
    AssessJob.assess(AssessJob.read(env, source()), TABLE, RowFormat.JSON, out());
    env.execute();
    isWhatThisProcessMadeOfIt();
  }

  /** Breaks the task that reads row 200. */
  private static final class BreakOnce implements MapFunction<JsonRow, JsonRow> {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonRow map(JsonRow row) {
      if (SEEN.incrementAndGet() == 200) {
        throw new IllegalStateException("broken on purpose");
      }
      return row;
    }
  }

  @Test
  void aTaskThatBreaksAndIsStartedAgainChangesNothing() throws Exception {
    SEEN.set(0);
    StreamExecutionEnvironment env = environment();
    AssessJob.assess(
        AssessJob.read(env, source()).map(new BreakOnce()), TABLE, RowFormat.JSON, out());
    env.execute();
    assertThat(SEEN.get())
        .as("rows seen, some of them twice")
        .isGreaterThan(FILES * (ROWS_OF_A_FILE - 3));
    isWhatThisProcessMadeOfIt();
  }

  /** Waits at row 50 of each task until both tasks run and one worker has been killed. */
  private static final class Wait implements MapFunction<JsonRow, JsonRow> {
    private static final long serialVersionUID = 1L;
    private int seen;

    @Override
    public JsonRow map(JsonRow row) throws InterruptedException {
      SEEN.incrementAndGet();
      if (++seen == 50) {
        allAreAtWork.countDown();
        mayGoOn.await();
      }
      return row;
    }
  }

  @Test
  void aWorkerThatIsKilledChangesNothing() throws Exception {
    SEEN.set(0);
    allAreAtWork = new CountDownLatch(PARALLELISM);
    mayGoOn = new CountDownLatch(1);
    StreamExecutionEnvironment env = environment();
    AssessJob.assess(AssessJob.read(env, source()).map(new Wait()), TABLE, RowFormat.JSON, out());
    MiniClusterConfiguration twoWorkers =
        new MiniClusterConfiguration.Builder()
            .setNumTaskManagers(PARALLELISM)
            .setNumSlotsPerTaskManager(1)
            .build();
    MiniCluster cluster = new MiniCluster(twoWorkers);
    try {
      cluster.start();
      var job = env.getStreamGraph().getJobGraph();
      CompletableFuture<?> done =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return cluster.executeJobBlocking(job);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      allAreAtWork.await();
      cluster.terminateTaskManager(0).get();
      cluster.startTaskManager();
      mayGoOn.countDown();
      done.get();
    } finally {
      cluster.closeAsync().get();
    }
    assertThat(SEEN.get())
        .as("rows seen, some of them twice")
        .isGreaterThan(FILES * (ROWS_OF_A_FILE - 3));
    isWhatThisProcessMadeOfIt();
  }

  @Test
  void theProgramRunsWhereThereIsNoCluster() throws Exception {
    AssessJob.main(in.toUri().toString(), folder.toUri().toString(), "--verdicts");
    assertThat(lines(AssessJob.ASSESSED))
        .hasSameSizeAs(assessed)
        .allSatisfy(line -> assertThat(line).contains("\"verdict\":").doesNotContain("findings"));
    assertThat(lines(AssessJob.REJECTED)).isEqualTo(rejected);
  }

  @Test
  void aReaderThatIsStartedAgainGoesOnAtItsRow() throws IOException {
    Path file = in.resolve("part-1.jsonl");
    List<JsonRow> all = read(split(file, 0), false);
    for (int before : List.of(0, 1, 127, 128, 129, all.size())) {
      List<JsonRow> rest = read(split(file, before), true);
      assertThat(rest.stream().map(JsonRow::toString))
          .containsExactlyElementsOf(all.stream().skip(before).map(JsonRow::toString).toList());
    }
    assertThat(Iterables.getLast(all)).hasToString("part-1.jsonl:" + ROWS_OF_A_FILE);
  }

  private static FileSourceSplit split(Path file, long before) throws IOException {
    return new FileSourceSplit(
        "1",
        new org.apache.flink.core.fs.Path(file.toUri()),
        0,
        Files.size(file),
        0,
        Files.size(file),
        new String[0],
        new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, before));
  }

  private static List<JsonRow> read(FileSourceSplit split, boolean again) throws IOException {
    List<JsonRow> rows = new ArrayList<>();
    NumberedLines format = new NumberedLines();
    Configuration none = new Configuration();
    try (BulkFormat.Reader<JsonRow> reader =
        again ? format.restoreReader(none, split) : format.createReader(none, split)) {
      for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
        for (RecordAndPosition<JsonRow> row = batch.next(); row != null; row = batch.next()) {
          rows.add(row.getRecord());
          assertThat(row.getRecordSkipCount()).isEqualTo(skipped(split, again) + rows.size());
        }
      }
    }
    return rows;
  }

  private static long skipped(FileSourceSplit split, boolean again) {
    return again ? split.getReaderPosition().orElseThrow().getRecordsAfterOffset() : 0;
  }
}
