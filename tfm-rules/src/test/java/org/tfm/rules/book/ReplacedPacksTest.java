package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.rules.pack.PackFiles;

class ReplacedPacksTest {

  private static final Path POLICIES = Path.of("src/main/resources/policies");
  private static final String RULES = "primary-development.drl";
  private static final Offering DEVELOPMENT =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));
  private static final Offering SUSTAINING =
      Offering.of("archimedes-ne", "primary-sustaining", AcademicYear.parse("2021/22"));

  @TempDir Path folder;

  /** A copy of a bundled pack with one text replaced in one of its files. */
  private Path copy(String name, String pack, String file, String text, String other)
      throws IOException {
    Path target = Files.createDirectories(folder.resolve(name).resolve("pack"));
    PackFiles files = PackFiles.read(POLICIES.resolve(pack));
    for (String each : files.texts().keySet()) {
      Files.writeString(target.resolve(each), String.valueOf(files.texts().get(each)));
    }
    String before = Files.readString(target.resolve(file));
    assertThat(before).contains(text);
    Files.writeString(target.resolve(file), before.replace(text, other));
    return folder.resolve(name);
  }

  private Path eightDays() throws IOException {
    return copy("eight", "cheshire-wirral/2022-23", RULES, "days(10)", "days(8)");
  }

  private static String releaseTime(PolicyBook book) {
    return book.terms(DEVELOPMENT).find("release-time").orElseThrow().sentence();
  }

  private static PolicyBook replacing(Path folder) {
    return PolicyBook.builder().bundledPacks().replacing(folder).build();
  }

  @Test
  void aPackTakesThePlaceOfTheBundledOneOfItsId() throws IOException {
    PolicyBook book = replacing(eightDays());
    assertThat(releaseTime(book)).contains("at least 8 days");
    assertThat(releaseTime(PolicyBook.bundled())).contains("at least 10 days");
    assertThat(book.packs()).hasSameSizeAs(PolicyBook.bundled().packs());
    assertThat(book.hash()).isNotEqualTo(PolicyBook.bundled().hash());
    assertThat(book.terms(SUSTAINING).terms()).isNotEmpty();
  }

  @Test
  void aPackThatReplacesNothingIsAdded() throws IOException {
    Path later =
        copy(
            "later",
            "cheshire-wirral/2022-23",
            "publisher.yaml",
            "\nyear: 2022/23",
            "\nyear: 2026/27");
    for (String name : PackFiles.read(later.resolve("pack")).texts().keySet()) {
      Path file = later.resolve("pack").resolve(name);
      Files.writeString(
          file,
          Files.readString(file).replace("y2022_23", "y2026_27").replace("2022/23", "2026/27"));
    }
    PolicyBook book = replacing(later);
    assertThat(book.packs()).hasSize(PolicyBook.bundled().packs().size() + 1);
    assertThat(releaseTime(book)).contains("at least 10 days");
  }

  @Test
  void theLastOfSeveralReplacementsHolds() throws IOException {
    Path nine = copy("nine", "cheshire-wirral/2022-23", RULES, "days(10)", "days(9)");
    PolicyBook book =
        PolicyBook.builder().bundledPacks().replacing(eightDays()).replacing(nine).build();
    assertThat(releaseTime(book)).contains("at least 9 days");
  }

  @Test
  void withoutReplacingTwoPacksOfOneIdAreRefused() throws IOException {
    Path eight = eightDays();
    assertThatThrownBy(() -> PolicyBook.builder().bundledPacks().directory(eight).build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "two packs have the id `cheshire-wirral/2022-23`: this one and that ");
    copy("eight/again", "cheshire-wirral/2022-23", RULES, "days(10)", "days(9)");
    assertThatThrownBy(() -> replacing(eight))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "two packs have the id `cheshire-wirral/2022-23`: this one and that ");
  }

  @Test
  void aFolderWithoutAPackAndAPackWithAMistakeAreRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> replacing(empty)).hasMessageContaining("the folder contains no pack");
    assertThatThrownBy(() -> replacing(folder.resolve("nowhere")))
        .hasMessageContaining("the folder cannot be read");
    Path bad =
        copy("bad", "cheshire-wirral/2022-23", RULES, ".isAtLeast(days(10))", ".isAtLest(1)");
    assertThatThrownBy(() -> replacing(bad)).hasMessageContaining("Maybe `isAtLeast`");
  }

  @Test
  void packsThatExtendTheReplacedOneStandOnTheNewOne() throws IOException {
    PolicyBook before = PolicyBook.bundled();
    List<String> inherited =
        before.terms(SUSTAINING).terms().stream()
            .filter(term -> term.provenance().pack().equals("national"))
            .map(term -> term.provenance().rule().toString())
            .toList();
    Path national = copy("national", "national", "primary-sustaining.drl", "\n// ", "\n\n// ");
    PolicyBook after = replacing(national);
    assertThat(
            after.terms(SUSTAINING).terms().stream()
                .filter(term -> term.provenance().pack().equals("national"))
                .map(term -> term.provenance().rule().toString())
                .toList())
        .hasSameSizeAs(inherited)
        .isNotEqualTo(inherited);
  }

  @Test
  void aPackThatNoLongerFitsOnTheReplacedOneIsReported() throws IOException {
    Path national = copy("national", "national", "publisher.yaml", "name: ", "name: New ");
    Path rules = national.resolve("pack/primary-sustaining.drl");
    String text = Files.readString(rules);
    String start = "rule \"hub-decision\"";
    Files.writeString(
        rules,
        text.substring(0, text.indexOf(start))
            + text.substring(text.indexOf("end\n", text.indexOf(start)) + "end\n".length()));
    assertThatThrownBy(() -> replacing(national))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("archimedes-ne/2021-22/primary-sustaining.drl")
        .hasMessageContaining("`hub-decision`, which no extended pack has");
  }
}
