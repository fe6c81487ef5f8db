package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import org.tfm.model.json.TfmJson;

/** A section of a policy, in display order. */
@TfmJson.Strict
public enum Section {
  /** Requirements on who may take part. */
  ELIGIBILITY,
  /** Requirements on the contents of the application. */
  APPLICATION,
  /** Requirements on the school's commitments. */
  COMMITMENT,
  /** Requirements on a work group. */
  GROUP,
  /** Requirements on the progress in the year. */
  PROGRESS,
  /** The school's entitlements and charges. */
  ENTITLEMENT,
  /** The school's undertakings. */
  UNDERTAKING,
  /** The hub's provisions. */
  PROVISION,
  /** Priorities for later offerings. */
  PRIORITY;

  /** Returns the section of the requirements of an aspect. */
  public static Section of(Aspect aspect) {
    requireNonNull(aspect, "aspect");
    return valueOf(aspect.name());
  }
}
