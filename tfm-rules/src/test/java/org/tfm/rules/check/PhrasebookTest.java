package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Everything that people read, in one file that is reviewed like code. Write it again with {@code
 * -Dtfm.phrasebook=write}; read the difference aloud.
 */
class PhrasebookTest {

  private static final Path FILE = Path.of("src/test/resources/org/tfm/rules/phrasebook.txt");

  private static final Supplier<Map<String, Set<String>>> TEXTS =
      Suppliers.memoize(Phrasebook::texts);

  private static String text(Map<String, Set<String>> texts) {
    return texts.entrySet().stream()
        .map(one -> "# " + one.getKey() + "\n\n" + String.join("\n", one.getValue()) + "\n")
        .collect(Collectors.joining("\n"));
  }

  @Test
  void theReviewedFileHoldsEveryText() throws IOException {
    String texts = text(TEXTS.get());
    if (System.getProperty("tfm.phrasebook", "").equals("write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, texts);
    }
    assertThat(texts).isEqualTo(Files.readString(FILE));
  }

  private static final List<String> NOBODY_SAYS =
      List.of(
          "must be so that",
          "is so that",
          "handed in",
          "laid on",
          "to be said",
          "mend",
          "so it is",
          "reckon",
          "anew",
          "of which",
          "is told of",
          "makes of",
          "whoever",
          "cannot stand");

  /** Headings of texts for developers, and of choices in a row. */
  private static final List<String> NO_SENTENCES = List.of("Messages", "Expected answers");

  private static final Pattern WORD_TWICE = Pattern.compile("\\b(\\w+) \\1\\b");
  private static final Pattern ID =
      Pattern.compile("\\b(?!middle-deemed-)[a-z]+(-[a-z0-9]+){2,}\\b|\\b[A-Z]+_[A-Z_]+\\b");
  private static final Pattern RANGE = Pattern.compile("from [0-9]+ to [0-9]+");

  /**
   * The sentences of a text: a line of a list, and what ends with a full stop or a question mark.
   */
  private static List<String> sentences(String text) {
    return Pattern.compile("(?<=[.?!:])\\s+|\\n")
        .splitAsStream(text)
        .filter(sentence -> !sentence.isBlank())
        .toList();
  }

  private static List<String> read(Predicate<String> heading) throws IOException {
    return TEXTS.get().entrySet().stream()
        .filter(one -> heading.test(one.getKey()))
        .flatMap(one -> one.getValue().stream())
        .toList();
  }

  @Test
  void noTextHasAWordThatNobodySays() throws IOException {
    assertThat(read(heading -> true))
        .noneMatch(text -> NOBODY_SAYS.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains));
  }

  @Test
  void noSentenceForSchoolsHasMoreThanTwentyFiveWords() throws IOException {
    assertThat(read(heading -> !NO_SENTENCES.contains(heading)))
        .allSatisfy(
            text ->
                assertThat(sentences(text))
                    .as(text)
                    .allMatch(sentence -> sentence.split(" ").length <= 25));
  }

  @Test
  void noTextForSchoolsHasAnIdOrAWordOfTheCode() throws IOException {
    assertThat(read(heading -> !heading.equals("Messages")))
        .noneMatch(text -> ID.matcher(text).find());
  }

  @Test
  void noWordStandsTwiceInARow() throws IOException {
    assertThat(read(heading -> true)).noneMatch(text -> WORD_TWICE.matcher(text).find());
  }

  @Test
  void rangesAreWrittenAsPeopleWriteThem() throws IOException {
    assertThat(read(heading -> !heading.equals("Messages")))
        .noneMatch(text -> RANGE.matcher(text).find());
  }
}
