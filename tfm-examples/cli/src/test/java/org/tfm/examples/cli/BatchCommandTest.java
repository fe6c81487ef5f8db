package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.tfm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.examples.cli.Commands.Run;
import org.tfm.model.json.TfmJson;

class BatchCommandTest {

  private static final String BAD =
      "{\"offering\":{\"hub\":\"boolean\"},\"school\":{\"urn\":100008}}";

  @TempDir Path folder;
  private Path in;
  private Path out;

  @BeforeEach
  void threeApplicationsAndABadRow() throws IOException {
    in = folder.resolve("in.jsonl");
    out = folder.resolve("out.csv");
    Files.write(in, List.of(row("yes"), row("no"), BAD, row("more")));
  }

  private static String row(String demo) throws IOException {
    return TfmJson.write(TfmJson.reader().tree(Commands.demo(demo)));
  }

  private Run batch(String... more) {
    return tfm(Stream.concat(Stream.of("batch"), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void rowsAreAssessedAndABadOneIsSetAside() throws IOException {
    Run run = batch(in.toString(), out.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(out)
        .hasContent(
            """
            file,line,urn,hub,type,year,verdict,eligibility,application,commitments,unmet,referred,silent,missing,advice
            in.jsonl,1,100008,cheshire-wirral,primary-development,2022/23,YES,YES,YES,YES,,,,,
            in.jsonl,2,100009,cheshire-wirral,primary-development,2022/23,NO,YES,NO,NO,trn release-time,,,trn,
            in.jsonl,4,100010,archimedes-ne,primary-sustaining,2021/22,MORE_INFORMATION_NEEDED,MORE_INFORMATION_NEEDED,YES,MORE_INFORMATION_NEEDED,,,,earlier-participation school-leadership-commitment full-year-commitment lead-participants teacher roles earlier-lead-role,
            """);
    Path rejected = folder.resolve("out.csv.rejected.jsonl");
    JsonNode bad = TfmJson.reader().tree(Files.readString(rejected));
    assertThat(bad.path("file").asText()).isEqualTo("in.jsonl");
    assertThat(bad.path("line").asInt()).isEqualTo(3);
    assertThat(bad.path("problems").findValuesAsText("where"))
        .containsExactly("`offering.type`", "`offering.year`");
    assertThat(run.err())
        .isEqualTo(
            """
            The rejected rows are in %s
            Rows                                       4
              assessed                                 3
                NO                                     1
                MORE INFORMATION NEEDED                1
                YES                                    1
              rejected                                 1
            """
                .formatted(rejected));
  }

  @Test
  void aFileWithoutAnyRowThatCanBeAssessedIsBadInput() throws IOException {
    Files.write(in, List.of(BAD, BAD));
    Run run = batch(in.toString(), out.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).endsWith("No row could be assessed.\n");
    assertThat(folder.resolve("out.csv.rejected.jsonl")).exists();
    Files.write(in, List.of());
    assertThat(batch(in.toString(), out.toString()).exitCode()).isZero();
  }

  @Test
  void linesWithCommasOnlyAndEmptyColumnsAfterTheLastAreLeftOut() throws IOException {
    Path table = folder.resolve("in.csv");
    Files.writeString(
        table,
        """
        offering.hub,offering.type,offering.year,school.urn,,
        cheshire-wirral,primary-development,2022/23,100008,,
        ,,,,,
        cheshire-wirral,primary-development,2022/23,100009
        cheshire-wirral,primary-development,2022/23,100010,, note
        """);
    Run run = batch(table.toString(), "-");
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.err()).contains("in.csv:5: 6 fields; the first line has 4 column names");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t"})
  void otherSeparatorsThanCommasAreRead(String separator) throws IOException {
    Path table = folder.resolve("in.csv");
    Files.writeString(
        table,
        "offering.hub,offering.type,offering.year,school.urn\ncheshire-wirral,primary-development,2022/23,100008\n"
            .replace(",", separator));
    assertThat(batch(table.toString(), "-").out().lines()).hasSize(1);
  }

  @Test
  void aRunWithoutBadRowsKeepsNoneOfAnEarlierOne() throws IOException {
    Path rejected = folder.resolve("out.csv.rejected.jsonl");
    assertThat(batch(in.toString(), out.toString()).exitCode()).isZero();
    assertThat(rejected).isNotEmptyFile();
    Files.writeString(in, row("yes"));
    assertThat(batch(in.toString(), out.toString()).exitCode()).isZero();
    assertThat(rejected).isEmptyFile();
    Files.delete(rejected);
    assertThat(batch(in.toString(), out.toString()).exitCode()).isZero();
    assertThat(rejected).doesNotExist();
  }

  @Test
  void aFileOfRejectedRowsThatIsNamedIsWrittenInAnyCase() throws IOException {
    Files.writeString(in, row("yes"));
    Path named = folder.resolve("bad.jsonl");
    for (String target : List.of(out.toString(), "-")) {
      Files.writeString(named, "of another run");
      assertThat(batch(in.toString(), target, "--rejects", named.toString()).exitCode()).isZero();
      assertThat(named).isEmptyFile();
      Files.delete(named);
      assertThat(batch(in.toString(), target, "--rejects", named.toString()).exitCode()).isZero();
      assertThat(named).isEmptyFile();
    }
  }

  @Test
  void aLinkToNothingIsNoOutput() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("gone"));
    batch(in.toString(), link.toString()).isRefused("this is a link to a file that does not exist");
    batch(in.toString(), out.toString(), "--rejects", link.toString())
        .isRefused("this is a link to a file that does not exist");
    assertThat(link).isSymbolicLink();
    assertThat(out).doesNotExist();
  }

  @Test
  void strictnessIsAnExitCodeOnly() throws IOException {
    assertThat(batch(in.toString(), out.toString(), "--strict").exitCode()).isEqualTo(1);
    assertThat(Files.readAllLines(out)).hasSize(4);
  }

  @Test
  void everyLineOfJsonHasAWholeAssessment() throws IOException {
    Path json = folder.resolve("out.jsonl");
    assertThat(batch(in.toString(), json.toString()).exitCode()).isZero();
    List<String> lines = Files.readAllLines(json);
    assertThat(lines).hasSize(3);
    Path no = Files.writeString(folder.resolve("no.json"), Commands.demo("no"));
    JsonNode line = TfmJson.reader().tree(lines.get(1));
    assertThat(line.path("line").asInt()).isEqualTo(2);
    assertThat(line.path("urn").asInt()).isEqualTo(100_009);
    assertThat(line.path("assessment")).isEqualTo(tfm("assess", "--json", no.toString()).json());
  }

  @Test
  void verdictsAloneCanBePrinted() throws IOException {
    Run run = batch(in.toString(), "-", "--verdicts");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .hasSize(3)
        .startsWith(
            "{\"file\":\"in.jsonl\",\"line\":1,\"urn\":100008,\"offering\":{\"hub\":\"cheshire-wirral\","
                + "\"type\":\"primary-development\",\"year\":\"2022/23\"},\"verdict\":\"YES\","
                + "\"eligibility\":\"YES\",\"application\":\"YES\",\"commitments\":\"YES\"}");
    assertThat(run.err()).startsWith("in.jsonl:3: `offering.type`: missing\n");
  }

  @Test
  void csvIsReadToo() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("in.csv"),
            """
            school.urn,offering.hub,offering.type,offering.year,answers.committed-to-mastery
            100008,cheshire-wirral,primary-development,2022/23,TRUE
            x,cheshire-wirral,primary-development,2022/23,TRUE
            """);
    Run run = batch(csv.toString(), "-", "--out-format", "csv", "--verdicts");
    assertThat(run.out().lines())
        .containsExactly(
            "file,line,urn,hub,type,year,verdict,eligibility,application,commitments",
            "in.csv,2,100008,cheshire-wirral,primary-development,2022/23,MORE_INFORMATION_NEEDED,"
                + "MORE_INFORMATION_NEEDED,MORE_INFORMATION_NEEDED,MORE_INFORMATION_NEEDED");
    assertThat(run.err()).startsWith("in.csv:3: `school.urn`: expected a whole number\n");
  }

  @Test
  void aFolderIsReadFileByFile() throws IOException {
    Path parts = Files.createDirectory(folder.resolve("parts"));
    Files.writeString(parts.resolve("=b.jsonl"), row("no"));
    Files.writeString(parts.resolve("a.jsonl"), BAD + "\n" + row("yes"));
    Files.writeString(parts.resolve("_SUCCESS"), "");
    Run run = batch(parts.toString(), out.toString(), "--verdicts");
    assertThat(run.exitCode()).isZero();
    assertThat(Files.readString(out).lines().skip(1))
        .as("a name that starts a formula is defused")
        .satisfiesExactly(
            line -> assertThat(line).startsWith("'=b.jsonl,1,100009,"),
            line -> assertThat(line).startsWith("a.jsonl,2,100008,"));
  }

  @Test
  void theDayAndThePacksAreThoseOfAssess() throws IOException {
    Path json = folder.resolve("out.jsonl");
    assertThat(batch(in.toString(), json.toString(), "--on", "2023-01-31").exitCode()).isZero();
    assertThat(Files.readString(json).lines())
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains(
                        line.contains("\"year\":\"2021/22\"},\"verdict\"")
                            ? "\"asOf\":\"2022-08-31\""
                            : "\"asOf\":\"2023-01-31\""));
    batch(in.toString(), out.toString(), "--packs", folder.toString())
        .isRefused("the folder contains no pack");
  }

  @Test
  void rejectedRowsGoToNoFileThatIsReadOrHoldsTheOthers() throws IOException {
    batch(in.toString(), "-", "--rejects", in.toString())
        .isRefused("the input cannot be written to");
    batch(in.toString(), out.toString(), "--rejects", out.toString())
        .isRefused("rejected rows and assessed rows need different files");
    assertThat(Files.readAllLines(in)).hasSize(4);
  }

  @Test
  void noFileOfAFolderThatIsReadIsWrittenUnderAnotherName() throws IOException {
    Path read = Files.createDirectory(folder.resolve("read"));
    Path inside = Files.move(in, read.resolve("a.jsonl"));
    Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), inside);
    batch(read.toString(), link.toString()).isRefused("the input cannot be written to");
    Path outside = Files.copy(inside, folder.resolve("outside.jsonl"));
    Files.createSymbolicLink(read.resolve("b.jsonl"), outside);
    batch(read.toString(), outside.toString()).isRefused("the input cannot be written to");
    assertThat(inside).hasSameTextualContentAs(outside);
    String packs = folder.resolve("packs").toString();
    tfm("new-pack", packs + "/own", "--hub", "river-valley", "--name", "A", "--year", "2025/26")
        .isAnAnswer();
    Path publisher;
    try (Stream<Path> files = Files.walk(Path.of(packs))) {
      publisher = files.filter(file -> file.endsWith("publisher.yaml")).findFirst().orElseThrow();
    }
    String kept = Files.readString(publisher);
    batch(outside.toString(), publisher.toString(), "--out-format", "jsonl", "--packs", packs)
        .isRefused("the input cannot be written to");
    assertThat(publisher).hasContent(kept);
  }

  @Test
  void theNameOfAnOutputUntilItIsWholeIsNoOtherFile() throws IOException {
    Path part = Files.move(in, folder.resolve("out.csv.part"));
    batch(part.toString(), out.toString(), "--in-format", "jsonl")
        .isRefused("the input cannot be written to");
    batch(part.toString(), "-", "--rejects", out.toString(), "--in-format", "jsonl")
        .isRefused("the input cannot be written to");
    Path same = Files.createLink(folder.resolve("same.jsonl"), part);
    batch(same.toString(), out.toString()).isRefused("the input cannot be written to");
    assertThat(Files.readAllLines(part)).hasSize(4);
    Files.move(part, in);
    Files.delete(same);
    batch(in.toString(), out.toString(), "--rejects", out + ".part")
        .isRefused("rejected rows and assessed rows need different files");
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "nothing.jsonl, out.csv, there is no such file",
    "in.jsonl, in.jsonl, the input cannot be written to",
    "in.jsonl, ., 'the name does not end in `.jsonl` or `.csv`. Use `--out-format`'",
    "in.jsonl, no/out.csv, its folder does not exist",
    "own.txt, out.csv, 'the name does not end in `.jsonl`, `.csv` or `.xlsx`. Use `--in-format`'",
  })
  void filesThatCannotBeReadOrWrittenAreRefused(String read, String written, String message)
      throws IOException {
    Files.writeString(folder.resolve("own.txt"), "");
    Run run = batch(folder.resolve(read).toString(), folder.resolve(written).toString());
    run.isRefused(message);
    assertThat(out).doesNotExist();
    assertThat(Files.readAllLines(in)).hasSize(4);
  }

  @Test
  void anInputThatBreaksInItsHeadingsLeavesNothingBehind() throws IOException {
    Path csv = Files.writeString(folder.resolve("in.csv"), "school.urn,\"offering.hub\n100008,x\n");
    batch(csv.toString(), out.toString())
        .isRefused(csv + ":1: the file cannot be read from this row on; 2 lines were not read");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(in, csv);
    }
  }

  @Test
  void rowsBeforeABrokenQuoteAndTheNextFilesAreAssessed() throws IOException {
    String good = "100008,cheshire-wirral,primary-development,2022/23\n";
    Path read = Files.createDirectory(folder.resolve("read"));
    String titles = "school.urn,offering.hub,offering.type,offering.year\n";
    Files.writeString(read.resolve("a.csv"), titles + good + "\"" + good + good);
    Files.writeString(read.resolve("b.csv"), titles + good);
    Run run = batch(read.toString(), out.toString(), "--verdicts");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).endsWith("Not every line of the input could be read.\n");
    assertThat(Files.readString(out).lines().skip(1))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("a.csv,2,100008,"),
            line -> assertThat(line).startsWith("b.csv,2,100008,"));
    JsonNode rejected =
        TfmJson.reader().tree(Files.readString(folder.resolve("out.csv.rejected.jsonl")));
    assertThat(rejected.path("file").asText()).isEqualTo("a.csv");
    assertThat(rejected.path("line").asInt()).isEqualTo(3);
    assertThat(rejected.path("problems").findValuesAsText("what"))
        .containsExactly("the file cannot be read from this row on; 2 lines were not read");
  }

  @Test
  void aRowThatSwallowsTheNextLinesIsSaidToHaveSeveral() throws IOException {
    String good = "100008,cheshire-wirral,primary-development,2022/23\n";
    Path csv =
        Files.writeString(
            folder.resolve("in.csv"),
            "school.urn,offering.hub,offering.type,offering.year\n"
                + "100008,\"cheshire-wirral,primary-development,2022/23\n"
                + "100008,cheshire-wirral\",primary-development,2022/23\n"
                + good);
    Run run = batch(csv.toString(), "-", "--verdicts");
    assertThat(run.out().lines()).singleElement().asString().contains("\"line\":4,");
    assertThat(run.err()).contains("in.csv:2: ", "Maybe a quotation mark is not closed");
  }

  @Test
  void aRowOfInvisibleBytesIsRejected() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("in.csv"),
            "school.urn,offering.hub,offering.type,offering.year\n\0,\0,\0,\0\n\0\0\n");
    Run run = batch(csv.toString(), "-", "--verdicts");
    assertThat(run.err()).contains("in.csv:2: ", "in.csv:3: ").containsPattern("rejected +2");
  }
}
