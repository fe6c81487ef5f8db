package org.tfm.examples.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.runner.RunnerException;
import org.tfm.examples.bench.Settings.Group;

/**
 * Runs all benchmarks, one group after another.
 *
 * <p>Figures go to {@code bench.json}, tables to {@code bench.md} and plots to {@code *.svg} in the
 * build folder. With {@code -Dbench.publish} they also replace the published ones in the module;
 * with {@code -Dbench.short} the ratios are compared with the published ones.
 */
public final class Suite {

  private Suite() {}

  /**
   * Runs the benchmarks.
   *
   * @param args the build folder, and the folder of the README
   */
  public static void main(String... args) throws Exception {
    Settings settings = Settings.of(Path.of(args[0]).toAbsolutePath());
    Path kept = Path.of(args[1]).toAbsolutePath();
    Figures figures = measure(settings);
    figures.write(settings.folder().resolve("bench.json"));
    String tables = new Tables(figures).all();
    Files.writeString(settings.folder().resolve("bench.md"), tables);
    new Charts(figures).write(settings.folder());
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.println(tables);
    out.flush();
    Kept ratios = new Kept(kept);
    if (Settings.isSet("bench.publish")) {
      ratios.publish(settings.folder(), figures, tables);
    }
    if (settings.length() == Settings.Length.SHORT) {
      String worse = ratios.worse(figures);
      out.println(worse.isEmpty() ? "No ratio is more than twice the published one." : worse);
      out.flush();
      if (!worse.isEmpty()) {
        System.exit(1);
      }
    }
  }

  private static Figures measure(Settings settings)
      throws IOException, InterruptedException, RunnerException {
    Figures figures = new Figures();
    JmhRuns jmh = new JmhRuns(settings);
    if (settings.has(Group.CONTEST)) {
      figures.addAll(jmh.contest());
    }
    if (settings.has(Group.THREADS)) {
      figures.addAll(jmh.threads());
    }
    if (settings.has(Group.LOAD)) {
      figures.addAll(Child.run(LoadRun.class, settings, settings.of(15, 5)));
    }
    if (settings.has(Group.MEMORY)) {
      figures.addAll(
          Child.run(MemoryRun.class, settings, settings.of(1_000, 30), settings.of(15, 3)));
    }
    if (settings.has(Group.GROWTH)) {
      figures.addAll(
          Child.run(
              GrowthRun.class,
              settings,
              settings.of(10_000_000, 10_000),
              settings.of(2_000, 100),
              settings.of(15, 3)));
    }
    if (settings.has(Group.SCREEN)) {
      figures.addAll(
          new ScreenComparison(settings.folder(), settings.of(50_000, 5_000))
              .measure(settings.of(9, 2)));
    }
    if (settings.has(Group.STARTUP)) {
      figures.addAll(new StartupComparison(settings.folder()).measure(settings.of(15, 3)));
    }
    return figures;
  }
}
