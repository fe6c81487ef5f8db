package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.tfm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.examples.cli.Commands.Run;
import org.tfm.examples.text.Page;
import org.tfm.model.comparison.TermsComparison;
import org.tfm.model.json.TfmJson;

class DiffCommandTest {

  private static final String CHESHIRE = "cheshire-wirral/primary-development/2022-23";
  private static final String DERBYSHIRE = "east-midlands-west/primary-development/2020-21";

  @TempDir Path folder;

  private String eightDays() throws IOException {
    return Commands.pack(folder.resolve("eight"), "cheshire-wirral/2022-23", "days(10)", "days(8)");
  }

  @Test
  void twoHubsAreComparedInTheWordsOfThePolicy() {
    Run run = tfm("diff", CHESHIRE, DERBYSHIRE).isAnAnswer();
    assertThat(run.out())
        .contains("Before: Primary Mastery Development, Cheshire & Wirral Maths Hub, 2022/23")
        .contains("country: added, the school must be in England (stricter)")
        .contains(
            "headteacher-statement: removed, the application must include a statement by the headteacher")
        .contains("school-type: removed for some schools, ")
        .contains("Different interpretations", "grant: “each school with a place gets one grant")
        .doesNotContain("\n  - grant: removed");
    assertThat(run.out().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Page.WIDTH));
  }

  @Test
  void theOtherWayRoundWhatWasAddedIsRemoved() {
    assertThat(tfm("diff", DERBYSHIRE, CHESHIRE).isAnAnswer().out())
        .contains("country: removed, the school must be in England (looser)")
        .contains(
            "headteacher-statement: added, the application must include a statement by the headteacher");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022-23", "2022/23", "2022/2023", "22-23", "22/23"})
  void theYearIsReadInAnyOfItsForms(String year) {
    assertThat(
            tfm("diff", CHESHIRE, "cheshire-wirral/primary-development/" + year).isAnAnswer().out())
        .contains("The policies require and give the same.");
  }

  @Test
  void twoVersionsOfAPackAreCompared() throws IOException {
    assertThat(tfm("diff", CHESHIRE, "--packs-after", eightDays()).isAnAnswer().out())
        .contains("release-time: at least 10 days → at least 8 days (looser)")
        .doesNotContain("added", "removed");
    assertThat(tfm("diff", CHESHIRE, CHESHIRE, "--packs-before", eightDays()).isAnAnswer().out())
        .contains("release-time: at least 8 days → at least 10 days (stricter)");
    assertThat(
            tfm("diff", CHESHIRE, "--packs-before", eightDays(), "--packs-after", eightDays())
                .isAnAnswer()
                .out())
        .contains("The policies require and give the same.");
  }

  @Test
  void aChangedReadingIsNoDifferenceAndIsListedAllTheSame() throws IOException {
    String other =
        Commands.pack(
            folder.resolve("reading"),
            "cheshire-wirral/2022-23",
            "no length is given",
            "no limit is given");
    assertThat(tfm("diff", CHESHIRE, "--packs-after", other).isAnAnswer().out())
        .contains("The policies require and give the same.")
        .contains("headteacher-statement: “no length is given, so any statement is enough” →");
  }

  @Test
  void theKindOfSchoolNarrowsWhatIsCompared() {
    assertThat(tfm("diff", CHESHIRE, DERBYSHIRE, "--phase", "primary").isAnAnswer().out())
        .contains("for some schools");
    assertThat(
            tfm(
                    "diff",
                    CHESHIRE,
                    DERBYSHIRE,
                    "--phase=primary",
                    "--establishment-type=community_school",
                    "--country=england")
                .isAnAnswer()
                .out())
        .contains("state-funded: added, the school must be state-funded (stricter)")
        .doesNotContain("for some schools");
  }

  private String contact(String ofSpecialSchools) throws IOException {
    String rules = "";
    for (String kind : new String[] {"mainstream", "special"}) {
      rules +=
          """
          rule "contact-%s"
              @Cites("cheshire-wirral-2022-23-development-application: how to apply")
          when
              Offering( type == "primary-development" )
              SchoolKind( %s )
          then
              terms.provision("contact-by").that("the hub %s");
          end

          """
              .formatted(kind, kind, kind.equals("special") ? ofSpecialSchools : "writes");
    }
    return Commands.pack(
        folder.resolve(ofSpecialSchools),
        "cheshire-wirral/2022-23",
        "// The group\n\n",
        "// The group\n\n" + rules);
  }

  @Test
  void aChangeThatConcernsOnlySomeSchoolsIsFoundAndSaidToBeForThem() throws IOException {
    String calls = contact("calls");
    String visits = contact("visits");
    assertThat(
            tfm("diff", CHESHIRE, "--packs-before", calls, "--packs-after", visits)
                .isAnAnswer()
                .out())
        .contains("contact-by: for some schools, the hub calls → the hub visits");
    assertThat(
            tfm(
                    "diff",
                    CHESHIRE,
                    "--packs-before",
                    calls,
                    "--packs-after",
                    visits,
                    "--establishment-type=community_school")
                .isAnAnswer()
                .out())
        .contains("The policies require and give the same.");
  }

  @Test
  void aPolicyThatChangesInItsYearIsComparedOnTheDayAsked() throws IOException {
    String changing =
        Commands.pack(
            folder.resolve("changing"),
            "cheshire-wirral/2022-23",
            "rule \"release-time\"\n",
            "rule \"release-time\"\n    @EffectiveFrom(\"2023-01-01\")\n");
    assertThat(tfm("diff", CHESHIRE, "--packs-after", changing).isAnAnswer().out())
        .contains("release-time: removed");
    assertThat(
            tfm("diff", CHESHIRE, "--packs-after", changing, "--on", "2023-01-01")
                .isAnAnswer()
                .out())
        .contains("The policies require and give the same.", "policy of 1 January 2023");
  }

  @Test
  void markdownIsATable() {
    List<String> lines =
        tfm("diff", CHESHIRE, DERBYSHIRE, "--markdown").isAnAnswer().out().lines().toList();
    assertThat(lines)
        .contains("| Section | Term | Change | Before | After | Effect |")
        .contains(
            "| Eligibility | `country` | added | – |"
                + " The school must be in England. | stricter |");
    assertThat(lines.stream().filter(line -> line.startsWith("| Eligibility")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.split("(?<!\\\\)\\|", -1)).hasSize(8));
    assertThat(tfm("diff", CHESHIRE, "--markdown").isAnAnswer().out())
        .contains("The policies require and give the same.")
        .doesNotContain("| ---");
  }

  @Test
  void jsonIsTheComparisonItself() throws IOException {
    Run run = tfm("diff", CHESHIRE, "--packs-after", eightDays(), "--json").isAnAnswer();
    TermsComparison comparison = TfmJson.read(run.out(), TermsComparison.class);
    assertThat(comparison.changes()).extracting(c -> c.term()).contains("release-time");
    assertThat(run.json().path("changes").get(0).path("effect").asText()).isEqualTo("LOOSER");
    assertThat(run.json().path("before").path("policy").path("book").asText())
        .isNotEqualTo(run.json().path("after").path("policy").path("book").asText());
    assertThat(run.out())
        .isEqualTo(tfm("diff", CHESHIRE, "--packs-after", eightDays(), "--json").out());
  }

  @Test
  void policiesThatCannotBeComparedAreRefusedWithEveryProblem() {
    tfm("diff", "cheshire", "b/c", "--on", "soon")
        .isRefused(
            "`cheshire` is not an offering",
            "`b/c` is not an offering; expected HUB/TYPE/YEAR such as",
            "`soon` is not a day of the years 1990 to 2099; expected one such as `2022-10-31`");
    tfm("diff", "cheshire-wirral/primary-development/2022-24")
        .isRefused("it must end in the year after it starts");
    tfm("diff", "cheshire-wiral/primary-development/2022-23").isRefused("Maybe `cheshire-wirral`?");
    tfm("diff", CHESHIRE, "--packs-after", folder.resolve("nowhere").toString())
        .isRefused("the folder cannot be read");
    tfm("diff", CHESHIRE, "--json", "--markdown").isRefused("--markdown", "--json");
    tfm("diff").isRefused("BEFORE");
  }
}
