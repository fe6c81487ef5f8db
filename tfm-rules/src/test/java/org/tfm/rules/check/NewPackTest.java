package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.book.NewPack;
import org.tfm.rules.book.PackEntry;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.Pack;
import org.tfm.rules.pack.PackFiles;

/** A new pack loads without changes, and its cases pass. */
class NewPackTest {

  @TempDir Path folder;

  private static NewPack example(String hub, String name, String year, String... types) {
    return NewPack.example(hub, name, year, List.of(types));
  }

  private static NewPack copy(String from, String year, String... types) {
    return example("river-hub", "River Hub", year, types).copyOf(from);
  }

  private static void holds(PackFiles files) {
    PolicyBook book = PolicyBook.builder().bundledPacks().files(files).build();
    if (files.texts().values().stream().anyMatch(text -> text.contains("inHubArea()"))) {
      // The cases are about the area of the hub, which the copying hub has to state.
      return;
    }
    assertThat(files.texts().keySet()).anyMatch(file -> file.endsWith(".drl"));
    files
        .texts()
        .forEach(
            (file, text) -> {
              if (file.endsWith(".drl")) {
                assertThat(files.texts()).containsKey(file.replace(".drl", ".cases.yaml"));
              } else if (file.endsWith(".cases.yaml")) {
                assertThat(WorkedCases.read(file, text).run(book))
                    .isNotEmpty()
                    .allSatisfy(result -> assertThat(result.differences()).isEmpty());
              }
            });
  }

  private static List<String> problems(NewPack pack) {
    return catchThrowableOfType(InvalidInputException.class, pack::files).problems().stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void theExampleLoadsAndItsCasesHold() {
    PackFiles files = example("river-hub", "River Hub", "2031/32").files();
    assertThat(files.texts())
        .containsOnlyKeys(
            "primary-development.cases.yaml", "primary-development.drl", "publisher.yaml");
    holds(files);
  }

  @Test
  void everyTypeHasItsOwnFiles() {
    PackFiles files = example("river-hub", "River Hub", "24-25", "a-type-of-our-own", "b").files();
    assertThat(files.texts()).hasSize(5).containsKey("a-type-of-our-own.drl");
    holds(files);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "yes",
        "2024",
        "A: b # c",
        "\"Quoted\" \\ & 'Hub'",
        "- [x, {y}]",
        "$1 {{hub}} Hub",
        "Écoles à côté"
      })
  void anyNameOfOneLineIsAName(String name) {
    PackFiles files = example("river-hub", name, "2031/32").files();
    PolicyBook book = PolicyBook.builder().files(files).build();
    assertThat(book.packs())
        .singleElement()
        .satisfies(pack -> assertThat(pack.hub().name()).isEqualTo(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rule", "package", "terms", "class", "y2024"})
  void aHubMayBeNamedAfterAWordOfTheLanguage(String hub) {
    PackFiles files = example(hub, "Hub", "2031/32", "rule").files();
    assertThat(PolicyBook.builder().files(files).build().packs()).hasSize(1);
  }

  static Stream<String> bundledPacks() {
    return PolicyBook.bundled().packs().stream().map(PackEntry::id);
  }

  @ParameterizedTest
  @MethodSource("bundledPacks")
  void aCopyOfABundledPackLoadsAndItsCasesHold(String from) {
    PackFiles files = copy(from, "2031/32").files();
    holds(files);
    assertThat(files.texts().values())
        .allSatisfy(text -> assertThat(text).contains("opied from `" + from + "`"));
    files
        .texts()
        .forEach(
            (file, text) -> {
              if (file.endsWith(".drl")) {
                assertThat(text).startsWith("package river_hub.y2031_32.");
                assertThat(text).contains("Replace every citation");
              }
            });
  }

  @Test
  void aCopyForAnEarlierYearHoldsToo() {
    holds(copy("archimedes-ne/2021-22", "2014/15").files());
  }

  @Test
  void aCopyTakesTheTypesThatAreNamed() {
    PackFiles files = copy("london-south-west/2018-19", "2031/32", "greater-depth").files();
    assertThat(files.texts())
        .containsOnlyKeys("greater-depth.cases.yaml", "greater-depth.drl", "publisher.yaml");
    holds(files);
  }

  @Test
  void aNameHasAtMostAHundredAndTwentyLetters() {
    assertThat(example("river-hub", "R".repeat(120), "2031/32").files().texts()).hasSize(3);
    assertThat(problems(example("river-hub", "R".repeat(121), "2031/32")))
        .containsExactly("the name of the hub must be one line of 1 to 120 characters");
  }

  @Test
  void aWrongValueIsShownWithAtMostFortyLetters() {
    assertThat(problems(example("R".repeat(40), "Hub", "2031/32")))
        .singleElement()
        .asString()
        .startsWith("`" + "R".repeat(40) + "` is not a hub id");
    assertThat(problems(example("R".repeat(41), "Hub", "2031/32")))
        .singleElement()
        .asString()
        .startsWith("`" + "R".repeat(40) + "…` is not a hub id");
  }

  @Test
  void onlyACopyForAnotherYearSaysThatYearsWereMoved() {
    String moved = "// Years and days in the rules were moved to the new year.";
    assertThat(copy("cheshire-wirral/2022-23", "2031/32").files().texts())
        .hasEntrySatisfying("primary-development.drl", text -> assertThat(text).contains(moved));
    assertThat(copy("cheshire-wirral/2022-23", "2022/23").files().texts())
        .hasEntrySatisfying(
            "primary-development.drl", text -> assertThat(text).doesNotContain(moved));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    NewPack pack = example("River Hub", " ", "2031/33", "A", "b", "b").copyOf("cheshire");
    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> pack.writeTo(folder));
    assertThat(refused.problems().stream().map(Object::toString))
        .hasSize(7)
        .contains(
            "`River Hub` is not a hub id; expected lower-case words joined by hyphens. For example"
                + " `cheshire-wirral`",
            "the name of the hub must be one line of 1 to 120 characters",
            "`2031/33` is not an academic year: it must end in the year after it starts",
            "`A` is not the id of a work group type; expected lower-case words joined by hyphens",
            "the type `b` is named twice",
            folder
                + ": the folder is not empty; expected an empty folder or one that does not exist")
        .anyMatch(
            line ->
                line.startsWith("the library has no pack `cheshire`. Maybe `cheshire-wirral` or"));
    assertThat(problems(copy("nowhere", "2031/32")).get(0))
        .startsWith("the library has no pack `nowhere`. Expected one of");
    assertThat(folder).isDirectoryContaining("glob:**/mine.txt");
  }

  @Test
  void aPackOrTypeThatIsMisspeltIsNamedWithTheNearest() {
    assertThat(problems(copy("cheshire-wirall/2022-23", "2031/32")))
        .containsExactly(
            "the library has no pack `cheshire-wirall/2022-23`. Maybe"
                + " `cheshire-wirral/2022-23` or `cheshire-wirral/2021-22` or"
                + " `cheshire-wirral/2023-24`?");
    assertThat(problems(copy("london-south-west/2018-19", "2031/32", "greater-deph")))
        .containsExactly(
            "the pack `london-south-west/2018-19` has no type `greater-deph`. Maybe"
                + " `greater-depth`?");
  }

  @Test
  void aPackThatComesWithTheLibraryIsNotMadeTwice() {
    assertThat(problems(example("cheshire-wirral", "Hub", "2022/23")))
        .containsExactly(
            "the library already has a pack `cheshire-wirral/2022-23`. For other types of work"
                + " group, name a part of the policy, such as `trials`. For another year, use"
                + " `extends: [cheshire-wirral/2022-23]`");
  }

  @Test
  void aPartOfAPolicyIsMadeBesideThePackOfTheLibrary() {
    PackFiles trial =
        example("boolean", "Boolean Maths Hub", "2024/25", "a-trial").asPart("trials").files();
    holds(trial);
    assertThat(Pack.parse(trial).id()).isEqualTo("boolean/2024-25/trials");
    assertThat(problems(example("boolean", "Boolean Maths Hub", "2024/25").asPart("trials")))
        .containsExactly(
            "the pack `boolean/2024-25` of the library already offers `primary-development`. Name"
                + " other types of work group");
    assertThat(problems(example("river-hub", "River Hub", "2024/25").asPart("Trials")))
        .containsExactly(
            "`Trials` is not the name of a part; expected lower-case words joined by hyphens. For"
                + " example `trials`");
  }

  @Test
  void aPartCanBeCopiedOfAPackOfLanguage1AndBeForAnyYear() {
    PackFiles copied = copy("boolean/2024-25", "2031/32").asPart("trials").files();
    holds(copied);
    assertThat(Pack.parse(copied).id()).isEqualTo("river-hub/2031-32/trials");
    PackFiles undated = copy("boolean/2024-25", "any").asPart("trials").files();
    holds(undated);
    assertThat(Pack.parse(undated).id()).isEqualTo("river-hub/trials");
  }

  @Test
  void folderIsWrittenWholeAndNothingElse() throws IOException {
    Path target = folder.resolve("a/b");
    PackFiles files = example("river-hub", "River Hub", "2031/32").writeTo(target);
    assertThat(PackFiles.read(target).texts()).isEqualTo(files.texts());
    try (Stream<Path> beside = Files.list(target.getParent())) {
      assertThat(beside).containsExactly(target);
    }
  }

  @Test
  void anEmptyFolderIsFilledAndAFileIsRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    example("river-hub", "River Hub", "2031/32").writeTo(empty);
    assertThat(empty.resolve("publisher.yaml")).exists();
    Path file = Files.writeString(folder.resolve("file"), "");
    NewPack pack = example("river-hub", "River Hub", "2031/32");
    assertThat(
            catchThrowableOfType(InvalidInputException.class, () -> pack.writeTo(file)).problems())
        .singleElement()
        .hasToString(file + ": this is a file; expected a folder");
    Path below = file.resolve("below");
    assertThat(
            catchThrowableOfType(InvalidInputException.class, () -> pack.writeTo(below)).problems())
        .singleElement()
        .hasToString(below + ": cannot write to the folder; no file was written");
  }

  private PackFolder written(NewPack pack) {
    Path target = folder.resolve("pack");
    pack.writeTo(target);
    assertThat(PackCheck.check(target, Optional.empty())).isEmpty();
    return PackFolder.read(target);
  }

  @Test
  void theCasesOfTheExampleNoticeEveryChange() {
    PackMutations mutations = PackMutations.of(written(example("river-hub", "Hub", "2031/32")));
    assertThat(mutations.mutants()).isPositive();
    assertThat(mutations.alive()).isEmpty();
  }

  @Test
  void aPackForAnyYearIsOneWithoutAYear() {
    PackFolder packs = written(example("river-hub", "River Hub", "any", "a-type"));
    assertThat(packs.packs()).singleElement().extracting(Pack::id).isEqualTo("river-hub");
    assertThat(CaseReport.of(packs).passes()).isTrue();
    assertThat(example("river-hub", "River Hub", "any").files().texts().values())
        .noneMatch(text -> text.contains("y2022_23"))
        .anyMatch(text -> text.contains("package river_hub.primary_development\n"))
        .anyMatch(text -> text.contains("for `primary-development`, any year"));
    assertThat(problems(example("national", "Hub", "any")))
        .containsExactly(
            "the library already has a pack `national`. For other types of work group, name a part of"
                + " the policy, such as `trials`. For another year, use `extends: [national]`");
  }

  @ParameterizedTest
  @MethodSource("bundledPacks")
  void aCopyOfABundledPackForAnyYearLoadsAndItsCasesHold(String from) {
    PackFiles files = copy(from, "any").files();
    holds(files);
    assertThat(Pack.parse(files).publisher().year()).isEmpty();
  }

  static Stream<Arguments> bundledTypes() {
    return PolicyBook.bundled().packs().stream()
        .flatMap(pack -> pack.offers().stream().map(type -> Arguments.of(pack.id(), type)));
  }

  @ParameterizedTest
  @MethodSource("bundledTypes")
  void aCopyOfOneTypeHasOnlyWhatItsRulesNeed(String from, String type) {
    PackFiles files = copy(from, "2031/32", type).files();
    holds(files);
    Pack pack = Pack.parse(files);
    String rules = String.valueOf(files.texts().get(type + ".drl"));
    assertThat(pack.publisher().facts().keySet())
        .allSatisfy(fact -> assertThat(rules).contains("answer(\"" + fact + "\")"));
    assertThat(pack.publisher().sources().keySet())
        .allSatisfy(source -> assertThat(rules).contains("(\"" + source + ":"));
    assertThat(pack.publisher().bases())
        .allSatisfy(
            base ->
                assertThat(PolicyBook.bundled().packs())
                    .anyMatch(entry -> entry.id().equals(base) && entry.offers().contains(type)));
  }
}
