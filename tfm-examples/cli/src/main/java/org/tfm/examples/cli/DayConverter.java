package org.tfm.examples.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day of an option. Years that no policy has would overflow where days are counted. */
final class DayConverter implements ITypeConverter<LocalDate> {

  /** The message for a text that is refused. */
  static final String NO_DAY =
      "`%s` is not a day of the years 1990 to 2099; expected one such as `2022-10-31`";

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2099;

  @Override
  public LocalDate convert(String text) {
    return find(text).orElseThrow(() -> new TypeConversionException(NO_DAY.formatted(text)));
  }

  /** Returns the day; empty if the text is none, or one of other years. */
  static Optional<LocalDate> find(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
