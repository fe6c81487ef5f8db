package org.tfm.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlanksTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x09, 0x0A, 0x0D, 0x20, 0x7F, 0x85, 0xA0, 0xAD, 0x115F, 0x1680, 0x180E, 0x2000,
        0x2007, 0x200B, 0x200C, 0x200D, 0x200E, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x2800,
        0x3000, 0x3164, 0xFEFF, 0xE0020
      })
  void charactersThatShowNothingAreBlank(int c) {
    String text = Character.toString(c);
    assertThat(Blanks.isBlank(c)).isTrue();
    assertThat(Blanks.isBlank(" " + text + text)).isTrue();
    assertThat(Blanks.strip(text + "a" + text + "b" + text)).isEqualTo("a" + text + "b");
    assertThat(Blanks.strip(text + text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", ".", "-", "é", "—", "字", "ŷ", "🙂", "e\u0301"})
  void textsThatShowSomethingAreNotBlank(String text) {
    assertThat(Blanks.isBlank(text)).isFalse();
    assertThat(Blanks.isBlank("\u00A0" + text)).isFalse();
    assertThat(Blanks.strip(text)).isEqualTo(text);
  }

  @Test
  void everyWhiteSpaceOfJavaIsBlank() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)))
        .allMatch(Blanks::isBlank);
    assertThat(Blanks.isBlank("")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1\u00A00       | ; it contains a no-break space (U+00A0) at position 2
          ab\u200Bc      | ; it contains a zero width space (U+200B) at position 3
          \u3000a        | ; it contains an ideographic space (U+3000) at position 1
          🙂\uFEFF\u00A0 | ; it contains a zero width no-break space (U+FEFF) at position 3
          a b            | ''
          plain          | ''
          """)
  void aRemarkNamesTheFirstBlankOtherThanTheSpace(String value, String remark) {
    assertThat(Blanks.remark(value)).isEqualTo(remark);
  }
}
