package org.tfm.examples.batch;

import com.google.common.base.Ascii;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** The text that a person sees in a cell of a sheet. */
final class CellText {

  private static final ImmutableSet<String> ERRORS =
      ImmutableSet.of(
          "#NULL!",
          "#DIV/0!",
          "#VALUE!",
          "#REF!",
          "#NAME?",
          "#NUM!",
          "#N/A",
          "#SPILL!",
          "#CALC!",
          "#GETTING_DATA");

  /** Words in quotes, escaped characters, fillers, and colours and conditions in brackets. */
  private static final Pattern NOT_A_PLACEHOLDER =
      Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[(?!h+]|m+]|s+])[^]]*]");

  private static final Pattern ZEROS = Pattern.compile("0{2,20}");
  private static final Pattern DATE = Pattern.compile("[yd]|m{3,}");
  private static final Pattern TIME = Pattern.compile("[hs]|am/pm|\\[m+]");
  private static final Pattern MONTH = Pattern.compile("m");
  private static final Pattern ELAPSED = Pattern.compile("\\[h+]");
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  /** How many digits a spreadsheet keeps of a number. */
  private static final MathContext DIGITS = new MathContext(15);

  /** More places than this are shown as a power of ten. */
  private static final int MOST_PLACES = 40;

  /** The first day that a spreadsheet does not have: 1 January 10000. */
  private static final BigDecimal AFTER_LAST_DAY = BigDecimal.valueOf(2_958_466);

  private static final long SECONDS_A_DAY = 86_400;

  private CellText() {}

  /** Returns the text of a cell; empty for a cell without a value. */
  static String of(@Nullable Cell cell) {
    if (cell == null || cell.getValue() == null) {
      return cell != null && cell.getType() == CellType.ERROR ? "#VALUE!" : "";
    }
    if (cell.getValue() instanceof BigDecimal number) {
      return number(cell, number);
    }
    if (cell.getValue() instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    return cell.getText();
  }

  /** Returns why a cell has no value that could be read; empty if it has one. */
  static Optional<Problem> problem(@Nullable Cell cell) {
    if (cell == null) {
      return Optional.empty();
    }
    String text = cell.getText();
    if (cell.getType() == CellType.ERROR
        || (cell.getType() == CellType.FORMULA && ERRORS.contains(text))) {
      return Optional.of(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "the cell has an error (`%s`)",
                  ERRORS.contains(text) ? text : "#VALUE!")
              .withHint("Correct the formula, or type the value"));
    }
    if (cell.getType() == CellType.FORMULA
        && cell.getValue() == null
        && cell.getRawValue() == null) {
      return Optional.of(
          Problem.of(ProblemCode.MISSING, "the formula was never calculated")
              .withHint("Open the workbook in Excel and save it"));
    }
    return Optional.empty();
  }

  private static String number(Cell cell, BigDecimal number) {
    String format = placeholders(cell.getDataFormatString());
    boolean hasDate = DATE.matcher(format).find();
    boolean hasTime = TIME.matcher(format).find();
    boolean isMoment =
        (hasDate || hasTime || MONTH.matcher(format).find() || isLocalDay(cell.getDataFormatId()))
            && number.signum() >= 0
            && number.compareTo(AFTER_LAST_DAY) < 0;
    if (isMoment) {
      return moment(cell, number, format, hasDate || !hasTime, hasTime);
    }
    if (ZEROS.matcher(format).matches() && number.signum() >= 0 && isWhole(number)) {
      return Strings.padStart(plain(number), format.length(), '0');
    }
    return format.contains("%") ? plain(number.movePointRight(2)) + "%" : plain(number);
  }

  /** The placeholders of a format for positive numbers, in small letters; empty if general. */
  private static String placeholders(@Nullable String format) {
    if (format == null || format.equals("General")) {
      return "";
    }
    String plain = NOT_A_PLACEHOLDER.matcher(Ascii.toLowerCase(format)).replaceAll("");
    int other = plain.indexOf(';');
    String first = other < 0 ? plain : plain.substring(0, other);
    return first.equals("general") ? "" : first;
  }

  /** Whether a format without a text is one of the days of some languages. */
  private static boolean isLocalDay(@Nullable Integer format) {
    return format != null && ((format >= 27 && format <= 36) || (format >= 50 && format <= 58));
  }

  private static boolean isWhole(BigDecimal number) {
    return number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
  }

  private static String moment(
      Cell cell, BigDecimal number, String format, boolean hasDate, boolean hasTime) {
    LocalDateTime moment = cell.asDate().plusNanos(500_000_000).withNano(0);
    if (hasDate) {
      return hasTime ? DAY_AND_CLOCK.format(moment) : cell.asDate().toLocalDate().toString();
    }
    if (ELAPSED.matcher(format).find()) {
      long seconds = Math.round(number.doubleValue() * SECONDS_A_DAY);
      return String.format(
          Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
    return CLOCK.format(moment);
  }

  private static String plain(BigDecimal number) {
    BigDecimal shown = number.round(DIGITS).stripTrailingZeros();
    return Math.abs((long) shown.scale()) > MOST_PLACES ? shown.toString() : shown.toPlainString();
  }
}
