package org.tfm.model.document;

import org.tfm.model.json.TfmJson;

/** A subject of the school timetable that a person can teach. */
@TfmJson.Strict
public enum TaughtSubject {
  /** Maths. */
  MATHS,
  /** English. */
  ENGLISH,
  /** Science, or one of the sciences. */
  SCIENCE,
  /** Computing. */
  COMPUTING,
  /** Design and technology. */
  DESIGN_AND_TECHNOLOGY,
  /** Geography. */
  GEOGRAPHY,
  /** History. */
  HISTORY,
  /** A foreign language. */
  LANGUAGES,
  /** Art and design. */
  ART_AND_DESIGN,
  /** Music. */
  MUSIC,
  /** Physical education. */
  PHYSICAL_EDUCATION,
  /** Religious education. */
  RELIGIOUS_EDUCATION,
  /** Business studies or economics. */
  BUSINESS_AND_ECONOMICS,
  /** Psychology. */
  PSYCHOLOGY,
  /** Any other subject. */
  OTHER_SUBJECT
}
