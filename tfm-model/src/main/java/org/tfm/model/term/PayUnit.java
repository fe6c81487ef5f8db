package org.tfm.model.term;

import org.tfm.model.json.TfmJson;

/** The unit that an amount is paid or charged for. */
@TfmJson.Strict
public enum PayUnit {
  /** Each school. */
  SCHOOL,
  /** Each department of a school. */
  DEPARTMENT,
  /** Each work group. */
  WORK_GROUP,
  /** Each day. */
  DAY,
  /** Each lead participant. */
  PARTICIPANT,
  /** Each session. */
  SESSION
}
