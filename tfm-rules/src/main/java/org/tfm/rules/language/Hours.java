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

  /** Rejects lengths of more than a day, and fractions of more than two digits. */
  public Hours {
    if (number.scale() > 2 || number.compareTo(BigDecimal.valueOf(24)) > 0) {
      throw new IllegalArgumentException(
          "`hours("
              + number.toPlainString()
              + ")` is not a length; expected at most 24 hours with at most two decimal places");
    }
  }
}
