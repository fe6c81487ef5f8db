package org.tfm.model.document;

/** The submitter of an application. */
public enum SubmittedBy {
  /** The school, for itself. */
  SCHOOL,
  /** A trust or cluster, for several schools at once. */
  TRUST_FOR_SEVERAL
}
