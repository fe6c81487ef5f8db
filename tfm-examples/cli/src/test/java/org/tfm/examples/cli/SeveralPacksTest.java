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

  /** The output of every command that names sources. */
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

  private static final String RULES = "primary-development.drl";

  /** Moves the rule file of the pack `two`, and says what the message about it is. */
  private void isNamed(String to, String expected) throws IOException {
    Path rules = packs.resolve("two").resolve(RULES);
    Path moved = packs.resolve("two").resolve(to).normalize();
    Files.createDirectories(moved.getParent());
    Files.move(rules, moved);
    Run run = with("terms", "hub-one", "primary-development", "2025/26");
    assertThat(run.err().lines())
        .containsExactly("warning: not loaded: " + packs.resolve("two") + expected);
    assertThat(run.exitCode()).isZero();
    Files.move(moved, rules);
  }

  @Test
  void aMissingRuleFileIsOneMessageThatSaysWhereItIs() throws IOException {
    isNamed(
        "primary-development.DRL",
        "/primary-development.DRL: a file of this name is not read. Rename it to"
            + " `primary-development.drl`");
    isNamed(
        "primary-development.drl.txt",
        "/primary-development.drl.txt: a file of this name is not read. Rename it to"
            + " `primary-development.drl`");
    String missing = ": the pack has no rule file (`TYPE.drl`). ";
    String move = missing + "Move `%s` into the folder of `publisher.yaml`";
    isNamed("rules/" + RULES, move.formatted(packs.resolve("two/rules").resolve(RULES)));
    isNamed("../" + RULES, move.formatted(packs.resolve(RULES)));
    isNamed(
        "rules.txt",
        missing + "Write one for each type in `offers`, or name a base pack under `extends`");
  }

  @Test
  void aPackThatDoesNotLoadTakesNoNeighbourAlong() throws IOException {
    List<String> before = shown("hub-one", "2025/26");
    replace("two/" + RULES, "phase()", "phse()");
    String application = application("hub-one", "2025/26");
    for (Run run :
        List.of(
            with("assess", application, "--sources"),
            with("terms", "hub-one", "primary-development", "2025/26", "--sources"),
            with("ask", application))) {
      assertThat(run.exitCode()).isZero();
      assertThat(run.err())
          .startsWith("warning: not loaded: " + packs.resolve("two").resolve(RULES) + ":")
          .contains("unknown word `phse`. Maybe `phase`?");
      assertThat(run.out()).isNotEmpty();
    }
    assertThat(with("terms", "hub-one", "primary-development", "2025/26", "--sources").out())
        .isEqualTo(before.get(3));
    with("offerings").isRefused("unknown word `phse`. Maybe `phase`?");
    Run own = with("terms", "hub-two", "primary-development", "2025/26");
    assertThat(own.exitCode()).isEqualTo(2);
    assertThat(own.out()).isEmpty();
    assertThat(own.err())
        .contains(
            "unknown word `phse`",
            "the pack in `"
                + packs.resolve("two")
                + "`, with the policy of the hub `hub-two`, does not load. Correct its problems"
                + " first");
    Run check = tfm("check", packs.toString());
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.out()).contains("does-not-load", "2 errors, 0 warnings");
    replace("one-a/primary-development.cases.yaml", "verdict: \"YES\"", "verdict: \"NO\"");
    assertThat(tfm("check", packs.toString()).out()).contains("does-not-load", "case-fails");
  }

  @Test
  void noOtherPackAnswersForOneThatDoesNotLoad() throws IOException {
    newPack("any", "hub-one", "any");
    with("terms", "hub-one", "primary-development", "2023/24").isAnAnswer();
    replace("one-b/" + RULES, "phase()", "phse()");
    assertThat(with("terms", "hub-one", "primary-development", "2024/25").exitCode()).isZero();
    assertThat(with("terms", "hub-one", "primary-development", "2023/24").exitCode()).isZero();
    assertThat(with("terms", "hub-one", "primary-development", "2025/26").exitCode()).isEqualTo(2);
    replace("one-b/publisher.yaml", "language: 2", "language: [2");
    assertThat(with("terms", "hub-one", "primary-development", "2025/26").exitCode()).isEqualTo(2);
    replace("any/" + RULES, "phase()", "phse()");
    assertThat(with("terms", "hub-one", "primary-development", "2024/25").exitCode()).isZero();
    assertThat(with("terms", "hub-one", "primary-development", "2023/24").exitCode()).isEqualTo(2);
  }

  @Test
  void aPackWithoutRulesServesItsBase() throws IOException {
    Files.delete(packs.resolve("two").resolve(RULES));
    Files.delete(packs.resolve("two/primary-development.cases.yaml"));
    replace("two/publisher.yaml", "# extends: [national]", "extends: [hub-one/2025-26] #");
    String base = with("terms", "hub-one", "primary-development", "2025/26").isAnAnswer().out();
    String own = with("terms", "hub-two", "primary-development", "2025/26").isAnAnswer().out();
    assertThat(own.lines().skip(1)).containsExactlyElementsOf(base.lines().skip(1).toList());
    replace("one-b/" + RULES, "phase()", "phse()");
    assertThat(with("terms", "hub-two", "primary-development", "2025/26").err())
        .contains(
            packs.resolve("two/publisher.yaml")
                + ": `extends` names the pack `hub-one/2025-26` in `"
                + packs.resolve("one-b")
                + "`, which does not load");
  }

  @Test
  void aBaseBesideTheFolderIsOneMessageThatSaysWhereItIs() throws IOException {
    replace("two/publisher.yaml", "# extends: [national]", "extends: [hub-one/2025-26] #");
    replace(
        "two/" + RULES, "terms.undertaking(", "terms.withdraw(\"grant\");\n    terms.undertaking(");
    String unknown =
        packs.resolve("two/publisher.yaml") + ": `extends` names the unknown pack `%s`. ";
    tfm("test", packs.resolve("two").toString())
        .isRefused(
            unknown.formatted("hub-one/2025-26")
                + "It is in `"
                + packs.resolve("one-b")
                + "`; load that folder too"
                + System.lineSeparator());
    replace("two/publisher.yaml", "hub-one/2025-26", "hub-three/2025-26");
    tfm("test", packs.resolve("two").toString())
        .isRefused(
            unknown.formatted("hub-three/2025-26")
                + "Load its folder too; the library has only its own packs"
                + System.lineSeparator());
  }

  @Test
  void messagesNameFilesThatExist() throws IOException {
    String rules = Files.readString(packs.resolve("two").resolve(RULES));
    Files.writeString(
        packs.resolve("two").resolve(RULES),
        rules
            + rules
                .substring(
                    rules.indexOf("rule \"grant\""), rules.indexOf("// What the school agrees"))
                .replace("rule \"grant\"", "rule \"grant-again\"")
            + "rule \"less\" @Cites(\"policy-page: one\") when Offering() then"
            + " terms.withdraw(\"nothing\"); end\n");
    Run run = tfm("check", packs.toString());
    String file = packs.resolve("two").resolve(RULES).toString();
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("the rule at " + file + ":", "`withdraw` names the term `nothing`")
        .startsWith(file + " ")
        .doesNotContain("hub-two/2025-26/");
    Files.writeString(packs.resolve("two").resolve(RULES), rules);
    newPack("two-again", "hub-two", "2025/26");
    assertThat(with("offerings").err())
        .contains(
            packs.resolve("two-again")
                + ": two packs have the id `hub-two/2025-26`: this one and that in `"
                + packs.resolve("two")
                + "`. If this one is for other types of work group, name it in `publisher.yaml`, such"
                + " as `part: trials`");
  }

  @Test
  void aPartForOtherTypesStandsBesideThePackOfTheLibrary() throws IOException {
    tfm(
            "new-pack",
            packs.resolve("trials").toString(),
            "--hub",
            "boolean",
            "--name",
            "Boolean Maths Hub",
            "--year",
            "2024/25",
            "--type",
            "a-trial",
            "--part",
            "trials")
        .isAnAnswer();
    assertThat(with("offerings").isAnAnswer().out().lines())
        .anyMatch(line -> line.matches("boolean +primary-development +2024/25 .*"))
        .anyMatch(line -> line.matches("boolean +a-trial +2024/25 .*"));
    assertThat(with("terms", "boolean", "a-trial", "2024/25", "--sources").isAnAnswer().out())
        .contains("Rule: boolean/2024-25/trials/a-trial.drl:");
    Path application = Path.of(application("boolean", "2024/25"));
    assertThat(with("assess", application.toString()).isAnAnswer().out())
        .contains("Primary Mastery Development, Boolean Maths Hub, 2024/25");
    Files.writeString(
        application, Files.readString(application).replace("primary-development", "a-trial"));
    assertThat(with("assess", application.toString()).isAnAnswer().out())
        .contains("A trial, Boolean Maths Hub, 2024/25");
    tfm("check", packs.resolve("trials").toString());
    replace("trials/publisher.yaml", "part: trials\n", "");
    with("offerings").isRefused("two packs have the id `boolean/2024-25`");
  }

  @Test
  void aMisspeltNameOfThePublisherFileIsSaid() throws IOException {
    Files.move(packs.resolve("two/publisher.yaml"), packs.resolve("two/publisher.yml"));
    Run run = with("terms", "hub-two", "primary-development", "2025/26");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            packs.resolve("two/publisher.yml")
                + ": a file of this name is not read. Rename it to `publisher.yaml`");
    assertThat(tfm("check", packs.resolve("two").toString()).out())
        .contains("does-not-load", "Rename it to `publisher.yaml`");
    assertThat(with("terms", "hub-one", "primary-development", "2025/26").exitCode()).isZero();
  }
}
