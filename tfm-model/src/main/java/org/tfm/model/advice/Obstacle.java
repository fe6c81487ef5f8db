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
    FIXED("nobody can change that"),
    /** The policy leaves it to the hub. */
    HUB_DECIDES("only the hub can say"),
    /** The source demands it but states no figure. */
    POLICY_SILENT("the policy states no figure"),
    /** It is required of some schools only, and too little is known of this one. */
    UNSETTLED("it depends on what is not known of the school"),
    /** It can hold alone, but not together with all that is required beside it. */
    CONTRADICTION("it cannot hold together with the rest");

    private final String clause;

    Reason(String clause) {
      this.clause = clause;
    }

    String clause() {
      return clause;
    }
  }
}
