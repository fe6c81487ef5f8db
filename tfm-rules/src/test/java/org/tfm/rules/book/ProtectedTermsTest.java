package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Term;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.SmallPacks;

/** Packs may make a protected term stricter, or relax it with a derogation. */
class ProtectedTermsTest {

  private static String rule(String id, String annotations, String then) {
    return SmallPacks.rule(id, then)
        .replace("    @Cites", annotations.isEmpty() ? "    @Cites" : annotations + "\n    @Cites");
  }

  private static PackFiles base(String then) {
    return SmallPacks.files("base", "", "", rule("kept", "    @Protected(\"core\")", then));
  }

  private static PackFiles hub(String annotations, String then) {
    return SmallPacks.files("hub", "2022/23", "base", rule("own", annotations, then));
  }

  private static PolicyBook book(PackFiles... packs) {
    PolicyBook.Builder builder = PolicyBook.builder();
    for (PackFiles pack : packs) {
      builder.files(pack);
    }
    return builder.build();
  }

  private static Term term(PolicyBook book, String hub, String id) {
    return book.terms(Offering.of(hub, "primary-development", AcademicYear.startingIn(2022)))
        .find(id)
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "terms.commitment(\"t\").must(combinedRelease().isAtLeast(days(10)));"
            + "|terms.commitment(\"t\").must(combinedRelease().isAtLeast(days(10)));",
        "terms.commitment(\"t\").must(combinedRelease().isAtLeast(days(10)));"
            + "|terms.commitment(\"t\").must(combinedRelease().isAtLeast(days(10.5)));",
        "terms.commitment(\"t\").should(combinedRelease().isAtLeast(days(10)));"
            + "|terms.commitment(\"t\").must(combinedRelease().isAtLeast(days(12)));",
        "terms.group(\"t\").must(schools().isBetween(6, 8));"
            + "|terms.group(\"t\").must(schools().isExactly(7));",
        "terms.eligibility(\"t\").must(phase().is(PRIMARY)).referWhen(phase().in(ALL_THROUGH,"
            + " NURSERY));|terms.eligibility(\"t\").must(phase().is(PRIMARY)).referWhen("
            + "phase().is(NURSERY));",
        "terms.grant(\"t\").of(pounds(1000)).perSchool().towards(RELEASE_TIME).when("
            + "place().is(ACCEPTED));|terms.grant(\"t\").of(pounds(1200)).perSchool()"
            + ".towards(RELEASE_TIME);",
        "terms.charge(\"t\").of(pounds(100)).perSchool().towards(PARTICIPATION);"
            + "|terms.charge(\"t\").of(pounds(0)).perSchool().towards(PARTICIPATION);",
        "terms.charge(\"t\").of(pounds(100)).perSchool().towards(PARTICIPATION);"
            + "|terms.charge(\"t\").of(pounds(100)).perSchool().towards(PARTICIPATION).when("
            + "place().is(ACCEPTED));",
        "terms.charge(\"t\").amountNotStated().perSchool().towards(PARTICIPATION);"
            + "|terms.charge(\"t\").of(pounds(0)).perSchool().towards(PARTICIPATION);",
        "terms.undertaking(\"t\").should(\"send a report\");"
            + "|terms.undertaking(\"t\").must(\"send a report\");",
      })
  void aStricterTermTakesThePlaceOfAProtectedOne(String guarded, String own) {
    PolicyBook book = book(base(guarded), hub("", own));
    assertThat(term(book, "hub", "t").provenance().replaces()).hasSize(1);
    assertThat(term(book, "hub", "t").provenance().derogation()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "terms.commitment(\"t\").must(combinedRelease().isAtLeast(days(10)));"
            + "|terms.commitment(\"t\").must(combinedRelease().isAtLeast(days(9.5)));",
        "terms.commitment(\"t\").must(combinedRelease().isAtLeast(days(10)));"
            + "|terms.commitment(\"t\").should(combinedRelease().isAtLeast(days(10)));",
        "terms.commitment(\"t\").must(combinedRelease().isAtLeast(days(10)));"
            + "|terms.commitment(\"t\").must(combinedRelease().isAtLeast(days(10))).referWhen("
            + "phase().is(NURSERY));",
        "terms.commitment(\"t\").must(combinedRelease().isAtLeast(days(10)));"
            + "|terms.eligibility(\"t\").must(combinedRelease().isAtLeast(days(10)));",
        "terms.group(\"t\").must(schools().isBetween(6, 7));"
            + "|terms.group(\"t\").must(schools().isBetween(6, 8));",
        "terms.grant(\"t\").of(pounds(1000)).perSchool().towards(RELEASE_TIME);"
            + "|terms.grant(\"t\").of(pounds(999)).perSchool().towards(RELEASE_TIME);",
        "terms.grant(\"t\").of(pounds(1000)).perSchool().towards(RELEASE_TIME);"
            + "|terms.grant(\"t\").of(pounds(1000)).perSchool().towards(RELEASE_TIME).when("
            + "place().is(ACCEPTED));",
        "terms.charge(\"t\").of(pounds(0)).perSchool().towards(PARTICIPATION);"
            + "|terms.charge(\"t\").of(pounds(1)).perSchool().towards(PARTICIPATION);",
        "terms.charge(\"t\").of(pounds(1)).perSchool().towards(PARTICIPATION);"
            + "|terms.charge(\"t\").amountNotStated().perSchool().towards(PARTICIPATION);",
        "terms.charge(\"t\").amountNotStated().perSchool().towards(PARTICIPATION);"
            + "|terms.charge(\"t\").of(pounds(999999)).perSchool().towards(PARTICIPATION);",
        "terms.charge(\"t\").of(pounds(1)).perSchool().towards(PARTICIPATION).when("
            + "place().is(NOT_OFFERED));"
            + "|terms.charge(\"t\").of(pounds(1)).perSchool().towards(PARTICIPATION);",
        "terms.charge(\"t\").of(pounds(1)).perSchool().towards(PARTICIPATION).when("
            + "place().is(NOT_OFFERED));"
            + "|terms.charge(\"t\").of(pounds(1)).perSchool().towards(PARTICIPATION).when("
            + "place().is(ACCEPTED));",
        "terms.provision(\"t\").that(\"six workshops are held\");"
            + "|terms.provision(\"t\").that(\"five workshops are held\");",
        "terms.provision(\"t\").that(\"six workshops are held\");|terms.withdraw(\"t\");",
      })
  void aLooserTermIsRefusedUnlessASourceAllowsIt(String guarded, String own) {
    assertThatThrownBy(() -> book(base(guarded), hub("", own)))
        .hasMessageStartingWith("hub/2022-23/primary-development.drl:2: the term `t` is protected")
        .hasMessageContaining("base/primary-development.drl:2")
        .hasMessageContaining("@Derogation");
    book(base(guarded), hub("    @Derogation(\"flyer: letter of the network\")", own));
  }

  @ParameterizedTest
  @ValueSource(strings = {"29", "31"})
  void aProtectedPriorityChangesNeitherWay(String percent) {
    String guarded = "terms.priority(\"t\").when(freeMealShare().isAtLeast(30));";
    String own = guarded.replace("30", percent);
    assertThatThrownBy(() -> book(base(guarded), hub("", own)))
        .hasMessageContaining("; this rule says something else: “")
        .hasMessageContaining("Leave it as it is, or cite the source that allows it");
    assertThat(book(base(guarded), hub("    @Derogation(\"flyer: note\")", own)).packs())
        .isNotEmpty();
    assertThat(book(base(guarded), hub("", guarded)).packs()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "terms.grant(\"t\").of(pounds(5)).perSchool().towards(TEXTBOOKS);|"
            + "terms.priority(\"t\").when(freeMealShare().isAtLeast(30));",
        "terms.charge(\"t\").of(pounds(5)).perSchool().towards(TEXTBOOKS);|"
            + "terms.priority(\"t\").of(\"small schools\");",
      })
  void grantsChargesAndPrioritiesShareOneListOfIds(String one, String other) {
    assertThatThrownBy(
            () ->
                book(
                    SmallPacks.files(
                        "hub",
                        "2022/23",
                        "",
                        SmallPacks.rule("one", one) + SmallPacks.rule("other", other))))
        .hasMessageContaining("already writes the term `t` for the same schools");
    assertThatThrownBy(() -> book(base(one), hub("", other)))
        .hasMessageContaining("the term `t` is protected");
  }

  @Test
  void aDerogationIsSeenInTheProvenanceOfItsTerm() {
    PolicyBook book =
        book(
            base("terms.group(\"t\").must(schools().isBetween(6, 7));"),
            hub(
                "    @Derogation(\"flyer: letter of the network\")",
                "terms.group(\"t\").must(schools().isBetween(6, 8));"));
    assertThat(term(book, "hub", "t").provenance().derogation().map(c -> c.place()))
        .isEqualTo(Optional.of("letter of the network"));
    assertThat(term(book, "base", "t").provenance().derogation()).isEmpty();
  }

  @Test
  void protectionReachesThroughALayerThatMadeTheTermStricter() {
    PackFiles base = base("terms.group(\"t\").must(schools().isBetween(5, 8));");
    PackFiles hub = hub("", "terms.group(\"t\").must(schools().isBetween(6, 7));");
    PackFiles later =
        SmallPacks.files(
            "hub",
            "2023/24",
            "hub/2022-23",
            SmallPacks.rule("own", "terms.group(\"t\").must(schools().isBetween(6, 8));"));
    assertThatThrownBy(() -> book(base, hub, later))
        .hasMessageStartingWith("hub/2023-24/primary-development.drl:2: the term `t` is protected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"flyer", "flyre: place", ":", "flyer:", "flyer: .", "flyer: – …"})
  void aDerogationNamesASourceAndAPlace(String citation) {
    assertThatThrownBy(
            () ->
                book(
                    hub(
                        "    @Derogation(\"" + citation + "\")",
                        "terms.group(\"t\").must(schools().isAtLeast(6));")))
        .hasMessageContaining("hub/2022-23/primary-development.drl:3");
  }

  private static final String EIGHT_DAYS =
      "terms.commitment(\"t\").must(combinedRelease().isAtLeast(days(8)));";
  private static final String ONE_DAY =
      "terms.commitment(\"t\").must(combinedRelease().isAtLeast(days(1)));";

  private static PackFiles side(String annotations, String bases, String then) {
    return SmallPacks.files("side", "", bases, rule("side", annotations, then));
  }

  private static PackFiles on(String bases) {
    return SmallPacks.files(
        "hub", "2022/23", bases, rule("own", "", "terms.provision(\"p\").that(\"it is so\");"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "terms.commitment(\"t\").must(combinedRelease().isAtLeast(days(1)));",
        "terms.commitment(\"t\").should(combinedRelease().isAtLeast(days(8)));"
      })
  void oneBaseCannotRelaxWhatAnotherProtects(String then) {
    assertThatThrownBy(() -> book(base(EIGHT_DAYS), side("", "", then), on("side, base")))
        .hasMessageStartingWith(
            "hub/2022-23/publisher.yaml: `extends` combines packs that do not agree: the term `t`"
                + " is protected by the rule at base/primary-development.drl:2, and the rule at"
                + " side/primary-development.drl:2 may be less strict");
    assertThat(term(book(base(EIGHT_DAYS), side("", "", then), on("base, side")), "hub", "t"))
        .extracting(Term::sentence)
        .isEqualTo("The lead participants must be released for at least 8 days between them.");
  }

  @Test
  void aDerogationFromOneBaseIsNoneFromAnother() {
    PackFiles lower =
        SmallPacks.files("lower", "", "", rule("low", "    @Protected(\"x\")", ONE_DAY));
    PackFiles side =
        side("    @Derogation(\"flyer: letter\")", "lower", ONE_DAY.replace("must", "should"));
    assertThat(book(lower, side, on("side")).packs()).hasSize(3);
    assertThatThrownBy(() -> book(base(EIGHT_DAYS), lower, side, on("side, base")))
        .hasMessageContaining("`extends` combines packs that do not agree");
  }

  @Test
  void aRelaxationThatItsOwnPackMayMakeIsNotReportedOfPacksThatExtendIt() {
    PackFiles side = side("    @Derogation(\"flyer: letter\")", "base", ONE_DAY);
    assertThat(term(book(base(EIGHT_DAYS), side, on("side")), "hub", "t").sentence())
        .contains("at least 1 day ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"side, base", "base, side", "side, other", "other, side"})
  void aDerogationOfOneBaseDoesNotSpeakForAnother(String bases) {
    PackFiles side = side("    @Derogation(\"flyer: letter\")", "base", ONE_DAY);
    PackFiles other =
        SmallPacks.files(
            "other", "", "base", rule("other", "", "terms.provision(\"q\").that(\"it is so\");"));
    assertThatThrownBy(() -> book(base(EIGHT_DAYS), side, other, on(bases)))
        .hasMessageStartingWith(
            "hub/2022-23/publisher.yaml: `extends` combines packs that do not agree: the term `t`"
                + " is protected by the rule at base/primary-development.drl:2, and the rule at"
                + " side/primary-development.drl:2 may be less strict");
    assertThat(book(base(EIGHT_DAYS), side, other, on("side")).packs()).hasSize(4);
    assertThat(book(base(EIGHT_DAYS), side, other, on("other")).packs()).hasSize(4);
  }

  @Test
  void aBaseThatRelaxesIsReportedOnceAtItsOwnRule() {
    assertThatThrownBy(() -> book(base(EIGHT_DAYS), side("", "base", ONE_DAY), on("side")))
        .hasMessageStartingWith("side/primary-development.drl:2: the term `t` is protected")
        .hasMessageNotContaining("hub/2022-23");
  }

  private static PackFiles asking(String hub, String bases, String subject, String rule) {
    return SmallPacks.files(
        SmallPacks.publisher(hub, "", bases)
            + "facts: { f: { kind: yes-no, subject: "
            + subject
            + ", verb: has, complement: a plan } }\n",
        "package " + hub + ".primary_development\n" + rule);
  }

  @Test
  void theFactOfAProtectedTermCannotAskSomethingElse() {
    PackFiles base =
        asking(
            "base",
            "",
            "the school",
            rule(
                "kept",
                "    @Protected(\"core\")",
                "terms.eligibility(\"t\").must(terms.answer(\"f\").isConfirmed());"));
    String own = "terms.eligibility(\"u\").must(terms.answer(\"f\").isConfirmed());";
    assertThatThrownBy(
            () -> book(base, asking("hub", "base", "the headteacher", rule("own", "", own))))
        .hasMessageContaining("a protected term uses the fact `f` of the extended pack `base`");
    assertThat(book(base, asking("hub", "base", "the school", rule("own", "", own))).packs())
        .hasSize(2);
  }

  private static PackFiles ofRiver(String year, String bases, String area, String rule) {
    return SmallPacks.files(
        SmallPacks.publisher("river", year, bases).replace("language: 1", "language: 2")
            + (area.isEmpty()
                ? ""
                : "area: { cites: \"flyer: map\", complete: true, local-authorities: ["
                    + area
                    + "] }\n"),
        "package river." + (year.isEmpty() ? "" : "y2025_26.") + "primary_development\n" + rule);
  }

  @Test
  void theAreaThatAProtectedTermAsksForIsThatOfItsBase() {
    String kept = "terms.eligibility(\"t\").must(inHubArea().isConfirmed());";
    PackFiles base = ofRiver("", "", "Kent", rule("kept", "    @Protected(\"core\")", kept));
    String own = rule("own", "", "terms.eligibility(\"u\").must(phase().is(PRIMARY));");
    assertThatThrownBy(() -> book(base, ofRiver("2025/26", "river", "Kent, Essex", own)))
        .hasMessageContaining(
            "a protected term of the extended pack `river` asks whether the school is in the area of"
                + " the hub; another area would change what is asked. Leave `area` out: it is"
                + " inherited");
    assertThat(book(base, ofRiver("2025/26", "river", "Kent", own)).packs()).hasSize(2);
    PackFiles open = ofRiver("", "", "Kent", rule("kept", "", kept));
    assertThat(book(open, ofRiver("2025/26", "river", "Kent, Essex", own)).packs()).hasSize(2);
  }

  @Test
  void aNationalPackForAYearBuildsOnThatOfTheLibraryIfItNamesOneOfItsTypes() {
    String publisher =
        SmallPacks.publisher("national", "2026/27", "")
                .replace("primary-development", "tea-party")
                .replace("language: 1", "language: 2")
            + "types: { tea-party: { title: Tea Party }, primary-sustaining: { title: Hostile } }\n";
    String rules =
        "package national.y2026_27.tea_party\n"
            + rule("phase", "", "terms.eligibility(\"phase\").must(phase().is(PRIMARY));")
                .replace("primary-development", "tea-party");
    PackFiles naming =
        PackFiles.of("mine", Map.of("publisher.yaml", publisher, "tea-party.drl", rules));
    assertThatThrownBy(() -> PolicyBook.builder().bundledPacks().files(naming).build())
        .hasMessageContaining("the pack `national` of the library is for any year");
    PackFiles other =
        PackFiles.of(
            "mine",
            Map.of(
                "publisher.yaml",
                publisher.replace(", primary-sustaining: { title: Hostile }", ""),
                "tea-party.drl",
                rules));
    assertThat(PolicyBook.builder().bundledPacks().files(other).build().packs())
        .extracting(PackEntry::id)
        .contains("national/2026-27");
  }

  @Test
  void twoBasesDoNotAskDifferentlyForTheFactOfAProtectedTerm() {
    String kept = "terms.eligibility(\"t\").must(terms.answer(\"f\").isConfirmed());";
    PackFiles base =
        asking("base", "", "the school", rule("kept", "    @Protected(\"core\")", kept));
    String own = "terms.eligibility(\"u\").must(terms.answer(\"f\").isConfirmed());";
    PackFiles side = asking("side", "", "the headteacher", rule("own", "", own));
    for (String bases : List.of("base, side", "side, base")) {
      PackFiles both = SmallPacks.files("both", "", bases);
      assertThatThrownBy(() -> book(base, side, both))
          .hasMessageContaining("a protected term uses the fact `f`, and `");
    }
    PackFiles same = asking("side", "", "the school", rule("own", "", own));
    assertThat(book(base, same, SmallPacks.files("both", "", "base, side")).packs()).hasSize(3);
  }

  @Test
  void aPackForAYearHidesNoPackOfTheLibraryForAnyYear() {
    String open = "terms.eligibility(\"phase\").must(phase().is(PRIMARY));";
    String rules =
        "package national.y2026_27.primary_sustaining\n"
            + rule("phase", "", open).replace("primary-development", "primary-sustaining");
    String publisher =
        SmallPacks.publisher("national", "2026/27", "")
            .replace("primary-development", "primary-sustaining");
    PackFiles hiding =
        PackFiles.of("mine", Map.of("publisher.yaml", publisher, "primary-sustaining.drl", rules));
    assertThatThrownBy(() -> PolicyBook.builder().bundledPacks().files(hiding).build())
        .hasMessageStartingWith(
            "mine/publisher.yaml: the pack `national` of the library is for any year, and this pack"
                + " would hide it. Build on it: `extends: [national]`");
    PackFiles building =
        PackFiles.of(
            "mine",
            Map.of(
                "publisher.yaml",
                publisher.replace("extends: []", "extends: [national]"),
                "primary-sustaining.drl",
                rules));
    assertThat(PolicyBook.builder().bundledPacks().files(building).build().packs())
        .extracting(PackEntry::id)
        .contains("national/2025-26");
  }
}
