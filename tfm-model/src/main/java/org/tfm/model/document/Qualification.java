package org.tfm.model.document;

import org.tfm.model.json.TfmJson;

/** A qualification or an accreditation that a person can hold. */
@TfmJson.Strict
public enum Qualification {
  /** Qualified teacher status (QTS). */
  QUALIFIED_TEACHER_STATUS,
  /** Initial teacher training in maths. */
  MATHS_TEACHER_TRAINING,
  /** A degree in maths. */
  MATHS_DEGREE,
  /** An A level in maths. */
  MATHS_A_LEVEL,
  /** The accreditation as a Mastery Specialist. */
  ACCREDITED_SPECIALIST,
  /** The accreditation as a Professional Development Lead. */
  ACCREDITED_DEVELOPMENT_LEAD,
  /** Any training in maths or in teaching it. */
  TRAINING_IN_MATHS
}
