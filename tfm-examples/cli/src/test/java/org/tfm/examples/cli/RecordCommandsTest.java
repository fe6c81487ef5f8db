package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.demo;
import static org.tfm.examples.cli.Commands.pack;
import static org.tfm.examples.cli.Commands.tfm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.examples.cli.Commands.Run;
import org.tfm.examples.text.Page;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.json.TfmJson;
import org.tfm.model.record.DecisionRecord;

class RecordCommandsTest {

  private static final String DAY = "2022-06-01";
  private static final String PACK = "cheshire-wirral/2022-23";

  @TempDir Path folder;

  private Path records;

  @BeforeEach
  void namesTheFolderOfRecords() {
    records = folder.resolve("kept/records");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Run assess(String... more) {
    return tfm(
        Stream.concat(
                Stream.of("assess", "--record", records.toString(), "--decided-on", DAY),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private List<Path> kept() throws IOException {
    if (!Files.exists(records)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(records)) {
      return files.sorted().toList();
    }
  }

  /** The record of a demo. */
  private String recordOf(String name) throws IOException {
    assertThat(assess(file(name + ".json", demo(name))).exitCode()).isZero();
    return kept().get(0).toString();
  }

  @Test
  void aDecisionIsKeptInAFileNamedByItsIdWithoutPersonalData() throws IOException {
    Run run = assess(file("no.json", demo("no"))).isAnAnswer();
    assertThat(kept()).hasSize(1);
    String text = Files.readString(kept().get(0));
    DecisionRecord record = DecisionRecord.parse(text);
    assertThat(text).isEqualTo(record.canonicalJson());
    assertThat(kept().get(0).getFileName()).hasToString(record.fileName());
    assertThat(record.fileName()).matches("sha256-[0-9a-f]{64}\\.json");
    assertThat(record.decidedOn()).isEqualTo(DAY);
    assertThat(run.out()).endsWith("Saved: " + kept().get(0) + System.lineSeparator());
    assertThat(text).doesNotContain("3456789", "We would like");
  }

  @Test
  void theJsonIsThatOfTheAssessmentAsWithoutARecord() throws IOException {
    String file = file("no.json", demo("no"));
    assertThat(assess("--json", file).out()).isEqualTo(tfm("assess", "--json", file).out());
    assertThat(TfmJson.read(assess("--json", file).out(), Assessment.class))
        .isEqualTo(DecisionRecord.parse(Files.readString(kept().get(0))).assessment());
  }

  @Test
  void theSameDecisionIsTheSameFile() throws IOException {
    String file = file("no.json", demo("no"));
    assess(file, file).isAnAnswer();
    assess(file).isAnAnswer();
    assertThat(kept()).hasSize(1);
    assess(file("yes.json", demo("yes")), file("more.json", demo("more"))).isAnAnswer();
    assertThat(kept()).hasSize(3);
  }

  @Test
  void todayIsTheDayUnlessAnotherIsNamed() throws IOException {
    LocalDate before = LocalDate.now(ZoneId.of("Europe/London"));
    tfm("assess", file("no.json", demo("no")), "--record", records.toString()).isAnAnswer();
    LocalDate after = LocalDate.now(ZoneId.of("Europe/London"));
    assertThat(DecisionRecord.parse(Files.readString(kept().get(0))).decidedOn())
        .isBetween(before, after);
    tfm("assess", file("no.json", demo("no")), "--decided-on", DAY).isRefused("--record");
  }

  @Test
  void aFileOfThatNameThatHoldsSomethingElseIsLeftAlone() throws IOException {
    Path other = Path.of(recordOf("no"));
    Files.writeString(other, "notes");
    assess(folder.resolve("no.json").toString())
        .isRefused(other.toString(), "is not this record", "was not changed");
    assertThat(Files.readString(other)).isEqualTo("notes");
    assertThat(kept()).hasSize(1);
  }

  @Test
  void nothingIsWrittenIfMaskingFails() throws IOException {
    String leaky =
        demo("no").replace("Mill Street Primary School", "Mill Street Primary School 3456789");
    Run run = assess(file("yes.json", demo("yes")), file("leaky.json", leaky));
    run.isRefused("leaky.json: `school.name`", "cannot record the decision");
    assertThat(run.err()).doesNotContain("3456789");
    assertThat(kept()).isEmpty();
    tfm("assess", file("leaky.json", leaky)).isAnAnswer();
  }

  @Test
  void nothingIsWrittenIfOneFileIsBad() throws IOException {
    assess(file("yes.json", demo("yes")), file("bad.json", "{}")).isRefused("bad.json");
    assertThat(kept()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenToIsRefused() throws IOException {
    String blocked = file("blocked", "a file");
    tfm("assess", file("yes.json", demo("yes")), "--record", blocked)
        .isRefused(blocked, "records cannot be saved");
  }

  @Test
  void aNameOfAFileIsRefusedAsAFolder() throws IOException {
    Path wrong = records.resolveSibling("record.json");
    tfm("assess", file("yes.json", demo("yes")), "--record", wrong.toString())
        .isRefused(
            wrong.toString(), "this is the name of a file; expected a folder. Each record in it");
    assertThat(wrong).doesNotExist();
  }

  @Test
  void groupsAndProgressAreRecordedAndReplayedToo() throws IOException {
    String offering =
        "{\"offering\":{\"hub\":\"cheshire-wirral\",\"type\":\"primary-development\","
            + "\"year\":\"2022/23\"},";
    String group = file("group.json", offering + "\"schools\":[{\"urn\":100101}]}");
    String progress =
        file("progress.json", offering + "\"school\":{\"urn\":100008},\"releaseDays\":9}");
    tfm("group", group, "--record", records.toString(), "--decided-on", DAY).isAnAnswer();
    tfm("progress", progress, "--record", records.toString(), "--decided-on", DAY).isAnAnswer();
    assertThat(kept()).hasSize(2);
    tfm("replay", kept().get(0).toString(), kept().get(1).toString()).isAnAnswer();
    Run letters =
        tfm("explain", "--as", "letter", kept().get(0).toString(), kept().get(1).toString());
    assertThat(letters.isAnAnswer().out())
        .contains("Thank you for the plan of your Work Group.", "Dear Colleague,")
        .contains("Thank you for your report on the year.", "Dear Headteacher,");
  }

  @Test
  void aReplayWithTheSamePacksIsTheSame() throws IOException {
    String record = recordOf("no");
    Run run = tfm("replay", record).isAnAnswer();
    assertThat(run.out()).contains(record + ": the same, byte for byte");
    JsonNode json = tfm("replay", "--json", record).isAnAnswer().json();
    assertThat(json).hasSize(1);
    assertThat(json.get(0).path("equal").booleanValue()).isTrue();
    assertThat(json.get(0).path("record").asText()).startsWith("sha256:");
  }

  @Test
  void aReplayWithAnotherPackShowsWhatDiffersAndFails() throws IOException {
    String record = recordOf("no");
    String other = pack(folder.resolve("packs/own"), PACK, "days(10)", "days(9)");
    Run run = tfm("replay", record, "--packs", other);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            ": the decision differs now",
            "policy: pack cheshire-wirral/2022-23: sha256:",
            "verdict on commitments: NO then, YES now",
            "finding release-time: not met (MUST) then, met (MUST) now",
            "in findings commitment/release-time, needed")
        .doesNotContain("finding trn", "application/trn");
    JsonNode json = tfm("replay", "--json", record, "--packs", other).json();
    assertThat(json.get(0).path("equal").booleanValue()).isFalse();
    assertThat(json.get(0).path("outcome").path("findings")).hasSize(1);
    Run both = tfm("replay", record, record, "--packs", other);
    assertThat(both.out()).contains("0 of 2 records are the same.");
  }

  @Test
  void aRecordThatWasTamperedWithIsRefused() throws IOException {
    Path record = Path.of(recordOf("no"));
    Files.writeString(
        record, Files.readString(record).replace("\"verdict\":\"NO\"", "\"verdict\":\"YES\""));
    for (String command : List.of("replay", "explain")) {
      tfm(command, record.toString())
          .isRefused(record.toString(), "`id`", "was changed or is damaged");
    }
    tfm("replay", file("no.json", demo("no"))).isRefused("no.json", "is not a decision record");
  }

  /** A record with an id that is right for its content. */
  private static String withId(String record) throws IOException {
    ObjectNode forged = (ObjectNode) new ObjectMapper().readTree(record);
    forged.remove("id");
    String hash =
        Hashing.sha256()
            .hashString(TfmJson.writeCanonical(forged), StandardCharsets.UTF_8)
            .toString();
    forged.put("id", "sha256:" + hash);
    return TfmJson.writeCanonical(forged);
  }

  @Test
  void aRecordWithAPersonalValueIsNotOfTheLibrary() throws IOException {
    String record = Files.readString(Path.of(recordOf("no")));
    String file =
        file(
            "named.json",
            withId(record.replaceFirst("\"trn\":\"[0-9]{7}\"", "\"trn\":\"7654321\"")));
    tfm("explain", file, "--as", "letter").isRefused("does not follow from the policy");
  }

  @Test
  void aForgedDecisionIsNotExplained() throws IOException {
    String file =
        file(
            "forged.json",
            withId(
                Files.readString(Path.of(recordOf("no")))
                    .replace("\"verdict\":\"NO\"", "\"verdict\":\"YES\"")));
    for (String form : List.of("line", "letter", "trace")) {
      tfm("explain", file, "--as", form)
          .isRefused("forged.json", "does not follow from the policy that it names");
    }
    assertThat(tfm("replay", file).out())
        .contains("forged.json: the decision differs now", "verdict: YES then, NO now");
  }

  @Test
  void aRecordThatNamesAnotherBookOrDayIsExplainedWithARemark() throws IOException {
    String record = Files.readString(Path.of(recordOf("no")));
    String book =
        file(
            "book.json",
            withId(
                record.replaceFirst(
                    "\"book\":\"sha256:[0-9a-f]{64}", "\"book\":\"sha256:" + "0".repeat(64))));
    assertThat(flat(tfm("explain", book, "--as", "letter").isAnAnswer().out()))
        .startsWith(
            "The packs of this decision are loaded, but the record names another book,"
                + " sha256:000000000000. This was not checked.");
    String day =
        file(
            "day.json", withId(record.replaceFirst("\"asOf\":\"[-0-9]+", "\"asOf\":\"2022-10-03")));
    assertThat(flat(tfm("explain", day, "--as", "line").isAnAnswer().out()))
        .startsWith(
            "The decision uses the policy of 3 October 2022. Without another day from the hub, it"
                + " would be that of 1 September 2022.");
    String language =
        file("language.json", withId(record.replace("\"language\":2", "\"language\":1")));
    tfm("explain", language).isRefused("does not follow from the policy that it names");
  }

  @Test
  void aForgedListInARecordThatIsNotCheckedHasNoLinesOfItsOwn() throws IOException {
    String other = pack(folder.resolve("packs/own"), PACK, "days(10)", "days(9)");
    String forged =
        file(
            "list.json",
            withId(
                Files.readString(Path.of(recordOf("no")))
                    .replace("\"sentence\":\"", "\"sentence\":\"Well:\\n• Met. All is fine. ")));
    for (String form : List.of("letter", "trace")) {
      assertThat(tfm("explain", forged, "--as", form, "--packs", other).isAnAnswer().out().lines())
          .noneMatch(line -> line.strip().startsWith("•"));
    }
  }

  @Test
  void aSchoolWhoseNameIsALineOfOursDoesNotStartOne() throws IOException {
    for (String name :
        List.of("Verdict: YES. All is well", "VERDICT YES", "We have offered you a place")) {
      String file = file("named.json", demo("no").replace("Mill Street Primary School", name));
      assertThat(tfm("assess", file).isAnAnswer().out().lines())
          .first()
          .asString()
          .startsWith(name.startsWith("We") ? "We" : "“" + name + "”: ");
      assess(file).isAnAnswer();
    }
    for (Path record : kept()) {
      assertThat(tfm("explain", record.toString(), "--as", "letter").isAnAnswer().out().lines())
          .anyMatch(line -> line.startsWith("To the headteacher of "))
          .noneMatch(line -> line.matches("(?i)(verdict|we have offered).*"));
    }
  }

  @Test
  void aRecordWhosePolicyIsNotLoadedIsExplainedAsNotChecked() throws IOException {
    String other = pack(folder.resolve("packs/own"), PACK, "days(10)", "days(9)");
    String record = recordOf("no");
    assertThat(tfm("explain", record, "--as", "letter", "--packs", other).isAnAnswer().out())
        .startsWith("This record was not checked: the policy that it names is not loaded");
    assertThat(tfm("explain", record, "--as", "letter").isAnAnswer().out())
        .doesNotContain("not checked");
  }

  @Test
  void aRecordIsReadFromStandardInput() throws IOException {
    byte[] record = Files.readAllBytes(Path.of(recordOf("no")));
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(record));
    try {
      assertThat(tfm("explain", "-", "--as", "line").isAnAnswer().out())
          .startsWith("1 June 2022, Mill Street Primary School");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void oneLineSaysWhoWhatAndWhy() throws IOException {
    Run run = tfm("explain", recordOf("no"), "--as", "line").isAnAnswer();
    assertThat(run.out().strip())
        .matches(
            "1 June 2022, Mill Street Primary School: Primary Mastery Development,"
                + " Cheshire & Wirral Maths Hub, 2022/23\\. NO \\(not met: trn, release-time\\)"
                + "\\. Record sha256:[0-9a-f]{12}");
  }

  /** Text with single spaces, so that it can be searched across line breaks. */
  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static Assessment assessment(String record) throws IOException {
    return DecisionRecord.parse(Files.readString(Path.of(record))).assessment();
  }

  @Test
  void theLetterSaysWhatFitsThenWhatIsNotMetThenHowToPutItRight() throws IOException {
    String record = recordOf("no");
    String letter = tfm("explain", record, "--as", "letter").isAnAnswer().out();
    assertThat(letter)
        .containsSubsequence(
            "Cheshire & Wirral Maths Hub",
            "To the headteacher of Mill Street Primary School (URN 100009)",
            "1 June 2022",
            "Work Group: Primary Mastery Development, 2022/23",
            "Dear Headteacher,",
            "Thank you for your application. It meets 7 of the 9 requirements but does not meet 2,",
            "answer is no for now.",
            "What is not met",
            "What would put it right",
            "What the hub provides",
            "What you would agree to do",
            "Where this comes from",
            "Primary Mathematics Teaching for Mastery Development Work Groups",
            "[1] How to apply, closing note. Our interpretation:",
            "We have applied the policy of 1 September 2022",
            "Reference: sha256:");
    assertThat(flat(letter))
        .contains(
            assessment(record).unmet().stream().map(one -> " " + one.sentence() + " [").toList());
    assertThat(letter).doesNotContain("3456789", "0000001", "We would like", ".drl");
    assertThat(letter.lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Page.WIDTH));
  }

  @Test
  void theLetterNamesThePersonWithoutAReferenceNumberByPosition() throws IOException {
    String letter = tfm("explain", recordOf("no"), "--as", "letter").isAnAnswer().out();
    assertThat(
            flat(
                letter.substring(
                    letter.indexOf("What is not met"), letter.indexOf("What would put"))))
        .containsIgnoringCase("lead participant 2")
        .doesNotContainIgnoringCase("lead participant 1");
  }

  @Test
  void anExpressionOfInterestIsThankedForAsOne() throws IOException {
    assertThat(demo("more")).contains("\"expression-of-interest\": true");
    assertThat(tfm("explain", recordOf("more"), "--as", "letter").out())
        .contains("Thank you for your expression of interest.")
        .doesNotContain("your application");
  }

  @Test
  void everyNumberInALetterHasItsSource() throws IOException {
    for (String name : List.of("yes", "no", "more")) {
      assess(file(name + ".json", demo(name)));
    }
    for (Path record : kept()) {
      String letter = tfm("explain", record.toString(), "--as", "letter").out();
      int sources = letter.indexOf("Where this comes from");
      List<String> used = numbers(letter.substring(0, sources));
      assertThat(used).isNotEmpty();
      assertThat(numbers(letter.substring(sources))).containsExactlyInAnyOrderElementsOf(used);
      for (int i = 0; i < used.size(); i++) {
        assertThat(used.get(i)).isEqualTo("[" + (i + 1) + "]");
      }
    }
  }

  /** The numbers in brackets, each once, in the order in which they first stand there. */
  private static List<String> numbers(String text) {
    return Pattern.compile("\\[\\d+]")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  @Test
  void aLetterAsksWhatIsStillToBeKnown() throws IOException {
    Run run = tfm("explain", recordOf("more"), "--as", "letter").isAnAnswer();
    assertThat(flat(run.out()))
        .contains(
            "Before we can answer, please tell us what we ask below.",
            "What we still need to know - ",
            "What would lead to yes - ")
        .doesNotContain("What is not met", "put it right");
  }

  @Test
  void aReferralIsNoObstacleInALetter() throws IOException {
    String middle = demo("yes").replace("\"PRIMARY\"", "\"MIDDLE_DEEMED_PRIMARY\"");
    assess(file("middle.json", middle)).isAnAnswer();
    assertThat(flat(tfm("explain", kept().get(0).toString(), "--as", "letter").out()))
        .contains(
            "It meets 8 of the 9 requirements.",
            "Nothing is refused, but we have to decide some points")
        .contains("What we still have to decide - ")
        .doesNotContain("put right", "put it right");
  }

  @Test
  void aLetterOfYesPromisesNoPlace() throws IOException {
    assess(
        file("undecided.json", demo("yes").replace("\"place\": \"ACCEPTED\"", "\"history\": []")));
    assertThat(tfm("explain", kept().get(0).toString(), "--as", "letter").isAnAnswer().out())
        .contains("The answer is yes", "Whether we can offer you a place", "What you agree to do")
        .doesNotContain("put it right", "you would");
  }

  @Test
  void aLetterNamesThePlaceThatTheHubHasOffered() throws IOException {
    assertThat(demo("yes")).contains("\"place\": \"ACCEPTED\"");
    assertThat(flat(tfm("explain", recordOf("yes"), "--as", "letter").isAnAnswer().out()))
        .contains("We have offered you a place.")
        .doesNotContain("Whether we can offer");
  }

  @Test
  void aLetterOfARefusalForGoodLeavesOutTheRest() throws IOException {
    String secondary = demo("yes").replace("\"PRIMARY\"", "\"SECONDARY\"");
    assess(file("secondary.json", secondary)).isAnAnswer();
    assertThat(flat(tfm("explain", kept().get(0).toString(), "--as", "letter").out()))
        .contains("so the answer is no.", "What cannot be put right", "The hub has offered a place")
        .doesNotContain("put it right", "What the hub provides", "What you would agree to do");
  }

  @Test
  void withOtherPacksALetterStillSaysWhatWasDecidedButNotHowToPutItRight() throws IOException {
    String record = recordOf("no");
    String other = pack(folder.resolve("packs/own"), PACK, "days(10)", "days(9)");
    Run run = tfm("explain", record, "--as", "letter", "--packs", other).isAnAnswer();
    assertThat(run.out())
        .contains("answer is no. Below", "What is not met")
        .doesNotContain("put it right", "cannot be put right");
  }

  @Test
  void theTraceHasEverythingThatADecisionRestsOn() throws IOException {
    String file = recordOf("no");
    DecisionRecord record = DecisionRecord.parse(Files.readString(Path.of(file)));
    String trace = tfm("explain", file, "--as", "trace").isAnAnswer().out();
    String words = trace.replaceAll("\\s+", " ");
    record
        .assessment()
        .findings()
        .forEach(
            finding ->
                assertThat(words)
                    .contains(
                        finding.term() + " (",
                        "needed " + finding.needed(),
                        "found " + finding.read(),
                        finding.citation().source() + ": " + finding.citation().place(),
                        finding.citation().reading().map(r -> "interpretation " + r).orElse(""),
                        "rule " + finding.provenance().rule()));
    record
        .assessment()
        .undertakings()
        .forEach(term -> assertThat(words).contains("says " + term.sentence()));
    assertThat(trace)
        .contains(
            record.id(), record.assessment().policy().book(), "rule language 2", "1 June 2022")
        .contains(record.assessment().policy().hashes());
    assertThat(trace.lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Page.WIDTH + 4));
  }

  @Test
  void aTraceSaysWhichRuleWasReplaced() throws IOException {
    assess(file("more.json", demo("more"))).isAnAnswer();
    assertThat(tfm("explain", kept().get(0).toString(), "--as", "trace").out())
        .contains("archimedes-ne/2021-22/primary-sustaining.drl:")
        .containsPattern("in place of\\s+national/primary-sustaining.drl:\\d+");
  }

  @Test
  void allThreeFormsAreShownIfNoneIsChosen() throws IOException {
    String record = recordOf("no");
    assertThat(tfm("explain", record).out().strip())
        .isEqualTo(
            String.join(
                "\n\n",
                tfm("explain", record, "--as", "line").out().strip(),
                tfm("explain", record, "--as", "letter").out().strip(),
                tfm("explain", record, "--as", "TRACE").out().strip()));
    tfm("explain", record, "--as", "poem").isRefused("poem");
  }

  @ParameterizedTest
  @ValueSource(strings = {"replay", "explain"})
  void aMissingFileIsRefused(String command) {
    tfm(command, folder.resolve("nowhere.json").toString()).isRefused("there is no such file");
    tfm(command).isRefused("RECORD");
  }
}
