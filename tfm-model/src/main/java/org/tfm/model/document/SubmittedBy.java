package org.tfm.model.document;

/** Who handed an application in. */
public enum SubmittedBy {
  /** The school, for itself. */
  SCHOOL,
  /** A trust or cluster, in one application for several schools. */
  TRUST_FOR_SEVERAL
}
