package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.Budget;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.rules.check.CaseCoverage.Side;

/** Small mistakes in a tiny pack, and the worked cases that detect them. */
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
                "`the lead participants are released for at least 10 days between them` changed to"
                    + " `the lead participants are released for at least 9.5 days between them`"));
  }

  @Test
  void tooManyCasesForTheMutantsAreRefused() throws IOException {
    PackFolder pack = pack(rule("days", DAYS), TEN_DAYS, NINE_DAYS);
    assertThatThrownBy(() -> PackMutations.of(pack, 3))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            folder
                + ": the rules and worked cases are too many to try every mutant on every case."
                + " Split the pack into several");
  }

  @Test
  void aCaseJustUnderTheBoundNoticesIt() throws IOException {
    assertThat(PackMutations.of(pack(rule("days", DAYS), TEN_DAYS, JUST_UNDER)).alive()).isEmpty();
  }

  @Test
  void anOutcomeThatNoDocumentCanShowIsNotCounted() throws IOException {
    PackMutations found =
        PackMutations.of(
            pack(
                rule("hub", "terms.eligibility(\"hub\").leftToHub();")
                    + rule(
                        "people",
                        "terms.commitment(\"people\").must(leadParticipants().isAtLeast(1));"),
                "{ name: one, application: {}, expect: { referred: [hub] } }"));
    // The strengths make no difference: one term is left to the hub, and the other is never unmet
    // because at least one person is named.
    assertThat(found.unseen()).isEqualTo(3);
    assertThat(found.alive()).extracting(PackMutations.Alive::term).containsOnly("people");
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
            "a `not` removed",
            "`NURSERY` removed from the words of phase",
            "every changed to some",
            "`anyOf` changed to `allOf`",
            "GBP 1.00 changed to GBP 0.00",
            "GBP 1.00 changed to GBP 2.00",
            "GBP 1.00 changed to not stated",
            "the condition removed")
        .anyMatch(change -> change.endsWith("has taught for 2 to 4 years`"))
        .anyMatch(change -> change.endsWith("has taught for at most 3 years`"))
        // The referral makes no difference, because the hub decides anyway.
        .doesNotContain("the referral removed");
  }

  @Test
  void amountsAndDaysOfTheYearCanBeExpected() throws IOException {
    String grant =
        "rule \"grant\" @Cites(\"flyer: one\") @EffectiveFrom(\"2025-01-01\")"
            + " when Offering( type == \"primary-development\" ) then\n"
            + "    terms.grant(\"grant\").of(pounds(100)).perSchool().towards(RELEASE_TIME);\n"
            + "    terms.grant(\"books\").amountNotStated().perSchool().towards(RELEASE_TIME);\nend\n";
    CaseReport report =
        CaseReport.of(
            pack(
                rule("days", DAYS) + grant,
                "{ name: early, application: {}, expect: { amounts: { grant: not there } } }",
                "{ name: late, asOf: 2025-01-01, application: {},"
                    + " expect: { amounts: { grant: GBP 100.00, books: not stated } } }",
                "{ name: wrong, asOf: 2025-01-01, application: {},"
                    + " expect: { amounts: { grant: GBP 99.00 } } }"));
    assertThat(report.cases()).isEqualTo(3);
    assertThat(report.failures()).hasSize(1);
    assertThat(report.failures().get(0).where())
        .isEqualTo(folder.resolve("primary-development.cases.yaml") + ":7");
    assertThat(report.failures().get(0).differences())
        .containsExactly("the amount of `grant` is GBP 100.00 instead of GBP 99.00");
  }

  @Test
  void theCoverageCountsTheCasesOfEachSideAndNamesTheMissingOnes() throws IOException {
    CaseReport report = CaseReport.of(pack(rule("days", DAYS), TEN_DAYS, NINE_DAYS, JUST_UNDER));
    assertThat(report.coverage()).hasSize(1);
    CaseCoverage.Line line = report.coverage().get(0).coverage().lines().get(0);
    assertThat(report.coverage().get(0).coverage().lines()).hasSize(1);
    assertThat(line.term()).isEqualTo("days");
    assertThat(line.aspect()).isEqualTo(Aspect.COMMITMENT);
    assertThat(line.cases())
        .containsOnly(Map.entry(Side.MET, 1), Map.entry(Side.UNMET_OR_REFERRED, 2));
    assertThat(line.missing()).containsExactly(Side.EVIDENCE_MISSING);
  }

  private static List<Side> missing(CaseReport report, String term) {
    return report.coverage().get(0).coverage().lines().stream()
        .filter(line -> line.term().equals(term))
        .flatMap(line -> line.missing().stream())
        .toList();
  }

  @Test
  void ofATermForSomeSchoolsOnlyWhatThoseCanShowIsMissed() throws IOException {
    String phase = "terms.eligibility(\"phase\").must(phase().is(PRIMARY));";
    String forPrimarySchools =
        rule("phase", phase).replace(") then", ") SchoolKind( phase == PRIMARY ) then");
    String group = "{ name: one, application: {}, expect: { missing: [days] } }";
    assertThat(missing(CaseReport.of(pack(rule("phase", phase), group)), "phase"))
        .containsExactly(Side.MET, Side.UNMET_OR_REFERRED);
    assertThat(missing(CaseReport.of(pack(forPrimarySchools, group)), "phase"))
        .containsExactly(Side.MET);
  }

  @Test
  void factsOfAReferralCanBeMissingToo() throws IOException {
    String rules =
        rule(
            "alone",
            "terms.eligibility(\"alone\").must(not(appliesIndividually().isConfirmed()))"
                + ".referWhen(phase().is(PRIMARY));");
    String referred =
        "{ name: primary, application: { school: { phase: PRIMARY } }, expect: { referred: [alone] } }";
    assertThat(missing(CaseReport.of(pack(rules, referred)), "alone"))
        .containsExactly(Side.MET, Side.EVIDENCE_MISSING);
    String unknown = "{ name: unknown, application: {}, expect: { missing: [alone] } }";
    assertThat(missing(CaseReport.of(pack(rules, unknown)), "alone"))
        .containsExactly(Side.MET, Side.UNMET_OR_REFERRED);
  }

  @Test
  void aTermWithoutAFigureIsExpectedToBeSilent() throws IOException {
    String rules = rule("size", "terms.commitment(\"size\").must(combinedRelease().isUnstated());");
    CaseReport report =
        CaseReport.of(
            pack(
                rules,
                "{ name: right, application: {}, expect: { silent: [size] } }",
                "{ name: wrong, application: {}, expect: {} }"));
    assertThat(report.failures())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.differences())
                    .containsExactly("`silent` is [size] instead of []"));
  }

  @Test
  void anAmountThatACaseExpectsIsNoticedWhenItChanges() throws IOException {
    PackMutations found =
        PackMutations.of(
            pack(
                rule(
                    "grant",
                    "terms.grant(\"grant\").of(pounds(100)).perSchool().towards(RELEASE_TIME)"
                        + ".when(place().in(ACCEPTED, NOT_OFFERED));"),
                "{ name: paid, application: { place: ACCEPTED },"
                    + " expect: { amounts: { grant: GBP 100.00 }, entitlements: { grant: FIRM } } }"));
    assertThat(found.alive())
        .extracting(PackMutations.Alive::change)
        .contains("in the condition, `NOT_OFFERED` removed from the words of place")
        .doesNotContain("in the condition, `ACCEPTED` removed from the words of place")
        .noneMatch(change -> change.startsWith("GBP"));
  }

  @Test
  void theStrengthOfWhatIsAlwaysMetCannotBeSeen() {
    Criterion alone = new Confirmed(Facts.APPLIES_INDIVIDUALLY);
    Criterion always = new AnyOf(ImmutableList.of(alone, new Not(alone)));
    assertThat(isVisible(always, Strength.SHOULD, Strength.PREFERRED)).isFalse();
    assertThat(isVisible(alone, Strength.SHOULD, Strength.PREFERRED)).isTrue();
  }

  @Test
  void aShouldDiffersFromAMustWhereEvidenceIsMissing() {
    assertThat(isVisible(new Confirmed(Facts.SPECIAL), Strength.MUST, Strength.SHOULD)).isTrue();
    assertThat(isVisible(new HubDecides(), Strength.MUST, Strength.SHOULD)).isFalse();
  }

  @Test
  void aReferralOfOtherSchoolsIsSeen() {
    assertThat(isVisibleWhenReferred("ENGLAND", "WALES")).isTrue();
    assertThat(isVisibleWhenReferred("WALES", "WALES")).isFalse();
  }

  private static boolean isVisibleWhenReferred(String one, String other) {
    Criterion special = new Confirmed(Facts.SPECIAL);
    return PackMutations.isVisible(
        term(special, Strength.MUST, Optional.of(in(one))),
        term(special, Strength.MUST, Optional.of(in(other))),
        Set.of(),
        Budget.of(100_000));
  }

  private static Criterion in(String country) {
    return new OneOf(Facts.COUNTRY, ImmutableSet.of(country));
  }

  private static boolean isVisible(Criterion criterion, Strength one, Strength other) {
    return PackMutations.isVisible(
        term(criterion, one, Optional.empty()),
        term(criterion, other, Optional.empty()),
        Set.of(),
        Budget.of(100_000));
  }

  private static Term term(Criterion criterion, Strength strength, Optional<Criterion> referral) {
    return new Requirement(
        "a-term",
        Aspect.ELIGIBILITY,
        strength,
        criterion,
        referral,
        new Citation("flyer", "page 1", Optional.empty()),
        Provenance.of("here", "a.drl", 1));
  }

  @Test
  void casesAreForAnOfferingOfThePack() throws IOException {
    PackFolder pack = pack(rule("days", DAYS), TEN_DAYS);
    assertThat(CaseReport.of(pack).cases()).isEqualTo(1);
    for (String other :
        List.of(
            CASES.replace("hub: here", "hub: there"),
            CASES.replace("type: primary-development", "type: primary-sustaining"),
            CASES.replace("2024/25", "2023/24"))) {
      Files.writeString(
          folder.resolve("primary-development.cases.yaml"), other + "  - " + TEN_DAYS + "\n");
      PackFolder changed = PackFolder.read(folder);
      assertThatThrownBy(() -> CaseReport.of(changed))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageMatching(
              ".*primary-development.cases.yaml:1: the cases are for .*,"
                  + " which the pack `here/2024-25` does not offer");
    }
  }

  @Test
  void aFolderThatIsNotThereOrHoldsNoPackIsRefused() {
    assertThatThrownBy(() -> PackFolder.read(folder.resolve("nowhere")))
        .hasMessage(folder.resolve("nowhere") + ": the folder does not exist");
    assertThatThrownBy(() -> PackFolder.read(folder))
        .hasMessage(folder + ": the folder contains no pack; expected a `publisher.yaml`");
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
