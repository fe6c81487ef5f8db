package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.RegisterName;

/**
 * A criterion that holds if a fact is one of some words.
 *
 * @param fact a fact with one word as its value
 * @param words the words, at least one
 */
@JsonTypeName("one-of")
public record OneOf(Fact fact, ImmutableSet<String> words) implements Comparison {

  /** Rejects an empty set, and the empty name. */
  public OneOf {
    requireNonNull(fact, "fact");
    requireNonNull(words, "words");
    Leaf.check(fact, FactKind.CHOICE);
    Leaf.checkWords(fact, words);
    if (fact.isName() && words.stream().anyMatch(Blanks::isBlank)) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.MISSING, "the fact `%s` is compared with an empty name", fact.id()));
    }
  }

  @Override
  public Outcome evaluate(Evidence evidence) {
    return Leaf.evaluate(fact, evidence, Value.Words.class, this::test);
  }

  @Override
  public Prospect prospect(Evidence evidence) {
    return evidence.find(fact).orElse(null) instanceof Value.Words value
        ? test(value)
        : Prospect.TRUE_OR_FALSE;
  }

  private Prospect test(Value.Words value) {
    for (String word : value.words()) {
      if (!(fact.isName() ? RegisterName.isAmong(word, words) : words.contains(word))) {
        return Prospect.FALSE;
      }
    }
    return Prospect.TRUE;
  }

  /** Whether every word of this criterion is one of another's. */
  boolean isWithin(OneOf other) {
    return fact.equals(other.fact)
        && (fact.isName()
            ? words.stream().allMatch(word -> RegisterName.isAmong(word, other.words))
            : other.words.containsAll(words));
  }

  @Override
  public String stated() {
    return fact.words(words, "or");
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return ImmutableSet.of(fact);
  }
}
