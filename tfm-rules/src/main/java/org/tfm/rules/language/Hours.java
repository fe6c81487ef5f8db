package org.tfm.rules.language;

import java.math.BigDecimal;
import org.tfm.model.style.Internal;

/**
 * A length in hours to compare with.
 *
 * @param number the number of hours
 * @hidden
 */
@Internal
public record Hours(BigDecimal number) {

  /** The hours of a year. */
  private static final BigDecimal MOST = BigDecimal.valueOf(366 * 24);

  private static final BigDecimal DAY = BigDecimal.valueOf(24);

  /** Rejects lengths of more than a year, and fractions of more than two digits. */
  public Hours {
    if (number.scale() > 2) {
      throw isNoLength(number, "at most two decimal places");
    }
    checkAtMost(MOST, number);
  }

  /** Returns this length if it is at most a day. */
  Hours ofOneDay() {
    checkAtMost(DAY, number);
    return this;
  }

  private static void checkAtMost(BigDecimal most, BigDecimal number) {
    if (number.compareTo(most) > 0) {
      throw isNoLength(number, "at most " + most + " hours");
    }
  }

  private static IllegalArgumentException isNoLength(BigDecimal number, String expected) {
    return new IllegalArgumentException(
        "`hours(" + number.toPlainString() + ")` is not a length; expected " + expected);
  }
}
