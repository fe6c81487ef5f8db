package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.EntitlementStatus;
import org.tfm.model.assessment.Verdict;
import org.tfm.rules.check.WorkedCases;
import org.tfm.rules.pack.SmallPacks;

/** A policy of sessions, attendance, and grants and charges of the year, from rules to results. */
class YearTest {

  private static final LocalDate DAY = LocalDate.of(2022, 9, 1);

  private static final PolicyBook BOOK =
      PolicyBook.builder()
          .files(
              SmallPacks.files(
                  "hub",
                  "2022/23",
                  "",
                  SmallPacks.rule(
                      "year",
                      String.join(
                          "\n    ",
                          "terms.group(\"online\").must(sessions().where(mode().is(ONLINE)).isAtMost(1));",
                          "terms.progress(\"attendance\").must(attendance().isAll());",
                          "terms.charge(\"missed\").of(pounds(75)).perSession().towards(PARTICIPATION)",
                          "    .when(missedWithoutNotice().isAtLeast(1));",
                          "terms.grant(\"evaluated\").of(pounds(500)).perSchool().towards(PARTICIPATION)",
                          "    .when(terms.answer(\"evaluation\").isConfirmed());"))))
          .build();

  private static final String CASES =
      """
      offering: { hub: hub, type: primary-development, year: 2022/23 }
      typical:
        application: { school: { urn: 900001 } }
        group: { sessions: [{ number: 1, mode: ONLINE }, { number: 2, mode: IN_PERSON }] }
        progress:
          school: { urn: 900001 }
          workshopsAttended: 6
          workshopsPlanned: 6
          missedWithoutNotice: 0
          answers: { evaluation: true }
      cases:
        - name: an application waits for the year
          application: {}
          expect:
            verdict: NOT_STATED
            entitlements: { missed: CONDITIONAL, evaluated: CONDITIONAL }
            amounts: { missed: GBP 75.00, evaluated: GBP 500.00 }
        - name: a full year
          progress: {}
          expect:
            verdict: "YES"
            entitlements: { missed: NOT_DUE, evaluated: FIRM }
        - name: a missed workshop costs money although the year falls short
          progress: { workshopsAttended: 5, missedWithoutNotice: 1 }
          expect:
            verdict: "NO"
            unmet: [attendance]
            entitlements: { missed: FIRM, evaluated: FIRM }
        - name: nothing is known of the year
          progress: { workshopsAttended: null, missedWithoutNotice: null, answers: { evaluation: null } }
          expect:
            verdict: MORE_INFORMATION_NEEDED
            missing: [attendance]
            entitlements: { missed: CONDITIONAL, evaluated: CONDITIONAL }
        - name: one online session is allowed
          group: {}
          expect: { verdict: "YES" }
        - name: two online sessions are too many
          group: { sessions: [{ number: 1, mode: ONLINE }, { number: 2, mode: ONLINE }] }
          expect: { verdict: "NO", unmet: [online] }
      """;

  @Test
  void theWorkedCasesOfAYearHold() {
    assertThat(WorkedCases.read("year.cases.yaml", CASES).run(BOOK))
        .hasSize(6)
        .allSatisfy(result -> assertThat(result.differences()).as(result.name()).isEmpty());
  }

  @Test
  void theProgressSaysWhyAChargeIsDue() {
    Decision decision =
        BOOK.decide(
            BOOK.readProgress(
                """
                {"offering": {"hub": "hub", "type": "primary-development", "year": "2022/23"},
                 "school": {"urn": 900001}, "workshopsAttended": 5, "workshopsPlanned": 6,
                 "missedWithoutNotice": 1}
                """),
            DAY);
    assertThat(decision.verdict()).isEqualTo(Verdict.NO);
    List<EntitlementFinding> entitlements = decision.assessment().entitlements();
    assertThat(entitlements)
        .extracting(EntitlementFinding::status)
        .containsExactly(EntitlementStatus.FIRM, EntitlementStatus.CONDITIONAL);
    assertThat(entitlements)
        .extracting(EntitlementFinding::sentence)
        .containsExactly(
            "A charge of £75 for each session missed, because the school has missed at"
                + " least 1 workshop without notice.",
            "£500 towards the cost of taking part if the school has taken part in the evaluation.");
    assertThat(entitlements.get(1).waitsFor())
        .extracting(missing -> missing.at())
        .containsExactly("answers.evaluation");
  }
}
