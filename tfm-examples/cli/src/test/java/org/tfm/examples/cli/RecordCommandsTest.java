package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.demo;
import static org.tfm.examples.cli.Commands.pack;
import static org.tfm.examples.cli.Commands.tfm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import org.tfm.examples.text.TextReport;
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
    assertThat(run.out()).endsWith("Recorded: " + kept().get(0) + System.lineSeparator());
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
        .isRefused(other.toString(), "holds something else", "left as it is");
    assertThat(Files.readString(other)).isEqualTo("notes");
    assertThat(kept()).hasSize(1);
  }

  @Test
  void whereMaskingFailsNothingIsWrittenForAnyFile() throws IOException {
    String leaky =
        demo("no").replace("Mill Street Primary School", "Mill Street Primary School 3456789");
    Run run = assess(file("yes.json", demo("yes")), file("leaky.json", leaky));
    run.isRefused("leaky.json: `school.name`", "no record can be made");
    assertThat(run.err()).doesNotContain("3456789");
    assertThat(kept()).isEmpty();
    tfm("assess", file("leaky.json", leaky)).isAnAnswer();
  }

  @Test
  void whereOneFileIsBadNothingIsWritten() throws IOException {
    assess(file("yes.json", demo("yes")), file("bad.json", "{}")).isRefused("bad.json");
    assertThat(kept()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenToIsRefused() throws IOException {
    String blocked = file("blocked", "a file");
    tfm("assess", file("yes.json", demo("yes")), "--record", blocked)
        .isRefused(blocked, "records cannot be written");
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
        .contains("Thank you for your plan of the Work Group.", "Dear Colleague,")
        .contains("Thank you for your account of the year.", "Dear Headteacher,");
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
            ": decided otherwise now",
            "policy: pack cheshire-wirral/2022-23: sha256:",
            "verdict on commitment: no when decided, yes now",
            "finding release-time: unmet (must) when decided, met (must) now",
            "in findings commitment/release-time, needed",
            "- the combined release time is at least 10 days",
            "+ the combined release time is at least 9 days")
        .doesNotContain("finding trn", "application/trn");
    JsonNode json = tfm("replay", "--json", record, "--packs", other).json();
    assertThat(json.get(0).path("equal").booleanValue()).isFalse();
    assertThat(json.get(0).path("outcome").path("findings")).hasSize(1);
    Run both = tfm("replay", record, record, "--packs", other);
    assertThat(both.out()).contains("0 of 2 records the same");
  }

  @Test
  void aRecordThatWasTamperedWithIsRefused() throws IOException {
    Path record = Path.of(recordOf("no"));
    Files.writeString(
        record, Files.readString(record).replace("\"verdict\":\"NO\"", "\"verdict\":\"YES\""));
    for (String command : List.of("replay", "explain")) {
      tfm(command, record.toString()).isRefused(record.toString(), "`id`", "tampered with");
    }
    tfm("replay", file("no.json", demo("no"))).isRefused("no.json", "is no decision record");
  }

  @Test
  void aRecordIsReadFromStandardInput() throws IOException {
    byte[] record = Files.readAllBytes(Path.of(recordOf("no")));
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(record));
    try {
      assertThat(tfm("explain", "-", "--as", "line").isAnAnswer().out())
          .startsWith(DAY + " Mill Street Primary School");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void oneLineSaysWhoWhatAndWhy() throws IOException {
    Run run = tfm("explain", recordOf("no"), "--as", "line").isAnAnswer();
    assertThat(run.out().strip())
        .matches(
            "2022-06-01 Mill Street Primary School: Primary Mastery Development,"
                + " cheshire-wirral, 2022/23: NO \\(not met: trn, release-time\\),"
                + " record sha256:[0-9a-f]{12}");
  }

  @Test
  void theLetterSaysWhatIsWrongAndHowToPutItRight() throws IOException {
    Run run = tfm("explain", recordOf("no"), "--as", "letter").isAnAnswer();
    assertThat(run.out())
        .containsSubsequence(
            "Cheshire & Wirral Maths Hub",
            "To the headteacher",
            "Mill Street Primary School (URN 100009)",
            "1 June 2022",
            "Primary Mastery Development Work Group, 2022/23",
            "Dear Headteacher,",
            "the answer is",
            "What does not meet the policy",
            "1. For each lead participant, the teacher reference number must be given. [1]",
            "The application says: 1 of 2 given.",
            "2. The combined release time must be at least 10 days. [2]",
            "The application says: 9 days.",
            "How to put it right: the answer would be yes if this were so",
            "- Lead participant 2: the teacher reference number, which is not given yet.",
            "- The combined release time: 10 days instead of 9 days.",
            "What the school would get, and what it would cost",
            "£1,000 for each school towards release time",
            "What the school would commit to",
            "The school will provide the reports the hub asks for.",
            "Where this comes from",
            "Primary Mathematics Teaching for Mastery Development Work Groups",
            "[1] How to apply, closing note. We read it so:",
            "Reference: sha256:");
    assertThat(run.out()).doesNotContain("3456789", "0000001", "We would like", ".drl", "read:");
    assertThat(run.out().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(TextReport.WIDTH));
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
    assertThat(run.out())
        .contains(
            "We cannot answer it yet",
            "What we still need to know",
            "The answer would be yes if this were so",
            "Which work groups has the school taken part in, in which years?")
        .doesNotContain("What does not meet the policy", "How to put it right");
  }

  @Test
  void whatTheHubDecidesIsNoObstacleInALetter() throws IOException {
    String middle = demo("yes").replace("\"PRIMARY\"", "\"MIDDLE_DEEMED_PRIMARY\"");
    assess(file("middle.json", middle)).isAnAnswer();
    assertThat(tfm("explain", kept().get(0).toString(), "--as", "letter").out())
        .contains(
            "the policy leaves a part of the",
            "What the hub has to decide",
            "1. The phase of the school must be primary. [1]",
            "The application says: middle deemed primary.")
        .doesNotContain("can put right", "How to put it right");
  }

  @Test
  void aLetterOfYesPromisesNoPlace() throws IOException {
    Run run = tfm("explain", recordOf("yes"), "--as", "letter").isAnAnswer();
    assertThat(run.out())
        .contains("the answer is yes", "Whether there is a place", "What the school commits to")
        .doesNotContain("How to put it right", "would");
  }

  @Test
  void whatNothingCanPutRightIsSaid() throws IOException {
    String secondary = demo("yes").replace("\"PRIMARY\"", "\"SECONDARY\"");
    assess(file("secondary.json", secondary)).isAnAnswer();
    assertThat(tfm("explain", kept().get(0).toString(), "--as", "letter").out())
        .contains(
            "What no change to the application can put right",
            "The phase of the school must be primary; nobody can change that.")
        .doesNotContain("How to put it right");
  }

  @Test
  void withOtherPacksALetterStillSaysWhatWasDecidedButNotHowToPutItRight() throws IOException {
    String record = recordOf("no");
    String other = pack(folder.resolve("packs/own"), PACK, "days(10)", "days(9)");
    Run run = tfm("explain", record, "--as", "letter", "--packs", other).isAnAnswer();
    assertThat(run.out())
        .contains("The combined release time must be at least 10 days. [2]")
        .doesNotContain("How to put it right", "how to put it right");
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
                        "read " + finding.read(),
                        "needed " + finding.needed(),
                        finding.citation().source() + ": " + finding.citation().place(),
                        finding.citation().reading().map(r -> "read as " + r).orElse(""),
                        "rule " + finding.provenance().rule()));
    record
        .assessment()
        .undertakings()
        .forEach(term -> assertThat(words).contains("says " + term.sentence()));
    assertThat(trace)
        .contains(record.id(), record.assessment().policy().book(), "rule language 1", DAY)
        .contains(record.assessment().policy().hashes());
    assertThat(trace.lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(TextReport.WIDTH + 4));
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
  void whatIsNoFileIsRefused(String command) {
    tfm(command, folder.resolve("nowhere.json").toString()).isRefused("there is no such file");
    tfm(command).isRefused("RECORD");
  }
}
