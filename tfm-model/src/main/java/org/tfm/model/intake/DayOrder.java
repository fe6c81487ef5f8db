package org.tfm.model.intake;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.tfm.model.json.TfmJson;

/** The order of day and month in dates such as {@code 02/03/2022}. */
@TfmJson.Strict
public enum DayOrder {
  /** The day comes first, as in the United Kingdom. */
  @JsonAlias("day-first")
  DAY_FIRST,
  /** The month comes first, as in the United States. */
  @JsonAlias("month-first")
  MONTH_FIRST
}
