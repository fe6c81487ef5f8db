package org.tfm.model.document;

import org.tfm.model.json.TfmJson;

/** The stage of a teacher's career. */
@TfmJson.Strict
public enum CareerStage {
  /** The first early career year. */
  EARLY_CAREER_YEAR_1,
  /** The second early career year. */
  EARLY_CAREER_YEAR_2,
  /** The third early career year. */
  EARLY_CAREER_YEAR_3,
  /** After the early career years. */
  LATER_CAREER
}
