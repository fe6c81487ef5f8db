package org.tfm.model.record;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Trn;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.PrintableText;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The state of masking one document: the masked values, and the texts that stay readable.
 *
 * <p>Not thread-safe. Discarded after one document, because it holds the personal values.
 */
final class Masking {

  /** The replacement for statements and text answers. */
  static final String TEXT = "(given)";

  /** The fewest letters of a value that is also found within a word, such as an id. */
  private static final int LEAST_JOINED = 6;

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  /** Letters whose accent is a part of them, and joined letters. */
  private static final ImmutableMap<Integer, String> WITHOUT_STROKE =
      ImmutableMap.<Integer, String>builder()
          .put((int) 'ł', "l")
          .put((int) 'ø', "o")
          .put((int) 'đ', "d")
          .put((int) 'ð', "d")
          .put((int) 'ħ', "h")
          .put((int) 'ı', "i")
          .put((int) 'ß', "ss")
          .put((int) 'æ', "ae")
          .put((int) 'œ', "oe")
          .put((int) 'þ', "th")
          .buildOrThrow();

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}]+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Set<String> textFacts;
  private final Map<Trn, Trn> ordinals = new HashMap<>();
  private final Set<String> personal = new HashSet<>();
  private final List<KeptWords> readable = new ArrayList<>();

  /** A text that stays readable, and its place. */
  private record KeptWords(String at, String words) {}

  Masking(Collection<Fact> answers) {
    this.textFacts =
        answers.stream()
            .filter(fact -> fact.kind() == FactKind.TEXT)
            .map(Fact::id)
            .collect(Collectors.toSet());
  }

  /** Records a masked value, which must not appear anywhere else. */
  void personal(String value) {
    String words = Blanks.strip(value);
    if (!words.isEmpty() && !words.equals(TEXT)) {
      personal.add(words);
    }
  }

  String text(String value) {
    personal(value);
    return Blanks.isBlank(value) ? "" : TEXT;
  }

  /** Returns the ordinal of a number, which does not depend on the number itself. */
  Trn ordinal(Trn trn) {
    return ordinals.computeIfAbsent(
        trn, any -> Trn.parse(String.format(Locale.ROOT, "%07d", ordinals.size() + 1)));
  }

  Object readable(String at, Object words) {
    readable.add(new KeptWords(at, words.toString()));
    return words;
  }

  Answers answers(String at, Answers answers) {
    Map<String, Object> masked = new TreeMap<>();
    answers
        .byFact()
        .forEach(
            (id, answer) -> {
              if (!textFacts.contains(id)) {
                masked.put(
                    id, answer instanceof Boolean ? answer : readable(at + "/" + id, answer));
              } else {
                masked.put(id, answer instanceof String words ? text(words) : answer);
              }
            });
    return Answers.of(masked);
  }

  /** Returns a problem for every readable text that repeats a masked value. */
  ImmutableList<Problem> problems() {
    List<String> values =
        Stream.concat(personal.stream(), ordinals.keySet().stream().map(Trn::digits))
            .map(Masking::plain)
            .filter(value -> !value.isEmpty())
            .toList();
    return readable.stream()
        .filter(words -> values.stream().anyMatch(value -> repeats(words.words(), value)))
        .map(
            words ->
                Problem.of(
                        ProblemCode.PERSONAL_VALUE,
                        "cannot record the decision: this repeats a personal value of the document")
                    .withHint(
                        "Remove it here, or leave out the person's name: no decision uses names")
                    .atKey(words.at()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether a text repeats a value, whatever stands between its words, letters or digits. */
  private static boolean repeats(String text, String value) {
    String words = plain(text);
    if ((" " + words + " ").contains(" " + value + " ")) {
      return true;
    }
    String joined = value.replace(" ", "");
    if (NUMBER.matcher(joined).matches()) {
      return words.replace(" ", "").contains(joined);
    }
    return joined.length() >= LEAST_JOINED
        && BLANKS
            .splitAsStream(text)
            .anyMatch(word -> plain(word).replace(" ", "").contains(joined));
  }

  /**
   * Returns the letters and digits of a text in lower case without accents, its words separated by
   * one space.
   */
  private static String plain(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> PrintableText.isVisible(c) || Character.isWhitespace(c))
        .forEach(
            c -> {
              if (Character.isDigit(c)) {
                letters.append(Character.digit(c, 10));
              } else {
                letters.append(WITHOUT_STROKE.getOrDefault(c, Character.toString(c)));
              }
            });
    return BETWEEN_WORDS.matcher(UNSEEN.matcher(letters).replaceAll("")).replaceAll(" ").strip();
  }
}
