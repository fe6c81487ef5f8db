package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A criterion on a fact for which the policy states no figure.
 *
 * @param fact any fact
 */
@JsonTypeName("unstated")
public record Unstated(Fact fact) implements Criterion {
  /** Rejects null. */
  public Unstated {
    requireNonNull(fact, "fact");
  }

  @Override
  public Outcome evaluate(Evidence evidence) {
    Optional<Value> value = evidence.find(fact);
    return new Outcome(
        Prospect.HUB,
        true,
        value.isPresent()
            ? ImmutableList.of(Observation.of(fact, evidence, value))
            : ImmutableList.of(),
        ImmutableList.of());
  }

  @Override
  public Prospect prospect(Evidence evidence) {
    return Prospect.HUB;
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return ImmutableSet.of(fact);
  }
}
