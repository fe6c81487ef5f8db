package org.tfm.model.record;

import com.google.common.collect.ImmutableList;
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
    List<Pattern> values =
        Stream.concat(personal.stream(), ordinals.keySet().stream().map(Trn::digits))
            .map(
                value ->
                    Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
            .toList();
    return readable.stream()
        .filter(words -> values.stream().anyMatch(value -> value.matcher(words.words()).find()))
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
}
