package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Optional;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * A criterion that holds if a number is within bounds, inclusive.
 *
 * @param fact a fact with a number as its value
 * @param least the lower bound, in the unit of the fact; absent if there is none
 * @param most the upper bound, in the unit of the fact; absent if there is none
 */
@JsonTypeName("within")
public record Within(Fact fact, Optional<BigDecimal> least, Optional<BigDecimal> most)
    implements Comparison {

  /** Rejects missing bounds and bounds in the wrong order. */
  public Within {
    requireNonNull(fact, "fact");
    requireNonNull(least, "least");
    requireNonNull(most, "most");
    Leaf.check(fact, FactKind.NUMBER);
    least = least.map(Within::plain);
    most = most.map(Within::plain);
    if (least.isEmpty() && most.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "the fact `%s` is compared without a number", fact.id()));
    }
    if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.CONTRADICTION,
              "no number is at least %s and at most %s",
              least.get(),
              most.get()));
    }
  }

  private static BigDecimal plain(BigDecimal number) {
    if (!Value.Quantity.isShort(number)) {
      throw new InvalidInputException(Problem.of(ProblemCode.TOO_MUCH, "a number is too long"));
    }
    return Value.Quantity.plain(number);
  }

  @Override
  public Outcome evaluate(Evidence evidence) {
    return Leaf.evaluate(fact, evidence, Value.Quantity.class, this::test);
  }

  @Override
  public Prospect prospect(Evidence evidence) {
    return evidence.find(fact).orElse(null) instanceof Value.Quantity value
        ? test(value)
        : Prospect.TRUE_OR_FALSE;
  }

  private Prospect test(Value.Quantity value) {
    if (most.isPresent() && value.amount().compareTo(most.get()) > 0) {
      return Prospect.FALSE;
    }
    boolean enough = least.isEmpty() || value.amount().compareTo(least.get()) >= 0;
    if (value.open()) {
      return enough && most.isEmpty() ? Prospect.TRUE : Prospect.TRUE_OR_FALSE;
    }
    return Prospect.of(enough);
  }

  @Override
  public String stated() {
    return CriterionText.bounds(fact, least, most);
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return ImmutableSet.of(fact);
  }
}
