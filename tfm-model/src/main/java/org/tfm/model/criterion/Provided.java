package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * The fact is given, whatever its value.
 *
 * <p>Open while the fact may still be given; false once the document was handed in without it.
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
    Prospect prospect = prospect(evidence);
    return prospect == Prospect.TRUE
        ? Outcome.decided(prospect, Observation.of(fact, evidence, GIVEN))
        : Outcome.missing(
            prospect, fact, Observation.of(fact, evidence, Optional.empty()), evidence);
  }

  @Override
  public Prospect prospect(Evidence evidence) {
    if (evidence.isGiven(fact)) {
      return Prospect.TRUE;
    }
    return evidence.isHandedIn() ? Prospect.FALSE : Prospect.TRUE_OR_FALSE;
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return ImmutableSet.of(fact);
  }
}
