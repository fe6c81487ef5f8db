package org.tfm.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0", "\n", "\r", "\t", "\u001b", "\u007f", "\u009b", "\u00ad", "\u200b", "\u2028",
        "\u2029", "\u202e", "\u2066", "\ufeff", "\ud800", "\udc00"
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
  void aProblemIsAlwaysOneLine() {
    Problem problem =
        Problem.of(ProblemCode.MALFORMED, "c%sd", "\u001b[2J").withHint("e\r\nf").inFile("a\nb");
    assertThat(problem).hasToString("a\uFFFDb: c\uFFFD[2Jd. e\uFFFD\uFFFDf");
    assertThat(problem.arguments()).containsExactly("\uFFFD[2J");
    assertThat(new InvalidInputException(problem)).message().hasLineCount(1);
  }
}
