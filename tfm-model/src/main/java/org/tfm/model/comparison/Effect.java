package org.tfm.model.comparison;

import org.tfm.model.json.TfmJson;
import org.tfm.model.term.Requirement;

/** The effect of a change of a requirement, as far as it can be proved. */
@TfmJson.Strict
public enum Effect {
  /** It requires more: every document that meets it met the earlier requirement. */
  STRICTER,
  /** It requires less: every document that met the earlier requirement meets it. */
  LOOSER,
  /** It requires something else, or neither effect can be proved. */
  DIFFERENT;

  /** Returns the effect of replacing one requirement with another. */
  static Effect of(Requirement before, Requirement after) {
    boolean more = after.isAtLeastAsStrictAs(before);
    boolean less = before.isAtLeastAsStrictAs(after);
    return more == less ? DIFFERENT : more ? STRICTER : LOOSER;
  }
}
