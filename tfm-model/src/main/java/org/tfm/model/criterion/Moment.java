package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * A day, or a minute of a day, in London time. Immutable.
 *
 * @param day the day, in a year of four digits
 * @param time the time of the day, to the minute; absent if only the day is known
 */
@TfmJson.Strict
public record Moment(LocalDate day, Optional<LocalTime> time) {

  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?: (\\d{2}:\\d{2}))?");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
  private static final int LAST_YEAR = 9999;

  /**
   * Rejects null.
   *
   * @throws InvalidInputException if the year has not four digits, or the time has seconds
   */
  public Moment {
    requireNonNull(day, "day");
    requireNonNull(time, "time");
    if (day.getYear() < 1000
        || day.getYear() > LAST_YEAR
        || time.filter(one -> one.getSecond() != 0 || one.getNano() != 0).isPresent()) {
      throw malformed();
    }
  }

  /** Returns a whole day. */
  public static Moment of(LocalDate day) {
    return new Moment(day, Optional.empty());
  }

  /**
   * Reads a day such as {@code 2025-05-23}, or a time such as {@code 2025-05-23 17:00}.
   *
   * @throws InvalidInputException if the text has another form
   */
  public static Moment parse(String text) {
    requireNonNull(text, "text");
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw malformed();
    }
    try {
      return new Moment(
          LocalDate.parse(written.group(1)),
          Optional.ofNullable(written.group(2)).map(LocalTime::parse));
    } catch (DateTimeException e) {
      throw malformed();
    }
  }

  private static InvalidInputException malformed() {
    return new InvalidInputException(
        Problem.of(
            ProblemCode.INVALID_VALUE,
            "expected a day such as `2025-05-23`, or a time such as `2025-05-23 17:00`"));
  }

  /** Whether both are times of the same day. */
  boolean isOnDayOf(Moment other) {
    return time.isPresent() && other.time.isPresent() && day.equals(other.day);
  }

  /** Whether it is certainly before another moment. */
  boolean isBefore(Moment other) {
    return compare(last(), other.day, other.first()) < 0;
  }

  /** Whether it certainly does not begin before another moment begins. */
  boolean startsWith(Moment other) {
    return compare(first(), other.day, other.first()) >= 0;
  }

  /** Whether it certainly does not end after another moment ends. */
  boolean endsWith(Moment other) {
    return compare(last(), other.day, other.last()) <= 0;
  }

  private LocalTime first() {
    return time.orElse(LocalTime.MIDNIGHT);
  }

  private LocalTime last() {
    return time.orElse(LAST_MINUTE);
  }

  private int compare(LocalTime own, LocalDate otherDay, LocalTime other) {
    int days = day.compareTo(otherDay);
    return days != 0 ? days : own.compareTo(other);
  }

  /** Formats the day, and the time if there is one: {@code 17:00 on 23 May 2025}. */
  public String text() {
    return time.map(one -> one + " on ").orElse("") + DAY.format(day);
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return day + time.map(one -> " " + one).orElse("");
  }
}
