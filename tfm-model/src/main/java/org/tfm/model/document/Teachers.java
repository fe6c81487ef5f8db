package org.tfm.model.document;

import java.math.BigDecimal;
import java.util.Optional;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Value;

/** What follows from how many teachers there are and how many of them use mastery approaches. */
final class Teachers {

  private Teachers() {}

  /** More than half of the teachers; empty unless both numbers are given. */
  static Optional<Value> mostUseMastery(Answers answers) {
    Optional<BigDecimal> all = number(answers, Facts.TEACHERS);
    Optional<BigDecimal> using = number(answers, Facts.TEACHERS_USING_MASTERY);
    if (all.isEmpty() || using.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal some = using.get();
    return Optional.of(
        new Value.YesNo(
            some.add(some).compareTo(all.get()) > 0,
            some.toPlainString() + " of " + all.get().toPlainString() + " teachers"));
  }

  /** How many use mastery, in the place of the answer that follows from it. */
  static Answers withUsingMastery(Answers answers, Value value) {
    return answers
        .without(Facts.MOST_TEACHERS_USING_MASTERY)
        .with(Facts.TEACHERS_USING_MASTERY, value);
  }

  /** Refuses more teachers who use mastery than there are, and an answer that both contradict. */
  static void checkConsistent(Answers answers) {
    Optional<BigDecimal> all = number(answers, Facts.TEACHERS);
    Optional<BigDecimal> using = number(answers, Facts.TEACHERS_USING_MASTERY);
    if (all.isPresent() && using.isPresent() && using.get().compareTo(all.get()) > 0) {
      throw new IllegalArgumentException(
          "`answers.teachers-using-mastery` is more than `answers.teachers`");
    }
    if (answers.contradict(Facts.MOST_TEACHERS_USING_MASTERY, mostUseMastery(answers))) {
      throw new IllegalArgumentException(
          "`answers.most-teachers-using-mastery` contradicts `answers.teachers` and"
              + " `answers.teachers-using-mastery`");
    }
  }

  private static Optional<BigDecimal> number(Answers answers, Fact fact) {
    return answers
        .find(fact)
        .filter(Value.Quantity.class::isInstance)
        .map(value -> ((Value.Quantity) value).amount());
  }
}
