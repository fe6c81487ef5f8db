package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tfm.model.document.Application;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.json.TfmJson;

class RiverValleyTest {

  private static Assessment assess(String hub) {
    Application application =
        TfmJson.read(
            """
            {
              "offering": {"hub": "%s", "type": "primary-sustaining", "year": "2025/26"},
              "school": {"urn": 900001, "phase": "PRIMARY"},
              "leadParticipants": [{"releaseDays": 5.5}]
            }
            """
                .formatted(hub),
            Application.class);
    return RiverValley.book()
        .terms(application.offering(), application.school().kind())
        .assess(application);
  }

  @Test
  void thePackInTheJarDecidesOnTopOfTheNationalOne() {
    Assessment assessment = assess("river-valley");
    assertTrue(
        assessment.unmet().stream()
            .anyMatch(
                finding ->
                    finding.term().equals("release-time")
                        && finding.provenance().pack().equals("river-valley/2025-26")),
        assessment.unmet()::toString);
    assertTrue(
        assessment.findings().stream()
            .anyMatch(finding -> finding.provenance().pack().startsWith("national")),
        assessment.findings()::toString);
    assertTrue(
        assessment.missing().stream()
            .anyMatch(
                fact -> fact.question().equals("Does the school have a maths action group?")),
        assessment.missing()::toString);
  }

  @Test
  void theNationalPolicyItselfStaysAsItIs() {
    assertEquals(
        0,
        assess("national").findings().stream()
            .filter(finding -> finding.term().equals("release-time"))
            .count());
  }
}
