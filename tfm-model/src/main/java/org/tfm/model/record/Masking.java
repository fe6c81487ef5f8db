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
 * The masking of one document: what was masked, and what stays readable.
 *
 * <p>Not thread-safe; made for one document and thrown away, since it knows the personal values.
 */
final class Masking {

  /** What stands for a statement, or for a text that answers a question. */
  static final String TEXT = "(given)";

  private final Set<String> textFacts;
  private final Map<Trn, Trn> ordinals = new HashMap<>();
  private final Set<String> personal = new HashSet<>();
  private final List<KeptWords> readable = new ArrayList<>();

  /** Words that stay readable, and where they stand. */
  private record KeptWords(String at, String words) {}

  Masking(Collection<Fact> answers) {
    this.textFacts =
        answers.stream()
            .filter(fact -> fact.kind() == FactKind.TEXT)
            .map(Fact::id)
            .collect(Collectors.toSet());
  }

  /** Notes a personal value that is masked, so that it must not stand anywhere else. */
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

  /** Says who came first and nothing else, so that there is nothing to be worked back. */
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

  /** Where a personal value that is masked in its own place can be read all the same. */
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
                        "repeats a personal value of the document, so that no record can be made")
                    .withHint(
                        "Take it out there, or leave out the person's name, which decides nothing")
                    .atKey(words.at()))
        .collect(ImmutableList.toImmutableList());
  }
}
