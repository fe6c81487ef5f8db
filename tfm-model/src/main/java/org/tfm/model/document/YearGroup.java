package org.tfm.model.document;

import org.tfm.model.json.TfmJson;

/** A year group that a person teaches. */
@TfmJson.Strict
public enum YearGroup {
  /** A nursery class, before Reception. */
  NURSERY_CLASS,
  /** Reception. */
  RECEPTION,
  /** Year 1. */
  YEAR_1,
  /** Year 2. */
  YEAR_2,
  /** Year 3. */
  YEAR_3,
  /** Year 4. */
  YEAR_4,
  /** Year 5. */
  YEAR_5,
  /** Year 6. */
  YEAR_6,
  /** Year 7. */
  YEAR_7,
  /** Year 8. */
  YEAR_8,
  /** Year 9. */
  YEAR_9,
  /** Year 10. */
  YEAR_10,
  /** Year 11. */
  YEAR_11,
  /** Year 12. */
  YEAR_12,
  /** Year 13. */
  YEAR_13
}
