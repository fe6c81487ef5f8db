package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.json.TfmJson;

/** The commands that check packs, on a tiny pack that extends a bundled one. */
class PackCommandsTest {

  @TempDir private Path folder;

  private record Run(int exitCode, String out, String err) {
    JsonNode json() {
      return TfmJson.reader().tree(out);
    }
  }

  private Run tfm(String command, String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] args = new String[options.length + 2];
    args[0] = command;
    args[1] = folder.toString();
    System.arraycopy(options, 0, args, 2, options.length);
    int exitCode = Tfm.run(new PrintWriter(out), new PrintWriter(err), args);
    return new Run(exitCode, out.toString(), err.toString());
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private void replace(String file, String before, String after) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(before);
    write(file, text.replace(before, after));
  }

  @BeforeEach
  void aSoundPack() throws IOException {
    write(
        "publisher.yaml",
        """
        language: 1
        hub: here
        name: A hub
        year: 2024/25
        extends: [national]
        offers: [reading-group]
        sources:
          flyer: { title: A flyer, publisher: A hub, last-checked: 2025-01-01 }
        """);
    write(
        "reading-group.drl",
        """
        package here.y2024_25.reading_group

        rule "people"
            @Cites("flyer: first page")
        when
            Offering( type == "reading-group" )
        then
            terms.eligibility("people").must(leadParticipants().isAtMost(2));
        end
        """);
    write(
        "reading-group.cases.yaml",
        """
        offering: { hub: here, type: reading-group, year: 2024/25 }
        typical:
          application: { school: { urn: 900001 }, leadParticipants: [{}, {}] }
        cases:
          - { name: two people, application: {}, expect: { verdict: "YES" } }
          - name: three people
            application: { leadParticipants: [{}, {}, {}] }
            expect: { verdict: "NO", unmet: [people] }
          - name: nobody is named
            application: { leadParticipants: null }
            expect: { verdict: MORE_INFORMATION_NEEDED, missing: [people] }
        """);
  }

  @Test
  void aSoundPackPassesEveryCommand() {
    Run check = tfm("check");
    assertThat(check.err()).isEmpty();
    assertThat(check.out()).isEqualTo(String.format("0 errors, 0 warnings%n"));
    assertThat(check.exitCode()).isZero();
    Run test = tfm("test");
    assertThat(test.out())
        .contains("here/2024-25 reading-group", "eligibility people", "3 cases, 0 failures");
    assertThat(test.exitCode()).isZero();
    Run mutate = tfm("mutate");
    assertThat(mutate.out())
        .contains(
            "Changes tried: 4. Not noticed by any case: 0. Left out, as no document shows them: 0.");
    assertThat(mutate.exitCode()).isZero();
  }

  @Test
  void anErrorIsExitCodeOneAndIsListedUnderItsFile() throws IOException {
    replace(
        "reading-group.drl",
        "must(",
        "must(allOf(special().isConfirmed(), not(special().isConfirmed()), ");
    replace("reading-group.drl", "isAtMost(2));", "isAtMost(2)));");
    Run check = tfm("check");
    assertThat(check.out())
        .startsWith(folder.resolve("reading-group.cases.yaml") + System.lineSeparator())
        .contains(
            folder.resolve("reading-group.drl")
                + System.lineSeparator()
                + "  3: ERROR cannot-hold:")
        .containsPattern("one such\\s+school: Primary,\\s+Community\\s+school,\\s+England");
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.err()).isEmpty();
    JsonNode json = tfm("check", "--json").json();
    assertThat(json.path("errors").asInt()).isPositive();
    assertThat(json.path("findings").findValuesAsText("code")).contains("CANNOT_HOLD");
    assertThat(json.path("findings").get(0).path("severity").asText()).isEqualTo("ERROR");
    assertThat(json.path("findings").get(0).path("where").asText())
        .isEqualTo(folder.resolve("reading-group.cases.yaml") + ":5");
  }

  @Test
  void aWarningAloneIsExitCodeZero() {
    Run run = tfm("check", "--stale-on", "2026-01-02");
    assertThat(run.out())
        .contains("publisher.yaml", "  8: WARNING stale-source:", "0 errors, 1 warning");
    assertThat(run.exitCode()).isZero();
    assertThat(tfm("check", "--stale-on", "2026-01-01").out()).contains("0 warnings");
  }

  @Test
  void staleSourcesAreListedByHubWithWhatRestsOnThem() {
    assertThat(tfm("check", "--stale-on", "2026-01-02").out())
        .contains(
            "Sources that were last checked more than 365 days before 2 January 2026, by hub:\n",
            ", checked on 1 January 2025; ",
            "; 1 term rests on it\n");
    assertThat(tfm("check", "--stale-on", "2025-01-03", "--stale-after", "1").out())
        .contains("Sources that were last checked more than 1 day before 3 January 2025, by hub:");
    assertThat(tfm("check", "--stale-on", "2025-01-02", "--stale-after", "1").out())
        .contains("No source was last checked more than 1 day before 2 January 2025.");
    JsonNode stale = tfm("check", "--stale-on", "2026-01-02", "--json").json().path("stale");
    assertThat(stale).hasSize(1);
    assertThat(stale.get(0).path("source").path("lastChecked").asText()).isEqualTo("2025-01-01");
    assertThat(stale.get(0).path("terms").asInt()).isPositive();
    assertThat(tfm("check", "--json").json().has("stale")).isFalse();
  }

  @Test
  void theLimitOfStaleSourcesIsChecked() {
    assertThat(tfm("check", "--stale-after", "30").err())
        .contains("`--stale-after` needs `--stale-on`");
    assertThat(tfm("check", "--stale-on", "2026-01-02", "--stale-after", "0").err())
        .contains("`0` days; expected 1 to 10000");
  }

  @Test
  void aPackThatDoesNotLoadIsAnErrorOfTheCheckAndBadInputToTheOthers() throws IOException {
    replace("reading-group.drl", "isAtMost", "isAtMots");
    Run check = tfm("check");
    assertThat(check.out()).contains("  8: ERROR does-not-load:", "Maybe `isAtMost`?");
    assertThat(check.exitCode()).isEqualTo(1);
    for (String command : new String[] {"test", "mutate"}) {
      Run run = tfm(command);
      assertThat(run.err()).contains("reading-group.drl:8:", "Maybe `isAtMost`?");
      assertThat(run.out()).isEmpty();
      assertThat(run.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void aFailingCaseIsExitCodeOneOfTest() throws IOException {
    replace("reading-group.cases.yaml", "missing: [people]", "missing: []");
    Run run = tfm("test");
    assertThat(run.out())
        .contains(
            folder.resolve("reading-group.cases.yaml") + ":9: nobody is named",
            "    `missing` is [people] instead of []",
            "3 cases, 1 failure");
    assertThat(run.exitCode()).isEqualTo(1);
    JsonNode json = tfm("test", "--json").json();
    assertThat(json.path("failures").get(0).path("name").asText()).isEqualTo("nobody is named");
    JsonNode line = json.path("coverage").get(0).path("coverage").path("lines").get(0);
    assertThat(line.path("term").asText()).isEqualTo("people");
    assertThat(line.path("cases").path("MET").asInt()).isEqualTo(1);
  }

  @Test
  void rulesWithoutACaseAreExitCodeOneOfTest() throws IOException {
    String cases = Files.readString(folder.resolve("reading-group.cases.yaml"));
    write("reading-group.cases.yaml", cases.substring(0, cases.indexOf("cases:")) + "cases: []\n");
    Run none = tfm("test");
    assertThat(none.out())
        .contains(
            "here/2024-25 reading-group: no case tests these rules",
            "There are no worked cases. Write them in a file `TYPE.cases.yaml` beside the rules.",
            "0 cases, 0 failures");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(tfm("test", "--json").json().path("untested").get(0).asText())
        .isEqualTo("here/2024-25 reading-group");
    assertThat(tfm("test", "--json").exitCode()).isEqualTo(1);
    Files.delete(folder.resolve("reading-group.cases.yaml"));
    assertThat(tfm("test").exitCode()).isEqualTo(1);
    write("reading-group.cases.yaml", cases);
    replace("publisher.yaml", "[reading-group]", "[reading-group, walking-group]");
    write(
        "walking-group.drl",
        Files.readString(folder.resolve("reading-group.drl"))
            .replace("reading_group", "walking_group")
            .replace("reading-group", "walking-group"));
    assertThat(tfm("test").out())
        .contains("here/2024-25 walking-group: no case tests these rules", "3 cases, 0 failures")
        .doesNotContain("There are no worked cases");
    assertThat(tfm("test").exitCode()).isEqualTo(1);
  }

  @Test
  void aCaseThatExpectsNothingFails() throws IOException {
    replace("reading-group.cases.yaml", "expect: { verdict: \"YES\" }", "expect: {}");
    Run run = tfm("test");
    assertThat(run.out())
        .contains(
            "two people",
            "    `expect` is empty; expected at least a `verdict`, such as YES",
            "3 cases, 1 failure");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void aChangeThatNoCaseNoticesIsExitCodeOneOfMutate() throws IOException {
    replace("reading-group.cases.yaml", "[{}, {}, {}]", "[{}, {}, {}, {}]");
    Run run = tfm("mutate");
    assertThat(run.out())
        .contains(
            folder.resolve("reading-group.drl") + ":3: reading-group people\n",
            "    `the application names at most 2 lead participants` changed to `the application names"
                + " at\n    most 3 lead participants`\n",
            "Not noticed by any case: 1.");
    assertThat(run.exitCode()).isEqualTo(1);
    JsonNode json = tfm("mutate", "--json").json();
    assertThat(json.path("mutants").asInt()).isEqualTo(4);
    assertThat(json.path("alive").get(0).path("term").asText()).isEqualTo("people");
  }

  @Test
  void aFolderThatIsNotThereIsBadInput() {
    folder = folder.resolve("nowhere");
    for (String command : new String[] {"check", "test", "mutate"}) {
      Run run = tfm(command);
      assertThat(run.err()).contains("nowhere: the folder does not exist");
      assertThat(run.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void aCopyOfABundledPackTakesItsPlace() throws IOException {
    replace("publisher.yaml", "hub: here", "hub: cheshire-wirral");
    replace("publisher.yaml", "name: A hub", "name: Cheshire and Wirral Maths Hub");
    replace("publisher.yaml", "2024/25", "2022/23");
    replace("reading-group.drl", "here.y2024_25", "cheshire_wirral.y2022_23");
    replace("reading-group.cases.yaml", "here", "cheshire-wirral");
    replace("reading-group.cases.yaml", "2024/25", "2022/23");
    assertThat(tfm("check").out()).isEqualTo(String.format("0 errors, 0 warnings%n"));
  }
}
