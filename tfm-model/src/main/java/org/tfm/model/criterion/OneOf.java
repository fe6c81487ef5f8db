package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;

/**
 * A criterion that holds if a fact is one of some words.
 *
 * @param fact a fact with one word as its value
 * @param words the words, at least one
 */
@JsonTypeName("one-of")
public record OneOf(Fact fact, ImmutableSet<String> words) implements Comparison {

  /** Rejects an empty set. */
  public OneOf {
    requireNonNull(fact, "fact");
    requireNonNull(words, "words");
    Leaf.check(fact, FactKind.CHOICE);
    Leaf.checkWords(fact, words);
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
      if (!words.contains(word)) {
        return Prospect.FALSE;
      }
    }
    return Prospect.TRUE;
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
