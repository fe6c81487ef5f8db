package org.tfm.model.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.Value;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Ids;

/**
 * Answers to the questions of a policy, by the id of the fact they answer.
 *
 * <p>An answer is yes or no, a number, a word, a list of words or a text. Immutable; {@code
 * toString} shows the ids only, since a text may be personal.
 */
public final class Answers {

  private static final int MOST_DIGITS = 20;

  private static final Answers NONE = new Answers(ImmutableSortedMap.of());

  private final ImmutableMap<String, Object> byFact;

  private Answers(ImmutableSortedMap<String, Object> sorted) {
    // The order of the sorted map, and a look-up that compares no texts on the way.
    this.byFact = ImmutableMap.copyOf(sorted);
  }

  /** No answers. */
  public static Answers none() {
    return NONE;
  }

  /**
   * Answers by fact id.
   *
   * @param answers Booleans, numbers, strings and lists of strings
   * @throws IllegalArgumentException if there are more than 1,000, if a key does not have the form
   *     of an id, or a value is something else, a number of more than 20 digits or a list of more
   *     than 1,000 words
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Answers of(Map<String, Object> answers) {
    Counts.check("answers", answers.size(), Counts.ANSWERS);
    ImmutableSortedMap.Builder<String, Object> copy = ImmutableSortedMap.naturalOrder();
    List<String> refused = new ArrayList<>();
    answers.forEach(
        (id, answer) -> {
          try {
            copy.put(Ids.check("fact id", id), normal(id, answer));
          } catch (IllegalArgumentException e) {
            refused.add(String.valueOf(e.getMessage()));
          }
        });
    if (!refused.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", refused));
    }
    return new Answers(copy.buildOrThrow());
  }

  private static Object normal(String id, Object answer) {
    if (answer instanceof Boolean || answer instanceof String) {
      return answer;
    }
    if (answer instanceof Integer || answer instanceof Long) {
      return BigDecimal.valueOf(((Number) answer).longValue());
    }
    if (answer instanceof BigInteger integer) {
      return number(id, new BigDecimal(integer));
    }
    if (answer instanceof BigDecimal decimal) {
      return number(id, decimal);
    }
    if (answer instanceof Collection<?> words
        && words.stream().allMatch(String.class::isInstance)) {
      Counts.check("answers." + id, words.size(), Counts.WORDS);
      return ImmutableList.copyOf(words);
    }
    throw new IllegalArgumentException(
        "the answer `" + id + "` is neither yes or no, a number, a word nor a list of words");
  }

  private static BigDecimal number(String id, BigDecimal number) {
    if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "the answer `" + id + "` is a number of more than " + MOST_DIGITS + " digits");
    }
    return Value.Quantity.plain(number);
  }

  /** The answers by fact id, in the order of the ids. */
  @JsonValue
  public ImmutableMap<String, Object> byFact() {
    return byFact;
  }

  /** The same answers without the one to the fact of this id. */
  Answers without(String id) {
    return new Answers(
        ImmutableSortedMap.copyOf(Maps.filterKeys(byFact, other -> !id.equals(other))));
  }

  /** The answer to a fact; empty if none was given, or one of another kind. */
  public Optional<Value> find(Fact fact) {
    return Optional.ofNullable(byFact.get(fact.id())).flatMap(answer -> value(fact, answer));
  }

  /**
   * The same answers with this one, in the place of an earlier one to the fact.
   *
   * @param text gives the text, where the value is one
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
    if (value instanceof Value.Words words) {
      return fact.kind() == FactKind.CHOICE
          ? words.words().iterator().next()
          : ImmutableList.copyOf(words.words());
    }
    return text.get();
  }

  /** The number answered to the fact of this id; empty if none was. */
  Optional<BigDecimal> number(String id) {
    return byFact.get(id) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
  }

  /** Whether the answer to a yes/no question is another than what was worked out. */
  boolean contradict(String id, Optional<Value> workedOut) {
    return workedOut.isPresent()
        && workedOut.get() instanceof Value.YesNo own
        && byFact.get(id) instanceof Boolean given
        && own.yes() != given;
  }

  private static Optional<Value> value(Fact fact, Object answer) {
    if (!isOfKind(fact, answer)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (fact.kind()) {
          case YES_NO -> Value.YesNo.of((Boolean) answer);
          case NUMBER -> Value.Quantity.of((BigDecimal) answer);
          case CHOICE -> new Value.Words(ImmutableSet.of((String) answer));
          case CHOICES -> new Value.Words(words((Collection<?>) answer));
          case TEXT -> new Value.Given();
        });
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
      case TEXT -> answer instanceof String text && !Blanks.isBlank(text);
    };
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

  /**
   * What is wrong with the answers.
   *
   * <p>An id that no fact has is a problem: a misspelt answer must not be dropped in silence.
   *
   * @param known every fact that can be answered, by id
   */
  public ImmutableList<Problem> problems(ImmutableMap<String, Fact> known) {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    byFact.forEach(
        (id, answer) -> {
          Fact fact = known.get(id);
          if (fact == null) {
            problems.add(
                Problem.of(ProblemCode.UNKNOWN_KEY, "no policy asks `%s`", id)
                    .withHint(DidYouMean.hint(id, known.keySet()))
                    .atValue("/answers/" + id));
          } else if (!isTaken(fact, answer)) {
            problems.add(
                Problem.of(ProblemCode.WRONG_TYPE, "expected " + expected(fact) + remark(answer))
                    .atValue("/answers/" + id));
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

  /** The ids of the facts that are answered. */
  @Override
  public String toString() {
    return byFact.keySet().toString();
  }
}
