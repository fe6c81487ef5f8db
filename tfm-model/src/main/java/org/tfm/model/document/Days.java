package org.tfm.model.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** The range of days in documents: years of four digits. */
final class Days {

  private static final int LAST_YEAR = 9999;

  private Days() {}

  static void check(String pointer, Optional<LocalDate> day, List<Problem> problems) {
    day.filter(named -> named.getYear() < 0 || named.getYear() > LAST_YEAR)
        .ifPresent(
            named ->
                problems.add(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            "`%s` is out of range; expected a day in a year of four digits",
                            named)
                        .atValue(pointer)));
  }
}
