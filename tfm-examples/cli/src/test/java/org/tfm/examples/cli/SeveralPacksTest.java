package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.tfm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.examples.cli.Commands.Run;

/** Packs of several hubs and years in one folder, all made by {@code new-pack}. */
class SeveralPacksTest {

  @TempDir Path folder;

  private Path packs;

  @BeforeEach
  void twoYearsOfOneHubAndOneOfAnother() throws IOException {
    packs = folder.resolve("packs");
    newPack("one-a", "hub-one", "2024/25");
    newPack("one-b", "hub-one", "2025/26");
    newPack("two", "hub-two", "2025/26");
  }

  /** A new pack whose source names its folder. */
  private void newPack(String name, String hub, String year) throws IOException {
    tfm("new-pack", packs.resolve(name).toString(), "--hub", hub, "--name", hub, "--year", year)
        .isAnAnswer();
    replace(name + "/publisher.yaml", "The title of your document", "The policy in " + name);
  }

  private void replace(String file, String before, String after) throws IOException {
    Path path = packs.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(before);
    Files.writeString(path, text.replace(before, after));
  }

  private String application(String hub, String year) throws IOException {
    return Files.writeString(
            folder.resolve(hub + ".json"),
            """
            { "offering": { "hub": "%s", "type": "primary-development", "year": "%s" },
              "school": { "urn": 900001, "phase": "SECONDARY" } }
            """
                .formatted(hub, year))
        .toString();
  }

  private Run with(String... args) {
    return tfm(
        Stream.concat(Stream.of(args), Stream.of("--packs", packs.toString()))
            .toArray(String[]::new));
  }

  /** What every command shows that names sources. */
  private List<String> shown(String hub, String year) throws IOException {
    String application = application(hub, year);
    Path records = folder.resolve("records-" + hub + year.substring(0, 4));
    with("assess", application, "--record", records.toString()).isAnAnswer();
    String record;
    try (Stream<Path> files = Files.list(records)) {
      record = files.findFirst().orElseThrow().toString();
    }
    replaceOpenPhase(application);
    return Stream.of(
            with("explain", record, "--as", "letter"),
            with("explain", record, "--as", "trace"),
            with("assess", folder.resolve(hub + ".json").toString(), "--sources"),
            with("terms", hub, "primary-development", year, "--sources"),
            with("ask", application))
        .map(run -> run.isAnAnswer().out())
        .toList();
  }

  private static void replaceOpenPhase(String application) throws IOException {
    Path file = Path.of(application);
    Files.writeString(file, Files.readString(file).replace(", \"phase\": \"SECONDARY\"", ""));
  }

  @Test
  void eachSourceIsThatOfItsPack() throws IOException {
    assertThat(shown("hub-one", "2024/25"))
        .allSatisfy(
            text ->
                assertThat(text)
                    .contains("The policy in one-a")
                    .doesNotContain("in one-b", "in two"));
    assertThat(shown("hub-one", "2025/26"))
        .allSatisfy(
            text ->
                assertThat(text)
                    .contains("The policy in one-b")
                    .doesNotContain("in one-a", "in two"));
    assertThat(shown("hub-two", "2025/26"))
        .allSatisfy(
            text -> assertThat(text).contains("The policy in two").doesNotContain("in one"));
  }

  @Test
  void theSourceOfAnInheritedTermIsThatOfTheBase() throws IOException {
    replace("one-b/publisher.yaml", "# extends: [national]", "extends: [hub-one/2024-25] #");
    String rules = Files.readString(packs.resolve("one-b/primary-development.drl"));
    Files.writeString(
        packs.resolve("one-b/primary-development.drl"),
        rules.substring(0, rules.indexOf("// Commitments")));
    String terms =
        with("terms", "hub-one", "primary-development", "2025/26", "--sources").isAnAnswer().out();
    assertThat(terms.lines().map(String::strip))
        .containsSubsequence(
            "The policy in one-b (hub-one, 2025/26)", "The policy in one-a (hub-one, 2024/25)");
    assertThat(terms.substring(terms.indexOf("The policy in one-a")))
        .contains("Rule: hub-one/2024-25/primary-development.drl:")
        .doesNotContain("Rule: hub-one/2025-26");
  }
}
