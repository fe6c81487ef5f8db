package org.tfm.model.programme;

import org.tfm.model.json.TfmJson;

/**
 * A stage of a school's journey: Readiness, Development, Embedding, Sustaining.
 *
 * <p>Readiness is for some schools only; Sustaining repeats. Source: the wider-context section of
 * the Archimedes NE Sustaining flyer, 2021/22.
 */
@TfmJson.Strict
public enum Stage {
  /** The optional first year, for schools that need it. */
  READINESS,
  /** The first year of the full programme. */
  DEVELOPMENT,
  /** The second year of the full programme. */
  EMBEDDING,
  /** Every later year. */
  SUSTAINING;

  /** The stage of the following year; Sustaining follows Sustaining. */
  public Stage next() {
    return switch (this) {
      case READINESS -> DEVELOPMENT;
      case DEVELOPMENT -> EMBEDDING;
      case EMBEDDING, SUSTAINING -> SUSTAINING;
    };
  }

  /** Whether a school may start at the stage after this one. */
  public boolean isOptional() {
    return this == READINESS;
  }

  /** Whether a school stays in this stage year after year. */
  public boolean isRepeating() {
    return this == SUSTAINING;
  }
}
