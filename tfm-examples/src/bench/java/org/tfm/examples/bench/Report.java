package org.tfm.examples.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The benchmarks run and printed as Markdown tables. */
public final class Report {

  private static final String ALLOCATION = "gc.alloc.rate.norm";
  private static final String YARDSTICK = "byHand";
  private static final String SENTENCES = "Sentences";
  private static final List<String> ROWS =
      List.of(
          "library",
          "libraryTermsAtHand",
          "libraryVerdictOnly",
          YARDSTICK,
          "librarySentences",
          "byHandSentences");

  private Report() {}

  /**
   * Runs the benchmarks.
   *
   * @param args the build folder, in which {@code tfm.jar} is and {@code benchmark.json} is written
   */
  public static void main(String... args) throws Exception {
    Path folder = Path.of(args[0]).toAbsolutePath();
    Map<String, RunResult> results = run(folder.resolve("benchmark.json"));
    String startup = new StartupComparison(folder.resolve("tfm.jar"), folder).report();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.printf(
        Locale.ROOT,
        "%n%s, %s %s, %s %s, %d cores%n%n",
        LocalDate.now(java.time.ZoneOffset.UTC),
        System.getProperty("java.vm.name"),
        System.getProperty("java.vm.version"),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors());
    out.println(table(results));
    out.println(startup);
    out.flush();
  }

  private static Map<String, RunResult> run(Path json) throws RunnerException, IOException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(AssessmentBenchmark.class.getName())
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .resultFormat(ResultFormatType.JSON)
                    .result(json.toString())
                    .build())
            .run();
    Map<String, RunResult> byName = new HashMap<>();
    results.forEach(result -> byName.put(result.getPrimaryResult().getLabel(), result));
    return byName;
  }

  private static String table(Map<String, RunResult> results) {
    StringBuilder table =
        new StringBuilder(
                "| one thread, warm | applications/s | ± | times by hand | bytes each |\n")
            .append("|---|---:|---:|---:|---:|\n");
    for (String name : ROWS) {
      RunResult result = result(results, name);
      Result<?> speed = result.getPrimaryResult();
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %,.0f | %,.0f | %.2f | %,.0f |%n",
              name,
              speed.getScore(),
              speed.getScoreError(),
              yardstick(name, results) / speed.getScore(),
              allocation(result)));
    }
    return table.toString();
  }

  /** By hand and with as much said. */
  private static double yardstick(String name, Map<String, RunResult> results) {
    String like = name.endsWith(SENTENCES) ? YARDSTICK + SENTENCES : YARDSTICK;
    return result(results, like).getPrimaryResult().getScore();
  }

  private static double allocation(RunResult result) {
    Result<?> allocation = result.getSecondaryResults().get(ALLOCATION);
    return allocation == null ? Double.NaN : allocation.getScore();
  }

  private static RunResult result(Map<String, RunResult> results, String name) {
    RunResult result = results.get(name);
    if (result == null) {
      throw new IllegalStateException("no result of " + name);
    }
    return result;
  }
}
