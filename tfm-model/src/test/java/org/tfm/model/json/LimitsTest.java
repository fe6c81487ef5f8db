package org.tfm.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.document.Application;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.problem.InvalidInputException;

/** Limits on the size of documents, which bound the time and memory for reading them. */
class LimitsTest {

  private static final String OFFERING =
      "\"offering\":{\"hub\":\"cheshire-wirral\",\"type\":\"primary-development\",\"year\":\"2022/23\"}";
  private static final String APPLICATION = OFFERING + ",\"school\":{\"urn\":100008},";

  private static String refusal(String json, Class<?> type) {
    try {
      TfmJson.read(json, type);
      return "";
    } catch (InvalidInputException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String times(int count, String one) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> one.replace("#", String.valueOf(i)))
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          history          | 1000 | {"type":"primary-readiness","year":"2021/22"}
          leadParticipants | 100  | {"releaseDays":5}
          placeWith        | 1000 | 100009
          """)
  void listsOfAnApplicationAreLimited(String key, int most, String one) {
    String start = "{" + APPLICATION + "\"" + key + "\":[";
    assertLimited(
        "application",
        Application.class,
        start + times(most, one) + "]}",
        start + times(most + 1, one) + "]}",
        "`" + key + "` (line 1): " + (most + 1) + " entries; expected at most " + most);
  }

  @Test
  void schoolsOfAGroupAreLimited() {
    String start = "{" + OFFERING + ",\"schools\":[";
    assertLimited(
        "group",
        WorkGroup.class,
        start + times(1_000, "{\"urn\":100008}") + "]}",
        start + times(1_001, "{\"urn\":100008}") + "]}",
        "`schools` (line 1): 1001 entries; expected at most 1000");
  }

  @Test
  void sessionsOfAGroupAreLimited() {
    String start = "{" + OFFERING + ",\"sessions\":[";
    assertLimited(
        "group",
        WorkGroup.class,
        start + times(366, "{\"number\":#}") + "]}",
        start + times(366, "{\"number\":#}") + ",{\"number\":1}]}",
        "`sessions` (line 1): 367 entries; expected at most 366");
  }

  @Test
  void answersAreLimited() {
    String start = "{" + APPLICATION + "\"answers\":{";
    assertLimited(
        "application",
        Application.class,
        start + times(1_000, "\"a#\":true") + "}}",
        start + times(1_001, "\"a#\":true") + "}}",
        "`answers` (line 1): 1001 entries; expected at most 1000");
  }

  @Test
  void wordsOfAnAnswerAreLimited() {
    String start = "{" + APPLICATION + "\"answers\":{\"a\":[";
    assertLimited(
        "application",
        Application.class,
        start + times(1_000, "\"x#\"") + "]}}",
        start + times(1_001, "\"x#\"") + "]}}",
        "`answers.a` (line 1): 1001 entries; expected at most 1000");
  }

  /** Asserts that reader and schema accept the first document and refuse the second. */
  private static void assertLimited(
      String schema, Class<?> type, String most, String tooMany, String message) {
    assertThat(refusal(most, type)).isEmpty();
    assertThat(Validator.of(schema).errors(tree(most))).isEmpty();
    assertThat(refusal(tooMany, type)).contains(message);
    assertThat(Validator.of(schema).errors(tree(tooMany))).isNotEmpty();
  }

  private static JsonNode tree(String json) {
    return TfmJson.reader().tree(json);
  }

  @Test
  void aDocumentHasAtMostSixtyLevels() {
    assertThat(refusal("[".repeat(60) + "]".repeat(60), Application.class))
        .isEqualTo("expected an object");
    assertThat(refusal("[".repeat(61) + "]".repeat(61), Application.class))
        .endsWith("the document is nested more than 60 levels deep");
  }

  @Test
  void aTextHasAtMostTwoHundredThousandCharacters() {
    String start = "{" + APPLICATION + "\"headteacherStatement\":\"";
    assertThat(refusal(start + "x".repeat(200_000) + "\"}", Application.class)).isEmpty();
    assertThat(refusal(start + "x".repeat(200_001) + "\"}", Application.class))
        .endsWith("a text has more than 200,000 characters");
  }

  @Test
  void aKeyHasAtMostTwoHundredCharacters() {
    assertThat(refusal("{" + APPLICATION + "\"" + "k".repeat(200) + "\":1}", Application.class))
        .contains("unknown key");
    assertThat(refusal("{" + APPLICATION + "\"" + "k".repeat(201) + "\":1}", Application.class))
        .endsWith("a key has more than 200 characters");
  }

  @Test
  void aNumberHasAtMostSixtyCharacters() {
    String start = "{" + APPLICATION + "\"placeWith\":[";
    assertThat(refusal(start + "1".repeat(60) + "]}", Application.class))
        .endsWith("` is out of range for a whole number");
    assertThat(refusal(start + "1".repeat(61) + "]}", Application.class))
        .endsWith("a number has more than 60 characters");
  }

  @Test
  void aDocumentHasAtMostAMillionKeysValuesAndBrackets() {
    assertThat(tree("[" + "1,".repeat(999_997) + "1]")).hasSize(999_998);
    assertThat(refusal("[" + "1,".repeat(999_998) + "1]", Application.class))
        .endsWith("the document has more than 1,000,000 keys, values and brackets");
  }

  @Test
  void aDocumentHasAtMostSixteenMillionCharacters() {
    assertThat(tree("[" + " ".repeat(15_900_000) + "]")).isEmpty();
    assertThat(refusal("[" + " ".repeat(16_100_000) + "]", Application.class))
        .endsWith("the document has more than 16,000,000 characters");
  }

  /** Documents that make insecure readers instantiate any class. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"@class\":\"javax.script.ScriptEngineManager\"",
        "\"@type\":\"com.sun.rowset.JdbcRowSetImpl\"",
        "\"school\":[\"javax.script.ScriptEngineManager\",{}]",
        "\"answers\":{\"@class\":\"java.util.HashMap\"}",
        "\"answers\":{\"x\":[\"java.net.URL\",[\"urn:x\"]]}",
        "\"answers\":{\"x\":{\"@class\":\"java.net.URL\"}}",
        "\"headteacherStatement\":{\"@type\":\"java.lang.String\",\"value\":\"x\"}"
      })
  void theNameOfAClassIsNeverInstantiated(String part) {
    assertThat(refusal("{" + OFFERING + "," + part + "}", Application.class))
        .isNotEmpty()
        .doesNotContain("Exception");
    assertThat(TfmJson.mapper().getDeserializationConfig().getDefaultTyper(null)).isNull();
  }
}
