package org.tfm.model.document;

import org.tfm.model.json.TfmJson;

/** The submitter of an application: the applicant. */
@TfmJson.Strict
public enum SubmittedBy {
  /** The school, for itself. */
  SCHOOL,
  /** A trust or cluster, for several schools at once. */
  TRUST_FOR_SEVERAL,
  /** A trust, for itself. */
  TRUST,
  /** A provider of teacher training. */
  TRAINING_PROVIDER,
  /** A group of schools that are in no trust together. */
  GROUP_OF_SCHOOLS,
  /** A teacher, for himself or herself. */
  SINGLE_TEACHER
}
