package org.tfm.model.criterion;

/** What sort of value a fact has. */
public enum FactKind {
  /** Yes or no. */
  YES_NO,
  /** A number, in the fact's unit. */
  NUMBER,
  /** One word of a list. */
  CHOICE,
  /** Any number of words of a list. */
  CHOICES,
  /** Free text; only whether it is given can be asked. */
  TEXT
}
