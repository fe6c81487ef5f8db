package org.tfm.model.criterion;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;

/**
 * The criterion does not hold.
 *
 * @param criterion what must not hold
 */
@JsonTypeName("not")
public record Not(Criterion criterion) implements Criterion {

  @Override
  public Outcome evaluate(Evidence evidence) {
    return criterion.evaluate(evidence).negate();
  }

  @Override
  public String says(Mood mood, boolean negated) {
    return criterion.says(mood, !negated);
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return criterion.facts();
  }
}
