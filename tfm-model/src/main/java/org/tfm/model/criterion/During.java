package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * A criterion that holds if a day or time is in a period, whose first and last moments belong to
 * it.
 *
 * <p>If only the day is known and the period starts or ends on that day at a time, it is open
 * whether the criterion holds.
 *
 * @param fact a fact with a day as its value
 * @param from the first moment; absent if the period has no start
 * @param until the last moment; absent if the period has no end
 */
@JsonTypeName("during")
public record During(Fact fact, Optional<Moment> from, Optional<Moment> until)
    implements Comparison {

  /** Rejects a period without a start and an end, and one that ends before it starts. */
  public During {
    requireNonNull(fact, "fact");
    requireNonNull(from, "from");
    requireNonNull(until, "until");
    Leaf.check(fact, FactKind.DAY);
    if (from.isEmpty() && until.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "the fact `%s` is compared without a day", fact.id()));
    }
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.CONTRADICTION,
              "no day is from `%s` and by `%s`",
              from.get(),
              until.get()));
    }
  }

  @Override
  public Outcome evaluate(Evidence evidence) {
    return Leaf.evaluate(fact, evidence, Value.Day.class, this::test);
  }

  @Override
  public Prospect prospect(Evidence evidence) {
    Optional<Value> found = evidence.find(fact);
    if (Leaf.isNone(fact, found)) {
      return Prospect.FALSE;
    }
    return found.orElse(null) instanceof Value.Day value ? test(value) : Prospect.TRUE_OR_FALSE;
  }

  private Prospect test(Value.Day value) {
    Moment moment = value.moment();
    if (from.filter(moment::isBefore).isPresent()
        || until.filter(last -> last.isBefore(moment)).isPresent()) {
      return Prospect.FALSE;
    }
    return from.map(moment::startsWith).orElse(true) && until.map(moment::endsWith).orElse(true)
        ? Prospect.TRUE
        : Prospect.TRUE_OR_FALSE;
  }

  @Override
  public String stated() {
    if (from.isPresent() && until.isPresent()) {
      return from.equals(until)
          ? (from.get().time().isPresent() ? "at " : "on ") + from.get().text()
          : between(from.get(), until.get());
    }
    return from.map(
            first -> (first.time().isPresent() ? "at or after " : "on or after ") + first.text())
        .orElseGet(
            () -> (until.get().time().isPresent() ? "by " : "on or before ") + until.get().text());
  }

  /** Returns both bounds; the day only once if it is the same. */
  private static String between(Moment first, Moment last) {
    return "between "
        + (first.isOnDayOf(last) ? first.time().orElseThrow().toString() : first.text())
        + " and "
        + last.text();
  }

  /** Whether a bound is a time of a day. */
  boolean isOfTime() {
    return from.flatMap(Moment::time).isPresent() || until.flatMap(Moment::time).isPresent();
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return ImmutableSet.of(fact);
  }
}
