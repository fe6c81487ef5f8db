package org.tfm.model.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import org.tfm.model.criterion.Moment;
import org.tfm.model.criterion.Value;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** The range of days in documents: years of four digits. */
final class Days {

  /** The number of hours in a day. */
  static final BigDecimal HOURS = BigDecimal.valueOf(24);

  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 9999;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private Days() {}

  /** Returns a day as a value; empty if it is unknown. */
  static Optional<Value> value(Optional<LocalDate> day, Optional<LocalTime> time) {
    return day.map(named -> new Value.Day(new Moment(named, time)));
  }

  static void check(String pointer, Optional<LocalDate> day, List<Problem> problems) {
    day.filter(named -> named.getYear() < FIRST_YEAR || named.getYear() > LAST_YEAR)
        .ifPresent(
            named ->
                problems.add(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            "`%s` is out of range; expected a day in a year of four digits",
                            named)
                        .atValue(pointer)));
  }

  /**
   * Checks that a time is to the minute, and of a day that has such a time in London.
   *
   * @param ofNoDay the problem of a time without a day
   */
  static void checkTime(
      String pointer,
      Optional<LocalDate> day,
      Optional<LocalTime> time,
      Problem ofNoDay,
      List<Problem> problems) {
    if (time.filter(one -> one.getSecond() != 0 || one.getNano() != 0).isPresent()) {
      problems.add(
          Problem.of(ProblemCode.INVALID_VALUE, "expected hours and minutes such as `17:05`")
              .atValue(pointer));
    }
    if (time.isPresent() && day.isEmpty()) {
      problems.add(ofNoDay.atValue(pointer));
    }
    if (time.isPresent() && day.isPresent()) {
      ZoneOffsetTransition change = LONDON.getRules().getTransition(day.get().atTime(time.get()));
      if (change != null && change.isGap()) {
        problems.add(
            Problem.of(
                    ProblemCode.INVALID_VALUE,
                    "there was no `%s` in London on `%s`, when the clocks went forward",
                    time.get(),
                    day.get())
                .withHint(
                    "Expected a time before `"
                        + change.getDateTimeBefore().toLocalTime()
                        + "`, or from `"
                        + change.getDateTimeAfter().toLocalTime()
                        + "`")
                .atValue(pointer));
      }
    }
  }
}
