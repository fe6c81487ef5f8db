package org.tfm.model.advice;

import static java.util.Objects.requireNonNull;

/**
 * A requirement that stands between a document and the verdict yes, whatever is changed.
 *
 * <p>Immutable.
 *
 * @param term the id of the term
 * @param reason why nothing helps
 * @param sentence the obstacle in plain English
 */
public record Obstacle(String term, Reason reason, String sentence) {
  /** Refuses null. */
  public Obstacle {
    requireNonNull(term, "term");
    requireNonNull(reason, "reason");
    requireNonNull(sentence, "sentence");
  }

  /** Why no change helps. */
  public enum Reason {
    /** Nobody can change it: a fact of the school, or of the past. */
    FIXED("This cannot be changed."),
    /** The policy leaves it to the hub. */
    HUB_DECIDES("Contact the hub."),
    /** The source demands it but states no figure. */
    POLICY_SILENT("Ask the hub for the figure."),
    /** It is required of some schools only, and too little is known of this one. */
    UNSETTLED("This depends on facts about the school that we do not know."),
    /** It can hold alone, but not together with all that is required beside it. */
    CONTRADICTION("This contradicts the other requirements.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    String sentence() {
      return sentence;
    }
  }
}
