package org.tfm.examples.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.tfm.model.json.TfmJson;

/**
 * A process from its start to its end: the command line and the hand-written policy, in turn.
 *
 * <p>Both read the same application from a file and print the same assessment. Each is run twice
 * beforehand, so that the files it reads are in memory.
 */
final class StartupComparison {

  private static final int RUNS = 15;
  private static final int WARM_UP = 2;
  private static final int PATIENCE_SECONDS = 60;

  private static final String APPLICATION =
      """
      {
        "offering": { "hub": "cheshire-wirral", "type": "primary-development", "year": "2022/23" },
        "school": { "urn": 100009, "name": "Mill Street Primary School", "phase": "PRIMARY",
          "establishmentType": "ACADEMY_CONVERTER", "country": "ENGLAND" },
        "leadParticipants": [
          { "trn": "3456789", "roles": ["MATHS_LEAD"], "releaseDays": 6 },
          { "roles": ["CLASS_TEACHER"], "releaseDays": 3 } ],
        "headteacherStatement": "We would like to take part.",
        "answers": { "committed-to-mastery": true, "capacity-for-development": true }
      }
      """;

  private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private final ImmutableList<String> library;
  private final ImmutableList<String> byHand;
  private final Path output;

  /** The comparison of the two programs in this jar; works in this folder. */
  StartupComparison(Path jar, Path folder) throws IOException {
    Path file = folder.resolve("startup-application.json");
    Files.writeString(file, APPLICATION);
    output = folder.resolve("startup-output.json");
    library = ImmutableList.of(java, "-jar", jar.toString(), "assess", file.toString(), "--json");
    byHand =
        ImmutableList.of(
            java, "-cp", jar.toString(), "org.tfm.examples.byhand.ByHand", file.toString());
  }

  /**
   * Median wall times of the two programs.
   *
   * @param library of the command line, in milliseconds
   * @param byHand of the hand-written program, in milliseconds
   */
  record Times(double library, double byHand) {}

  /** Median wall times of so many runs. */
  Times times(int runs) throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UP; i++) {
      run(library);
      ObjectNode one = printed();
      run(byHand);
      if (!one.equals(printed())) {
        throw new IllegalStateException("the two programs print different assessments");
      }
    }
    List<Long> libraryTimes = new ArrayList<>();
    List<Long> byHandTimes = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      libraryTimes.add(run(library));
      byHandTimes.add(run(byHand));
    }
    return new Times(millis(libraryTimes), millis(byHandTimes));
  }

  /** Median wall times as Markdown. */
  String report() throws IOException, InterruptedException {
    Times times = times(RUNS);
    return String.format(
        Locale.ROOT,
        """
        | process, start to end (median of %d) | ms | times by hand |
        |---|---:|---:|
        | `java -jar tfm.jar assess FILE --json` | %.0f | %.2f |
        | by hand, `ByHand FILE` | %.0f | 1 |
        """,
        RUNS,
        times.library(),
        times.library() / times.byHand(),
        times.byHand());
  }

  private static double millis(List<Long> nanos) {
    Collections.sort(nanos);
    return nanos.get(nanos.size() / 2) / 1e6;
  }

  /** What was printed, without the version of the policy, which the hand-written one has not. */
  private ObjectNode printed() throws IOException {
    ObjectNode printed = (ObjectNode) TfmJson.reader().tree(Files.readString(output));
    printed.remove("policy");
    return printed;
  }

  private long run(List<String> command) throws IOException, InterruptedException {
    File out = output.toFile();
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    long nanos = System.nanoTime() - start;
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("a program failed: " + command);
    }
    return nanos;
  }
}
