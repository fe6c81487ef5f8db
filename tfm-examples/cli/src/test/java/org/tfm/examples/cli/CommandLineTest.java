package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.examples.Demo;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.json.TfmJson;

class CommandLineTest {

  @TempDir Path folder;

  /** The output of a command, and its exit code. */
  private record Run(int exitCode, String out, String err) {
    JsonNode json() {
      return TfmJson.reader().tree(out);
    }
  }

  private static Run tfm(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Tfm.run(new PrintWriter(out), new PrintWriter(err), args);
    return new Run(exitCode, out.toString(), err.toString());
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String demo(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Demo.class.getResourceAsStream("demo/" + name + ".json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void isRefused(Run run, String... expected) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(expected);
    assertThat(run.err()).doesNotContain("Exception", "\tat ", "org.tfm", "java.");
  }

  @ParameterizedTest
  @CsvSource({"yes, YES", "no, NO", "more, MORE_INFORMATION_NEEDED"})
  void anAnswerIsExitCodeZeroWhateverTheVerdict(String name, Verdict verdict) throws IOException {
    Run run = tfm("assess", "--json", file(name + ".json", demo(name)));
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(TfmJson.read(run.out(), Assessment.class).verdict()).isEqualTo(verdict);
  }

  @Test
  void theJsonHasTheKeysThatProgramsRelyOn() throws IOException {
    JsonNode assessed = tfm("assess", "--json", file("no.json", demo("no"))).json();
    assertThat(assessed.path("verdict").asText()).isEqualTo("NO");
    assertThat(assessed.path("eligibility").asText()).isEqualTo("YES");
    assertThat(assessed.path("application").asText()).isEqualTo("NO");
    assertThat(assessed.path("commitments").asText()).isEqualTo("NO");
    JsonNode trn = finding(assessed, "trn");
    assertThat(trn.path("aspect").asText()).isEqualTo("APPLICATION");
    assertThat(trn.path("strength").asText()).isEqualTo("MUST");
    assertThat(trn.path("status").asText()).isEqualTo("UNMET");
    assertThat(trn.path("read").asText()).isEqualTo("1 of 2 given");
    assertThat(trn.path("needed").asText()).isNotBlank();
    assertThat(trn.path("sentence").asText()).isNotBlank();
    assertThat(trn.path("missing").get(0).path("fact").asText()).isEqualTo("trn");
    assertThat(trn.path("missing").get(0).path("of").asText()).isEqualTo("lead participant 2");
    assertThat(trn.path("missing").get(0).path("question").asText()).isNotBlank();
    assertThat(trn.path("citation").path("source").asText())
        .isEqualTo("cheshire-wirral-2022-23-development-application");
    assertThat(trn.path("citation").path("place").asText()).isNotBlank();
    assertThat(trn.path("citation").has("reading")).isTrue();
    assertThat(trn.path("provenance").path("pack").asText()).isEqualTo("cheshire-wirral/2022-23");
    assertThat(trn.path("provenance").path("file").asText()).isEqualTo("primary-development.drl");
    assertThat(trn.path("provenance").path("line").asInt()).isPositive();
    assertThat(trn.path("provenance").path("replaces").isArray()).isTrue();
    JsonNode policy = assessed.path("policy");
    assertThat(policy.path("book").asText()).matches("sha256:[0-9a-f]{64}");
    assertThat(policy.path("packs").get(0).asText()).isEqualTo("cheshire-wirral/2022-23");
    assertThat(policy.path("library").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(assessed.path("undertakings").get(0).path("term").asText()).isNotBlank();
    assertThat(assessed.path("provision").get(0).path("sentence").asText()).isNotBlank();
  }

  @Test
  void aWorkGroupTypeThatNobodyKnowsIsAWarningBesideTheAnswer() throws IOException {
    String yes = file("yes.json", demo("yes"));
    String misspelt =
        file(
            "misspelt.json",
            demo("yes")
                .replaceFirst(
                    "\\{",
                    "{ \"history\": [{ \"type\": \"primary-readines\", \"year\": \"2021/22\" }],"));
    String warning =
        "warning: %s: history[0].type: unknown work group type `primary-readines`. Maybe"
            + " `primary-readiness`?%n";
    Run run = tfm("assess", yes, misspelt);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Verdict:").doesNotContain("warning");
    assertThat(run.err()).isEqualTo(warning.formatted(misspelt));
    assertThat(tfm("ask", misspelt).err()).isEqualTo(warning.formatted(misspelt));
  }

  @Test
  void aGrantHasAmountUnitAndPurpose() throws IOException {
    JsonNode assessed = tfm("assess", "--json", file("yes.json", demo("yes"))).json();
    JsonNode grant = named(assessed.path("entitlements"), "grant");
    assertThat(grant.path("status").asText()).isEqualTo("FIRM");
    assertThat(grant.path("amount").asText()).isEqualTo("GBP 1000.00");
    assertThat(grant.path("unit").asText()).isEqualTo("SCHOOL");
    assertThat(grant.path("purpose").asText()).isEqualTo("RELEASE_TIME");
    assertThat(grant.path("waitsFor")).isEmpty();
  }

  private static JsonNode finding(JsonNode assessed, String term) {
    return named(assessed.path("findings"), term);
  }

  private static JsonNode named(JsonNode list, String term) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(one -> one.path("term").asText().equals(term))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void severalFilesGiveAnArrayInTheirOrder() throws IOException {
    Run run =
        tfm(
            "assess",
            "--json",
            file("no.json", demo("no")),
            file("yes.json", demo("yes")),
            file("more.json", demo("more")));
    assertThat(run.json())
        .extracting(one -> one.path("verdict").asText())
        .containsExactly("NO", "YES", "MORE_INFORMATION_NEEDED");
  }

  @Test
  void aFileNamedMinusIsStandardInput() throws IOException {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(demo("yes").getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(tfm("assess", "-", "--json").json().path("verdict").asText()).isEqualTo("YES");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void aGroupOfFiveIsTooSmallAndOneOfSixIsNot() throws IOException {
    assertThat(group(5).path("group").asText()).isEqualTo("NO");
    assertThat(finding(group(5), "group-size").path("status").asText()).isEqualTo("UNMET");
    assertThat(group(6).path("group").asText()).isEqualTo("YES");
    assertThat(group(7).path("verdict").asText()).isEqualTo("YES");
    assertThat(group(8).path("verdict").asText()).isEqualTo("NO");
    assertThat(group(6).has("eligibility")).isFalse();
  }

  private JsonNode group(int schools) throws IOException {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < schools; i++) {
      list.append(i == 0 ? "" : ",")
          .append("{\"urn\":")
          .append(100_100 + i)
          .append(",\"phase\":\"PRIMARY\",\"establishmentType\":\"COMMUNITY_SCHOOL\"}");
    }
    return tfm(
            "group",
            "--json",
            file(
                "group.json",
                "{\"offering\":{\"hub\":\"cheshire-wirral\",\"type\":\"primary-development\","
                    + "\"year\":\"2022/23\"},\"lead\":{\"role\":\"MASTERY_SPECIALIST\"},\"schools\":["
                    + list
                    + "]}"))
        .json();
  }

  @Test
  void progressIsHeldAgainstWhatTheYearMustShow() throws IOException {
    JsonNode progress =
        tfm(
                "progress",
                "--json",
                file(
                    "progress.json",
                    """
                    {"offering": {"hub": "cheshire-wirral", "type": "primary-development",
                                  "year": "2022/23"},
                     "school": {"urn": 100008, "phase": "PRIMARY",
                                "establishmentType": "COMMUNITY_SCHOOL", "country": "ENGLAND"},
                     "releaseDays": 9.5, "visits": 3}
                    """))
            .json();
    assertThat(progress.path("progress").asText()).isEqualTo("NO");
    assertThat(finding(progress, "release-time").path("status").asText()).isEqualTo("UNMET");
    assertThat(finding(progress, "release-time").path("read").asText()).isEqualTo("9.5 days");
    assertThat(finding(progress, "support-visits").path("status").asText()).isEqualTo("MET");
    assertThat(finding(progress, "reports").path("status").asText()).isEqualTo("EVIDENCE_MISSING");
  }

  @Test
  void theShortReportSaysTheVerdictWhatIsNotMetAndWhatToDoNext() throws IOException {
    String no = file("no.json", demo("no"));
    assertThat(tfm("assess", no).out())
        .startsWith("Mill Street Primary School: Primary Mastery Development, ")
        .containsSubsequence(
            "\nVerdict: NO. The application does not meet 2 requirements.\n",
            "\nNot met\n",
            "\nWhat to do next\n",
            "For more, add `--full`")
        .doesNotContain("Eligibility", "What the hub provides", "Sources", "interpretation")
        .doesNotContain("cheshire-wirral", "release-time", "leadParticipants");
  }

  @Test
  void theLastLineNamesOnlyOptionsThatAreNotGiven() throws IOException {
    String no = file("no.json", demo("no"));
    assertThat(tfm("assess", no).out())
        .endsWith(
            "For more, add `--full` (everything), `--sources` (where it comes from) or"
                + " `--what-would-change` (the way to yes).\n");
    assertThat(tfm("assess", "--what-would-change", no).out())
        .endsWith("For more, add `--full` (everything) or `--sources` (where it comes from).\n");
    assertThat(tfm("assess", "--full", no).out()).doesNotContain("For more");
  }

  @Test
  void everyVerdictHasItsReasonAndWhatToDoNext() throws IOException {
    String yes = demo("yes");
    assertThat(report(yes))
        .contains("Verdict: YES. The application meets every requirement. The hub has offered a")
        .contains("Plan the year with the hub.");
    assertThat(report(yes.replace("\"place\": \"ACCEPTED\"", "\"place\": \"NOT_OFFERED\"")))
        .contains("The hub has not offered a place.", "Ask the hub about other Work Groups");
    assertThat(report(yes.replace("\"place\": \"ACCEPTED\"", "\"placeWith\": []")))
        .contains("The hub decides whether to offer a place.")
        .containsAnyOf("Wait to hear from the hub", "Send the application to the hub.");
    assertThat(report(yes.replace("\"PRIMARY\"", "\"MIDDLE_DEEMED_PRIMARY\"")))
        .contains("Verdict: THE HUB DECIDES. Nothing is refused, but the hub decides about 1 requ")
        .contains("\nThe hub decides\n  - ", "Contact the hub about the points above.");
    assertThat(report(demo("more")))
        .contains("Verdict: MORE INFORMATION NEEDED. The answer depends on 4 open questions.")
        .contains("\nTo answer\n  - ", "Answer the questions above");
    assertThat(report(demo("no")))
        .contains("Correct what is not met", "If something cannot be changed, ask the hub.");
  }

  @Test
  void afterANoWhatIsNotDueIsOnlySaidIfAPlaceWasOffered() throws IOException {
    assertThat(report(demo("no"))).doesNotContain("What the school gets", "not due");
    assertThat(
            report(demo("no").replaceFirst("\"submittedOn\"", "\"place\": \"ACCEPTED\", $0"))
                .replaceAll("\\s+", " "))
        .contains(
            "£1,000 towards release time: not due. The hub has offered a place, but the school"
                + " cannot take part.");
    String no = file("no.json", demo("no"));
    assertThat(tfm("assess", "--full", no).out()).contains("not due");
    assertThat(tfm("assess", "--json", no).json().findValuesAsText("status")).contains("NOT_DUE");
  }

  @Test
  void aDayBeforeTheYearIsOnlyNotedIfItIsAskedForOrMatters() throws IOException {
    String no = file("no.json", demo("no"));
    assertThat(tfm("assess", no).out()).doesNotContain("Note: ");
    assertThat(tfm("assess", no, "--on", "2022-06-01").out())
        .contains("Note: 1 June 2022 is before the academic year 2022/23.");
    assertThat(report(demo("no").replaceFirst("2022-06-01", "2023-09-01")))
        .contains("Note: 1 September 2023 is after the academic year 2022/23.");
  }

  private String report(String document) throws IOException {
    return tfm("assess", file("document.json", document)).out();
  }

  @Test
  void theFullReportHasEveryRequirementByAspectAndAllThatThePolicySays() throws IOException {
    String no = file("no.json", demo("no"));
    Assessment assessment = TfmJson.read(tfm("assess", "--json", no).out(), Assessment.class);
    String full = tfm("assess", "--full", no).out();
    assertThat(full)
        .containsSubsequence(
            "\nEligibility: YES\n  - Met. ",
            "\nApplication: NO\n",
            "  - Not met. ",
            "\nCommitments: NO\n",
            "\nWhat the school gets\n",
            "\nWhat the hub provides\n",
            "\nWhat the school agrees to do\n",
            "\nWhat to do next\n",
            "\nOur interpretations\n")
        .doesNotContain("[1]", ".drl", "--full");
    String words = full.replaceAll("\\s+", " ");
    assertThat(assessment.findings()).allSatisfy(one -> assertThat(words).contains(one.sentence()));
    assertThat(assessment.undertakings())
        .allSatisfy(one -> assertThat(words).contains(one.sentence()));
  }

  @Test
  void sourcesAreNumberedWithPlaceInterpretationAndRule() throws IOException {
    String cited = tfm("assess", "--sources", file("no.json", demo("no"))).out();
    assertThat(cited.replaceAll("\\s+", " "))
        .contains(" [1] ", "Sources Primary Mathematics Teaching for Mastery Development")
        .contains(
            "[1] How to apply, closing note. Our interpretation: ",
            "Rule: cheshire-wirral/2022-23/primary-development.drl:",
            "Policy: cheshire-wirral/2022-23, book sha256:")
        .doesNotContain("What the hub provides");
  }

  @Test
  void aSchoolWithoutANameIsTheSchoolWithItsNumber() throws IOException {
    assertThat(report(demo("no").replace("\"name\": \"Mill Street Primary School\", ", "")))
        .startsWith("The school (URN 100009): Primary Mastery Development, ");
  }

  @Test
  void groupsAndYearsHaveReasonsOfTheirOwn() throws IOException {
    String offering =
        "{\"offering\":{\"hub\":\"cheshire-wirral\",\"type\":\"primary-development\","
            + "\"year\":\"2022/23\"},";
    String small = file("group.json", offering + "\"schools\":[{\"urn\":100101}]}");
    assertThat(tfm("group", small).out())
        .startsWith("Primary Mastery Development, ")
        .contains("Verdict: NO. The group does not meet 1 requirement.", "Change what is not met.");
    String year = file("year.json", offering + "\"school\":{\"urn\":100008},\"releaseDays\":9}");
    assertThat(tfm("progress", year).out())
        .startsWith("The school (URN 100008): ")
        .contains(
            "Verdict: NO. 1 requirement of the year is not met.",
            "Arrange with the hub what is not met yet.");
  }

  @Test
  void termsAndOfferingsAreListed() {
    Run terms = tfm("terms", "archimedes-ne", "primary-sustaining", "2021-22");
    assertThat(terms.exitCode()).isZero();
    assertThat(terms.out())
        .startsWith("Primary Mastery Sustaining, Archimedes NE Maths Hub, 2021/22\n\nEligibility\n")
        .containsSubsequence(
            "\nApplication\n",
            "\nCommitments\n",
            "\nWhat the school gets\n",
            "\nWhat the hub provides\n",
            "\nWhat the school agrees to do\n")
        .containsPattern("\\(This\\s+depends on the establishment type of the school.\\)")
        .doesNotContain("release-time", ".drl", "prior-participation", "archimedes-ne");
    assertThat(tfm("terms", "archimedes-ne", "primary-sustaining", "2021-22", "--sources").out())
        .contains("\nSources\n  Primary Teaching for Mastery - Sustaining, flyer of the hub")
        .containsPattern("Rule:\\s+archimedes-ne/2021-22/primary-sustaining.drl:\\d+");
    Run offerings = tfm("offerings", "--json");
    assertThat(offerings.json()).hasSizeGreaterThanOrEqualTo(13);
    assertThat(tfm("offerings").out()).contains("cheshire-wirral", "2022/23", "national", "any");
  }

  @Test
  void aMisspellingIsRefusedWithTheNearestWord() throws IOException {
    isRefused(
        tfm("terms", "cheshire-wiral", "primary-development", "2022/23"),
        "no policy of a hub `cheshire-wiral`",
        "Maybe `cheshire-wirral`?");
    isRefused(
        tfm("terms", "cheshire-wirral", "primary-developement", "2022/23"),
        "Maybe `primary-development`?");
    isRefused(tfm("terms", "boolean", "primary-development", "2021/22"), "Expected `2024/25`");
    isRefused(tfm("terms", "cheshire-wirral", "primary-development", "22"), "`2022/23`");
    isRefused(tfm("asess", "x.json"), "assess");
    isRefused(tfm("assess", "--jsn", "x.json"), "--json");
    isRefused(
        tfm("terms", "cheshire-wirral", "primary-development", "2022/23", "--full"),
        "there is no option `--full`. It is an option of `assess`, `group` and `progress`");
    isRefused(tfm("assess", "nowhere.json"), "nowhere.json: there is no such file");
    isRefused(
        tfm("assess", file("typo.json", demo("yes").replace("committed-to-m", "commited-to-m"))),
        "`commited-to-mastery`",
        "Maybe `committed-to-mastery`?");
    isRefused(
        tfm("assess", file("hub.json", demo("yes").replace("-wirral", "-wirrall"))),
        "Maybe `cheshire-wirral`?");
  }

  @Test
  void everyProblemOfEveryFileIsNamedAndNothingPersonalIsRepeated() throws IOException {
    String bad =
        """
        {"offering": {"hub": "cheshire-wirral", "type": "primary-development", "year": "2022/23"},
         "school": {"urn": 7, "phase": "PRIMERY"},
         "leadParticipants": [{"name": "Zacharias Quince", "trn": "76543"},
                              {"name": 5, "releaseDays": 1.3, "rolls": []}],
         "headteacherStatement": 12}
        """;
    Run run = tfm("assess", file("bad.json", bad), file("yes.json", demo("yes")));
    isRefused(
        run,
        "bad.json: `school",
        "`7` is not a URN",
        "Maybe `PRIMARY`?",
        "`leadParticipants[0].trn` (line 3)",
        "has five digits; a TRN has seven",
        "`leadParticipants[1].name` (line 4)",
        "`leadParticipants[1].releaseDays`",
        "Maybe `roles`?",
        "`headteacherStatement` (line 5)");
    assertThat(run.err()).doesNotContain("Zacharias", "76543");
  }

  @Test
  void aRuleFileWithAMistakeIsRefusedWithFileAndLine() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("packs/here"));
    Files.writeString(
        pack.resolve("publisher.yaml"),
        """
        language: 1
        hub: here
        name: A hub
        year: 2024/25
        offers: [primary-development]
        sources:
          flyer: { title: A flyer, publisher: A hub, last-checked: 2026-01-01 }
        """);
    Files.writeString(
        pack.resolve("primary-development.drl"),
        """
        package here.y2024_25.primary_development

        rule "group-size"
            @Cites("flyer: first page")
        when
            Offering( type == "primary-development" )
        then
            terms.group("group-size").must(schools().isAtLest(6));
        end
        """);
    isRefused(
        tfm("offerings", "--packs", folder.resolve("packs").toString()),
        "primary-development.drl:8:",
        "`isAtLest`",
        "Maybe `isAtLeast`");
    Files.writeString(
        pack.resolve("primary-development.drl"),
        Files.readString(pack.resolve("primary-development.drl")).replace("isAtLest", "isAtLeast"));
    Run corrected =
        tfm("terms", "here", "primary-development", "2024/25", "--packs", folder.toString());
    assertThat(corrected.err()).isEmpty();
    assertThat(corrected.out()).contains("The group must have at least 6 schools.");
  }

  @Test
  void helpAndVersionAreAnswers() {
    for (List<String> args :
        List.of(List.of("--help"), List.of("assess", "--help"), List.of("--version"))) {
      Run run = tfm(args.toArray(String[]::new));
      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("tfm");
      assertThat(run.err()).isEmpty();
    }
    assertThat(tfm()).isEqualTo(tfm("--help"));
    assertThat(tfm("help")).isEqualTo(tfm("--help"));
    assertThat(tfm("help", "terms")).isEqualTo(tfm("terms", "--help"));
  }

  @Test
  void everyCommandIsListedAndHasHelpOfItsOwn() {
    String list = tfm("--help").out();
    for (String command : Tfm.COMMANDS.keySet()) {
      assertThat(list).containsPattern("(?m)^  " + command + "  +\\S");
      assertThat(tfm(command, "--help").out()).startsWith("Usage: tfm " + command + " ");
    }
    assertThat(tfm("asess").err()).contains("assess", "progress");
  }

  @Test
  void theSameFileGivesTheSameBytes() throws IOException {
    String file = file("more.json", demo("more"));
    assertThat(tfm("assess", "--json", file).out()).isEqualTo(tfm("assess", "--json", file).out());
  }
}
