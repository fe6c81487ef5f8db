package org.tfm.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.english.PlainEnglish;
import org.tfm.english.ReviewedTexts;

/**
 * Everything that the command line prints, in one file that is reviewed like code. Write it again
 * with {@code -Dtfm.phrasebook=write}; read the difference aloud.
 */
class CommandPhrasebookTest {

  private static final Path FILE =
      Path.of("src/test/resources/org/tfm/examples/cli/phrasebook.txt");

  private static final List<String> FOR_SCHOOLS =
      List.of(
          CommandPhrasebook.REPORTS,
          CommandPhrasebook.LETTERS,
          CommandPhrasebook.QUESTIONS,
          CommandPhrasebook.TERMS);

  @Test
  void theReviewedFileHoldsEveryTextAndEachIsPlainEnglish(@TempDir Path folder) throws IOException {
    ReviewedTexts texts = CommandPhrasebook.texts(folder);
    String reviewed = texts.reviewed(FILE);
    assertThat(texts).hasToString(reviewed);
    assertThat(texts.under(heading -> true)).noneMatch(PlainEnglish::hasWordThatNobodySays);
    assertThat(texts.under(heading -> !heading.equals("Packs")))
        .noneMatch(PlainEnglish::hasWordTwice);
    assertThat(texts.under(FOR_SCHOOLS::contains))
        .isNotEmpty()
        .noneMatch(text -> PlainEnglish.hasId(text.replaceAll("`[^`]*`", "")))
        .noneMatch(text -> PlainEnglish.hasLongSentence(text.replaceAll("(`[A-Z_]+`, )+", "")))
        .noneMatch(PlainEnglish::hasClumsyRange);
  }
}
