package org.tfm.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tfm.examples.text.Page;

class DemoTest {

  @Test
  void itShowsAYesANoAndAQuestion() {
    assertThat(Demo.report())
        .startsWith(
            "Hill Lane Primary School: Primary Mastery Development, Cheshire & Wirral Maths Hub")
        .contains(
            "\nVerdict: YES. The application meets every requirement.",
            "\nVerdict: NO. The application does not meet 2 requirements.",
            "\nVerdict: MORE INFORMATION NEEDED. The answer depends on 4 open questions.")
        .contains("What the school gets\n  - £1,000")
        .contains("To answer", "What to do next")
        .doesNotContain("1234567", "2345678", "The whole staff");
    assertThat(Demo.report().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Page.WIDTH));
  }
}
