package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.Moment;
import org.tfm.model.criterion.Value;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Ids;

/**
 * The answers to the questions of a policy, by fact id.
 *
 * <p>An answer is yes or no, a number, a word, a list of words or a text. Immutable. {@code
 * toString} shows only the ids, because a text may be personal.
 */
@TfmJson.Strict
public final class Answers {

  private static final Answers NONE = new Answers(ImmutableSortedMap.of());

  private final ImmutableMap<String, Object> byFact;
  private final ImmutableList<Map.Entry<String, Object>> all;

  private Answers(ImmutableSortedMap<String, Object> sorted) {
    // Keeps the order of the sorted map, with lookup by hash instead of by comparison.
    this.byFact = ImmutableMap.copyOf(sorted);
    this.all = byFact.entrySet().asList();
  }

  /** Returns no answers. */
  public static Answers none() {
    return NONE;
  }

  /**
   * Returns answers by fact id.
   *
   * @param answers Booleans, numbers of any Java type, strings and lists of strings
   * @throws InvalidInputException if there are more than 1,000 answers, if a key is not a
   *     well-formed id, or if a value has another type, more than 20 digits or more than 1,000
   *     words
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Answers of(Map<String, Object> answers) {
    requireNonNull(answers, "answers");
    List<Problem> problems = new ArrayList<>();
    Counts.check("", answers.size(), Counts.ANSWERS, problems);
    ImmutableSortedMap.Builder<String, Object> copy = ImmutableSortedMap.naturalOrder();
    answers.forEach(
        (id, answer) -> {
          String pointer = "/" + String.valueOf(id).replace("~", "~0").replace("/", "~1");
          try {
            copy.put(Ids.check("fact id", String.valueOf(id)), normal(pointer, answer, problems));
          } catch (InvalidInputException e) {
            e.problems().forEach(problem -> problems.add(problem.atValue(pointer)));
          }
        });
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return new Answers(copy.buildOrThrow());
  }

  private static Object normal(String pointer, @Nullable Object answer, List<Problem> problems) {
    if (answer instanceof Boolean || answer instanceof String) {
      return answer;
    }
    if (answer instanceof Number number) {
      return number(number);
    }
    if (answer instanceof Collection<?> words
        && words.stream().allMatch(String.class::isInstance)) {
      Counts.check(pointer, words.size(), Counts.WORDS, problems);
      return ImmutableList.copyOf(words);
    }
    throw new InvalidInputException(
        Problem.of(
            ProblemCode.WRONG_TYPE,
            "expected yes or no, a number, a word, a list of words or a text"));
  }

  /** Converts a number of any type; {@code toString} is exact for those of the JDK. */
  private static BigDecimal number(Number number) {
    BigDecimal exact;
    try {
      exact = number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.INVALID_VALUE, "`%s` is not a finite number", number));
    }
    return Value.Quantity.of(exact).amount();
  }

  /** The answers by fact id, ordered by id. */
  @JsonValue
  public ImmutableMap<String, Object> byFact() {
    return byFact;
  }

  /** Returns these answers without the answer to one fact. */
  Answers without(String id) {
    return new Answers(
        ImmutableSortedMap.copyOf(Maps.filterKeys(byFact, other -> !id.equals(other))));
  }

  /** Returns the answer to a fact; empty if there is none, or if it has the wrong type. */
  public Optional<Value> find(Fact fact) {
    requireNonNull(fact, "fact");
    Object answer = byFact.get(fact.id());
    return answer == null ? Optional.empty() : value(fact, answer);
  }

  /**
   * Returns these answers with another answer to one fact.
   *
   * @param text supplies the text, if the value is a text
   */
  Answers with(Fact fact, Value value, Supplier<String> text) {
    Map<String, Object> changed = new LinkedHashMap<>(byFact);
    changed.put(fact.id(), answer(fact, value, text));
    return of(changed);
  }

  private static Object answer(Fact fact, Value value, Supplier<String> text) {
    if (value instanceof Value.YesNo answer) {
      return answer.yes();
    }
    if (value instanceof Value.Quantity number) {
      return number.amount();
    }
    if (value instanceof Value.Day day) {
      return day.moment().toString();
    }
    if (value instanceof Value.Words words) {
      return fact.kind() == FactKind.CHOICE
          ? words.words().iterator().next()
          : ImmutableList.copyOf(words.words());
    }
    return text.get();
  }

  /** Returns the numeric answer to a fact; empty if there is none. */
  Optional<BigDecimal> number(String id) {
    return byFact.get(id) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
  }

  /** Whether the answer to a yes/no question differs from the derived value. */
  boolean contradict(String id, Optional<Value> derived) {
    return derived.isPresent()
        && derived.get() instanceof Value.YesNo own
        && byFact.get(id) instanceof Boolean given
        && own.yes() != given;
  }

  private static Optional<Value> value(Fact fact, Object answer) {
    if (!isOfKind(fact, answer)) {
      return Optional.empty();
    }
    return switch (fact.kind()) {
      case YES_NO -> SharedValues.yesNo((Boolean) answer);
      case NUMBER -> SharedValues.number((BigDecimal) answer);
      case CHOICE -> Optional.of(new Value.Words(ImmutableSet.of((String) answer)));
      case CHOICES -> Optional.of(new Value.Words(words((Collection<?>) answer)));
      case DAY -> moment((String) answer).map(Value.Day::new);
      case TEXT -> FactPlace.GIVEN;
    };
  }

  private static ImmutableSet<String> words(Collection<?> answer) {
    return answer.stream().map(String.class::cast).collect(ImmutableSet.toImmutableSet());
  }

  private static boolean isOfKind(Fact fact, Object answer) {
    return switch (fact.kind()) {
      case YES_NO -> answer instanceof Boolean;
      case NUMBER -> answer instanceof BigDecimal;
      case CHOICE -> answer instanceof String word && isChoice(fact, word);
      case CHOICES -> answer instanceof Collection<?> words && areChoices(fact, words);
      case DAY -> answer instanceof String text && moment(text).isPresent();
      case TEXT -> answer instanceof String text && !Blanks.isBlank(text);
    };
  }

  private static Optional<Moment> moment(String text) {
    try {
      return Optional.of(Moment.parse(text));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  private static boolean areChoices(Fact fact, Collection<?> words) {
    for (Object word : words) {
      if (!isChoice(fact, (String) word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isChoice(Fact fact, String word) {
    return fact.choices().isEmpty() || fact.choices().contains(word);
  }

  /** Whether the answers of a document are valid, that is, {@link #problems} is empty. */
  public boolean areTaken(ImmutableMap<String, Fact> known) {
    requireNonNull(known, "known");
    return areTaken(known, Fact::isAnswer);
  }

  /**
   * Whether the answers are valid.
   *
   * @param isHere tests whether a fact is answered here, in the document or for one person
   */
  boolean areTaken(ImmutableMap<String, Fact> known, Predicate<Fact> isHere) {
    for (int i = 0; i < all.size(); i++) {
      Map.Entry<String, Object> answer = all.get(i);
      Fact fact = known.get(answer.getKey());
      if (fact == null || !isHere.test(fact) || !isTaken(fact, answer.getValue())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the problems of the answers of a document.
   *
   * <p>An unknown id is a problem: a misspelt answer must not be dropped silently.
   *
   * @param known every fact that can be answered, by id
   */
  public ImmutableList<Problem> problems(ImmutableMap<String, Fact> known) {
    requireNonNull(known, "known");
    return problems(known, Fact::isAnswer, "");
  }

  /**
   * Returns the problems of the answers.
   *
   * @param isHere tests whether a fact is answered here, in the document or for one person
   * @param at the JSON pointer of the person that they are about; empty for the document
   */
  ImmutableList<Problem> problems(
      ImmutableMap<String, Fact> known, Predicate<Fact> isHere, String at) {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    byFact.forEach(
        (id, answer) -> {
          Fact fact = known.get(id);
          String pointer = at + "/answers/" + id;
          if (fact == null) {
            problems.add(
                Problem.of(ProblemCode.UNKNOWN_KEY, "no policy asks for `%s`", id)
                    .withHint(DidYouMean.hint(id, Maps.filterValues(known, isHere::test).keySet()))
                    .atValue(pointer));
          } else if (!isHere.test(fact)) {
            problems.add(
                Problem.of(
                        ProblemCode.UNKNOWN_KEY,
                        "`%s` is not asked here; expected `%s`",
                        id,
                        fact.at())
                    .atValue(pointer));
          } else if (!isTaken(fact, answer)) {
            problems.add(
                Problem.of(ProblemCode.WRONG_TYPE, "expected " + expected(fact) + remark(answer))
                    .atValue(pointer));
          }
        });
    return problems.build();
  }

  private static String remark(Object answer) {
    return answer instanceof String text && !Blanks.isBlank(text) ? Blanks.remark(text) : "";
  }

  private static boolean isTaken(Fact fact, Object answer) {
    return isOfKind(fact, answer) && !(answer instanceof BigDecimal number && number.signum() < 0);
  }

  private static String expected(Fact fact) {
    return switch (fact.kind()) {
      case YES_NO -> "`true` or `false`";
      case NUMBER -> "a number that is not negative";
      case CHOICE -> "one of " + fact.choices();
      case CHOICES -> "a list of " + fact.choices();
      case DAY -> "a day such as `2025-05-23`, or a time such as `2025-05-23 17:00`";
      case TEXT -> "a text that is not blank";
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Answers answers && answers.byFact.equals(byFact);
  }

  @Override
  public int hashCode() {
    return byFact.hashCode();
  }

  /** The ids of the answered facts. */
  @Override
  public String toString() {
    return byFact.keySet().toString();
  }
}
