package org.tfm.examples.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tfm.examples.batch.Batches.Written;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

class JsonLinesTest {

  private static List<String> texts(String text) {
    return ImmutableList.copyOf(Batches.jsonLines(text)).stream()
        .map(row -> row.line() + " " + ((JsonRow) row).text())
        .toList();
  }

  private static List<Problem> problems(byte[] bytes) throws IOException {
    Written written =
        Batches.run(
            new JsonLines("in.jsonl", "in.jsonl", new ByteArrayInputStream(bytes)),
            RowFormat.JSON,
            1,
            1);
    assertThat(written.rejected()).hasSize(1);
    return written.rejected().get(0).problems();
  }

  @Test
  void blankLinesAreNoRowsButAreCounted() {
    assertThat(texts("\na\n\n \t\r\nb\n\n")).containsExactly("2 a", "5 b");
  }

  @Test
  void theLastLineNeedsNoEnd() {
    assertThat(texts("a\nb")).containsExactly("1 a", "2 b");
    assertThat(texts("")).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() {
    assertThat(texts("\uFEFFa\n\uFEFFb")).containsExactly("1 a", "2 \u00EF\u00BB\u00BFb");
  }

  @Test
  void linesLongerThanTheBufferAreWhole() {
    String one = "x".repeat(100_000);
    String two = "y".repeat(65_536);
    assertThat(texts(one + "\n" + two + "\nz")).containsExactly("1 " + one, "2 " + two, "3 z");
  }

  @Test
  void aMillionBytesAreALineAndOneMoreIsTooLong() throws IOException {
    assertThat(texts("x".repeat(JsonRow.LONGEST) + "\na").get(0)).hasSize(JsonRow.LONGEST + 2);
    byte[] long1 = ("x".repeat(JsonRow.LONGEST + 1) + "\n").getBytes(StandardCharsets.UTF_8);
    assertThat(problems(long1))
        .containsExactly(
            Problem.of(ProblemCode.TOO_MUCH, "the line is longer than %s bytes", "1,000,000"));
  }

  @Test
  void theLineAfterOneThatIsTooLongIsReadAsUsual() {
    String tooLong = "x".repeat(3 * JsonRow.LONGEST);
    assertThat(texts(tooLong + "\na")).containsExactly("1 ", "2 a");
  }

  @Test
  void aLineThatIsNotUtf8IsRejected() throws IOException {
    assertThat(problems(new byte[] {'"', (byte) 0xE9, '"'}))
        .containsExactly(Problem.of(ProblemCode.MALFORMED, "the line is not UTF-8 text"));
  }

  @Test
  void aJsonErrorNamesItsColumn() throws IOException {
    assertThat(problems("{\"offering\" 5".getBytes(StandardCharsets.UTF_8)))
        .extracting(Problem::where)
        .containsExactly("column 13");
  }

  @Test
  void noValueOfARowIsRepeated() {
    Written written =
        Batches.run(
            "{\"offering\":{\"hub\":\"boolean\",\"type\":\"primary-development\",\"year\":\"2024/25\"},"
                + "\"school\":{\"urn\":100008,\"phase\":\"Secret\"},"
                + "\"headteacherStatement\":[\"Secret\"],"
                + "\"leadParticipants\":[{\"name\":7,\"trn\":\"Secret\"}]}",
            RowFormat.JSON,
            1,
            1);
    assertThat(written.rejected()).hasSize(1);
    assertThat(written.rejected().get(0).problems()).hasSizeGreaterThan(2);
    assertThat(
            written.rejected().get(0).problems().stream().filter(p -> !p.where().contains("phase")))
        .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("Secret"));
  }

  @Test
  void aRowSaysOnlyWhereItIs() {
    assertThat(new JsonRow("in.jsonl", 7, "secret")).hasToString("in.jsonl:7");
  }

  @Test
  void anInputThatBreaksOffIsNotTakenForItsEnd() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("gone");
          }
        };
    JsonLines lines = new JsonLines("in.jsonl", "in.jsonl", broken);
    assertThatThrownBy(lines::hasNext)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("in.jsonl: the file cannot be read completely");
  }

  @Test
  void aWriteErrorEndsTheRun() {
    ByteArrayOutputStream none = new ByteArrayOutputStream();
    assertThatThrownBy(
            () ->
                new Batch(Batches.ASSESSOR, RowFormat.JSON, 2, 1)
                    .run(
                        Batches.jsonLines("{\n{\n{\n{\n{"),
                        (rows, rejected, soFar) -> {
                          none.write(rows);
                          if (soFar.rejected() == 2) {
                            throw new IOException("full");
                          }
                        }))
        .isInstanceOf(IOException.class)
        .hasMessage("full");
  }

  @Test
  void aLineWithoutAnEndIsNotReadForEver() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            return length;
          }
        };
    JsonLines rows = new JsonLines("zero", "zero", endless);
    assertThatThrownBy(rows::hasNext)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("zero:1: the line has more than 100,000,000 bytes; the rest is not read");
  }

  @Test
  void aRowOnWhichTheProgramFailsDoesNotEndTheBatch() {
    RowAssessor assessor =
        new RowAssessor(
            (offering, kind) -> {
              throw new ArithmeticException("a name");
            });
    List<InputRow> rows =
        ImmutableList.copyOf(
            Batches.jsonLines(
                "{\"offering\":{\"hub\":\"a\",\"type\":\"b\",\"year\":\"2022/23\"},"
                    + "\"school\":{\"urn\":100008}}\n["));
    assertThat(rows)
        .extracting(assessor::assess)
        .extracting(result -> ((Rejected) result).problems().get(0).toString())
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isEqualTo(
                        "the program failed here (ArithmeticException); this is a fault of the"
                            + " program, not of the input"),
            second -> assertThat(second).doesNotContain("the program failed"));
  }
}
