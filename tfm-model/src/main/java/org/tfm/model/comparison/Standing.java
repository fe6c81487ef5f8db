package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.json.TfmJson;
import org.tfm.model.term.Strength;

/**
 * The strength and status of a requirement, which determine its effect on the verdict.
 *
 * @param strength the strength of the requirement
 * @param status the status on the document
 */
@TfmJson.Strict
public record Standing(Strength strength, Status status) {
  /** Rejects null. */
  public Standing {
    requireNonNull(strength, "strength");
    requireNonNull(status, "status");
  }

  static Standing of(Finding finding) {
    return new Standing(finding.strength(), finding.status());
  }
}
