package org.tfm.model.comparison;

import org.tfm.model.term.Requirement;

/** What a change of a requirement does to the schools, as far as the trees prove it. */
public enum Effect {
  /** It asks more: whatever fulfils it fulfilled it before. */
  STRICTER,
  /** It asks less: whatever fulfilled it before fulfils it still. */
  LOOSER,
  /** It asks something else, or neither of the two is proved. */
  DIFFERENT;

  /** The effect of one requirement in the place of another, as far as the two prove it. */
  static Effect of(Requirement before, Requirement after) {
    boolean more = after.isAtLeastAsStrictAs(before);
    boolean less = before.isAtLeastAsStrictAs(after);
    return more == less ? DIFFERENT : more ? STRICTER : LOOSER;
  }
}
