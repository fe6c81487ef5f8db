package org.tfm.model.school;

import org.tfm.model.json.TfmJson;

/**
 * An overall grade of an Ofsted inspection.
 *
 * <p>State schools have been given no overall grade since September 2024.
 */
@TfmJson.Strict
public enum OfstedGrade {
  /** Grade 1. */
  OUTSTANDING("Outstanding"),
  /** Grade 2. */
  GOOD("Good"),
  /** Grade 3. */
  REQUIRES_IMPROVEMENT("Requires improvement"),
  /** Grade 4: the school has serious weaknesses, or needs special measures. */
  INADEQUATE("Inadequate");

  private final String title;

  OfstedGrade(String title) {
    this.title = title;
  }

  /** The name of the grade, such as {@code Requires improvement}. */
  public String title() {
    return title;
  }
}
