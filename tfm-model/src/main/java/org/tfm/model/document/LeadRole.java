package org.tfm.model.document;

/** The role of the lead of a work group. */
public enum LeadRole {
  /** A Mastery Specialist. */
  MASTERY_SPECIALIST,
  /** A Mastery Readiness Lead. */
  READINESS_LEAD,
  /** A local leader of maths education. */
  LOCAL_LEADER
}
