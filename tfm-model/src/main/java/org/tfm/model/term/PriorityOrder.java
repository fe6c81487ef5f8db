package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Within;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The order in which schools get places when there are too few.
 *
 * <p>Immutable and thread-safe.
 *
 * @param fact the day or number that is compared
 * @param highestFirst whether the highest number or the latest day goes first, and not the lowest
 *     or the earliest
 */
@TfmJson.Strict
public record PriorityOrder(Fact fact, boolean highestFirst) {

  /**
   * Checks that values of the fact have an order.
   *
   * @throws InvalidInputException if the fact is neither a day nor a number
   */
  public PriorityOrder {
    requireNonNull(fact, "fact");
    if (fact.kind() != FactKind.DAY && fact.kind() != FactKind.NUMBER) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.WRONG_TYPE,
              "schools cannot be put in the order of `%s`; expected a day or a number",
              fact.id()));
    }
  }

  /** The criterion that the value is known. */
  public Criterion isKnown() {
    return fact.kind() == FactKind.DAY
        ? new Provided(fact)
        : new Within(fact, Optional.of(BigDecimal.ZERO), Optional.empty());
  }

  /** The order in words, such as {@code the day of submission, the earliest first}. */
  String inWords() {
    String first =
        fact.kind() == FactKind.DAY
            ? highestFirst ? "latest" : "earliest"
            : highestFirst ? "highest" : "lowest";
    return fact.label() + ", the " + first + " first";
  }
}
