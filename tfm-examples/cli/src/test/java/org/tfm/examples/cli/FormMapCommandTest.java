package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.examples.cli.Commands.tfm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.examples.cli.Commands.Run;
import org.tfm.model.intake.FormMap;
import org.tfm.rules.pack.Pack;

class FormMapCommandTest {

  @TempDir Path folder;
  private Path in;
  private Path map;

  @BeforeEach
  void paths() {
    in = folder.resolve("responses.csv");
    map = folder.resolve("own.form.yaml");
  }

  private Run propose(String... more) {
    return tfm(
        Stream.concat(
                Stream.of(
                    "form-map",
                    in.toString(),
                    "--hub",
                    "cheshire-wirral",
                    "--type",
                    "primary-development",
                    "--year",
                    "2022/23"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void aProposalIsReadableAndBatchRefusesItUntilItIsChecked() throws IOException {
    Files.writeString(
        in,
        """
        Timestamp,Email Address,School URN,Name,TRN,Name,TRN,"Please say: is the school committed to teaching for mastery?",Anything else?
        02/03/2022 17:05:09,a@example.org,100008,Teacher A,19/28374,Teacher B,2938475,"Yes, we are",
        """);
    Run run = propose("--out", map.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    String text = Files.readString(map);
    assertThat(text).doesNotContain("Teacher A", "28374", "example.org");
    FormMap read = Pack.readYaml(text, FormMap.class);
    assertThat(read.columns())
        .extracting(column -> column.to())
        .contains("leadParticipants[1].trn");
    assertThat(read.ignore().orElseThrow()).containsExactly("Email Address");
    Path out = folder.resolve("out.csv");
    Run unsure = tfm("batch", in.toString(), out.toString(), "--form", map.toString());
    if (text.contains("unsure: true")) {
      unsure.isRefused("then delete `unsure: true`");
    }
    Files.writeString(map, text.replaceAll("(?m)^ *unsure: true.*\\n", ""));
    Run sure = tfm("batch", in.toString(), out.toString(), "--form", map.toString());
    assertThat(sure.exitCode()).as(sure.err()).isZero();
    assertThat(Files.readAllLines(out)).hasSize(2);
  }

  @Test
  void theMapIsPrintedWithoutAFileAndNeverOverwritesOne() throws IOException {
    Files.writeString(in, "Responses\n\nName,Notes: all\nTeacher A,x\n");
    Run run = propose();
    assertThat(run.out())
        .isEqualTo(
            """
            # A form map: which heading stands for which place in an application.
            # `tfm batch FILE OUT --form THIS` assesses the rows of the form.
            form: application
            constants:
              offering.hub: cheshire-wirral
              offering.type: primary-development
              offering.year: 2022/23
            columns:
              - heading: Name
                to: "leadParticipants[0].name"
            carry:
              - "Notes: all" # not recognised
            """);
    assertThat(run.err())
        .isEqualTo(
            """
            2 columns: 0 to check, 1 not read
            No column gives the URN of the school. Add one to the map.
            The headings are not in the first row. What stands above them is not read.
            """);
    Files.writeString(map, "mine");
    propose("--out", map.toString()).isRefused("there is a file of this name");
    propose("--out", in.toString()).isRefused("the input cannot be written to");
    assertThat(map).hasContent("mine");
  }

  @Test
  void whatStandsAboveTheHeadingsIsNamed() throws IOException {
    Files.writeString(in, "School,,Teacher\nURN,Phase,TRN\n100008,Primary,1928374\n");
    assertThat(propose().err())
        .isEqualTo(
            """
            3 columns: 0 to check, 0 not read
            The headings are not in the first row. What stands above them is not read.
            """);
  }

  @Test
  void aMapOfProgressIsProposedAndItsRowsAreAssessed() throws IOException {
    Files.writeString(
        in,
        """
        School URN,Release days,Workshops attended,Tasks completed,Notes
        100008,9.5 days,5,"Evaluation, reflective log",x
        """);
    Run run = propose("--document", "progress", "--out", map.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(map)
        .hasContent(
            """
            # A form map: which heading stands for which place in a report of progress.
            # `tfm batch FILE OUT --form THIS` assesses the rows of the form.
            form: progress
            constants:
              offering.hub: cheshire-wirral
              offering.type: primary-development
              offering.year: 2022/23
            columns:
              - heading: School URN
                to: school.urn
              - heading: Release days
                to: releaseDays
              - heading: Workshops attended
                to: workshopsAttended
              - heading: Tasks completed
                to: tasksCompleted
            carry:
              - Notes # not recognised
            """);
    Path out = folder.resolve("out.csv");
    Run batch = tfm("batch", in.toString(), out.toString(), "--form", map.toString());
    assertThat(batch.exitCode()).as(batch.err()).isZero();
    assertThat(Files.readString(out)).contains("they have taken 9.5 days of release time");
  }

  @Test
  void aMapOfExpressionsOfInterestSaysHowItIsUsed() throws IOException {
    Files.writeString(in, "Timestamp,URN\n02/03/2022 17:05:09,100008\n");
    assertThat(propose("--document", "interest").out())
        .startsWith(
            """
            # A form map: which heading stands for which place in an expression of interest.
            # `tfm batch FILE OUT --form MAP --interest-form THIS --interest FORM` joins them to applications.
            form: expression-of-interest
            """);
    propose("--document", "letter")
        .isRefused(
            "`letter` is not a DOCUMENT; expected `application`, `interest`, `progress` or"
                + " `group`");
  }

  @Test
  void aMapOfWorkGroupsIsProposedAndItsGroupsAreAssessed() throws IOException {
    Files.writeString(
        in,
        """
        Work group,Lead's role,School URN,Phase,Session 1 date,Session 1 host,Session 2,Notes
        North,Mastery Specialist,100008,Primary,12/10/2022,100008,TBC,x
        ,,100009,Primary,,,,
        """);
    Run run = propose("--document", "group", "--out", map.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEqualTo("8 columns: 0 to check, 1 not read\n");
    assertThat(map)
        .hasContent(
            """
            # A form map: which heading stands for which place in a work group.
            # `tfm batch FILE OUT --form THIS` assesses the rows of the form.
            form: group
            constants:
              offering.hub: cheshire-wirral
              offering.type: primary-development
              offering.year: 2022/23
            columns:
              - heading: Work group
                to: group
              - heading: "Lead's role"
                to: lead.role
              - heading: School URN
                to: "schools[].urn"
              - heading: Phase
                to: "schools[].phase"
              - heading: Session 1 date
                to: "sessions[0].date"
              - heading: Session 1 host
                to: "sessions[0].host"
              - heading: Session 2
                to: "sessions[1].date"
            carry:
              - Notes # not recognised
            """);
    Path out = folder.resolve("out.csv");
    Run batch = tfm("batch", in.toString(), out.toString(), "--form", map.toString());
    assertThat(batch.exitCode()).as(batch.err()).isZero();
    assertThat(Files.readString(out))
        .contains("The group must have 6 or 7 schools; it has 2 schools.");
  }

  @Test
  void aTableOfGroupsWithoutTheirNamesNeedsAConstant() throws IOException {
    Files.writeString(in, "School,Phase\nAsh Lane,Primary\n");
    assertThat(propose("--document", "group").err())
        .isEqualTo(
            """
            2 columns: 0 to check, 0 not read
            No column gives the URN of each school. Add one to the map.
            No column gives the name of the work group. Add one to the map, or add the constant `group` if all rows are of one work group.
            """);
  }

  @Test
  void whatIsNoTableOrNoOfferingIsRefused() throws IOException {
    propose().isRefused("there is no such file");
    Files.writeString(in, "");
    propose().isRefused("the file is empty; expected a row of headings");
    tfm("form-map", in.toString(), "--hub", "nowhere", "--type", "x", "--year", "2022/23")
        .isRefused("nowhere");
    tfm("form-map", in.toString()).isRefused("missing: ");
  }

  @Test
  void aTableOfAllColumnsIsRefusedInOneLine() throws IOException {
    String headings =
        IntStream.range(0, 16_384).mapToObj(i -> "Q" + i).collect(Collectors.joining(","));
    Files.writeString(in, headings + "\n" + ("x,".repeat(16_383) + "\n").repeat(100));
    Run run = propose();
    run.isRefused(
        "the table has 16384 columns with a heading; expected at most 1000. Delete the columns that"
            + " are not of the form");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void ambiguousDatesAndUnknownWordsAreSaidBeforeBatchRefusesThem() throws IOException {
    Files.writeString(
        in,
        """
        Timestamp,URN,Country,Teacher 1 role,"Lead participant 1: How many days is the person released for? (halves allowed)"
        02/03/22 17:05,100008,Englnd,Maths co-ordinator,2 days
        04/03/22 09:12,100009,Wales,Class teacher,half a day
        """);
    Run run = propose();
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            "unsure: true # 2 of 2 cells are not understood\n",
            "      Englnd: England\n",
            "\"Maths co-ordinator\": \"\"\n",
            "and fill in each empty text; expected one of `Maths lead`, `Subject leader`",
            "to: \"leadParticipants[0].releaseDays\"\n",
            "unsure: true # 1 of 2 cells are not understood");
  }
}
