package org.tfm.examples.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.Participation;
import org.tfm.model.document.Role;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.school.Phase;

class CsvRowsTest {

  private static final String START = "offering.hub,offering.type,offering.year,school.urn";
  private static final String ROW = "cheshire-wirral,primary-development,2022/23,100008";

  /** The only row of a table with these columns beside those that are needed. */
  private static InputRow row(String columns, String cells) {
    return Batches.csvRows(START + "," + columns + "\n" + ROW + "," + cells + "\n").next();
  }

  private static Application application(String columns, String cells) {
    return row(columns, cells).application(Batches.BOOK::terms);
  }

  private static List<Problem> problems(InputRow row) {
    RowResult result = Batches.ASSESSOR.assess(row);
    assertThat(result).isInstanceOf(Rejected.class);
    return ((Rejected) result).problems();
  }

  private static void isRefused(String csv, String... messages) {
    assertThatThrownBy(() -> Batches.csvRows(csv))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(String.join("\n", messages));
  }

  @Test
  void thereAreAtMostAThousandColumns() {
    String others =
        IntStream.range(0, 996).mapToObj(i -> "answers.q" + i).collect(Collectors.joining(","));
    assertThat(application(others, ",".repeat(995)).school().urn()).isEqualTo(100_008);
    isRefused(
        "x,".repeat(1_000) + "x\n",
        "in.csv:1: the first line has 1001 columns; expected at most 1000");
  }

  @Test
  void unknownMissingAndRepeatedColumnsAreNamedAtOnce() {
    isRefused(
        "offering.hub,offering.type,school.phase,school.phase,URN,headteacherStatment,,zzz\n",
        "in.csv:1: the column `school.phase` appears more than once",
        "in.csv:1: the column `URN` is unknown. Maybe `school.urn`?",
        "in.csv:1: the column `headteacherStatment` is unknown. Maybe `headteacherStatement`?",
        "in.csv:1: column 7 has no name",
        "in.csv:1: the column `zzz` is unknown",
        "in.csv:1: the column `offering.year` is missing",
        "in.csv:1: the column `school.urn` is missing");
  }

  @Test
  void aPlaceInAListIsWrittenInOneWayOnly() {
    isRefused(
        START + ",history[].type,history[01].type\n",
        "in.csv:1: the column `history[].type` is unknown. Maybe `history[0].type` or"
            + " `history[1].type` or `history[2].type`?",
        "in.csv:1: the column `history[01].type` is unknown. Maybe `history[0].type` or"
            + " `history[1].type` or `history[2].type`?");
  }

  @Test
  void anIndexOfThreeDigitsIsPartOfAName() {
    for (String index : List.of("[100]", "[99999999]", "[99999999999]")) {
      assertThat(problems(row("answers.teachers" + index + ".number", "12")))
          .singleElement()
          .extracting(Problem::code)
          .isEqualTo(ProblemCode.INVALID_VALUE);
    }
  }

  @Test
  void theProblemsOfAShiftedRowRepeatNoCell() {
    List<Problem> problems =
        problems(
            row(
                "school.phase,school.establishmentType,leadParticipants[0].trn,"
                    + "leadParticipants[0].yearsTeaching,history[0].year,answers.teachers",
                "First Teacher,firsteacher,A Name,7654321,We support this,2345678"));
    assertThat(problems).hasSizeGreaterThan(4);
    assertThat(problems.toString() + problems.stream().map(Problem::arguments).toList())
        .doesNotContain("First", "firsteacher", "A Name", "7654321", "support", "2345678")
        .contains("…");
  }

  @Test
  void anEmptyFileIsRefused() {
    isRefused("", "in.csv: the file is empty; expected a first line with column names");
  }

  @Test
  void anEmptyCellIsNotGiven() {
    Application application =
        application("history,leadParticipants[0].trn,school.phase,answers.teachers", ", ,,");
    assertThat(application.history()).isEmpty();
    assertThat(application.leadParticipants()).isEmpty();
    assertThat(application.school().phase()).isEmpty();
    assertThat(application.answers().byFact()).isEmpty();
  }

  @Test
  void blanksOfEverySortAreBlankInHeadingsAndCells() {
    String blank = "\u00A0\u200B";
    Application application =
        application(
            blank
                + "school.phase"
                + blank
                + ",answers.teachers,leadParticipants[0].releaseDays,"
                + "headteacherStatement",
            "PRIMARY" + blank + "," + blank + "12" + blank + "," + blank + "," + blank);
    assertThat(application.school().phase()).hasValue(Phase.PRIMARY);
    assertThat(application.answers()).isEqualTo(Answers.of(Map.of("teachers", 12)));
    assertThat(application.leadParticipants()).isEmpty();
    assertThat(application.headteacherStatement()).isEmpty();
  }

  @Test
  void aBlankInsideAValueIsNamed() {
    assertThat(
            problems(
                row(
                    "school.phase,placeWith,answers.teachers,submittedOn,leadParticipants[0].trn",
                    "PRI\u200BMARY,x\u00A0001,1\u00A00,2022-05\u2011-3\u00A0x,A\u00A04567")))
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "`school.phase`: `…` is not a known value; it contains a zero"
                + " width space (U+200B) at position 4. Maybe `PRIMARY`?",
            "`placeWith[0]`: expected a whole number; it contains a no-break space (U+00A0) at"
                + " position 2",
            "`submittedOn`: expected a date such as `2022-05-03`; it contains a no-break space"
                + " (U+00A0) at position 11",
            "`leadParticipants[0].trn`: the text has characters other than digits; a TRN has seven"
                + " digits; it contains a no-break space (U+00A0) at position 2",
            "`answers.teachers`: expected a number that is not negative; it contains a no-break"
                + " space (U+00A0) at position 2");
  }

  @Test
  void aHistoryThatSaysNoneHasNothingInIt() {
    assertThat(application("history", "none").history()).hasValue(ImmutableList.of());
    assertThat(problems(row("history", "primary-readiness")))
        .extracting(Problem::toString)
        .containsExactly(
            "`history`: expected `none` or an empty cell. Give the type of a work group in"
                + " `history[0].type`");
    assertThat(
            problems(
                row("history,history[0].type,history[0].year", "none,primary-readiness,2021/22")))
        .extracting(Problem::toString)
        .containsExactly("`history`: `none` contradicts the work group that is given");
  }

  @Test
  void aListMayHoldSeveralWordsOrNone() {
    assertThat(roles("MATHS_LEAD; CLASS_TEACHER"))
        .hasValue(ImmutableSet.of(Role.MATHS_LEAD, Role.CLASS_TEACHER));
    assertThat(roles("none")).hasValue(ImmutableSet.of());
    assertThat(application("placeWith", "100001;100002").placeWith())
        .containsExactly(100_001, 100_002);
  }

  private static Optional<ImmutableSet<Role>> roles(String cell) {
    return application("leadParticipants[0].trn,leadParticipants[0].roles", "1234567," + cell)
        .leadParticipants()
        .orElseThrow()
        .get(0)
        .roles();
  }

  @Test
  void aWorkGroupOfTheHistoryHasItsColumns() {
    Participation.Builder participation = Participation.builder();
    participation.type("primary-readiness").year(AcademicYear.startingIn(2021)).completed(true);
    assertThat(
            application(
                    "history[0].type,history[0].year,history[0].hub,history[0].completed",
                    "primary-readiness,2021-22,,TRUE")
                .history()
                .orElseThrow())
        .containsExactly(participation.build());
  }

  @Test
  void aGapInAListIsNoPerson() {
    assertThat(problems(row("leadParticipants[0].trn,leadParticipants[1].trn", ",1234567")))
        .extracting(Problem::toString)
        .containsExactly(
            "`leadParticipants[0]`: lead participant 1 is empty, but lead participant 2 is not");
  }

  @ParameterizedTest
  @CsvSource({
    "school.phase, Primery, '`school.phase`: `…` is not a known value. Maybe" + " `PRIMARY`?'",
    "leadParticipants[0].releaseDays, five, '`leadParticipants[0].releaseDays`: expected a"
        + " number'",
    "leadParticipants[0].trn, 12345678, '`leadParticipants[0].trn`: the number has 8 digits; a TRN"
        + " has seven'",
    "submittedOn, soon, '`submittedOn`: expected a date such as `2022-05-03`'",
    "answers.committed-to-mastery, aye, '`answers.committed-to-mastery`: expected `true` or `false`'",
    "answers.teachers, '1,0', '`answers.teachers`: expected a number that is not negative'",
    "answers.comitted-to-mastery, true, '`answers.comitted-to-mastery`: no policy asks for"
        + " `comitted-to-mastery`. Maybe `committed-to-mastery`?'",
  })
  void aWrongCellIsReportedAsInJson(String column, String cell, String message) {
    assertThat(problems(row(column, "\"" + cell + "\"")))
        .extracting(Problem::toString)
        .containsExactly(message);
  }

  @Test
  void aRowWithTooFewFieldsIsRejectedAndTheNextIsRead() {
    CsvRows rows = Batches.csvRows(START + "\n" + "a,b\n\n" + ROW + "\n");
    InputRow bad = rows.next();
    assertThat(bad.line()).isEqualTo(2);
    assertThat(problems(bad))
        .containsExactly(
            Problem.of(
                ProblemCode.CONTRADICTION, "%s fields; the first line has %s column names", 2, 4));
    InputRow good = rows.next();
    assertThat(good.line()).isEqualTo(4);
    assertThat(Batches.ASSESSOR.assess(good)).isInstanceOf(Assessed.class);
    assertThat(rows.hasNext()).isFalse();
  }

  @Test
  void aRowThatIsTooLongIsRejectedAndTheNextIsRead() {
    CsvRows rows =
        Batches.csvRows(
            START + ",school.name\n" + ROW + "," + "x".repeat(1_100_000) + "\n" + ROW + ",y\n");
    assertThat(problems(rows.next()))
        .containsExactly(
            Problem.of(ProblemCode.TOO_MUCH, "the row is longer than %s characters", "1,000,000"));
    assertThat(Batches.ASSESSOR.assess(rows.next())).isInstanceOf(Assessed.class);
  }

  @Test
  void aQuotationMarkThatIsNeverClosedEndsTheReading() {
    CsvRows rows = Batches.csvRows(START + "\n" + ROW + "\n\"" + ROW + "\n");
    rows.next();
    assertThatThrownBy(rows::hasNext)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "in.csv:3: the file cannot be read from this row on; 1 line was not read."
                + " Maybe a quotation mark is not closed or not doubled?");
  }

  @Test
  void windows1252IsReadAsASpreadsheetSavesIt() throws IOException {
    String csv = START + ",school.name\n" + ROW + ",St Zoë’s\n";
    CsvRows rows =
        new CsvRows(
            "in.csv",
            "in.csv",
            new ByteArrayInputStream(csv.getBytes(Charset.forName("windows-1252"))),
            Optional.empty());
    assertThat(rows.next().application(Batches.BOOK::terms).school().name()).hasValue("St Zoë’s");
  }

  @Test
  void aProblemHasItsPartsBesideItsText() {
    assertThat(problems(row("leadParticipants[0].trn,leadParticipants[1].trn", ",1234567")).get(0))
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.MISSING);
              assertThat(problem.pointer()).contains("/leadParticipants/0");
              assertThat(problem.arguments())
                  .containsExactly("lead participant", "1", "lead participant", "2");
            });
  }
}
