package org.tfm.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.json.TfmJson;

class PrintableTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0",
        "\n",
        "\r",
        "\t",
        "\u001b",
        "\u007f",
        "\u009b",
        "\u00ad",
        "\u200b",
        "\u2028",
        "\u2029",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\ud800",
        "\udc00",
        "\u0085",
        "\udb40\udc00",
        "\udb40\udc41",
        "\udb40\udc7f",
        "\udb40\udd00"
      })
  void invisibleCharactersAreReplaced(String character) {
    assertThat(PrintableText.isVisible("a" + character + "b")).isFalse();
    assertThat(PrintableText.text("a" + character + "b")).isEqualTo("a\uFFFDb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "release-time", "£1,000 — “ten days”", "Ysgol Gynradd Ŵyn", "😀 学校"})
  void visibleCharactersAreKept(String text) {
    assertThat(PrintableText.isVisible(text)).isTrue();
    assertThat(PrintableText.text(text)).isSameAs(text);
  }

  @Test
  void theFirstInvisibleCharacterIsFound() {
    assertThat(PrintableText.firstInvisible("a😀\u2028b\u202e")).hasValue(3);
    assertThat(PrintableText.firstInvisible("a😀")).isEmpty();
  }

  @Test
  void invisibleCharactersOfJsonAreEscaped() {
    String text = "a\u007f\u009b\u2028\u202e\udb40\udc41\ufeffé😀\nb";
    String json = TfmJson.write(Map.of("a", text));
    assertThat(json)
        .isEqualTo("{\"a\":\"a\\u007f\\u009b\\u2028\\u202e\\udb40\\udc41\\ufeffé😀\\nb\"}");
    assertThat(TfmJson.reader().tree(json).path("a").asText()).isEqualTo(text);
    assertThat(TfmJson.reader().tree(TfmJson.writePretty(Map.of("a", text))).path("a").asText())
        .isEqualTo(text);
    assertThat(TfmJson.writePretty(Map.of("a", text)).lines()).hasSize(3);
  }

  @Test
  void aProblemIsAlwaysOneLine() {
    Problem problem =
        Problem.of(ProblemCode.MALFORMED, "c%sd", "\u001b[2J").withHint("e\r\nf").inFile("a\nb");
    assertThat(problem).hasToString("a\uFFFDb: c\uFFFD[2Jd. e\uFFFD\uFFFDf");
    assertThat(problem.arguments()).containsExactly("\uFFFD[2J");
    assertThat(new InvalidInputException(problem)).message().hasLineCount(1);
  }
}
