package org.tfm.model.document;

import java.math.BigDecimal;

/** Half-days as days. */
final class Halves {

  private Halves() {}

  static BigDecimal toDays(long halfDays) {
    return halfDays % 2 == 0
        ? BigDecimal.valueOf(halfDays / 2)
        : BigDecimal.valueOf(halfDays * 5, 1);
  }
}
