package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/**
 * A criterion that holds if every part holds.
 *
 * @param parts the parts, at least one
 */
@JsonTypeName("all-of")
public record AllOf(ImmutableList<Criterion> parts) implements Criterion {

  /** Rejects an empty list. */
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

  /** Returns the parts to mention: without tests for facts that another part compares. */
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
