package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tfm.english.PlainEnglish;
import org.tfm.english.ReviewedTexts;

/**
 * Everything that people read, in one file that is reviewed like code. Write it again with {@code
 * -Dtfm.phrasebook=write}; read the difference aloud.
 */
class PhrasebookTest {

  private static final Path FILE = Path.of("src/test/resources/org/tfm/rules/phrasebook.txt");

  /** Headings of texts for developers, and of choices in a row. */
  private static final List<String> NO_SENTENCES = List.of("Messages", "Expected answers");

  private static final Supplier<ReviewedTexts> TEXTS = Suppliers.memoize(Phrasebook::texts);

  private static List<String> read(Predicate<String> heading) {
    return TEXTS.get().under(heading);
  }

  private static List<String> forSchools() {
    return read(heading -> !heading.equals("Messages"));
  }

  @Test
  void theReviewedFileHoldsEveryText() throws IOException {
    String reviewed = TEXTS.get().reviewed(FILE);
    assertThat(TEXTS.get()).hasToString(reviewed);
  }

  @Test
  void noTextHasAWordThatNobodySays() {
    assertThat(read(heading -> true)).noneMatch(PlainEnglish::hasWordThatNobodySays);
  }

  @Test
  void noSentenceForSchoolsHasMoreThanTwentyFiveWords() {
    assertThat(read(heading -> !NO_SENTENCES.contains(heading)))
        .noneMatch(PlainEnglish::hasLongSentence);
  }

  @Test
  void noTextForSchoolsHasAnIdOrAWordOfTheCode() {
    assertThat(forSchools()).noneMatch(PlainEnglish::hasId);
  }

  @Test
  void noWordIsRepeated() {
    assertThat(read(heading -> true)).noneMatch(PlainEnglish::hasWordTwice);
  }

  @Test
  void rangesAreWrittenAsPeopleWriteThem() {
    assertThat(forSchools()).noneMatch(PlainEnglish::hasClumsyRange);
  }
}
