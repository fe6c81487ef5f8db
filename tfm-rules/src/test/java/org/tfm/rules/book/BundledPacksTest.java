package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.assessment.Terms;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Term;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.PackRule;
import org.tfm.rules.pack.SmallPacks;

class BundledPacksTest {

  private static final Path POLICIES = Path.of("src/main/resources/policies");

  @Test
  void theBundledSnapshotsMatchTheRules() {
    ImmutableMap<String, PackPolicy> fresh = BundledPacks.compile(POLICIES);
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
      BundledPacks.policy(pack.id())
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
    for (PackEntry pack : BundledPacks.entries()) {
      PackPolicy policy = BundledPacks.policy(pack.id());
      policy.contributions().values().stream()
          .flatMap(List::stream)
          .flatMap(contribution -> contribution.terms().stream())
          .forEach(term -> check(policy, term));
    }
  }

  private static void check(PackPolicy policy, Term term) {
    assertThat(policy.sources()).anyMatch(source -> source.id().equals(term.citation().source()));
    assertThat(term.citation().place()).isNotBlank();
    assertThat(term.sentence()).matches("(?s)[A-Z0-9£].*([.?]|\n• [^\n]+)");
    assertThat(term.provenance().pack()).isEqualTo(policy.id());
    assertThat(term.provenance().line()).isPositive();
  }

  @TempDir private Path folder;

  private static final String DAYS =
      SmallPacks.rule(
          "days", "terms.commitment(\"days\").must(combinedRelease().isAtLeast(days(9)));");

  private static void write(Path pack, PackFiles files) throws IOException {
    Files.createDirectories(pack);
    for (Map.Entry<String, String> file : files.texts().entrySet()) {
      Files.writeString(pack.resolve(file.getKey()), file.getValue());
    }
  }

  @Test
  void theBuildWritesThePolicyOfEachPackWithAListAndTheirFolders() throws IOException {
    Path policies = folder.resolve("policies");
    write(policies.resolve("base"), SmallPacks.files("base", "", "", DAYS));
    write(
        policies.resolve("river/first"),
        SmallPacks.files("river-hub", "2022/23", "base", DAYS.replace("days(9)", "days(10)")));
    Path target = folder.resolve("target");
    BundledPacks.main(policies.toString(), target.toString());

    ImmutableMap<String, PackPolicy> compiled = BundledPacks.compile(policies);
    assertThat(compiled).containsOnlyKeys("base", "river-hub/2022-23");
    compiled.forEach(
        (id, policy) ->
            assertThat(target.resolve("bundled/" + id.replace('/', '_') + ".json"))
                .content()
                .isEqualTo(TfmJson.write(policy)));
    assertThat(
            TfmJson.read(
                    Files.readString(target.resolve("bundled/index.json")),
                    BundledPacks.Index.class)
                .packs())
        .containsExactlyElementsOf(compiled.values().stream().map(PackPolicy::entry).toList());
    assertThat(
            TfmJson.read(
                    Files.readString(target.resolve("bundled/folders.json")),
                    BundledPacks.Folders.class)
                .folders())
        .containsExactly(Map.entry("base", "base"), Map.entry("river-hub/2022-23", "river/first"));
  }

  @Test
  void everythingThatIsWrongWithThePacksOfTheBuildIsSaidAtOnce() throws IOException {
    write(folder.resolve("a"), SmallPacks.files("river-hub", "2022/23", "", DAYS));
    write(folder.resolve("b"), SmallPacks.files("river-hub", "2022/23", "nowhere", DAYS));
    write(folder.resolve("c"), SmallPacks.files("c", "", "", DAYS.replace("days(9)", "dyas(9)")));
    assertThatThrownBy(() -> BundledPacks.compile(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            folder.resolve("b") + ": another pack also has the id `river-hub/2022-23`")
        .hasMessageContaining(folder.resolve("c") + "/primary-development.drl:8:")
        .hasMessageContaining(
            folder.resolve("b") + "/publisher.yaml: `extends` names the unknown pack `nowhere`");
  }

  @Test
  void packsAreFoundAtMostSevenFoldersDeepInTheOrderOfTheirPaths() throws IOException {
    for (String pack : List.of("b", "a/b/c/d/e/f/g", "a", "a/b/c/d/e/f/g/h")) {
      write(folder.resolve(pack), SmallPacks.files(SmallPacks.PUBLISHER, SmallPacks.PACKAGE));
    }
    assertThat(BundledPacks.folders(folder))
        .containsExactly(folder.resolve("a"), folder.resolve("a/b/c/d/e/f/g"), folder.resolve("b"));
  }

  @Test
  void aFileIsNoFolderOfPacks() throws IOException {
    Path file = Files.writeString(folder.resolve("publisher.yaml"), SmallPacks.PUBLISHER);
    assertThat(BundledPacks.folders(folder)).containsExactly(folder);
    assertThat(BundledPacks.folders(file)).isEmpty();
  }

  @Test
  void theTextOfAShippedPackIsThatOfItsFolder() throws IOException {
    assertThat(BundledPacks.text("cheshire-wirral/2022-23", "publisher.yaml"))
        .isEqualTo(Files.readString(POLICIES.resolve("cheshire-wirral/2022-23/publisher.yaml")));
    assertThatThrownBy(() -> BundledPacks.resource("nothing.json"))
        .hasMessage("the library was built without nothing.json");
  }
}
