package org.tfm.model.intake;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides which cells a proposal may repeat: those in which every word is known to say nothing
 * about a person. Any other word can be a name.
 */
final class PlainPhrases {

  private static final int LONGEST = 60;

  /** A shorter word is too often a letter away from a name. */
  private static final int SHORTEST_MISSPELT = 5;

  /** Seven digits, as of a reference number, with what people write between them. */
  private static final Pattern LONG_NUMBER = Pattern.compile("(?:[0-9][ /-]?){7}");

  private static final Pattern TITLE_AND_NAME =
      Pattern.compile("(?i)\\b(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|rev)\\b\\.? ?\\p{L}");

  /** Two words that start with a capital, as a name and a surname do. */
  private static final Pattern TWO_CAPITALS =
      Pattern.compile(
          "(?=\\b(\\p{Lu}[\\p{L}'’-]*\\p{Ll})[ \\u00A0]+(\\p{Lu}[\\p{L}'’-]*\\p{Ll})\\b)");

  /** The word {@code I}, the only one that has a capital within a phrase. */
  private static final Pattern I = Pattern.compile("\\bI\\b");

  private static final Pattern SHORT_NOT =
      Pattern.compile("\\b(?:do|does|are|is|have|has|can?|wo)n?['’]t\\b");
  private static final Pattern SHORT_VERB =
      Pattern.compile("\\b(i|we|it|they|that)['’](?:m|re|ve|s|ll)\\b");
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  /** Words that people add to yes or no, beside those without a meaning in headings. */
  private static final ImmutableSet<String> BESIDE_YES_OR_NO =
      ImmutableSet.of(
          "absolutely",
          "agree",
          "agreed",
          "all",
          "already",
          "am",
          "as",
          "at",
          "be",
          "both",
          "can",
          "certainly",
          "committed",
          "confirm",
          "confirmed",
          "course",
          "currently",
          "definitely",
          "fully",
          "happy",
          "i",
          "indeed",
          "it",
          "mastery",
          "maths",
          "moment",
          "much",
          "our",
          "present",
          "staff",
          "sure",
          "teachers",
          "teaching",
          "thank",
          "thanks",
          "that",
          "they",
          "this",
          "us",
          "very",
          "we",
          "will",
          "with",
          "year");

  /** Words that deny, and so are plain only beside no. */
  private static final ImmutableSet<String> BESIDE_NO =
      ImmutableSet.of("not", "sorry", "unfortunately", "yet");

  /** Words for roles and schools, beside those of the names that are known. */
  private static final ImmutableSet<String> OF_ROLES_AND_SCHOOLS =
      ImmutableSet.of(
          "academy",
          "assistant",
          "co",
          "college",
          "coordinator",
          "curriculum",
          "deputy",
          "director",
          "early",
          "first",
          "head",
          "infant",
          "junior",
          "lead",
          "leader",
          "manager",
          "math",
          "mathematics",
          "maths",
          "member",
          "numeracy",
          "ordinator",
          "phase",
          "primary",
          "principal",
          "reception",
          "secondary",
          "senior",
          "specialist",
          "staff",
          "subject",
          "teacher",
          "teaching",
          "trust",
          "vice",
          "year",
          "years");

  private PlainPhrases() {}

  /** Returns what a phrase that starts with yes or no stands for; empty if it is not plain. */
  static Optional<Boolean> yesOrNo(String cell) {
    String whole = SHORT_NOT.matcher(cell.toLowerCase(Locale.ROOT)).replaceAll("not");
    List<String> words = words(SHORT_VERB.matcher(whole).replaceAll("$1"));
    boolean isYes = !words.isEmpty() && words.get(0).equals("yes");
    boolean isNo = !words.isEmpty() && words.get(0).equals("no");
    boolean isPlain =
        words.stream()
            .skip(1)
            .allMatch(
                word ->
                    KnownHeadings.NO_MEANING.contains(word)
                        || BESIDE_YES_OR_NO.contains(word)
                        || (isNo && BESIDE_NO.contains(word)));
    return isPhrase(I.matcher(cell).replaceAll("i")) && (isYes || isNo) && isPlain
        ? Optional.of(isYes)
        : Optional.empty();
  }

  /** Whether a cell is a plain phrase that has something of the names that are known. */
  static boolean isLike(Labels known, String cell) {
    Set<String> ofNames = known.wordsOfNames();
    return isPhrase(cell)
        && known.isRelated(cell)
        && words(cell).stream()
            .allMatch(
                word ->
                    KnownHeadings.NO_MEANING.contains(word)
                        || OF_ROLES_AND_SCHOOLS.contains(word)
                        || ofNames.stream().anyMatch(name -> isNearly(word, name)));
  }

  /** Whether a cell is short, and without addresses, numbers and names in capitals. */
  private static boolean isPhrase(String cell) {
    return cell.length() <= LONGEST
        && cell.indexOf('@') < 0
        && cell.codePoints().noneMatch(Character::isDigit)
        && cell.chars().skip(1).noneMatch(Character::isUpperCase);
  }

  /**
   * Whether a heading may hold the address, the number or the name of a person: a name is a word
   * after a title, or two words that start with a capital and that headings do not have.
   */
  static boolean mayNamePerson(String heading) {
    return heading.indexOf('@') >= 0
        || LONG_NUMBER.matcher(heading).find()
        || TITLE_AND_NAME.matcher(heading).find()
        || TWO_CAPITALS
            .matcher(heading)
            .results()
            .anyMatch(pair -> canBeName(pair.group(1)) && canBeName(pair.group(2)));
  }

  private static boolean canBeName(String word) {
    return words(word).stream()
        .noneMatch(part -> KnownHeadings.isWord(part) || OF_ROLES_AND_SCHOOLS.contains(part));
  }

  private static List<String> words(String text) {
    return WORDS.splitToList(Labels.fold(text));
  }

  /** Whether a word is one that is known, or a longer one with one letter wrong, more or less. */
  private static boolean isNearly(String word, String known) {
    int longer = Math.max(word.length(), known.length());
    return word.equals(known)
        || (word.length() >= SHORTEST_MISSPELT
            && Math.min(word.length(), known.length()) >= longer - 1
            && Strings.commonPrefix(word, known).length()
                    + Strings.commonSuffix(word, known).length()
                >= longer - 1);
  }
}
