package org.tfm.model.term;

import org.tfm.model.json.TfmJson;

/** The aspect that a requirement concerns. Each aspect has its own verdict. */
@TfmJson.Strict
public enum Aspect {
  /** The schools and people who may take part. */
  ELIGIBILITY,
  /** The contents of the application. */
  APPLICATION,
  /** The school's commitments, above all release time. */
  COMMITMENT,
  /** The size and make-up of a work group. */
  GROUP,
  /** The progress in the year. */
  PROGRESS
}
