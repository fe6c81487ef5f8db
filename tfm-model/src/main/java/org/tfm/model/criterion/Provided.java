package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * The fact is given, whatever its value.
 *
 * <p>The one leaf that is never unknown: a field left empty is a gap.
 *
 * @param fact any fact
 */
@JsonTypeName("provided")
public record Provided(Fact fact) implements Criterion {
  /** Refuses null. */
  public Provided {
    requireNonNull(fact, "fact");
  }

  private static final Optional<Value> GIVEN = Optional.of(new Value.Given());

  @Override
  public Outcome evaluate(Evidence evidence) {
    return evidence.find(fact).isPresent()
        ? Outcome.decided(Truth.TRUE, Observation.of(fact, evidence, GIVEN))
        : Outcome.missing(
            Truth.FALSE, fact, Observation.of(fact, evidence, Optional.empty()), evidence);
  }

  @Override
  public Truth truth(Evidence evidence) {
    return Truth.of(evidence.find(fact).isPresent());
  }

  @Override
  public String says(Mood mood, boolean negated) {
    return (fact.kind() == FactKind.YES_NO ? "an answer on whether " : "")
        + fact.label()
        + " "
        + mood.be(negated)
        + " given";
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return ImmutableSet.of(fact);
  }
}
