package org.tfm.rules.book;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tfm.model.programme.AcademicYear;

/**
 * The day whose policy was asked for, and the day whose policy is used.
 *
 * <p>Applications are made in spring: a day before the academic year counts as its first day, a day
 * after it as its last. Immutable.
 *
 * @param asked the day that was asked for
 * @param used the day in the academic year whose policy is used
 * @param changes the days within the year on which the terms change; none as a rule
 */
public record PolicyDay(LocalDate asked, LocalDate used, ImmutableList<LocalDate> changes) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /** Refuses null. */
  public PolicyDay {
    requireNonNull(asked, "asked");
    requireNonNull(used, "used");
    requireNonNull(changes, "changes");
  }

  /** The day of an academic year that counts for a day. */
  static LocalDate within(AcademicYear year, LocalDate day) {
    if (day.isBefore(year.firstDay())) {
      return year.firstDay();
    }
    return day.isAfter(year.lastDay()) ? year.lastDay() : day;
  }

  /** Whether the day that was asked for is outside the academic year. */
  public boolean isMoved() {
    return !asked.equals(used);
  }

  /** What a reader should know of the day, a sentence each; nothing as a rule. */
  public ImmutableList<String> notes() {
    ImmutableList.Builder<String> notes = ImmutableList.builder();
    AcademicYear year = AcademicYear.containing(used);
    if (asked.isBefore(used)) {
      notes.add(
          DAY.format(asked)
              + " is before the academic year "
              + year
              + ". The policy of its first day, "
              + DAY.format(used)
              + ", is used.");
    } else if (asked.isAfter(used)) {
      notes.add(
          DAY.format(asked)
              + " is after the academic year "
              + year
              + ". The policy of its last day, "
              + DAY.format(used)
              + ", is used.");
    }
    if (!changes.isEmpty()) {
      notes.add(
          "The policy changes within the academic year "
              + year
              + ", on "
              + list(changes)
              + ". The policy of "
              + DAY.format(used)
              + " is used.");
    }
    return notes.build();
  }

  private static String list(List<LocalDate> days) {
    String last = DAY.format(days.get(days.size() - 1));
    return days.size() == 1
        ? last
        : days.stream().limit(days.size() - 1L).map(DAY::format).collect(Collectors.joining(", "))
            + " and "
            + last;
  }
}
