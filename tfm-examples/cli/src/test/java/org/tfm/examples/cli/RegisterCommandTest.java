package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.tfm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.examples.cli.Commands.Run;

/** The register of schools on the command line, with small invented files. */
class RegisterCommandTest {

  private static final Path REGISTERS =
      Path.of("../../tfm-rules/register/src/test/resources/register");
  private static final String SCHOOL =
      """
      {"offering": {"hub": "cheshire-wirral", "type": "primary-development", "year": "2022/23"},
       "school": {"urn": 900001, "phase": "SECONDARY"}}
      """;

  @TempDir private Path folder;
  private String csv;
  private String links;
  private String index;
  private String school;

  @BeforeEach
  void copyFiles() throws IOException {
    csv = Files.copy(REGISTERS.resolve("published.csv"), folder.resolve("r.csv")).toString();
    links = Files.copy(REGISTERS.resolve("links.csv"), folder.resolve("l.csv")).toString();
    index = folder.resolve("r.index").toString();
    school = Files.writeString(folder.resolve("school.json"), SCHOOL).toString();
  }

  private Run makeIndex() {
    return tfm("register", "index", csv, "--links", links, "--of", "2022-05-03", "--out", index);
  }

  @Test
  void anIndexIsMade() throws IOException {
    Run run = makeIndex().isAnAnswer();
    assertThat(run.out())
        .isEqualTo(
            index
                + ": 7 schools, "
                + String.format(Locale.ROOT, "%,d", Files.size(Path.of(index)))
                + " bytes"
                + System.lineSeparator());
  }

  @Test
  void rowsThatCannotBeUsedAreReported() throws IOException {
    Files.writeString(Path.of(csv), Files.readString(Path.of(csv)) + "x\n");
    Run run = makeIndex();
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).startsWith(csv + ":9: 1 fields; expected 27, as in the first line");
  }

  @Test
  void theInputIsNotWrittenTo() throws IOException {
    String before = Files.readString(Path.of(csv));
    tfm("register", "index", csv, "--of", "2022-05-03", "--out", csv)
        .isRefused("the input cannot be written to");
    assertThat(Files.readString(Path.of(csv))).isEqualTo(before);
  }

  @Test
  void afterAFailureThereIsNoIndex() {
    tfm("register", "index", links, "--of", "2022-05-03", "--out", index)
        .isRefused("the column `TypeOfEstablishment (code)` is missing");
    assertThat(Path.of(index)).doesNotExist();
    tfm("register", "index", csv, "--of", "3 May 2022", "--out", index)
        .isRefused(
            "`3 May 2022` is not a day of the years 1990 to 2099; expected one such as `2022-10-31`");
  }

  @Test
  void aSchoolIsFoundByItsNumberAndItsName() {
    makeIndex();
    assertThat(tfm("register", "find", index, "900003").isAnAnswer().out().lines())
        .containsExactly(
            "urn,name,authority,town,postcode,phase,status,opened,closed,predecessors,successors",
            "900003,Beech Lane Academy,Example Shire,Exampleton,EX1 1AB,Primary,Open,2021-09-01,,"
                + "900002,");
    assertThat(
            tfm("register", "find", index, "ash lane primary school", "--postcode", "ex9 9aa")
                .isAnAnswer()
                .out()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, 6)))
        .containsExactly("900007", "900001");
    Run none = tfm("register", "find", index, "Nowhere");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).startsWith("The register has no such school.");
  }

  @Test
  void assessSaysWhatIsFromTheRegister() {
    makeIndex();
    String text = tfm("assess", school, "--register", index).isAnAnswer().out();
    assertThat(text)
        .startsWith("Ash Lane Primary School: ")
        .contains(
            "Register of schools",
            "  - The document says that the school is a secondary school, but the register of schools of",
            "  - From the register of schools of 3 May 2022: name, type, country, local authority,");
    JsonNode register =
        tfm("assess", school, "--json", "--register", index).json().path("register");
    assertThat(register.path("day").textValue()).isEqualTo("2022-05-03");
    assertThat(register.path("filled").size()).isEqualTo(12);
    assertThat(register.at("/contradictions/0/pointer").textValue()).isEqualTo("/school/phase");
    assertThat(tfm("assess", school, "--json").json().has("register")).isFalse();
  }

  @Test
  void theVerdictIsThatOfTheFilledDocument() throws IOException {
    makeIndex();
    Files.writeString(Path.of(school), SCHOOL.replace(", \"phase\": \"SECONDARY\"", ""));
    assertThat(tfm("assess", school, "--json").json().path("eligibility").textValue())
        .isEqualTo("MORE_INFORMATION_NEEDED");
    assertThat(
            tfm("assess", school, "--json", "--register", index)
                .json()
                .at("/findings/0/read")
                .textValue())
        .isEqualTo("a primary school");
    assertThat(tfm("ask", school, "--all", "--register", index).isAnAnswer().out())
        .contains("Register of schools")
        .doesNotContain("Which phase of education is the school?");
    assertThat(
            tfm("ask", school, "--json", "--register", index)
                .json()
                .at("/register/day")
                .textValue())
        .isEqualTo("2022-05-03");
  }

  @Test
  void aRegisterAsPublishedCanBeUsedToo() {
    assertThat(tfm("assess", school, "--register", csv).isAnAnswer().out())
        .contains("From the register of schools: name, type,");
  }

  @Test
  void aFileThatIsNoRegisterIsRefused() {
    tfm("assess", school, "--register", school)
        .isRefused(school + ":1: the column `URN` is missing");
    tfm("assess", school, "--register", folder.resolve("none").toString())
        .isRefused("none: there is no such file");
  }

  @Test
  void aGroupAndAYearAreFilled() throws IOException {
    makeIndex();
    String offering = SCHOOL.substring(0, SCHOOL.indexOf("\"school\""));
    Path group =
        Files.writeString(
            folder.resolve("group.json"),
            offering + "\"schools\": [{\"urn\": 900001}, {\"urn\": 900002}]}");
    assertThat(tfm("group", group.toString(), "--register", index).isAnAnswer().out())
        .contains("for school 1: name, phase", "successor is Beech Lane Academy (URN 900003).");
    Path progress =
        Files.writeString(
            folder.resolve("progress.json"), offering + "\"school\": {\"urn\": 900001}}");
    assertThat(tfm("progress", progress.toString(), "--register", index).isAnAnswer().out())
        .contains("From the register of schools of 3 May 2022: name, phase");
  }

  @Test
  void batchFillsEachRow() throws IOException {
    makeIndex();
    Path in = Files.writeString(folder.resolve("in.jsonl"), SCHOOL.replace("\n", "") + "\n");
    Path out = folder.resolve("out.jsonl");
    Run run = tfm("batch", in.toString(), out.toString(), "--verdicts", "--register", index);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("Filled from the register", "Contrary to the register")
        .doesNotContain("Not in it, or not open");
    assertThat(Files.readString(out)).contains("\"register\":{\"day\":\"2022-05-03\"");
    tfm("batch", in.toString(), out.toString(), "--verdicts");
    assertThat(Files.readString(out)).doesNotContain("register");
  }

  @Test
  void aFormThatContradictsTheRegisterIsNamedByItsColumn() throws IOException {
    makeIndex();
    String offering =
        """
        constants:
          offering.hub: cheshire-wirral
          offering.type: primary-development
          offering.year: 2022/23
        """;
    String contradiction =
        "Column 2 `Phase of school`: the document says that %s is a secondary school, but the"
            + " register of schools of 3 May 2022 says that";
    Path in = folder.resolve("form.csv");
    Path out = folder.resolve("out.csv");
    Path map = folder.resolve("own.form.yaml");
    Files.writeString(in, "URN,Phase of school\n900001,Secondary\n");
    Files.writeString(
        map,
        offering
            + """
            columns:
              - { heading: URN, to: school.urn }
              - { heading: Phase of school, to: school.phase }
            """);
    tfm("batch", in.toString(), out.toString(), "--form", map.toString(), "--register", index);
    assertThat(Files.readString(out))
        .contains(contradiction.formatted("the school"))
        .doesNotContain("/school/phase", "school.phase");
    Files.writeString(
        map,
        "form: group\n"
            + offering
            + """
              group: North
            columns:
              - { heading: URN, to: "schools[].urn" }
              - { heading: Phase of school, to: "schools[].phase" }
            """);
    tfm("batch", in.toString(), out.toString(), "--form", map.toString(), "--register", index);
    assertThat(Files.readString(out))
        .contains(
            "Column 2 `Phase of school`: the document says that",
            "From the register of schools of 3 May 2022, for school 1: name, type");
  }

  @Test
  void screenChoosesSchools() {
    Run run =
        tfm(
            "screen",
            csv,
            "--hub",
            "cheshire-wirral",
            "--year",
            "2022/23",
            "--authority",
            "example  SHIRE",
            "--age",
            "5",
            "--free-meals-at-least",
            "10");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().skip(1).map(line -> line.substring(0, 6)).distinct())
        .containsExactly("900001");
    assertThat(run.out()).contains(",Example Shire");
    assertThat(run.err())
        .contains(
            "  open, but left out by the options            2",
            "  open, but not known whether the options fit  1");
  }

  private Run screen(String... options) {
    return tfm(
        Stream.concat(
                Stream.of("screen", csv, "--hub", "cheshire-wirral", "--year", "2022/23"),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private static List<String> urns(Run run) {
    assertThat(run.exitCode()).isZero();
    return run.out().lines().skip(1).map(line -> line.substring(0, 6)).distinct().toList();
  }

  @Test
  void screenChoosesSchoolsOfAnyOfTheGrades() {
    assertThat(urns(screen("--ofsted", "inadequate"))).containsExactly("900005", "900007");
    assertThat(urns(screen("--ofsted", "Requires improvement"))).containsExactly("900003");
    assertThat(urns(screen("--ofsted", "requires-improvement", "--ofsted", "GOOD")))
        .containsExactly("900001", "900003");
    assertThat(urns(screen("--ofsted", "outstanding"))).isEmpty();
  }

  @Test
  void screenChoosesSchoolsWithAtMostSoManyPupils() {
    assertThat(urns(screen("--pupils-at-most", "94"))).containsExactly("900005");
    assertThat(urns(screen("--pupils-at-most", "95"))).containsExactly("900005", "900007");
    assertThat(urns(screen("--pupils-at-most", "95", "--ofsted", "good"))).isEmpty();
  }

  @Test
  void anUnknownGradeIsRefused() {
    screen("--ofsted", "satisfactory")
        .isRefused(
            "--ofsted: `satisfactory` is not an Ofsted grade; expected `outstanding`, `good`,"
                + " `requires-improvement` or `inadequate`");
  }

  @Test
  void aNumberOfPupilsIsANumber() {
    screen("--pupils-at-most", "few").isRefused("`few` is not a value of NUMBER");
  }
}
