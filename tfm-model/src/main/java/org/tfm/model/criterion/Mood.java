package org.tfm.model.criterion;

import org.tfm.model.json.TfmJson;

/** The strength of a clause: a statement, a duty, an expectation or a wish. */
@TfmJson.Strict
public enum Mood {
  /** A statement: the school is. */
  IS,
  /** A duty: the school must be. */
  MUST,
  /** An expectation: the school should be. */
  SHOULD,
  /** A wish: the school is ideally. */
  IDEALLY
}
