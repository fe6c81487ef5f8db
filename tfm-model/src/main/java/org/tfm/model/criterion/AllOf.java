package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/**
 * Every part holds.
 *
 * @param parts the parts, at least one
 */
@JsonTypeName("all-of")
public record AllOf(ImmutableList<Criterion> parts) implements Criterion {

  /** Checks that there is a part. */
  public AllOf {
    requireNonNull(parts, "parts");
    Parts.check(parts);
  }

  @Override
  public Outcome evaluate(Evidence evidence) {
    return Outcome.combine(Parts.evaluate(parts, evidence), Prospect.FALSE);
  }

  @Override
  public Prospect prospect(Evidence evidence) {
    Prospect all = Prospect.TRUE;
    for (int i = 0; i < parts.size() && all != Prospect.FALSE; i++) {
      all = all.and(parts.get(i).prospect(evidence));
    }
    return all;
  }

  /** The parts worth saying: that a fact is given goes without saying where it is compared too. */
  ImmutableList<Criterion> telling() {
    return parts.stream()
        .filter(part -> !(part instanceof Provided provided && isCompared(provided.fact())))
        .collect(ImmutableList.toImmutableList());
  }

  private boolean isCompared(Fact fact) {
    return parts.stream()
        .anyMatch(part -> !(part instanceof Provided) && part.facts().contains(fact));
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return Parts.facts(parts);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.allOf(this);
  }

  @Override
  public ImmutableList<Criterion> children() {
    return parts;
  }

  @Override
  public AllOf withChildren(List<Criterion> children) {
    return new AllOf(ImmutableList.copyOf(children));
  }
}
