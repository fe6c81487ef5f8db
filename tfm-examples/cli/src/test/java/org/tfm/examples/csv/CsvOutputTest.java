package org.tfm.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvOutputTest {

  private static String written(String cell) {
    StringWriter text = new StringWriter();
    CsvOutput.direct(text).write(List.of("a", cell));
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠1", "' =1'", "'\u00a0=1'"})
  void noCellStartsAFormula(String cell) {
    assertThat(written(cell)).isEqualTo("a,'" + cell + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "\n", "\u001b", "\u009b", "\u202e", "\u2066", "\u2028", "\ufeff"})
  void noCellHidesAFormula(String hidden) {
    assertThat(written(hidden + "=1")).isEqualTo("a,' =1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u0007", "\n", "\u202e", "\u2069", "\u2028", "\u2029", "\u200b", "\udb40\udc41"})
  void aCellHasNoInvisibleCharacter(String hidden) {
    assertThat(written("b" + hidden + "c")).isEqualTo("a,b c\n");
  }
}
