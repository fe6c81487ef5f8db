package org.tfm.model.document;

/** What the hub decided about a place; absent where nothing is decided. */
public enum Place {
  /** The school has a place. */
  ACCEPTED,
  /** The school was not offered a place. */
  NOT_OFFERED
}
