package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;

/**
 * A criterion that holds if the answer to a yes/no question is yes.
 *
 * @param fact a yes/no fact
 */
@JsonTypeName("confirmed")
public record Confirmed(Fact fact) implements Criterion {

  /** Validates the kind of the fact. */
  public Confirmed {
    requireNonNull(fact, "fact");
    Leaf.check(fact, FactKind.YES_NO);
  }

  @Override
  public Outcome evaluate(Evidence evidence) {
    return Leaf.evaluate(fact, evidence, Value.YesNo.class, this::test);
  }

  @Override
  public Prospect prospect(Evidence evidence) {
    return evidence.find(fact).orElse(null) instanceof Value.YesNo value
        ? test(value)
        : Prospect.TRUE_OR_FALSE;
  }

  private Prospect test(Value.YesNo value) {
    return Prospect.of(value.yes());
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return ImmutableSet.of(fact);
  }
}
