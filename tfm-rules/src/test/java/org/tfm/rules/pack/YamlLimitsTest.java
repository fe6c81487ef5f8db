package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.check.WorkedCases;

/** YAML cannot name a class, and a short file cannot become huge. */
class YamlLimitsTest {

  private static void isRefused(String yaml, String message) {
    assertThatThrownBy(() -> Pack.yaml().tree(yaml))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [x]]]]",
        "language: !!java.net.URL [urn:x]",
        "language: !!int 1",
        "language: !own 1",
        "language: !!binary aGVsbG8=",
        "!!set { a, b }",
        "- ! x"
      })
  void aTagIsRefused(String yaml) {
    isRefused(yaml, "tags (`!name`) are not allowed. Remove it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &x 1\nb: 2",
        "a: [&x [1]]",
        "a: *x",
        "<<: *x",
        "&x a: 1",
        "*x : 1",
        "&x {a: 1}"
      })
  void anAnchorAndAnAliasAreRefused(String yaml) {
    isRefused(yaml, "anchors (`&name`) and aliases (`*name`) are not allowed. Write the part out");
  }

  @Test
  void aDocumentThatIsTooLongIsNotCalledBroken() {
    isRefused(
        "- abc\n".repeat(600_000),
        "the document has more than 3,145,728 characters. Divide it, or leave out what is not"
            + " needed");
    assertThat(Pack.yaml().tree("a: " + "b ".repeat(90_000)).path("a").isTextual()).isTrue();
  }

  @Test
  void theirLineIsNamed() {
    isRefused("a: 1\nb: &x 2\n", "line 2, column 4: anchors");
  }

  @Test
  void aFileThatMultipliesItselfIsRefusedAtItsFirstAnchor() {
    String bomb =
        "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
            + IntStream.range(1, 30)
                .mapToObj(
                    i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n")
                .collect(Collectors.joining());
    isRefused(bomb, "line 1, ");
  }

  @Test
  void quotedTextsMayStartAsTheyLike() {
    assertThat(Pack.yaml().tree("a: \"*x\"\nb: '!y'\nc: \"&z\"").path("a").asText())
        .isEqualTo("*x");
  }

  @Test
  void theNameOfAClassIsAnUnknownKey() {
    assertThatThrownBy(
            () ->
                Pack.parse(
                    SmallPacks.files(
                        SmallPacks.PUBLISHER + "\"@class\": java.net.URL\n", SmallPacks.PACKAGE)))
        .hasMessageContaining("`@class` (line 12): unknown key");
  }

  @Test
  void anEntryLeftEmptyIsNotPassedOver() {
    assertThatThrownBy(
            () ->
                Pack.parse(
                    SmallPacks.files(
                        SmallPacks.PUBLISHER + "facts:\n  rooms:\n", SmallPacks.PACKAGE)))
        .hasMessage(
            "folder/publisher.yaml: `facts.rooms` (line 13): expected keys with values, such as `key: value`");
  }

  @Test
  void yamlIsSixtyLevelsDeepAtMost() {
    assertThat(Pack.yaml().tree("[".repeat(60) + "]".repeat(60)).isArray()).isTrue();
    isRefused("[".repeat(61) + "]".repeat(61), "the document is nested more than 60 levels deep");
    isRefused("[".repeat(100_000), "the document is nested more than 60 levels deep");
  }

  private static String entries(int count, String one) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> one.replace("#", String.valueOf(i)))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          extends | 20  | extends: [ | base#, | ]
          facts   | 200 | facts: { | f#: { kind: yes-no, label: it is so, question: Is it so }, | }
          choices` of the fact `f | 200 | facts: { f: { kind: choice, label: it, question: Which one, choices: [ | x#, | ] } }
          """)
  void theListsOfAPublisherAreBounded(String key, int most, String start, String one, String end) {
    String publisher = SmallPacks.PUBLISHER.replace("extends: []\n", "");
    String enough = publisher + start + entries(most, one) + end + "\n";
    String tooMany = publisher + start + entries(most + 1, one) + end + "\n";
    assertThat(Pack.parse(SmallPacks.files(enough, SmallPacks.PACKAGE)).id()).isNotEmpty();
    assertThatThrownBy(() -> Pack.parse(SmallPacks.files(tooMany, SmallPacks.PACKAGE)))
        .hasMessageContaining(
            "`" + key + "` has " + (most + 1) + " entries; expected at most " + most);
  }

  @Test
  void theSourcesOfAPublisherAreBounded() {
    String one = "  s#: { title: T, publisher: P, last-checked: 2026-11-22 }\n";
    String publisher = SmallPacks.PUBLISHER.replace("sources:\n", "sources:\n" + entries(199, one));
    assertThat(Pack.parse(SmallPacks.files(publisher, SmallPacks.PACKAGE)).publisher().sources())
        .hasSize(200);
    assertThatThrownBy(
            () ->
                Pack.parse(
                    SmallPacks.files(
                        publisher.replace("sources:\n", "sources:\n" + one.replace("#", "x")),
                        SmallPacks.PACKAGE)))
        .hasMessageContaining("`sources` has 201 entries; expected at most 200");
  }

  @Test
  void aFileHasAThousandCasesAtMost() {
    String start = "offering: { hub: a, type: b, year: 2022/23 }\ntypical: { group: {} }\ncases:\n";
    String one = "  - { name: c#, group: {}, expect: {} }\n";
    assertThat(WorkedCases.read("f", start + entries(1_000, one)).file()).isEqualTo("f");
    assertThatThrownBy(() -> WorkedCases.read("f", start + entries(1_001, one)))
        .hasMessage("f: `cases`: 1001 cases; expected at most 1000");
  }
}
