package org.tfm.model.document;

/** The hub's decision about a place. */
public enum Place {
  /** The school has a place. */
  ACCEPTED,
  /** The school was not offered a place. */
  NOT_OFFERED
}
