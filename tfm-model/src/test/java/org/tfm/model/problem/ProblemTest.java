package org.tfm.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tfm.model.json.TfmJson;

class ProblemTest {

  private static final Problem MISSING = Problem.of(ProblemCode.MISSING, "missing");

  @Test
  void aProblemHasPlaceSentenceAndHint() {
    Problem unknown = Problem.of(ProblemCode.UNKNOWN_KEY, "unknown key").withHint("Maybe `c`?");
    assertThat(unknown.atValue("/a/b")).hasToString("a.b: unknown key. Maybe `c`?");
    assertThat(MISSING).hasToString("missing");
    assertThat(MISSING.inPart("--on").inFile("x.json")).hasToString("x.json: --on: missing");
    assertThat(MISSING.inFile("x.json")).hasToString("x.json: missing");
  }

  @Test
  void aKeyIsQuotedAndFollowedByItsLine() {
    Problem problem = MISSING.atKey("/leadParticipants/1/trn", 7).inFile("x.json");
    assertThat(problem).hasToString("x.json: `leadParticipants[1].trn` (line 7): missing");
    assertThat(problem.file()).contains("x.json");
    assertThat(problem.pointer()).contains("/leadParticipants/1/trn");
    assertThat(problem.line()).hasValue(7);
    assertThat(problem.column()).isEmpty();
    assertThat(problem.whereInFile()).isEqualTo("`leadParticipants[1].trn`");
  }

  @Test
  void aKeyOfMoreThanSixtyCharactersIsNotShown() {
    assertThat(MISSING.atKey("/a/" + "b".repeat(60)))
        .hasToString("`a." + "b".repeat(60) + "`: missing");
    Problem longer = MISSING.atKey("/a/" + "b".repeat(61));
    assertThat(longer).hasToString("`a.…`: missing");
    assertThat(longer.pointer()).contains("/a/" + "b".repeat(61));
  }

  @Test
  void theWholeDocumentHasNoPlace() {
    assertThat(MISSING.atKey("", 1)).hasToString("missing");
    assertThat(MISSING.atKey("", 1).line()).hasValue(1);
  }

  @Test
  void aPlaceInAFileIsFileLineAndColumn() {
    Problem problem = MISSING.inFile("grant.drl", 12, 3).inFolder("here/pack");
    assertThat(problem).hasToString("here/pack/grant.drl:12:3: missing");
    assertThat(problem.file()).contains("here/pack/grant.drl");
    assertThat(problem.line()).hasValue(12);
    assertThat(problem.column()).hasValue(3);
    assertThat(problem.whereInFile()).isEmpty();
  }

  @Test
  void theLineOfTheFileComesBeforeTheLineInTheDocument() {
    Problem problem = MISSING.atKey("/a", 2).inPart("the case `x`").inFile("a.yaml", 9);
    assertThat(problem).hasToString("a.yaml:9: the case `x`: `a` (line 2): missing");
    assertThat(problem.line()).hasValue(9);
    assertThat(problem.whereInFile()).isEqualTo("the case `x`: `a`");
  }

  @Test
  void aTextOfOneLineHasNoLineNumber() {
    Problem problem = MISSING.inText(OptionalLong.of(1), OptionalInt.of(5));
    assertThat(problem).hasToString("line 1, column 5: missing");
    assertThat(problem.inOneLine()).hasToString("column 5: missing");
    assertThat(MISSING.inText(OptionalLong.of(1), OptionalInt.empty()))
        .hasToString("line 1: missing");
  }

  @Test
  void theArgumentsAreTheValuesOfTheSentence() {
    Problem problem = Problem.of(ProblemCode.TOO_MUCH, "%s cases; at most %s", 12, "1,000");
    assertThat(problem.what()).isEqualTo("12 cases; at most 1,000");
    assertThat(problem.arguments()).containsExactly("12", "1,000");
    assertThat(Problem.of(ProblemCode.MALFORMED, "100%s").what()).isEqualTo("100%s");
  }

  @Test
  void theJsonFormHasCodePlaceSentenceAndHint() {
    assertThat(TfmJson.write(MISSING.withHint("Look").inFile("a.yaml", 9, 2)))
        .isEqualTo(
            "{\"code\":\"MISSING\",\"file\":\"a.yaml\",\"line\":9,\"column\":2,"
                + "\"where\":\"a.yaml:9:2\",\"what\":\"missing\",\"hint\":\"Look\"}");
    assertThat(TfmJson.write(MISSING.atKey("/leadParticipants/0/trn", 3)))
        .isEqualTo(
            "{\"code\":\"MISSING\",\"pointer\":\"/leadParticipants/0/trn\",\"line\":3,"
                + "\"where\":\"`leadParticipants[0].trn` (line 3)\",\"what\":\"missing\","
                + "\"hint\":\"\"}");
    assertThat(TfmJson.write(MISSING))
        .isEqualTo("{\"code\":\"MISSING\",\"where\":\"\",\"what\":\"missing\",\"hint\":\"\"}");
  }

  @Test
  void anInvalidInputCarriesEveryProblemInOrder() {
    InvalidInputException e =
        new InvalidInputException(List.of(MISSING.inPart("b"), MISSING.inPart("a")));
    assertThat(e).hasMessage("b: missing\na: missing");
    assertThat(e.in("x.json")).hasMessage("x.json: b: missing\nx.json: a: missing");
    assertThat(e.problems()).hasSize(2);
  }

  @Test
  void anExceptionHasItsMessageAndAProblemForEachLineAfterSerialisation() throws Exception {
    InvalidInputException before =
        new InvalidInputException(List.of(MISSING.atKey("/a", 3), MISSING.inFile("x.json")));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(before);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      InvalidInputException after = (InvalidInputException) in.readObject();
      assertThat(after).hasMessage(before.getMessage());
      assertThat(after.problems()).hasSize(2);
    }
  }

  @Test
  void aFaultOfTheProgramShowsNoMessageOfAnException() {
    assertThat(Problem.ofFault(new ArithmeticException("a name")))
        .hasToString(
            "the program failed here (ArithmeticException); this is a fault of the program, not of"
                + " the input");
  }
}
