package org.tfm.register;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tfm.model.problem.Blanks;
import org.tfm.model.school.OfstedGrade;

/**
 * The values of cells of the register.
 *
 * <p>In an optional column, a value that is suppressed, does not apply or has another form is
 * unknown.
 */
final class Cells {

  /** Digits with at most two letters before or after them, which no name is. */
  private static final Pattern LIKE_A_CODE =
      Pattern.compile("[A-Za-z]{0,2}[0-9][0-9.+-]*[A-Za-z]{0,2}");

  private static final int LONGEST_AGE = 2;
  private static final int LONGEST_PUPILS = 5;
  private static final Pattern PERCENTAGE = Pattern.compile("[0-9]{1,3}([.][0-9]{1,2})?");
  private static final Pattern DAY = Pattern.compile("([0-9]{2})[-/]([0-9]{2})[-/]([0-9]{4})");
  private static final int LENGTH_OF_DAY = 10;
  private static final int SHORTEST_URN = 5;
  private static final int LONGEST_URN = 6;
  private static final BigDecimal ALL = BigDecimal.valueOf(100);
  private static final int LONGEST_CODE = 8;
  private static final int LONGEST_NAME = 500;

  /** The words of the register for a value that it does not have. */
  private static final ImmutableSet<String> NO_NAMES =
      ImmutableSet.of(
          "", "not applicable", "does not apply", "not recorded", "not collected", "unknown");

  /** Most names start with another letter and need not be looked up. */
  private static final String STARTS_OF_NO_NAMES = "nNdDuU";

  private static final int LONGEST_NO_NAME =
      NO_NAMES.stream().mapToInt(String::length).max().orElse(0);

  private static final String PSEUDO = "(pseudo)";

  private Cells() {}

  /** Decodes a cell and strips it. */
  static String text(RawRow row, int place) {
    return Blanks.strip(Encoding.decode(row.fields().get(place)));
  }

  static int urn(String text) throws BadRowException {
    boolean isUrn =
        (text.length() == SHORTEST_URN || text.length() == LONGEST_URN)
            && text.charAt(0) != '0'
            && areDigits(text);
    if (!isUrn) {
      throw new BadRowException(
          shown(text) + " is not a URN; expected a number of 5 or 6 digits" + Blanks.remark(text));
    }
    return Integer.parseInt(text);
  }

  /** Shows a code in a message; other texts are hidden because shifted columns may be personal. */
  static String shown(String text) {
    if (text.isEmpty()) {
      return "an empty field";
    }
    return text.length() <= LONGEST_CODE && LIKE_A_CODE.matcher(text).matches()
        ? "`" + text + "`"
        : "a text of " + text.length() + " characters";
  }

  static Optional<String> name(String text) {
    boolean isNone =
        text.length() > LONGEST_NAME
            || (text.length() <= LONGEST_NO_NAME
                && (text.isEmpty() || STARTS_OF_NO_NAMES.indexOf(text.charAt(0)) >= 0)
                && NO_NAMES.contains(Ascii.toLowerCase(text)))
            || (text.indexOf('(') >= 0 && Ascii.toLowerCase(text).contains(PSEUDO));
    return isNone ? Optional.empty() : Optional.of(text);
  }

  static Optional<Integer> age(String text) {
    return number(text, LONGEST_AGE);
  }

  static Optional<BigDecimal> percentage(String text) {
    return !text.isEmpty() && PERCENTAGE.matcher(text).matches()
        ? Optional.of(new BigDecimal(text)).filter(share -> share.compareTo(ALL) <= 0)
        : Optional.empty();
  }

  static Optional<Integer> pupils(String text) {
    return number(text, LONGEST_PUPILS);
  }

  private static Optional<Integer> number(String text, int longest) {
    return !text.isEmpty() && text.length() <= longest && areDigits(text)
        ? Optional.of(Integer.parseInt(text))
        : Optional.empty();
  }

  /** Whether a text has only digits; each row has several, so it is not a pattern. */
  private static boolean areDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns an overall grade. Serious weaknesses and special measures are the two kinds of
   * inadequate.
   */
  static Optional<OfstedGrade> ofsted(String text) {
    return switch (Ascii.toLowerCase(text)) {
      case "outstanding" -> Optional.of(OfstedGrade.OUTSTANDING);
      case "good" -> Optional.of(OfstedGrade.GOOD);
      case "requires improvement" -> Optional.of(OfstedGrade.REQUIRES_IMPROVEMENT);
      case "inadequate", "serious weaknesses", "special measures" ->
          Optional.of(OfstedGrade.INADEQUATE);
      default -> Optional.empty();
    };
  }

  /** Returns a day such as {@code 31-08-2021} or {@code 31/08/2021}. */
  static Optional<LocalDate> day(String text) {
    if (text.length() != LENGTH_OF_DAY) {
      return Optional.empty();
    }
    Matcher day = DAY.matcher(text);
    if (!day.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(day.group(3)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(1))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<Boolean> nursery(String text) {
    return switch (Ascii.toLowerCase(text)) {
      case "has nursery classes" -> Optional.of(true);
      case "no nursery classes" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
