package org.tfm.examples.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.examples.cli.Tfm;

class ScreenCommandTest {

  private static final Path REGISTER =
      Path.of("../../tfm-rules/register/src/test/resources/register/register.csv");
  private static final String COLUMNS =
      "URN,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code)\n";
  private static final String BAD_ROW = "bad,,,\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path register;

  @BeforeEach
  void copyTheRegister(@TempDir Path folder) throws IOException {
    register = folder.resolve("register.csv");
    Files.copy(REGISTER, register);
  }

  private int run(String... args) {
    return Tfm.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private int screen(String... more) {
    return run(
        Stream.concat(
            Stream.of(
                "screen", register.toString(), "--hub", "cheshire-wirral", "--year", "2022/23"),
            Stream.of(more)));
  }

  private int run(Stream<String> args) {
    return run(args.toArray(String[]::new));
  }

  @Test
  void rowsGoToStandardOutputAndTheSummaryToStandardError() {
    assertThat(screen()).isZero();
    assertThat(out.toString().lines().filter(row -> !row.contains(",primary-readiness,")))
        .hasSize(53)
        .startsWith(
            "urn,name,type,decision,terms,reasons,authority",
            "900001,Ash Lane Primary School,primary-development,ADMITS,,,")
        .contains(
            "900007,Gorse Non-Maintained Special School,primary-development,REFERS,"
                + "phase school-type,The school must be a primary school; it is a school without a"
                + " phase. The hub decides. The hub decides: the document mentions neither"
                + " special schools nor school funding.,");
    assertThat(err.toString())
        .startsWith(
            """
            Schools in the register     54
              open                      52
              closed or not yet open     2
              rows that cannot be used   0

            Primary Mastery Development, Cheshire & Wirral Maths Hub, 2022/23
              could join                10
            """);
  }

  @Test
  void theSummaryAloneLeavesStandardOutputEmpty() {
    assertThat(screen("--summary-only")).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("Schools in the register ");
  }

  @Test
  void badRowsAreNamedWithFileAndLineTwentyOfThemInFull() throws IOException {
    Files.writeString(register, COLUMNS + BAD_ROW.repeat(25));
    assertThat(screen()).isEqualTo(2);
    assertThat(err.toString().lines().limit(22))
        .startsWith(
            register
                + ":2: a text of 3 characters is not a URN; expected a number of 5 or 6 digits")
        .endsWith("5 more rows cannot be used", "");
    assertThat(err.toString()).contains("rows that cannot be used  25");
  }

  @Test
  void aMissingColumnIsTheOnlyThingPrinted() throws IOException {
    Files.writeString(
        register, Files.readString(register).replaceFirst("PhaseOfEducation \\(code\\)", "Phase"));
    assertThat(screen()).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .containsExactly(
            register
                + ":1: the column `PhaseOfEducation (code)` is missing. Maybe `PhaseOfEducation"
                + " (name)`?");
  }

  @Test
  void badRowsBeforeABrokenOneAreStillNamed() throws IOException {
    Files.writeString(register, COLUMNS + BAD_ROW + "100001,\"never closed");
    assertThat(screen()).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            register
                + ":2: a text of 3 characters is not a URN; expected a number of 5 or 6 digits",
            register
                + ":3: the register cannot be read from this row on."
                + " Maybe a quotation mark is not closed or not doubled?");
  }

  @Test
  void aFileThatIsNotThereIsNamed() throws IOException {
    Files.delete(register);
    assertThat(screen()).isEqualTo(2);
    assertThat(err.toString().strip()).isEqualTo(register + ": there is no such file");
  }

  @Test
  void aYearThatIsNoneIsRefused() {
    assertThat(run("screen", register.toString(), "--hub", "cheshire-wirral", "--year", "2022/25"))
        .isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("year: `2022/25` is not an academic year");
  }

  @Test
  void aRegisterWithoutAnyRowThatCanBeUsedIsBadInput() throws IOException {
    Files.writeString(register, Files.readString(register).replaceAll("(?m)^[0-9]+,", "x,"));
    assertThat(screen()).isEqualTo(2);
    assertThat(err.toString()).endsWith("No row can be used.\n");
  }

  @Test
  void anOutputThatTakesNoMoreIsReported() {
    PrintWriter closed = new PrintWriter(out);
    closed.close();
    assertThat(
            Tfm.run(
                closed,
                new PrintWriter(err, true),
                "screen",
                register.toString(),
                "--hub",
                "cheshire-wirral",
                "--year",
                "2022/23"))
        .isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "standard output: the answer cannot be written completely. Maybe the disk is full?\n");
  }

  @Test
  void theAreaOfAHubChoosesSchools() {
    assertThat(screen("--hub-area", "glow", "--summary-only")).isZero();
    assertThat(err.toString()).contains("open, but not known whether the options fit  52");
    assertThat(screen("--hub-area", "gloww")).isEqualTo(2);
    assertThat(err.toString()).contains("hub-area: unknown hub `gloww`. Maybe `glow`?");
  }
}
