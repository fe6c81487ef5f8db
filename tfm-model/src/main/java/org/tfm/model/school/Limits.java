package org.tfm.model.school;

import java.math.BigDecimal;

/** The limits of the values of a school. */
final class Limits {

  static final int OLDEST = 99;
  static final int PUPILS = 99_999;
  static final int HUBS = 100;
  static final BigDecimal PER_CENT = BigDecimal.valueOf(100);

  private Limits() {}

  /** Returns the number without zeros at its end. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
