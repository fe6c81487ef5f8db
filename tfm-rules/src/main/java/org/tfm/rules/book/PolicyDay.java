package org.tfm.rules.book;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;

/**
 * The requested day and the day whose policy is used.
 *
 * <p>Schools apply in the spring before the year: a day before the academic year counts as its
 * first day, a day after it as its last. Immutable.
 *
 * @param asked the requested day
 * @param used the day in the academic year whose policy is used
 * @param changes the days within the year on which the terms change; usually none
 */
@TfmJson.Strict
public record PolicyDay(LocalDate asked, LocalDate used, ImmutableList<LocalDate> changes) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /** Refuses null. */
  public PolicyDay {
    requireNonNull(asked, "asked");
    requireNonNull(used, "used");
    requireNonNull(changes, "changes");
  }

  /** Moves a day into an academic year. */
  static LocalDate within(AcademicYear year, LocalDate day) {
    if (day.isBefore(year.firstDay())) {
      return year.firstDay();
    }
    return day.isAfter(year.lastDay()) ? year.lastDay() : day;
  }

  /** Whether the requested day is outside the academic year. */
  public boolean isMoved() {
    return !asked.equals(used);
  }

  /** The notes for a reader, such as that the day was moved; usually none. */
  public ImmutableList<String> notes() {
    ImmutableList.Builder<String> notes = ImmutableList.builder();
    AcademicYear year = AcademicYear.containing(used);
    if (asked.isBefore(used)) {
      notes.add(
          DAY.format(asked)
              + " is before the academic year "
              + year
              + ". This uses the policy of its first day, "
              + DAY.format(used)
              + ".");
    } else if (asked.isAfter(used)) {
      notes.add(
          DAY.format(asked)
              + " is after the academic year "
              + year
              + ". This uses the policy of its last day, "
              + DAY.format(used)
              + ".");
    }
    if (!changes.isEmpty()) {
      notes.add(
          "The policy changes within the academic year "
              + year
              + ", on "
              + list(changes)
              + ". This uses the policy of "
              + DAY.format(used)
              + ".");
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
