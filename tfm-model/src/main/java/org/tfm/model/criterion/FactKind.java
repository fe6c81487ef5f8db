package org.tfm.model.criterion;

import org.tfm.model.json.TfmJson;

/** The type of the value of a fact. */
@TfmJson.Strict
public enum FactKind {
  /** Yes or no. */
  YES_NO,
  /** A number in the unit of the fact. */
  NUMBER,
  /** One word of a list. */
  CHOICE,
  /** Any words of a list. */
  CHOICES,
  /** A day, or a time of a day. */
  DAY,
  /** Free text; criteria can only ask whether it is given. */
  TEXT
}
