package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import org.tfm.model.json.TfmJson;

/**
 * A change of one part of a term, in plain English.
 *
 * <p>If both texts have the same form, such as a minimum number of days, they contain only the part
 * that differs.
 *
 * @param attribute the part of the term
 * @param before the text of the earlier policy
 * @param after the text of the later policy
 */
@TfmJson.Strict
public record AttributeChange(Attribute attribute, String before, String after) {
  /** Rejects null. */
  public AttributeChange {
    requireNonNull(attribute, "attribute");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }

  /** Both texts, such as {@code at least 10 days → at least 8 days}. */
  public String says() {
    return before + " → " + after;
  }
}
