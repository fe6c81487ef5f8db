package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.tfm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.examples.cli.Commands.Run;

class ImpactCommandTest {

  @TempDir Path folder;
  private Path applications = Path.of("");

  @BeforeEach
  void threeApplications() throws IOException {
    applications = Files.createDirectory(folder.resolve("applications"));
    for (String name : new String[] {"yes", "no", "more"}) {
      Files.writeString(applications.resolve(name + ".json"), Commands.demo(name));
    }
    Files.writeString(applications.resolve("notes.txt"), "not an application");
  }

  private String pack(String text, String other) throws IOException {
    return Commands.pack(folder.resolve("pack"), "cheshire-wirral/2022-23", text, other);
  }

  private Run impact(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "impact";
    all[1] = "--applications";
    all[2] = applications.toString();
    System.arraycopy(args, 0, all, 3, args.length);
    return tfm(all);
  }

  @Test
  void aStricterRuleTurnsAYesIntoANoAndIsNamedAsTheCause() throws IOException {
    String twelve = pack("days(10)", "days(12)");
    assertThat(impact("--after", twelve).isAnAnswer().out())
        .contains("3 applications: 2 unchanged, 1 changed, 0 not compared")
        .contains("yes.json (URN 100008)")
        .contains("Verdict: YES → NO")
        .contains("Commitments: YES → NO")
        .contains("because of `release-time`: met → not met")
        .doesNotContain("no.json", "Hill Lane", "1234567", "The whole staff");
  }

  @Test
  void theOtherWayRoundANoBecomesAYes() throws IOException {
    assertThat(impact("--before", pack("days(10)", "days(12)")).isAnAnswer().out())
        .contains("Verdict: NO → YES", "because of `release-time`: not met → met");
  }

  @Test
  void aSmallerGrantIsAChangeOfWhatIsDue() throws IOException {
    String out = impact("--after", pack("pounds(1000)", "pounds(800)")).isAnAnswer().out();
    assertThat(out.replaceAll("\\s+", " "))
        .contains(
            "`grant`: £1,000 towards release time (due)" + " → £800 towards release time (due)")
        .doesNotContain("Verdict:", "because of");
  }

  @Test
  void aWeakerWordIsShownWhereItChangesAVerdict() throws IOException {
    String should = pack(".must(combinedRelease()", ".should(combinedRelease()");
    assertThat(impact("--after", should).isAnAnswer().out())
        .contains("because of `release-time`: not met (MUST) → the hub decides (SHOULD)");
  }

  @Test
  void withoutAChangeThereIsNoDifference() {
    assertThat(impact().isAnAnswer().out())
        .contains("3 applications: 3 unchanged, 0 changed, 0 not compared")
        .contains("No verdict and no entitlement changes.");
    assertThat(impact("--before", "bundled", "--after", "bundled").out()).isEqualTo(impact().out());
  }

  @Test
  void jsonCountsAndListsInTheOrderOfTheFiles() throws IOException {
    Files.writeString(applications.resolve("a.json"), Commands.demo("yes"));
    JsonNode impact = impact("--json", "--after", pack("days(10)", "days(12)")).isAnAnswer().json();
    assertThat(impact.path("applications").asInt()).isEqualTo(4);
    assertThat(impact.path("unchanged").asInt()).isEqualTo(2);
    assertThat(impact.path("changed"))
        .extracting(one -> one.path("file").asText())
        .containsExactly("a.json", "yes.json");
    JsonNode changed = impact.path("changed").get(0);
    assertThat(changed.path("urn").asInt()).isEqualTo(100_008);
    assertThat(changed.path("verdict").asText()).isEqualTo("NO");
    JsonNode cause = changed.path("difference").path("findings").get(0);
    assertThat(cause.path("term").asText()).isEqualTo("release-time");
    assertThat(cause.path("before").path("status").asText()).isEqualTo("MET");
    assertThat(cause.path("after").path("status").asText()).isEqualTo("UNMET");
    Iterator<String> keys = changed.fieldNames();
    assertThat(keys).toIterable().containsExactly("file", "urn", "verdict", "difference");
  }

  @Test
  void applicationsThatOnlyOnePolicyCanAssessAreListedWithTheReason() throws IOException {
    String later =
        Commands.pack(
            folder.resolve("later"),
            "cheshire-wirral/2022-23",
            "\nhub: cheshire-wirral",
            "\nhub: river-hub");
    Path publisher = Path.of(later).resolve("publisher.yaml");
    Files.writeString(
        publisher,
        Files.readString(publisher).replace("name: Cheshire & Wirral", "name: River Valley"));
    Path rules = Path.of(later).resolve("primary-development.drl");
    Files.writeString(rules, Files.readString(rules).replace("cheshire_wirral", "river_hub"));
    Files.writeString(
        applications.resolve("later.json"),
        Commands.demo("yes").replace("\"cheshire-wirral\"", "\"river-hub\""));
    assertThat(impact("--after", later).isAnAnswer().out().replaceAll("\\s+", " "))
        .contains("4 applications: 3 unchanged, 0 changed, 1 not compared")
        .contains(
            "later.json (URN 100008): the policy before the change cannot assess it. offering.hub: ")
        .contains("there is no policy of a hub");
    JsonNode missing = impact("--before", later, "--json").isAnAnswer().json().path("notCompared");
    assertThat(missing).extracting(one -> one.path("file").asText()).containsExactly("later.json");
    assertThat(missing.get(0).path("side").asText()).isEqualTo("AFTER");
  }

  @Test
  void badApplicationsAreRefusedWithEveryProblemOfEveryFile() throws IOException {
    Files.writeString(
        applications.resolve("bad.json"),
        Commands.demo("yes").replace("\"PRIMARY\"", "\"PRIMERY\"").replace("1234567", "76543"));
    Files.writeString(applications.resolve("worse.json"), "{");
    Run run = impact();
    run.isRefused("bad.json", "Maybe `PRIMARY`?", "five digits", "worse.json", "ends too early");
    assertThat(run.err()).doesNotContain("76543", "Hill Lane");
  }

  @Test
  void anApplicationThatNeitherPolicyCanAssessIsABadOne() throws IOException {
    Files.writeString(
        applications.resolve("typo.json"),
        Commands.demo("yes").replace("committed-to-m", "commited-to-m"));
    impact().isRefused("typo.json", "Maybe `committed-to-mastery`?");
  }

  @Test
  void foldersWithoutApplicationsOrPacksAreRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    tfm("impact", "--applications", empty.toString()).isRefused("the folder has no .json file");
    tfm("impact", "--applications", folder.resolve("nowhere").toString())
        .isRefused("the folder cannot be read");
    impact("--after", empty.toString()).isRefused("the folder contains no pack");
    tfm("impact").isRefused("--applications");
  }
}
