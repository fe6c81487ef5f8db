package org.tfm.model.document;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.tfm.model.criterion.Fact;
import org.tfm.model.programme.AcademicYear;

/**
 * How the value of a fact is told as a number where no {@link FactSheet} tells it: the same number
 * only for the same value, read in the same words.
 *
 * @param bits how many bits the number takes
 * @param read the number of an application: 0 where the value was not given, {@link FactKey#NONE}
 *     where it does not fit
 */
record FactCode(int bits, ToLongFunction<Application> read) {

  /**
   * How the fact is read; empty if that is not known here.
   *
   * @param types the types of work group that can be told apart in a history, numbered from 1
   */
  static Optional<FactCode> of(Fact fact, ImmutableMap<String, Integer> types) {
    return switch (fact.id()) {
      case "earlier-participation" ->
          history(a -> FactSheet.history(a, types, year -> year.isBefore(a.offering().year())));
      case "participation" ->
          history(a -> FactSheet.history(a, types, year -> !a.offering().year().isBefore(year)));
      default -> {
        Optional<AcademicYear> only = Facts.yearOfParticipation(fact);
        yield only.isPresent()
            ? history(a -> FactSheet.history(a, types, only.get()::equals))
            : fact.isAnswer() ? Optional.of(answer(fact)) : Optional.empty();
      }
    };
  }

  /** Whether the fact is one of a history. */
  static boolean isHistory(Fact fact) {
    return fact.at().equals(Facts.PARTICIPATION.at());
  }

  private static Optional<FactCode> history(ToLongFunction<Application> read) {
    return Optional.of(new FactCode(FactSheet.BITS_OF_SEVERAL, read));
  }

  private static FactCode answer(Fact fact) {
    return switch (fact.kind()) {
      case YES_NO -> new FactCode(2, a -> yesNo(a.answers(), fact));
      case NUMBER -> new FactCode(FactSheet.BITS_OF_NUMBER, a -> number(a.answers(), fact));
      case CHOICE ->
          new FactCode(1 + FactSheet.bits(fact.choices().size()), a -> choice(a.answers(), fact));
      case CHOICES -> new FactCode(FactSheet.BITS_OF_SEVERAL, a -> choices(a.answers(), fact));
      case TEXT -> new FactCode(1, a -> a.answers().find(fact).isPresent() ? 1 : 0);
    };
  }

  private static long yesNo(Answers answers, Fact fact) {
    return answers.given(fact) instanceof Boolean yes ? yes ? 2 : 1 : 0;
  }

  /** A whole number of a few digits, as nearly all are. */
  static long number(Answers answers, Fact fact) {
    if (!(answers.given(fact) instanceof BigDecimal number)) {
      return 0;
    }
    return number.scale() == 0 && number.signum() >= 0 && number.precision() <= 5
        ? 1 + number.intValue()
        : FactKey.NONE;
  }

  /** A word of a list; where the list is open, it may be any text. */
  private static long choice(Answers answers, Fact fact) {
    if (!(answers.given(fact) instanceof String word)) {
      return 0;
    }
    return fact.choices().isEmpty() ? FactKey.NONE : 1 + fact.choices().indexOf(word);
  }

  /** Words of a list, in the order in which they are given, since they are shown in it. */
  private static long choices(Answers answers, Fact fact) {
    if (!(answers.given(fact) instanceof Collection<?> words)) {
      return 0;
    }
    long seen = FactSheet.NONE_OF_SEVERAL;
    for (Object word : words) {
      seen = seen == FactKey.NONE ? seen : FactSheet.with(seen, 1 + fact.choices().indexOf(word));
    }
    return seen;
  }
}
