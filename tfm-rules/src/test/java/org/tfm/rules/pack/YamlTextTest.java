package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.check.WorkedCases;

/** Words and numbers in YAML are read as written, and mistakes are explained. */
class YamlTextTest {

  private static final String TITLE = "    title: Flyer\n";

  private static JsonNode value(String written) {
    return Pack.yaml().tree("a: " + written + "\n").path("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0400",
        "-07",
        "0o17",
        "1_000",
        "0x10",
        "0b11",
        "+5",
        "1e3",
        "4.5e1",
        ".5",
        "5.",
        "12:30",
        "12:30:45",
        "190:20:30.15",
        ".inf",
        ".nan",
        "yes",
        "No",
        "NO",
        "YES",
        "on",
        "Off",
        "y",
        "N",
        "True",
        "FALSE",
        "~",
        "2026-11-22",
        "2001-12-14t21:59:43.10-05:00",
        "2022/23",
        "<<",
        "="
      })
  void whatOnlyYamlTakesForSomethingElseIsTheTextAsWritten(String written) {
    assertThat(value(written).isTextual()).isTrue();
    assertThat(value(written).textValue()).isEqualTo(written);
    assertThat(Pack.yaml().tree("[" + written + "]").get(0)).isEqualTo(value(written));
  }

  @Test
  void plainNumbersAndTrueFalseAndNullAreThemselves() {
    assertThat(List.of(value("400"), value("0"), value("-3"), value("4.50"), value("0.5")))
        .allMatch(JsonNode::isNumber)
        .extracting(JsonNode::asText)
        .containsExactly("400", "0", "-3", "4.5", "0.5");
    assertThat(value("true").isBoolean()).isTrue();
    assertThat(value("false").isBoolean()).isTrue();
    assertThat(value("null").isNull()).isTrue();
    assertThat(value("\"400\"").isTextual()).isTrue();
    assertThat(value("\"true\"").isTextual()).isTrue();
  }

  private static List<String> problems(String publisher) {
    return catchThrowableOfType(
            InvalidInputException.class,
            () -> Pack.parse(SmallPacks.files(publisher, SmallPacks.PACKAGE)))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  private static void titled(String written, String title) {
    Pack pack =
        Pack.parse(
            SmallPacks.files(
                SmallPacks.PUBLISHER.replace(TITLE, "    title: " + written + "\n"),
                SmallPacks.PACKAGE));
    assertThat(pack.publisher().sources().get("flyer"))
        .satisfies(source -> assertThat(source.title()).isEqualTo(title));
  }

  @Test
  void aTitleMayBeAWordOrANumberOfYaml() {
    titled("0400", "0400");
    titled("NO", "NO");
    titled("12:30", "12:30");
    titled("\"2025\"", "2025");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          2025         | `sources.flyer.title` (line 9): expected a text. Put the text in quotes
          true         | `sources.flyer.title` (line 9): expected a text. Put the text in quotes
          Policy: 2025 | line 9, column 18: this is not YAML: a text without quotes contains `: `, or the line is indented too far. Put the text in quotes, such as `title: "Policy: 2025"`
          Policy:      | line 9, column 18: this is not YAML: a text without quotes contains `: `, or the line is indented too far. Put the text in quotes, such as `title: "Policy: 2025"`
          @home        | line 9, column 12: this is not YAML: a text starts with a character that needs quotes. Put the text in quotes, such as `"@home"`
          %80          | line 9, column 12: this is not YAML: a text starts with a character that needs quotes. Put the text in quotes, such as `"@home"`
          [a, b        | line 10, column 14: this is not YAML: a list in brackets does not go on as expected. Separate values with commas, close every bracket, and put texts with commas or quotes in quotes
          "a" b        | line 9, column 16: this is not YAML: the line does not belong to the lines above it. Indent it like the lines beside it; put a text that starts with a quote or a bracket in quotes as a whole
          """)
  void aMistakeInATextIsExplainedOnItsLine(String written, String expected) {
    assertThat(problems(SmallPacks.PUBLISHER.replace(TITLE, "    title: " + written + "\n")))
        .containsExactly("folder/publisher.yaml: " + expected);
  }

  @Test
  void aTabAndANoBreakSpaceAreNamedOnTheirLine() {
    assertThat(problems(SmallPacks.PUBLISHER.replace(TITLE, "\ttitle: Flyer\n")))
        .containsExactly(
            "folder/publisher.yaml: line 9, column 1: this is not YAML: the line contains a tab"
                + " (U+0009). Indent with spaces");
    assertThat(problems(SmallPacks.PUBLISHER.replace(TITLE, "    title:\u00A0Flyer\n")))
        .containsExactly(
            "folder/publisher.yaml: line 9, column 11: this is not YAML: the line contains a"
                + " no-break space (U+00A0). Replace it with a space");
    assertThat(problems(SmallPacks.PUBLISHER.replace(TITLE, "    title Flyer\n")))
        .containsExactly(
            "folder/publisher.yaml: line 9, column 5: this is not YAML: the key has no colon."
                + " Write `key: value`, with a space after the colon");
    assertThat(problems(SmallPacks.PUBLISHER.replace(TITLE, "    title: \"Flyer\n")))
        .singleElement()
        .asString()
        .contains("this is not YAML: a text in quotes does not end. Add the closing quote");
  }

  @Test
  void mergeKeysAreUnknownKeysAndAKeyStandsOnce() {
    assertThat(problems(SmallPacks.PUBLISHER.replace(TITLE, TITLE + "    <<: { a: 1 }\n")))
        .singleElement()
        .asString()
        .startsWith("folder/publisher.yaml: `sources.flyer.<<` (line 10): unknown key");
    assertThat(problems(SmallPacks.PUBLISHER.replace(TITLE, TITLE + TITLE)))
        .containsExactly("folder/publisher.yaml: line 10, column 10: duplicate key");
  }

  private static WorkedCases cases(String urn, String expect) {
    return WorkedCases.read(
        "f",
        "offering: { hub: a, type: b, year: 2022/23 }\n"
            + "typical: { application: { school: { urn: "
            + urn
            + " } } }\n"
            + "cases:\n  - { name: one, application: {}, expect: { "
            + expect
            + " } }\n");
  }

  @Test
  void aVerdictNeedsNoQuotes() {
    assertThat(cases("900001", "verdict: YES")).isNotNull();
    assertThat(cases("900001", "verdict: NO, eligibility: \"NO\"")).isNotNull();
  }

  @Test
  void anAmountIsWrittenAsTheResultShowsIt() {
    assertThat(cases("900001", "amounts: { grant: GBP 1000.00, other: not stated }")).isNotNull();
    assertThat(
            catchThrowableOfType(
                    InvalidInputException.class,
                    () -> cases("900001", "amounts: { grant: \"£1,000\" }"))
                .problems())
        .singleElement()
        .hasToString(
            "f: the case `one`: the amount of `grant` is `£1,000`; expected one such as `GBP"
                + " 1000.00`, or `not stated`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the school | must have   | a plan  | the `verb` of the fact `f` is `must have`; the library adds `must` and `should` itself. Write the present tense, such as `has written`
          The school | has         | a plan  | the `subject` of the fact `f` starts with a capital, but is also used within sentences. Write it in lower case, such as `the school`
          the school | has         | a plan. | the `complement` of the fact `f` ends like a sentence; it is a part of one. Remove the last character
          """)
  void thePartsOfAFactMakeSentences(
      String subject, String verb, String complement, String expected) {
    assertThat(
            problems(
                SmallPacks.PUBLISHER
                    + "facts: { f: { kind: yes-no, subject: "
                    + subject
                    + ", verb: "
                    + verb
                    + ", complement: "
                    + complement
                    + " } }\n"))
        .containsExactly("folder/publisher.yaml:12: " + expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0900001", "900_001", "0xDBBA1", "9e5", "\"900001\""})
  void aNumberThatIsNotPlainIsReportedWithWhatToWrite(String urn) {
    assertThat(
            catchThrowableOfType(
                    InvalidInputException.class,
                    () -> cases(urn, "verdict: YES").run(PolicyBook.bundled()))
                .problems())
        .singleElement()
        .asString()
        .endsWith(
            "`school.urn`: expected a whole number. Write plain digits without quotes, such as"
                + " `1000`");
  }
}
