package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/**
 * A criterion that holds if at least one part holds.
 *
 * @param parts the parts, at least one
 */
@JsonTypeName("any-of")
public record AnyOf(ImmutableList<Criterion> parts) implements Criterion {

  /** Rejects an empty list. */
  public AnyOf {
    requireNonNull(parts, "parts");
    Parts.check(parts);
  }

  @Override
  public Outcome evaluate(Evidence evidence) {
    return Outcome.combine(Parts.evaluate(parts, evidence), Prospect.TRUE);
  }

  @Override
  public Prospect prospect(Evidence evidence) {
    Prospect any = Prospect.FALSE;
    for (int i = 0; i < parts.size() && any != Prospect.TRUE; i++) {
      any = any.or(parts.get(i).prospect(evidence));
    }
    return any;
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return Parts.facts(parts);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.anyOf(this);
  }

  @Override
  public ImmutableList<Criterion> children() {
    return parts;
  }

  @Override
  public AnyOf withChildren(List<Criterion> children) {
    return new AnyOf(ImmutableList.copyOf(children));
  }
}
