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
import org.tfm.examples.text.TextReport;
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
        .contains("Before: Primary Mastery Development, cheshire-wirral, 2022/23")
        .contains("country: added, the country of the school must be england (stricter)")
        .contains("headteacher-statement: removed, the headteacher's statement must be given")
        .contains("state-funded: added, it must be so that the school is state-funded (stricter)")
        .contains("Read in another way", "grant: “each school with a place gets one grant")
        .doesNotContain("\n  - grant: removed");
    assertThat(run.out().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(TextReport.WIDTH));
  }

  @Test
  void theOtherWayRoundWhatWasAddedIsRemoved() {
    assertThat(tfm("diff", DERBYSHIRE, CHESHIRE).isAnAnswer().out())
        .contains("country: removed, the country of the school must be england (looser)")
        .contains("headteacher-statement: added, the headteacher's statement must be given");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022-23", "2022/23", "2022/2023", "22-23", "22/23"})
  void theYearIsReadInAnyOfItsForms(String year) {
    assertThat(
            tfm("diff", CHESHIRE, "cheshire-wirral/primary-development/" + year).isAnAnswer().out())
        .contains("There is no difference");
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
        .contains("There is no difference");
  }

  @Test
  void aChangedReadingIsNoDifferenceAndIsListedAllTheSame() throws IOException {
    String other =
        Commands.pack(
            folder.resolve("reading"),
            "cheshire-wirral/2022-23",
            "no length is given",
            "no length is stated");
    assertThat(tfm("diff", CHESHIRE, "--packs-after", other).isAnAnswer().out())
        .contains("There is no difference")
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
        .contains("state-funded: added, it must be so that the school is state-funded (stricter)")
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
        .contains("There is no difference");
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
        .contains("There is no difference", "as of 2023-01-01");
  }

  @Test
  void markdownIsATable() {
    List<String> lines =
        tfm("diff", CHESHIRE, DERBYSHIRE, "--markdown").isAnAnswer().out().lines().toList();
    assertThat(lines)
        .contains("| Section | Term | Change | Before | After | Effect |")
        .contains(
            "| Eligibility | `country` | added | – |"
                + " The country of the school must be england. | stricter |");
    assertThat(lines.stream().filter(line -> line.startsWith("| Eligibility")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.split("(?<!\\\\)\\|", -1)).hasSize(8));
    assertThat(tfm("diff", CHESHIRE, "--markdown").isAnAnswer().out())
        .contains("There is no difference")
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
  void whatCannotBeComparedIsRefusedWithEveryProblem() {
    tfm("diff", "cheshire", "b/c", "--on", "soon")
        .isRefused(
            "`cheshire` is not an offering",
            "`b/c` is not an offering; expected HUB/TYPE/YEAR such as",
            "`soon` is not a day; expected one such as `2022-10-31`");
    tfm("diff", "cheshire-wirral/primary-development/2022-24")
        .isRefused("it must end in the year after it starts");
    tfm("diff", "cheshire-wiral/primary-development/2022-23").isRefused("Maybe `cheshire-wirral`?");
    tfm("diff", CHESHIRE, "--packs-after", folder.resolve("nowhere").toString())
        .isRefused("the folder cannot be read");
    tfm("diff", CHESHIRE, "--json", "--markdown").isRefused("--markdown", "--json");
    tfm("diff").isRefused("BEFORE");
  }
}
