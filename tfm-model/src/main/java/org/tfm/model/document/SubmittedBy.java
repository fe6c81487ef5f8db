package org.tfm.model.document;

import org.tfm.model.json.TfmJson;

/** The submitter of an application. */
@TfmJson.Strict
public enum SubmittedBy {
  /** The school, for itself. */
  SCHOOL,
  /** A trust or cluster, for several schools at once. */
  TRUST_FOR_SEVERAL
}
