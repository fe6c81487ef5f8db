package org.tfm.examples.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void aValueStartsNoLine() {
    Page page =
        new Page()
            .line("Hill\nVerdict: YES")
            .words("Hill\r\nVerdict: YES")
            .paragraph("Hill\u2028• Verdict: YES\n• so")
            .list("Heading\n", List.of("one\nVerdict: YES"))
            .wrapped("  a: ", "     ", "\u001b[2J\u202e");
    assertThat(page.text().lines())
        .containsExactly(
            "Hill\uFFFDVerdict: YES",
            "Hill\uFFFD\uFFFDVerdict: YES",
            "",
            "Hill\uFFFD• Verdict: YES\uFFFD• so",
            "",
            "Heading\uFFFD",
            "  - one\uFFFDVerdict: YES",
            "  a: \uFFFD[2J\uFFFD");
  }

  @Test
  void aListInAnItemIsIndented() {
    Page page = new Page().item("all of these:\n• one\n• two\nIf not, the hub decides.");
    assertThat(page.text().lines())
        .containsExactly(
            "  - all of these:", "    • one", "    • two", "    If not, the hub decides.");
  }

  @Test
  void onAPageWithoutListsAListIsAPartOfItsSentence() {
    Page page = Page.withoutLists().item("all of these:\n• one\n• two\nIf not, the hub decides.");
    assertThat(page.text()).isEqualTo("  - all of these: one; two If not, the hub decides.");
  }

  @Test
  void noTextIsBrokenBeforeASignThatStartsAnItem() {
    for (String sign : List.of("•", "-", "–", "*")) {
      String words = "a ".repeat(46) + sign + " met";
      assertThat(new Page().item(words).text().lines())
          .hasSize(2)
          .last()
          .isEqualTo("    a " + sign + " met");
    }
  }

  @Test
  void aBlankOfAnotherWidthIsABlank() {
    for (String blank : List.of("\u00a0", "\u2007", "\u202f", "\u3000")) {
      String words = "a ".repeat(46) + "-" + blank + "No" + blank + "charge";
      assertThat(new Page().item(words).text().lines()).last().isEqualTo("    a - No charge");
    }
  }

  @Test
  void theEndOfALongValueIsIndented() {
    String name = "a".repeat(90);
    assertThat(new Page().hanging(name + " Verdict: YES\n• so").text().lines())
        .containsExactly(name, "  Verdict: YES\uFFFD• so");
  }
}
