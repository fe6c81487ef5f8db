package org.tfm.model.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** The maximum lengths of lists in documents, far above any real length. */
final class Counts {

  static final int LEAD_PARTICIPANTS = 100;
  static final int HISTORY = 1_000;
  static final int SCHOOLS = 1_000;
  static final int SESSIONS = 366;
  static final int ANSWERS = 1_000;
  static final int WORDS = 1_000;

  private Counts() {}

  static void check(
      String pointer, Optional<? extends Collection<?>> list, int most, List<Problem> problems) {
    if (list.isPresent()) {
      check(pointer, list.get().size(), most, problems);
    }
  }

  static void check(String pointer, int count, int most, List<Problem> problems) {
    if (count > most) {
      problems.add(
          Problem.of(ProblemCode.TOO_MUCH, "%s entries; expected at most %s", count, most)
              .atValue(pointer));
    }
  }
}
