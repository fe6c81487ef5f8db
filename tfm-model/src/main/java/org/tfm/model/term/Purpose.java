package org.tfm.model.term;

import org.tfm.model.json.TfmJson;

/** The purpose of an entitlement. */
@TfmJson.Strict
public enum Purpose {
  /** The cost of releasing teachers. */
  RELEASE_TIME,
  /** The purchase of textbooks. */
  TEXTBOOKS,
  /** Participation itself. */
  PARTICIPATION,
  /** The work of a group as a whole. */
  GROUP_WORK
}
