package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A criterion that holds if the words of a fact include one, or all, of some words.
 *
 * @param fact a fact with a set of words as its value
 * @param words the words, at least one
 * @param all whether all words are needed; otherwise one is enough
 */
@JsonTypeName("includes")
public record Includes(Fact fact, ImmutableSet<String> words, boolean all) implements Comparison {

  /** Rejects an empty set. */
  public Includes {
    requireNonNull(fact, "fact");
    requireNonNull(words, "words");
    Leaf.check(fact, FactKind.CHOICES);
    Leaf.checkWords(fact, words);
  }

  @Override
  public Outcome evaluate(Evidence evidence) {
    return Leaf.evaluate(fact, evidence, Value.class, this::test);
  }

  @Override
  public Prospect prospect(Evidence evidence) {
    Optional<Value> found = evidence.find(fact);
    return found.isPresent() ? test(found.get()) : Prospect.TRUE_OR_FALSE;
  }

  private Prospect test(Value value) {
    if (value instanceof Value.Words list) {
      return Prospect.of(isMetBy(list.words()));
    }
    return value instanceof Value.WordsSoFar known && isMetBy(known.words())
        ? Prospect.TRUE
        : Prospect.TRUE_OR_FALSE;
  }

  private boolean isMetBy(ImmutableSet<String> list) {
    int found = 0;
    for (String word : list) {
      found += words.contains(word) ? 1 : 0;
    }
    return all ? found == words.size() : found > 0;
  }

  @Override
  public String stated() {
    return fact.words(words, all ? "and" : "or");
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return ImmutableSet.of(fact);
  }
}
