package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A criterion that holds if a fact is given, with any value.
 *
 * <p>Open while the fact can still be given; false if the document was submitted without it, or if
 * there is none.
 *
 * @param fact any fact
 */
@JsonTypeName("provided")
public record Provided(Fact fact) implements Criterion {
  /** Rejects null. */
  public Provided {
    requireNonNull(fact, "fact");
  }

  private static final Optional<Value> GIVEN = Optional.of(new Value.Given());

  @Override
  public Outcome evaluate(Evidence evidence) {
    Optional<Value> found = evidence.find(fact);
    if (Leaf.isNone(fact, found)) {
      return Outcome.decided(Prospect.FALSE, Observation.of(fact, evidence, found));
    }
    Prospect prospect = prospect(evidence);
    return prospect == Prospect.TRUE
        ? Outcome.decided(prospect, Observation.of(fact, evidence, GIVEN))
        : Outcome.missing(
            prospect, fact, Observation.of(fact, evidence, Optional.empty()), evidence);
  }

  @Override
  public Prospect prospect(Evidence evidence) {
    if (Leaf.isNone(fact, evidence.find(fact))) {
      return Prospect.FALSE;
    }
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
