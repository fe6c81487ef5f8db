package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.term.Strength;

/**
 * How a requirement came out, and how strongly it is put: what a verdict rests on.
 *
 * @param strength how strongly the source puts it
 * @param status how it came out
 */
public record Standing(Strength strength, Status status) {
  /** Refuses null. */
  public Standing {
    requireNonNull(strength, "strength");
    requireNonNull(status, "status");
  }

  static Standing of(Finding finding) {
    return new Standing(finding.strength(), finding.status());
  }
}
