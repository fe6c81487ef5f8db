package org.tfm.model.assessment;

import org.tfm.model.json.TfmJson;

/** The status of a requirement on a document. */
@TfmJson.Strict
public enum Status {
  /** Certainly met. */
  MET,
  /** Certainly not met. */
  UNMET,
  /** The policy leaves it to the hub. */
  REFERRED,
  /** It depends on facts that are not given. */
  EVIDENCE_MISSING,
  /** The source requires it but states no figure. */
  POLICY_SILENT
}
