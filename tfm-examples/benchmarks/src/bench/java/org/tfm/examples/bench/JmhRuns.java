package org.tfm.examples.bench;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the JMH benchmarks. */
final class JmhRuns {

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private final Settings settings;

  JmhRuns(Settings settings) {
    this.settings = settings;
  }

  /** Runs all contestants on the same applications in one thread. */
  Figures contest() throws RunnerException {
    Figures figures = new Figures();
    boolean isShort = settings.length() == Settings.Length.SHORT;
    figures.addAll(once("contest", ".*", 1));
    figures.addAll(
        isShort
            ? run(
                "peers",
                PeerBenchmark.class,
                ".*",
                1,
                1,
                Peer.EASY_RULES.name(),
                Peer.DROOLS_NEW_SESSION.name())
            : run("peers", PeerBenchmark.class, ".*", 1, 1));
    if (!isShort) {
      figures.addAll(run("batch", BatchBenchmark.class, ".*", 1, 1));
      figures.addAll(run("one", AssessmentBenchmark.class, ".*", 1, settings.of(2, 1)));
    }
    return figures;
  }

  /** Runs the library in one thread and then in two. */
  Figures threads() throws RunnerException {
    Figures figures = new Figures();
    figures.addAll(once("threads1", "library", 1));
    figures.addAll(once("threads2", "library", 2));
    return figures;
  }

  /** Assesses each application once, in a fixed number of rounds. */
  private Figures once(String name, String method, int threads) throws RunnerException {
    ChainedOptionsBuilder options =
        options(name, ContestBenchmark.class, method)
            .threads(threads)
            .forks(settings.of(3, 1))
            .warmupIterations(settings.of(80, 60))
            .measurementIterations(settings.of(ContestBenchmark.ROUNDS, 20));
    return figures(name, new Runner(options.build()).run());
  }

  private Figures run(
      String name, Class<?> benchmark, String method, int threads, int forks, String... peers)
      throws RunnerException {
    ChainedOptionsBuilder options =
        options(name, benchmark, method)
            .threads(threads)
            .forks(forks)
            .warmupIterations(settings.of(5, 2))
            .warmupTime(TimeValue.milliseconds(settings.of(1_000, 700)))
            .measurementIterations(settings.of(5, 3))
            .measurementTime(TimeValue.milliseconds(settings.of(1_000, 400)));
    if (peers.length > 0) {
      options.param("peer", peers);
    }
    return figures(name, new Runner(options.build()).run());
  }

  private ChainedOptionsBuilder options(String name, Class<?> benchmark, String method) {
    return new OptionsBuilder()
        .include("^" + benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
        .jvmArgsAppend(
            "-Xms1g",
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-D" + ContestState.FOLDER + "=" + settings.folder(),
            "-D" + ContestState.APPLICATIONS + "=" + settings.of(10_000, 4_000))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .resultFormat(ResultFormatType.JSON)
        .result(settings.folder().resolve("jmh-" + name + ".json").toString());
  }

  private static Figures figures(String group, Collection<RunResult> results) {
    Figures figures = new Figures();
    for (RunResult result : results) {
      Result<?> primary = result.getPrimaryResult();
      String peer = result.getParams().getParam("peer");
      String name = group + "." + (peer == null ? primary.getLabel() : peer);
      boolean isRate = primary.getScoreUnit().startsWith("ops/");
      double nanos = isRate ? 1e9 / primary.getScore() : primary.getScore();
      figures.put(name + ".ns", nanos);
      figures.put(
          name + ".error.ns",
          isRate ? nanos * primary.getScoreError() / primary.getScore() : primary.getScoreError());
      Result<?> allocation = result.getSecondaryResults().get(ALLOCATION);
      if (allocation != null) {
        figures.put(name + ".bytes", allocation.getScore());
      }
    }
    if (figures.all().isEmpty()) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "no benchmark of the group %s ran", group));
    }
    return figures;
  }
}
