package org.tfm.model.criterion;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;

/**
 * The fact is given, whatever its value.
 *
 * <p>The one leaf that is never unknown: a field left empty is a gap.
 *
 * @param fact any fact
 */
@JsonTypeName("provided")
public record Provided(Fact fact) implements Criterion {

  /** What is read of a fact that is given, whatever its value. */
  public static final String GIVEN = "given";

  /** What is read of a fact that is not given. */
  public static final String NOT_GIVEN = "not given";

  @Override
  public Outcome evaluate(Evidence evidence) {
    return evidence.find(fact).isPresent()
        ? Outcome.decided(Truth.TRUE, ReadFact.of(fact, evidence, GIVEN))
        : Outcome.missing(Truth.FALSE, ReadFact.of(fact, evidence, NOT_GIVEN), evidence);
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
