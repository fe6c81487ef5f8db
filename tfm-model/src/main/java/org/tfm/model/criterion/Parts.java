package org.tfm.model.criterion;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** Shared code of the combining criteria. */
final class Parts {

  private Parts() {}

  static void check(List<Criterion> parts) {
    if (parts.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "`allOf` and `anyOf` need at least one part"));
    }
  }

  static Criterion only(List<Criterion> children) {
    if (children.size() != 1) {
      throw new IllegalArgumentException(
          "`not` and criteria over members have one child, and not " + children.size());
    }
    return children.get(0);
  }

  static List<Outcome> evaluate(List<Criterion> parts, Evidence evidence) {
    List<Outcome> outcomes = new ArrayList<>(parts.size());
    for (Criterion part : parts) {
      outcomes.add(part.evaluate(evidence));
    }
    return outcomes;
  }

  static ImmutableSet<Fact> facts(List<Criterion> parts) {
    return parts.stream()
        .flatMap(part -> part.facts().stream())
        .collect(ImmutableSet.toImmutableSet());
  }
}
