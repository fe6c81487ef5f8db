package org.tfm.model.comparison;

/** What a change of a requirement does to the schools, as far as the trees prove it. */
public enum Effect {
  /** It asks more: whatever fulfils it fulfilled it before. */
  STRICTER,
  /** It asks less: whatever fulfilled it before fulfils it still. */
  LOOSER,
  /** It asks something else, or neither of the two is proved. */
  DIFFERENT
}
