package org.tfm.model.document;

import org.tfm.model.json.TfmJson;

/** The hub's decision about a place. */
@TfmJson.Strict
public enum Place {
  /** The school has a place. */
  ACCEPTED,
  /** The school was not offered a place. */
  NOT_OFFERED
}
