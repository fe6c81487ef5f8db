package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "[a](https://b.uk), \\[a\\](https&#58;//b.uk)",
        "![a](/b), !\\[a\\](/b)",
        "<b>, &lt;b>",
        "a | b, a \\| b",
        "`a` *b* _c_ ~d~, \\`a\\` \\*b\\* \\_c\\_ \\~d\\~",
        "\\[a], \\\\\\[a\\]",
        "www.b.uk WWW.b.uk, www&#46;b.uk WWW&#46;b.uk",
        "a@b.uk, a&#64;b.uk",
        "&#91;a&lt;, &amp;#91;a&amp;lt;",
        "Cheshire & Wirral: £1.50; 5-10, Cheshire & Wirral: £1.50; 5-10"
      })
  void textIsNoMarkup(String text, String markdown) {
    assertThat(new Markdown().words(text).text()).isEqualTo(markdown);
  }

  @Test
  void aTextIsOneLineAndOneCell() {
    Markdown table =
        new Markdown()
            .item("a\nb")
            .head("A", "B")
            .row(Markdown.Cell.code("a`|\n\u202eb"), Markdown.Cell.of("\u2028|\r\n#"));
    assertThat(table.text())
        .isEqualTo("- a b\n| A | B |\n| --- | --- |\n| `a'\\| \uFFFDb` | \uFFFD\\|  # |");
  }
}
