package org.tfm.model.programme;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * An academic year, from 1 September to 31 August, written {@code 2022/23}.
 *
 * <p>Immutable.
 *
 * @param start the calendar year in which it starts, 1990 to 2098
 */
@TfmJson.Strict
public record AcademicYear(int start) implements Comparable<AcademicYear> {

  private static final int FIRST_START = 1990;
  private static final int LAST_START = 2098;
  private static final Pattern WRITTEN = Pattern.compile("(\\d{4}|\\d{2})[/-](\\d{4}|\\d{2})");

  /**
   * Validates the range.
   *
   * @throws InvalidInputException if the year is outside 1990 to 2098
   */
  public AcademicYear {
    if (start < FIRST_START || start > LAST_START) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.INVALID_VALUE,
              "`%s` is not a year of the programme; expected 1990 to 2098",
              start));
    }
  }

  /** Returns every valid academic year, from 1990/91 to 2098/99. */
  public static Stream<AcademicYear> all() {
    return IntStream.rangeClosed(FIRST_START, LAST_START).mapToObj(AcademicYear::new);
  }

  /** Returns the academic year that starts in September of a calendar year. */
  public static AcademicYear startingIn(int year) {
    return new AcademicYear(year);
  }

  /** Returns the academic year that contains the day. */
  public static AcademicYear containing(LocalDate day) {
    requireNonNull(day, "day");
    return new AcademicYear(
        day.getMonthValue() >= Month.SEPTEMBER.getValue() ? day.getYear() : day.getYear() - 1);
  }

  /**
   * Parses {@code 2022/23}, {@code 2022-23}, {@code 2022/2023} or {@code 22-23}.
   *
   * @throws InvalidInputException if the text has another form, or its two years are not
   *     consecutive
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static AcademicYear parse(String text) {
    requireNonNull(text, "text");
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.INVALID_VALUE,
              "`%s` is not an academic year; expected one such as `2022/23`%s",
              shorten(text),
              Blanks.remark(shorten(text))));
    }
    String first = matcher.group(1);
    String second = matcher.group(2);
    int start = Integer.parseInt(first) + (first.length() == 2 ? 2000 : 0);
    int modulus = second.length() == 2 ? 100 : 10_000;
    if (Integer.parseInt(second) != (start + 1) % modulus || first.length() < second.length()) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.INVALID_VALUE,
              "`%s` is not an academic year: it must end in the year after it starts",
              text));
    }
    return new AcademicYear(start);
  }

  private static String shorten(String text) {
    return text.length() > 20 ? text.substring(0, 20) + "…" : text;
  }

  /** The first day, 1 September. */
  public LocalDate firstDay() {
    return LocalDate.of(start, Month.SEPTEMBER, 1);
  }

  /** The last day, 31 August. */
  public LocalDate lastDay() {
    return LocalDate.of(start + 1, Month.AUGUST, 31);
  }

  /** Whether the year contains the day. */
  public boolean contains(LocalDate day) {
    requireNonNull(day, "day");
    return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
  }

  /** Whether this year starts before the other. */
  public boolean isBefore(AcademicYear other) {
    requireNonNull(other, "other");
    return start < other.start;
  }

  /** The year after this one. */
  public AcademicYear next() {
    return new AcademicYear(start + 1);
  }

  /** The year before this one. */
  public AcademicYear previous() {
    return new AcademicYear(start - 1);
  }

  /** The year in a form that suits file, folder and package names: {@code 2022-23}. */
  public String inFileName() {
    return toString().replace('/', '-');
  }

  @Override
  public int compareTo(AcademicYear other) {
    requireNonNull(other, "other");
    return Integer.compare(start, other.start);
  }

  @JsonValue
  @Override
  public String toString() {
    return start + "/" + String.format(Locale.ROOT, "%02d", (start + 1) % 100);
  }
}
