package org.tfm.model.intake;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.tfm.model.json.TfmJson;

/** How a form arranges the people of a school. */
@TfmJson.Strict
public enum PeopleRows {
  /** All people of a school are in one row. */
  @JsonAlias("in-one-row")
  IN_ONE_ROW,
  /** Each person has a row; rows with the same URN and offering are one document. */
  @JsonAlias("one-row-each")
  ONE_ROW_EACH
}
