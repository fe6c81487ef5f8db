package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.rules.pack.SmallPacks;

/** A book of the packs that load. */
class LoadableBookTest {

  private static final Path NATIONAL = Path.of("src/main/resources/policies/national");
  private static final String RULES = "primary-sustaining.drl";

  @TempDir Path folder;

  private static boolean isOffered(PolicyBook book, String hub, String type, int year) {
    return book.isOffered(Offering.of(hub, type, AcademicYear.startingIn(year)));
  }

  /** The bundled packs with a newer version of the national base that has a mistake. */
  private PolicyBook.Builder withBrokenBase() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("new-national"));
    Files.copy(NATIONAL.resolve("publisher.yaml"), pack.resolve("publisher.yaml"));
    Files.writeString(
        pack.resolve(RULES),
        Files.readString(NATIONAL.resolve(RULES)).replace("phase()", "phse()"));
    return PolicyBook.builder().bundledPacks().replacing(folder);
  }

  @Test
  void aNewVersionThatDoesNotLoadLeavesNoOlderOneBehind() throws IOException {
    PolicyBook book = withBrokenBase().buildLoadable();
    assertThat(isOffered(book, "national", "primary-sustaining", 2021)).isFalse();
    assertThat(isOffered(book, "archimedes-ne", "primary-sustaining", 2021)).isFalse();
    assertThat(isOffered(book, "cheshire-wirral", "primary-development", 2022)).isTrue();
    assertThat(book.notLoaded().stream().map(Problem::toString))
        .anyMatch(
            problem -> problem.startsWith(folder.resolve("new-national").resolve(RULES) + ":"))
        .contains(
            "archimedes-ne/2021-22/publisher.yaml: `extends` names the pack `national` in `"
                + folder.resolve("new-national")
                + "`, which does not load");
    assertThat(book.warmUp()).isSameAs(book);
  }

  @Test
  void aBookOfAllPacksNamesOnlyTheMistakesThemselves() throws IOException {
    assertThat(
            catchThrowableOfType(InvalidInputException.class, withBrokenBase()::build).problems())
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.toString()).contains("unknown word `phse`"));
  }

  @Test
  void aBookWithoutMistakesIsTheSameEitherWay() {
    PolicyBook.Builder builder =
        PolicyBook.builder().files(SmallPacks.groupsOfAtLeast("river-hub", 6));
    assertThat(builder.buildLoadable().hash()).isEqualTo(builder.build().hash());
    assertThat(builder.buildLoadable().notLoaded()).isEmpty();
  }

  @Test
  void anEmptyFolderIsAProblemOfNoPack() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    PolicyBook.Builder builder = withBrokenBase().directory(empty);
    assertThat(catchThrowableOfType(InvalidInputException.class, builder::buildLoadable).problems())
        .extracting(Problem::toString)
        .startsWith(empty + ": the folder contains no pack; expected a `publisher.yaml`");
  }
}
