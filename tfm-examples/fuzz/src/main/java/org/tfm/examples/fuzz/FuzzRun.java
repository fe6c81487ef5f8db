package org.tfm.examples.fuzz;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tfm.examples.cli.CommandLineFuzz;

/**
 * Runs the fuzzer on all targets, one after another, each in its own process.
 *
 * <p>{@code mvn -B -ntp -Pfuzz verify -pl tfm-examples/fuzz -am -DskipTests} runs it. Findings and
 * inputs that reach new code are kept in {@code target/fuzz/TARGET}; a later run continues from
 * there.
 */
public final class FuzzRun {

  private static final ImmutableMap<String, Class<?>> TARGETS =
      ImmutableMap.<String, Class<?>>builder()
          .put("json", JsonFuzz.class)
          .put("yaml", YamlFuzz.class)
          .put("register", RegisterFuzz.class)
          .put("register-index", RegisterIndexFuzz.class)
          .put("rules", RulesFuzz.class)
          .put("pack-pairs", PackPairsFuzz.class)
          .put("archive", ArchiveFuzz.class)
          .put("command-line", CommandLineFuzz.class)
          .buildOrThrow();

  /** The check that is switched off, because command lines may name any file. */
  private static final String NAMES_FILES =
      "com.code_intelligence.jazzer.sanitizers.FilePathTraversal";

  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");
  private static final int LONGEST_INPUT = 24_000;
  private static final int LINES_SHOWN = 40;
  private static final int PATIENCE_SECONDS = 300;

  private FuzzRun() {}

  /**
   * Runs the targets.
   *
   * @param args the folder of this module, the seconds for each target, and the targets, separated
   *     by commas, or {@code all}
   */
  public static void main(String... args) throws IOException, InterruptedException {
    Path module = Path.of(args[0]).toAbsolutePath();
    int seconds = Integer.parseInt(args[1]);
    List<String> failed = new ArrayList<>();
    for (Map.Entry<String, Class<?>> target : TARGETS.entrySet()) {
      if ((args[2].equals("all") || List.of(args[2].split(",", -1)).contains(target.getKey()))
          && !run(module, target.getKey(), target.getValue(), seconds)) {
        failed.add(target.getKey());
      }
    }
    if (!failed.isEmpty()) {
      throw new IllegalStateException("the fuzzer found something or did not finish: " + failed);
    }
  }

  private static boolean run(Path module, String name, Class<?> target, int seconds)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(module.resolve("target/fuzz").resolve(name));
    Files.createDirectories(folder.resolve("corpus"));
    new Seeds(module).write(name, folder);
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(command(folder, target, seconds))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(seconds + PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    String said = Files.readString(log);
    if (!ended || process.exitValue() != 0) {
      said.lines()
          .skip(Math.max(0, said.lines().count() - LINES_SHOWN))
          .forEach(System.out::println);
      System.out.println(
          "fuzz "
              + name
              + (ended ? ": FOUND SOMETHING; see " : ": DID NOT FINISH IN TIME; see ")
              + folder);
      return false;
    }
    Matcher done = DONE.matcher(said);
    List<MatchResult> runs = done.results().toList();
    long count =
        runs.isEmpty() ? 0 : Long.parseLong(String.valueOf(runs.get(runs.size() - 1).group(1)));
    System.out.printf(
        Locale.ROOT, "fuzz %s: %,d inputs in %d s, nothing found%n", name, count, seconds);
    return true;
  }

  private static ImmutableList<String> command(Path folder, Class<?> target, int seconds) {
    return ImmutableList.<String>builder()
        .add(Path.of(System.getProperty("java.home"), "bin", "java").toString())
        .add("-Xmx1g", "-XX:+UseSerialGC", "-Dslf4j.internal.verbosity=ERROR")
        .add("-cp", System.getProperty("java.class.path"))
        .add("com.code_intelligence.jazzer.Jazzer")
        .add("--target_class=" + target.getName())
        .add("--instrumentation_includes=org.tfm.**")
        .add("--custom_hook_includes=org.tfm.**")
        .add("--disabled_hooks=" + NAMES_FILES)
        .add("--reproducer_path=" + folder)
        .add("-max_total_time=" + seconds)
        .add("-max_len=" + LONGEST_INPUT)
        // A fixed seed keeps two runs of the same build similar.
        .add("-seed=1", "-timeout=60", "-rss_limit_mb=3000")
        .add("-artifact_prefix=" + folder + "/")
        .add("-dict=words.dict")
        .add("corpus", "seeds")
        .build();
  }
}
