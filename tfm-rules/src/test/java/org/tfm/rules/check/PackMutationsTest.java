package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.check.CaseCoverage.Side;

/** Small mistakes in a tiny pack, and what its worked cases notice of them. */
class PackMutationsTest {

  private static final String PUBLISHER =
      """
      language: 1
      hub: here
      name: A hub
      year: 2024/25
      offers: [primary-development]
      sources:
        flyer: { title: A flyer, publisher: A hub, last-checked: 2025-01-01 }
      """;

  private static final String HEAD = "package here.y2024_25.primary_development\n";

  private static final String CASES =
      """
      offering: { hub: here, type: primary-development, year: 2024/25 }
      typical:
        application: { school: { urn: 900001 }, leadParticipants: [{ releaseDays: 10 }] }
      cases:
      """;

  @TempDir private Path folder;

  private static String rule(String name, String then) {
    return "rule \""
        + name
        + "\" @Cites(\"flyer: one\") when Offering( type == \"primary-development\" ) then\n    "
        + then
        + "\nend\n";
  }

  private PackFolder pack(String rules, String... cases) throws IOException {
    Files.writeString(folder.resolve("publisher.yaml"), PUBLISHER);
    Files.writeString(folder.resolve("primary-development.drl"), HEAD + rules);
    Files.writeString(
        folder.resolve("primary-development.cases.yaml"),
        CASES + "  - " + String.join("\n  - ", cases) + "\n");
    return PackFolder.read(folder);
  }

  private static final String DAYS =
      "terms.commitment(\"days\").must(combinedRelease().isAtLeast(days(10)));";

  private static final String TEN_DAYS =
      "{ name: ten days, application: {}, expect: { verdict: \"YES\" } }";

  private static final String NINE_DAYS =
      "{ name: nine days, application: { leadParticipants: [{ releaseDays: 9 }] },"
          + " expect: { unmet: [days] } }";

  private static final String JUST_UNDER =
      "{ name: nine and a half, application: { leadParticipants: [{ releaseDays: 9.5 }] },"
          + " expect: { unmet: [days] } }";

  @Test
  void aCaseThatIsADayShortDoesNotNoticeHalfADayLess() throws IOException {
    PackMutations found = PackMutations.of(pack(rule("days", DAYS), TEN_DAYS, NINE_DAYS));
    assertThat(found.mutants()).isEqualTo(4);
    assertThat(found.alive())
        .containsExactly(
            new PackMutations.Alive(
                folder + "/primary-development.drl:2",
                "primary-development",
                "days",
                "`the combined release time is at least 10 days` made"
                    + " `the combined release time is at least 9.5 days`"));
  }

  @Test
  void aCaseJustUnderTheBoundNoticesIt() throws IOException {
    assertThat(PackMutations.of(pack(rule("days", DAYS), TEN_DAYS, JUST_UNDER)).alive()).isEmpty();
  }

  @Test
  void whatNoDocumentCanShowIsNotCounted() throws IOException {
    PackMutations found =
        PackMutations.of(
            pack(
                rule("hub", "terms.eligibility(\"hub\").leftToHub();")
                    + rule(
                        "people",
                        "terms.commitment(\"people\").must(leadParticipants().isAtLeast(1));"),
                "{ name: one, application: {}, expect: { referred: [hub] } }"));
    // The strength of what is left to the hub, and a number of people of nought.
    assertThat(found.unseen()).isEqualTo(2);
    assertThat(found.alive()).extracting(PackMutations.Alive::term).containsOnly("people");
    assertThat(found.alive())
        .extracting(PackMutations.Alive::change)
        .contains("the strength MUST made SHOULD");
  }

  @Test
  void referralsWordsOperatorsAndAmountsAreChanged() throws IOException {
    PackMutations found =
        PackMutations.of(
            pack(
                rule(
                        "phase",
                        "terms.eligibility(\"phase\").should(not(phase().in(PRIMARY, NURSERY)))"
                            + ".referWhen(country().is(WALES));")
                    + rule(
                        "roles",
                        "terms.commitment(\"roles\").preferred(everyLeadParticipant(anyOf("
                            + "roles().includesAny(MATHS_LEAD), yearsTeaching().isBetween(2, 3))));")
                    + rule(
                        "grant",
                        "terms.grant(\"grant\").of(pounds(1)).perSchool().towards(RELEASE_TIME)"
                            + ".when(place().is(ACCEPTED));"),
                "{ name: nothing said, application: { leadParticipants: null }, expect: {} }"));
    assertThat(found.alive())
        .extracting(PackMutations.Alive::change)
        .contains(
            "a `not` dropped",
            "`NURSERY` dropped from the words of phase",
            "every made some",
            "any of several made all of them",
            "GBP 1.00 made GBP 0.00",
            "GBP 1.00 made GBP 2.00",
            "GBP 1.00 made not stated",
            "the condition dropped")
        .anyMatch(change -> change.endsWith("is from 2 to 4 years`"))
        .anyMatch(change -> change.endsWith("is at most 3 years`"))
        // A referral makes no difference to what the hub decides anyway.
        .doesNotContain("the referral dropped");
  }

  @Test
  void amountsAndDaysOfTheYearCanBeExpected() throws IOException {
    String grant =
        "rule \"grant\" @Cites(\"flyer: one\") @EffectiveFrom(\"2025-01-01\")"
            + " when Offering( type == \"primary-development\" ) then\n"
            + "    terms.grant(\"grant\").of(pounds(100)).perSchool().towards(RELEASE_TIME);\nend\n";
    CaseReport report =
        CaseReport.of(
            pack(
                rule("days", DAYS) + grant,
                "{ name: early, application: {}, expect: { amounts: { grant: not there } } }",
                "{ name: late, asOf: 2025-01-01, application: {},"
                    + " expect: { amounts: { grant: GBP 100.00 } } }",
                "{ name: wrong, asOf: 2025-01-01, application: {},"
                    + " expect: { amounts: { grant: GBP 99.00 } } }"));
    assertThat(report.cases()).isEqualTo(3);
    assertThat(report.failures()).hasSize(1);
    assertThat(report.failures().get(0).where())
        .isEqualTo(folder.resolve("primary-development.cases.yaml") + ":7");
    assertThat(report.failures().get(0).differences())
        .containsExactly("the amount of grant is GBP 100.00, expected GBP 99.00");
  }

  @Test
  void theCoverageCountsTheCasesOfEachSideAndNamesTheMissingOnes() throws IOException {
    CaseReport report = CaseReport.of(pack(rule("days", DAYS), TEN_DAYS, NINE_DAYS, JUST_UNDER));
    assertThat(report.coverage()).hasSize(1);
    CaseCoverage.Line line = report.coverage().get(0).coverage().lines().get(0);
    assertThat(line.term()).isEqualTo("days");
    assertThat(line.cases())
        .containsOnly(Map.entry(Side.MET, 1), Map.entry(Side.UNMET_OR_REFERRED, 2));
    assertThat(line.missing()).containsExactly(Side.EVIDENCE_MISSING);
  }

  @Test
  void everyCaseThatIsNoDocumentIsNamedAtOnce() throws IOException {
    PackFolder pack =
        pack(
            rule("days", DAYS),
            "{ name: one, application: { school: { phase: PRIMERY } }, expect: {} }",
            "{ name: two, progress: {}, expect: {} }");
    assertThatThrownBy(() -> CaseReport.of(pack))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("primary-development.cases.yaml:5: the case `one`")
        .hasMessageContaining("Maybe `PRIMARY`?")
        .hasMessageContaining("cases.yaml:6: the case `two`: typical");
  }
}
