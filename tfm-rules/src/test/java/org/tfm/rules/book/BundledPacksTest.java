package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tfm.model.assessment.Terms;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.terms.Term;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.PackRule;

class BundledPacksTest {

  private static final Path POLICIES = Path.of("src/main/resources/policies");
  private static ImmutableMap<String, PackPolicy> fresh = ImmutableMap.of();

  @BeforeAll
  static void runTheRules() {
    fresh = BundledPacks.compile(POLICIES);
  }

  @Test
  void whatIsShippedIsWhatTheRulesSay() {
    assertThat(BundledPacks.entries())
        .containsExactlyElementsOf(fresh.values().stream().map(PackPolicy::entry).toList());
    fresh.forEach(
        (id, policy) ->
            assertThat(TfmJson.write(BundledPacks.policy(id))).isEqualTo(TfmJson.write(policy)));
  }

  @Test
  void theTwelveOfferingsAndTheNationalBaseAreThere() {
    assertThat(PolicyBook.bundled().packs().stream())
        .flatExtracting(pack -> pack.offers().stream().map(type -> pack.id() + " " + type).toList())
        .contains(
            "archimedes-ne/2021-22 primary-sustaining",
            "cheshire-wirral/2022-23 primary-development",
            "east-midlands-west/2020-21 primary-development",
            "london-south-west/2018-19 primary-subject-knowledge",
            "london-south-west/2018-19 teaching-assistant-subject-knowledge",
            "london-south-west/2018-19 intervention-in-mastery",
            "london-south-west/2018-19 lesson-design",
            "london-south-west/2018-19 greater-depth",
            "london-south-west/2018-19 send-partnership",
            "london-south-west/2018-19 primary-readiness",
            "london-south-west/2018-19 continuing-2017-18-groups",
            "london-south-west/2018-19 primary-mastery",
            "national primary-sustaining");
  }

  @Test
  void everyRuleFiresForSomeSchool() {
    for (Path folder : BundledPacks.folders(POLICIES)) {
      Pack pack = Pack.parse(PackFiles.read(folder));
      Set<String> fired = new TreeSet<>();
      Objects.requireNonNull(fresh.get(pack.id()))
          .contributions()
          .values()
          .forEach(all -> all.forEach(c -> fired.add(c.rule().file() + ":" + c.rule().line())));
      assertThat(fired)
          .containsExactlyInAnyOrderElementsOf(
              pack.rules().stream().map(BundledPacksTest::place).distinct().toList());
    }
  }

  private static String place(PackRule rule) {
    return rule.file() + ":" + rule.line();
  }

  @Test
  void everyOfferingAnswersForEveryKindOfSchool() {
    PolicyBook book = PolicyBook.bundled();
    for (PackEntry pack : book.packs()) {
      for (String type : pack.offers()) {
        Offering offering =
            Offering.of(pack.hub().id(), type, pack.year().orElse(AcademicYear.startingIn(2021)));
        for (SchoolKind kind : SchoolKind.all()) {
          Terms terms = book.terms(offering, kind);
          assertThat(terms.terms()).isNotEmpty();
          assertThat(terms.unsettled()).isEmpty();
        }
      }
    }
  }

  @Test
  void everyTermCitesADocumentOfItsPackAndSaysASentence() {
    fresh
        .values()
        .forEach(
            policy ->
                policy
                    .contributions()
                    .values()
                    .forEach(
                        all ->
                            all.stream()
                                .flatMap(contribution -> contribution.terms().stream())
                                .forEach(term -> check(policy, term))));
  }

  private static void check(PackPolicy policy, Term term) {
    assertThat(policy.sources()).anyMatch(source -> source.id().equals(term.citation().source()));
    assertThat(term.citation().place()).isNotBlank();
    assertThat(term.sentence()).matches("(?s)[A-Z0-9£].*[.?]");
    assertThat(term.provenance().pack()).isEqualTo(policy.id());
    assertThat(term.provenance().line()).isPositive();
  }
}
