package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/**
 * A criterion that holds if another does not.
 *
 * @param criterion the negated criterion
 */
@JsonTypeName("not")
public record Not(Criterion criterion) implements Criterion {
  /** Rejects null. */
  public Not {
    requireNonNull(criterion, "criterion");
  }

  @Override
  public Outcome evaluate(Evidence evidence) {
    return criterion.evaluate(evidence).negate();
  }

  @Override
  public Prospect prospect(Evidence evidence) {
    return criterion.prospect(evidence).negate();
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return criterion.facts();
  }

  @Override
  public boolean isOppositeOf(Criterion other) {
    return criterion.equals(other);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.not(this);
  }

  @Override
  public ImmutableList<Criterion> children() {
    return ImmutableList.of(criterion);
  }

  @Override
  public Not withChildren(List<Criterion> children) {
    return new Not(Parts.only(children));
  }
}
