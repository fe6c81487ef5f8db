package org.tfm.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tfm.examples.text.TextReport;

class DemoTest {

  @Test
  void itShowsAYesANoAndAQuestion() {
    assertThat(Demo.report())
        .contains("Verdict: YES", "Verdict: NO", "Verdict: MORE INFORMATION NEEDED")
        .contains("FIRM: £1,000 for each school towards release time")
        .contains("The combined release time must be at least 10 days; read: 9 days.")
        .contains("Which work groups has the school taken part in")
        .contains("cheshire-wirral-2022-23-development-application")
        .doesNotContain("1234567", "2345678", "The whole staff");
    assertThat(Demo.report().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(TextReport.WIDTH));
  }
}
