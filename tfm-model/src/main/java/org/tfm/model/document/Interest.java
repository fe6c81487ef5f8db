package org.tfm.model.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tfm.model.criterion.Value;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** Values about the expression of interest that a school sent before its application. */
final class Interest {

  /** The id of the answer whether the school has sent one. */
  static final String SENT = "expression-of-interest";

  /** One was sent on a day that is not known. */
  private static final Optional<Value> GIVEN = Optional.of(new Value.Given());

  private static final String DAY = "/expressionOfInterestOn";

  private Interest() {}

  /** Returns the day; “given” if one was sent on an unknown day, and “no” if none was sent. */
  static Optional<Value> day(Optional<LocalDate> sentOn, Answers answers) {
    if (hasSentNone(answers)) {
      return SharedValues.yesNo(false);
    }
    return hasSent(answers) && sentOn.isEmpty() ? GIVEN : Days.value(sentOn, Optional.empty());
  }

  /** Returns “yes” if the day is given. */
  static Optional<Value> isSent(Optional<LocalDate> sentOn) {
    return sentOn.isPresent() ? SharedValues.yesNo(true) : Optional.empty();
  }

  private static boolean hasSent(Answers answers) {
    return answers.byFact().get(SENT) instanceof Boolean sent && sent;
  }

  private static boolean hasSentNone(Answers answers) {
    return answers.byFact().get(SENT) instanceof Boolean sent && !sent;
  }

  /** Rejects a day although none was sent, and a day after that of the application. */
  static void checkConsistent(
      Optional<LocalDate> sentOn,
      Answers answers,
      Optional<LocalDate> submittedOn,
      List<Problem> problems) {
    if (sentOn.isEmpty()) {
      return;
    }
    LocalDate day = sentOn.get();
    if (hasSentNone(answers)) {
      problems.add(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "this contradicts `answers.%s`, which says that the school has sent none",
                  SENT)
              .atValue(DAY));
    }
    submittedOn
        .filter(day::isAfter)
        .ifPresent(
            submitted ->
                problems.add(
                    Problem.of(
                            ProblemCode.CONTRADICTION,
                            "`%s` is after `submittedOn`, which is `%s`",
                            day,
                            submitted)
                        .atValue(DAY)));
  }
}
