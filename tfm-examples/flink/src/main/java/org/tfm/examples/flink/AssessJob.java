package org.tfm.examples.flink;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tfm.examples.batch.JsonRow;
import org.tfm.examples.batch.RowFormat;
import org.tfm.model.assessment.TermsTable;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.rules.book.PolicyBook;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Assesses the applications in a folder of JSON Lines on a cluster.
 *
 * <p>The machine that submits the job opens the policy book and sends its terms to the workers as
 * data. The rows equal those of {@code tfm batch}, byte for byte, in any order.
 */
@Command(
    name = "assess",
    description = "Assesses the applications in a folder of JSON Lines on a Flink cluster.",
    mixinStandardHelpOptions = true)
public final class AssessJob implements Callable<Integer> {

  /** The subfolder of the output for assessed rows. */
  static final String ASSESSED = "assessed";

  /** The subfolder of the output for rows that cannot be assessed. */
  static final String REJECTED = "rejected";

  private static final int ATTEMPTS = 3;

  @Parameters(index = "0", paramLabel = "IN", description = "The folder with the applications.")
  private String in;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "The folder for the results, with subfolders for assessed and rejected rows.")
  private String out;

  @Option(names = "--verdicts", description = "Write the verdicts only.")
  private boolean verdictsOnly;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "A further year for policies without a year, such as 2022/23.")
  private List<String> years = new ArrayList<>();

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = "A folder with your own packs, in addition to the bundled ones.")
  private List<java.nio.file.Path> packs = new ArrayList<>();

  /** Submits the job, or runs it in this process if there is no cluster. */
  public static void main(String... args) {
    int exitCode =
        new CommandLine(new AssessJob())
            .setExecutionExceptionHandler(
                (e, commandLine, parsed) -> {
                  if (e instanceof InvalidInputException) {
                    commandLine.getErr().println(e.getMessage());
                    return commandLine.getCommandSpec().exitCodeOnInvalidInput();
                  }
                  throw e;
                })
            .execute(args);
    if (exitCode != 0) {
      throw new IllegalArgumentException("the job did not run; exit code " + exitCode);
    }
  }

  @Override
  public Integer call() throws Exception {
    PolicyBook.Builder builder = PolicyBook.builder().bundledPacks();
    packs.forEach(builder::directory);
    PolicyBook book = builder.build();
    TermsTable table =
        TermsTable.of(offerings(book, years.stream().map(AssessJob::year).toList()), book);
    StreamExecutionEnvironment env = environment(new Configuration());
    assess(
        read(env, new Path(in)),
        table,
        verdictsOnly ? RowFormat.JSON_VERDICTS : RowFormat.JSON,
        new Path(out));
    env.execute("Assess applications");
    return 0;
  }

  private static AcademicYear year(String text) {
    try {
      return AcademicYear.parse(text);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          e.problems().stream().map(problem -> problem.inPart("--year")).toList());
    }
  }

  /** The offerings of the book; those without a year for these years and all years in the book. */
  static ImmutableList<Offering> offerings(PolicyBook book, List<AcademicYear> more) {
    List<AcademicYear> years =
        Stream.concat(book.packs().stream().flatMap(pack -> pack.year().stream()), more.stream())
            .distinct()
            .toList();
    return book.packs().stream()
        .flatMap(
            pack ->
                pack.year().map(List::of).orElse(years).stream()
                    .flatMap(
                        year ->
                            pack.offers().stream()
                                .map(type -> Offering.of(pack.hub().id(), type, year))))
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns an environment for batch jobs that restarts failed tasks. */
  static StreamExecutionEnvironment environment(Configuration configuration) {
    Configuration restarting = new Configuration();
    restarting.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    restarting.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, ATTEMPTS);
    restarting.addAll(configuration);
    return StreamExecutionEnvironment.getExecutionEnvironment(restarting)
        .setRuntimeMode(RuntimeExecutionMode.BATCH);
  }

  /** Reads the rows of the files in a folder. */
  static DataStream<JsonRow> read(StreamExecutionEnvironment env, Path in) {
    return env.fromSource(
        FileSource.forBulkFileFormat(new NumberedLines(), in).build(),
        WatermarkStrategy.noWatermarks(),
        "applications");
  }

  /** Assesses rows and writes the results. */
  static void assess(DataStream<JsonRow> rows, TermsTable table, RowFormat format, Path out) {
    SingleOutputStreamOperator<byte[]> assessed =
        rows.process(new AssessRows(table, format)).name("assess");
    assessed.sinkTo(sink(new Path(out, ASSESSED))).name(ASSESSED);
    assessed
        .getSideOutput(AssessRows.REJECTED)
        .sinkTo(sink(new Path(out, REJECTED)))
        .name(REJECTED);
  }

  private static FileSink<byte[]> sink(Path folder) {
    return FileSink.<byte[]>forRowFormat(folder, (row, stream) -> stream.write(row)).build();
  }
}
