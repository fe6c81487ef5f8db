package org.tfm.model.document;

import org.tfm.model.json.TfmJson;

/** The role of the lead of a work group. */
@TfmJson.Strict
public enum LeadRole {
  /** A Mastery Specialist. */
  MASTERY_SPECIALIST("Mastery Specialist"),
  /** A Mastery Readiness Lead. */
  READINESS_LEAD("Mastery Readiness Lead"),
  /** A local leader of maths education. */
  LOCAL_LEADER("Local Leader of Maths Education"),
  /** A Cohort Lead. */
  COHORT_LEAD("Cohort Lead");

  private final String title;

  LeadRole(String title) {
    this.title = title;
  }

  /** The name of the role, such as {@code Mastery Specialist}. */
  public String title() {
    return title;
  }
}
