package org.tfm.examples.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tfm.examples.byhand.ByHand;
import org.tfm.model.json.TfmJson;

/**
 * Compares whole processes: the command line, by launcher and by jar, and the hand-written policy.
 * They run in turn.
 *
 * <p>All read the same application from a file and print the same assessment. Each runs twice
 * beforehand, so that its files are in memory and the launcher has its archive.
 */
final class StartupComparison {

  private static final int WARM_UP = 2;

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

  private final ImmutableList<ImmutableList<String>> programs;
  private final Path output;

  /** Creates the comparison of the programs in the jar of this build folder. */
  StartupComparison(Path folder) throws IOException {
    Path file = folder.resolve("startup-application.json");
    Files.writeString(file, APPLICATION);
    output = folder.resolve("startup-output.json");
    String jar = Child.jar(folder).toString();
    programs =
        ImmutableList.of(
            Child.launcher(folder, "assess", file.toString(), "--json"),
            ImmutableList.of(Child.java(), "-jar", jar, "assess", file.toString(), "--json"),
            ImmutableList.of(
                Child.java(),
                "-cp",
                folder.resolve("classes") + File.pathSeparator + jar,
                ByHand.class.getName(),
                file.toString()));
  }

  /** Returns the medians of this number of runs. */
  Figures measure(int runs) throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UP; i++) {
      ObjectNode first = null;
      for (ImmutableList<String> program : programs) {
        Child.time(program, output);
        ObjectNode printed = printed();
        if (first != null && !first.equals(printed)) {
          throw new IllegalStateException("the programs print different assessments");
        }
        first = printed;
      }
    }
    List<List<Long>> times = programs.stream().<List<Long>>map(any -> new ArrayList<>()).toList();
    for (int i = 0; i < runs; i++) {
      for (int p = 0; p < programs.size(); p++) {
        times.get(p).add(Child.time(programs.get(p), output));
      }
    }
    Figures figures = new Figures();
    figures.put("startup.library.ms", Figures.median(times.get(0)) / 1e6);
    figures.put("startup.jar.ms", Figures.median(times.get(1)) / 1e6);
    figures.put("startup.byHand.ms", Figures.median(times.get(2)) / 1e6);
    return figures;
  }

  /** Removes the version of the policy from the output, which the hand-written policy lacks. */
  private ObjectNode printed() throws IOException {
    ObjectNode printed = (ObjectNode) TfmJson.reader().tree(Files.readString(output));
    printed.remove("policy");
    return printed;
  }
}
