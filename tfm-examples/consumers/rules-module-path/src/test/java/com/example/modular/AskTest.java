package com.example.modular;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs the program in a separate process, with everything on the module path. */
class AskTest {

  private static final String MODULES =
      "modules: com.example.modular, org.tfm.rules, org.tfm.model";

  @Test
  void aPackLoadedAtRunTimeDecides() throws Exception {
    assertEquals(
        List.of(
            MODULES,
            "verdict: NO",
            "unmet: The lead participants must be released for at least 8 days between them; they are"
                + " released for 7.5 days between them."),
        ask("river-valley", "2025/26", "{\"releaseDays\": 4}, {\"releaseDays\": 3.5}"));
    assertEquals(
        List.of(MODULES, "verdict: YES"),
        ask("river-valley", "2025/26", "{\"releaseDays\": 4}, {\"releaseDays\": 4}"));
  }

  @Test
  void theLibrarysOwnPacksDecideToo() throws Exception {
    assertEquals(
        List.of(MODULES, "verdict: MORE_INFORMATION_NEEDED"),
        ask("cheshire-wirral", "2022/23", "{\"releaseDays\": 5}").subList(0, 2));
  }

  /** The parts of the program: everything that was built or resolved, except the tests. */
  private static String modulePath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> !path.matches(".*(test-classes|junit|opentest4j|apiguardian)[^/\\\\]*"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<String> ask(String hub, String year, String leadParticipants)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "--module-path",
                modulePath(),
                "--add-modules",
                "ALL-MODULE-PATH",
                "--module",
                "com.example.modular/com.example.modular.Ask",
                "packs",
                """
                {
                  "offering": {"hub": "%s", "type": "primary-development", "year": "%s"},
                  "school": {"urn": 900001, "phase": "PRIMARY"},
                  "leadParticipants": [%s]
                }
                """
                    .formatted(hub, year, leadParticipants))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    return printed.lines().toList();
  }
}
