package org.tfm.model.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.collect.ImmutableList;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** Days and times as people and forms write them. */
final class Moments {

  /**
   * A day, a time or both.
   *
   * @param day the day; absent if the text has none
   * @param time the time in London; absent if the text has none
   */
  record Moment(Optional<LocalDate> day, Optional<LocalTime> time) {}

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final ImmutableList<String> MONTHS =
      ImmutableList.of(
          "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private static final String MONTH =
      "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
          + "(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?";
  private static final Pattern SPLIT =
      Pattern.compile(
          "(?:(.*?)(?:, at |,? at |, | |(?<=[0-9])t(?=[0-9])))?"
              + "([0-9]{1,2}):([0-9]{2})(?::[0-9]{2}(?:\\.[0-9]{1,9})?)? ?(am|pm)? ?"
              + "(z|utc|gmt|bst|(?:gmt|utc)?[+-][0-9]{1,2}(?::?[0-9]{2})?)?");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? (?=[0-9a-z])");
  private static final Pattern ISO =
      Pattern.compile("([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})");
  private static final Pattern NUMBERS =
      Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "([0-9]{1,2})(?:st|nd|rd|th)?[ -](?:of )?" + MONTH + "[ ,-]+([0-9]{4}|[0-9]{2})");
  private static final Pattern MONTH_DAY =
      Pattern.compile(MONTH + " ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})");
  private static final int LONGEST = 80;

  private Moments() {}

  /** Reads a cell with a day; a time after it is left out. */
  static JsonNode day(String text, Reading reading) {
    Optional<LocalDate> day = moment(text, reading).flatMap(Moment::day);
    if (reading.isRefused()) {
      return MissingNode.getInstance();
    }
    return day.isPresent()
        ? TextNode.valueOf(day.get().toString())
        : reading.refuseInForm(
            text,
            Problem.of(
                ProblemCode.WRONG_TYPE, "expected a date such as `3 May 2022` or `03/05/2022`"));
  }

  /** Reads a cell with a time; a day before it is left out. */
  static JsonNode time(String text, Reading reading) {
    Optional<LocalTime> time = moment(text, reading).flatMap(Moment::time);
    if (reading.isRefused()) {
      return MissingNode.getInstance();
    }
    return time.isPresent()
        ? clock(time.get())
        : reading.refuseInForm(
            text, Problem.of(ProblemCode.WRONG_TYPE, "expected a time such as `13:30`"));
  }

  /** Refuses a cell that has neither a day nor a time. */
  static JsonNode refuse(String text, Reading reading) {
    return reading.refuseInForm(
        text,
        Problem.of(ProblemCode.WRONG_TYPE, "expected a day and a time such as `03/05/2022 17:05`"));
  }

  /** Returns the time as JSON has it. */
  static JsonNode clock(LocalTime time) {
    return TextNode.valueOf(CLOCK.format(time));
  }

  /**
   * Reads a cell with a day, a time or both; empty if it has neither. What is wrong with a date
   * whose form is right is recorded.
   */
  static Optional<Moment> moment(String text, Reading reading) {
    String plain = plain(text);
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher split = SPLIT.matcher(plain);
    if (!split.matches()) {
      return date(plain, reading).map(day -> new Moment(Optional.of(day), Optional.empty()));
    }
    Optional<LocalTime> time = time(split);
    if (time.isEmpty()) {
      reading.refuse(Problem.of(ProblemCode.INVALID_VALUE, "there is no such time of day"));
      return Optional.empty();
    }
    if (split.group(1) == null) {
      return Optional.of(new Moment(Optional.empty(), time));
    }
    return date(split.group(1), reading).map(day -> inLondon(day, time.get(), split.group(5)));
  }

  /** Returns a text in small letters with single spaces only. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (!Blanks.isBlank(c)) {
                plain.appendCodePoint(c);
              } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
              }
            });
    return Blanks.strip(plain.toString()).toLowerCase(Locale.ROOT);
  }

  private static Optional<LocalTime> time(Matcher clock) {
    int hour = Integer.parseInt(clock.group(2));
    int minute = Integer.parseInt(clock.group(3));
    String half = clock.group(4);
    if (half != null && (hour < 1 || hour > 12)) {
      return Optional.empty();
    }
    int inDay = half == null ? hour : hour % 12 + (half.equals("pm") ? 12 : 0);
    return inDay > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(inDay, minute));
  }

  private static Moment inLondon(LocalDate day, LocalTime time, @Nullable String zone) {
    if (zone == null) {
      return new Moment(Optional.of(day), Optional.of(time));
    }
    var there = day.atTime(time).atOffset(offset(zone)).atZoneSameInstant(LONDON);
    return new Moment(Optional.of(there.toLocalDate()), Optional.of(there.toLocalTime()));
  }

  private static ZoneOffset offset(String zone) {
    String digits = zone.replaceAll("[^0-9]", "");
    if (zone.equals("bst")) {
      return ZoneOffset.ofHours(1);
    }
    if (digits.isEmpty()) {
      return ZoneOffset.UTC;
    }
    int hours =
        Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
    int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
    int all = Math.min(hours * 60 + minutes, 18 * 60);
    return ZoneOffset.ofTotalSeconds((zone.contains("-") ? -all : all) * 60);
  }

  private static Optional<LocalDate> date(String text, Reading reading) {
    String date = WEEKDAY.matcher(text).replaceFirst("");
    Matcher iso = ISO.matcher(date);
    if (iso.matches()) {
      return real(day(iso.group(1), iso.group(3), iso.group(4)), reading);
    }
    Matcher words = DAY_MONTH.matcher(date);
    if (words.matches()) {
      return real(day(words.group(3), month(words.group(2)), words.group(1)), reading);
    }
    Matcher american = MONTH_DAY.matcher(date);
    if (american.matches()) {
      return real(day(american.group(3), month(american.group(1)), american.group(2)), reading);
    }
    Matcher numbers = NUMBERS.matcher(date);
    return numbers.matches() ? inNumbers(numbers, reading) : Optional.empty();
  }

  /** Refuses a date whose form is right, but which is not in the calendar. */
  private static Optional<LocalDate> real(Optional<LocalDate> day, Reading reading) {
    if (day.isEmpty()) {
      reading.refuse(Problem.of(ProblemCode.INVALID_VALUE, "the calendar has no such day"));
    }
    return day;
  }

  private static String month(String name) {
    return String.valueOf(MONTHS.indexOf(name) + 1);
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      int number = Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0);
      return Optional.of(LocalDate.of(number, Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> inNumbers(Matcher numbers, Reading reading) {
    Optional<LocalDate> dayFirst = day(numbers.group(4), numbers.group(3), numbers.group(1));
    Optional<LocalDate> monthFirst = day(numbers.group(4), numbers.group(1), numbers.group(3));
    boolean isDayFirst = reading.order() == DayOrder.DAY_FIRST;
    Optional<LocalDate> meant = isDayFirst ? dayFirst : monthFirst;
    Optional<LocalDate> other = isDayFirst ? monthFirst : dayFirst;
    if (meant.isEmpty() && other.isPresent()) {
      reading.refuse(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "the date has no such month if the %s comes first",
                  isDayFirst ? "day" : "month")
              .withHint(
                  "If all dates of this form have the "
                      + (isDayFirst ? "month" : "day")
                      + " first, add `dates: "
                      + (isDayFirst ? "month" : "day")
                      + "-first` to the form map"));
      return Optional.empty();
    }
    boolean isShort = numbers.group(4).length() == 2;
    boolean differ = dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst);
    if (isShort && differ && !reading.isOrderStated()) {
      reading.refuse(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "the date can mean %s or %s",
                  WORDS.format(dayFirst.get()),
                  WORDS.format(monthFirst.get()))
              .withHint(
                  "Add `dates: day-first` or `dates: month-first` to the form map, or write the"
                      + " year with four digits"));
      return Optional.empty();
    }
    return real(meant, reading);
  }
}
