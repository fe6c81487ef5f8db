package org.tfm.model.document;

import org.tfm.model.json.TfmJson;
import org.tfm.model.style.Internal;

/** A year group that a person teaches, or that a school has. */
@TfmJson.Strict
public enum YearGroup {
  /** A nursery class, before Reception. */
  NURSERY_CLASS(3),
  /** Reception. */
  RECEPTION(4),
  /** Year 1. */
  YEAR_1(5),
  /** Year 2. */
  YEAR_2(6),
  /** Year 3. */
  YEAR_3(7),
  /** Year 4. */
  YEAR_4(8),
  /** Year 5. */
  YEAR_5(9),
  /** Year 6. */
  YEAR_6(10),
  /** Year 7. */
  YEAR_7(11),
  /** Year 8. */
  YEAR_8(12),
  /** Year 9. */
  YEAR_9(13),
  /** Year 10. */
  YEAR_10(14),
  /** Year 11. */
  YEAR_11(15),
  /** Year 12. */
  YEAR_12(16),
  /** Year 13. */
  YEAR_13(17);

  private final int youngest;

  YearGroup(int youngest) {
    this.youngest = youngest;
  }

  /**
   * The age of pupils at the start of the year; a year later they leave it.
   *
   * @hidden
   */
  @Internal
  public int youngest() {
    return youngest;
  }
}
