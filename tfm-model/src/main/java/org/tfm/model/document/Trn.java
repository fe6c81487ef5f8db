package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Strings;
import java.util.regex.Pattern;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * A teacher reference number (TRN) of seven digits.
 *
 * <p>Personal data: {@link #toString} and error messages mask all but the last two digits.
 * Immutable.
 */
@TfmJson.Strict
public final class Trn {

  private static final Pattern SEVEN_DIGITS = Pattern.compile("[0-9]{7}");
  private static final int LENGTH = 7;

  private final int number;

  /** Not for JSON, because a TRN written as a JSON number has lost its leading zeros. */
  @JsonCreator(mode = JsonCreator.Mode.DISABLED)
  private Trn(int number) {
    this.number = number;
  }

  /**
   * Parses a teacher reference number.
   *
   * @throws InvalidInputException if the text is not seven digits; the message masks it
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Trn parse(String text) {
    requireNonNull(text, "text");
    if (SEVEN_DIGITS.matcher(text).matches()) {
      return new Trn(Integer.parseInt(text));
    }
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    throw new InvalidInputException(
        digits
            ? Problem.of(
                ProblemCode.INVALID_VALUE,
                "`%s` has %s; a TRN has seven",
                mask(text),
                count(text.length()))
            : Problem.of(
                ProblemCode.INVALID_VALUE,
                "the text has characters other than digits; a TRN has seven digits%s",
                Blanks.remark(text)));
  }

  private static String count(int digits) {
    String[] names = {"no digits", "one digit", "two", "three", "four", "five", "six"};
    if (digits < names.length) {
      return names[digits] + (digits > 1 ? " digits" : "");
    }
    return digits + " digits";
  }

  private static String mask(String text) {
    if (text.length() <= 2) {
      return "*".repeat(text.length());
    }
    return "*".repeat(Math.min(text.length() - 2, LENGTH)) + text.substring(text.length() - 2);
  }

  /** The number, without leading zeros. */
  int number() {
    return number;
  }

  /** The seven digits, unmasked: for storage, never for display. */
  @JsonValue
  public String digits() {
    return Strings.padStart(Integer.toString(number), LENGTH, '0');
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Trn trn && trn.number == number;
  }

  @Override
  public int hashCode() {
    return number;
  }

  /** The number with all but its last two digits masked. */
  @Override
  public String toString() {
    return mask(digits());
  }
}
