package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  @ValueSource(strings = {"flyer", "flyre: place", ":", "flyer:"})
  void aDerogationNamesASourceAndAPlace(String citation) {
    assertThatThrownBy(
            () ->
                book(
                    hub(
                        "    @Derogation(\"" + citation + "\")",
                        "terms.group(\"t\").must(schools().isAtLeast(6));")))
        .hasMessageContaining("hub/2022-23/primary-development.drl:3");
  }
}
