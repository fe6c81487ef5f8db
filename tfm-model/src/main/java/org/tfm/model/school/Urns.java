package org.tfm.model.school;

import java.util.List;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.style.Internal;

/**
 * The one rule for unique reference numbers: five or six digits.
 *
 * @hidden
 */
@Internal
public final class Urns {

  /** The lowest number. */
  public static final int FIRST = 10_000;

  /** The highest number. */
  public static final int LAST = 999_999;

  private Urns() {}

  /** Adds the problem of a number that no school can have. */
  public static void check(String pointer, int urn, List<Problem> problems) {
    if (urn < FIRST || urn > LAST) {
      problems.add(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "`%s` is not a URN; expected a number of five or six digits",
                  urn)
              .atValue(pointer));
    }
  }
}
