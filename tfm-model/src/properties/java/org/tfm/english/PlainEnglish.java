package org.tfm.english;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules that a text for people keeps. */
public final class PlainEnglish {

  private static final int MOST_WORDS = 25;

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

  private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[.?!:])\\s+|\\n");
  private static final Pattern WORD_TWICE = Pattern.compile("\\b(\\w+) \\1\\b");
  private static final Pattern ID =
      Pattern.compile("\\b(?!middle-deemed-)[a-z]+(-[a-z0-9]+){2,}\\b|\\b[A-Z]+_[A-Z_]+\\b");
  private static final Pattern RANGE = Pattern.compile("from [0-9]+ to [0-9]+");

  private PlainEnglish() {}

  /** Whether a text has a word that nobody says. */
  public static boolean hasWordThatNobodySays(String text) {
    return NOBODY_SAYS.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
  }

  /**
   * Whether a sentence of a text is too long for a school. A line of a list is a sentence, and what
   * ends with a full stop or a question mark.
   */
  public static boolean hasLongSentence(String text) {
    return END_OF_SENTENCE
        .splitAsStream(text)
        .anyMatch(sentence -> sentence.trim().split(" ").length > MOST_WORDS);
  }

  /** Whether a text has an id or a word of the code. */
  public static boolean hasId(String text) {
    return ID.matcher(text).find();
  }

  /** Whether the same word stands twice in a row. */
  public static boolean hasWordTwice(String text) {
    return WORD_TWICE.matcher(text).find();
  }

  /** Whether a range is not written as people write it. */
  public static boolean hasClumsyRange(String text) {
    return RANGE.matcher(text).find();
  }
}
