package org.tfm.model.advice;

import static java.util.Objects.requireNonNull;

import org.tfm.model.json.TfmJson;

/**
 * A requirement that prevents the verdict yes, whatever is changed.
 *
 * <p>Immutable.
 *
 * @param term the id of the term
 * @param reason the reason why no change helps
 * @param sentence the obstacle in plain English
 */
@TfmJson.Strict
public record Obstacle(String term, Reason reason, String sentence) {
  /** Rejects null. */
  public Obstacle {
    requireNonNull(term, "term");
    requireNonNull(reason, "reason");
    requireNonNull(sentence, "sentence");
  }

  /** The reason why no change helps. */
  @TfmJson.Strict
  public enum Reason {
    /** It cannot be changed: a property of the school, or a past event. */
    FIXED("This cannot be changed."),
    /** The policy leaves it to the hub. */
    HUB_DECIDES("Contact the hub."),
    /** The source requires it but states no figure. */
    POLICY_SILENT("Ask the hub for the figure."),
    /** It depends on facts that are not given, and no single value settles it. */
    NOT_KNOWN("This is not known yet. Answer the open questions first."),
    /** It is required of some kinds of school only, and the kind of this school is not known. */
    UNSETTLED("This depends on facts about the school that we do not know."),
    /** It can be met alone, but not together with the other requirements. */
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
