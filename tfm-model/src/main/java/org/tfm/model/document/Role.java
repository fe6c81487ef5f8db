package org.tfm.model.document;

/** A role of a lead participant in the school. */
public enum Role {
  /** Leads maths in the school. */
  MATHS_LEAD,
  /** Leads a subject. */
  SUBJECT_LEADER,
  /** A middle leader. */
  MIDDLE_LEADER,
  /** A senior leader. */
  SENIOR_LEADER,
  /** Leads intervention. */
  INTERVENTION_LEAD,
  /** Teaches a class. */
  CLASS_TEACHER,
  /** A teaching assistant. */
  TEACHING_ASSISTANT,
  /** The special educational needs co-ordinator. */
  SENCO,
  /** The headteacher. */
  HEADTEACHER
}
