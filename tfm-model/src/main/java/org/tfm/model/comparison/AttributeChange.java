package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

/**
 * What changed about a term, in the words of the policy.
 *
 * <p>Where both are of one form, such as a least number of days, only the part that differs is
 * said.
 *
 * @param attribute the part of the term
 * @param before what the earlier policy says
 * @param after what the later policy says
 */
public record AttributeChange(Attribute attribute, String before, String after) {
  /** Refuses null. */
  public AttributeChange {
    requireNonNull(attribute, "attribute");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }

  /** Both, such as {@code at least 10 days → at least 8 days}. */
  public String says() {
    return before + " → " + after;
  }
}
