package org.tfm.model.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.tfm.model.criterion.Value;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** Values derived from the number of teachers and the number of those who use mastery. */
final class Teachers {

  static final String ALL = "teachers";

  static final String USING_MASTERY = "teachers-using-mastery";
  static final String MOST_USING_MASTERY = "most-teachers-using-mastery";

  private Teachers() {}

  /** Whether more than half of the teachers use mastery; empty unless both numbers are given. */
  static Optional<Value> mostUseMastery(Answers answers) {
    Optional<BigDecimal> all = answers.number(ALL);
    Optional<BigDecimal> using = answers.number(USING_MASTERY);
    if (all.isEmpty() || using.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal some = using.get();
    return Optional.of(
        new Value.YesNo(
            some.add(some).compareTo(all.get()) > 0,
            some.toPlainString() + " of " + all.get().toPlainString() + " teachers"));
  }

  /** Rejects more users of mastery than teachers, and an answer that contradicts both numbers. */
  static void checkConsistent(Answers answers, List<Problem> problems) {
    Optional<BigDecimal> all = answers.number(ALL);
    Optional<BigDecimal> using = answers.number(USING_MASTERY);
    if (all.isPresent() && using.isPresent() && using.get().compareTo(all.get()) > 0) {
      problems.add(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "`%s` is more than `answers.teachers`, which is `%s`",
                  using.get(),
                  all.get())
              .atValue("/answers/" + USING_MASTERY));
    }
    if (answers.contradict(MOST_USING_MASTERY, mostUseMastery(answers))) {
      problems.add(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "this contradicts `answers.teachers` and `answers.teachers-using-mastery`")
              .atValue("/answers/" + MOST_USING_MASTERY));
    }
  }
}
