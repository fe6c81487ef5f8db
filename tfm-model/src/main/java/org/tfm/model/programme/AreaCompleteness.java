package org.tfm.model.programme;

import org.tfm.model.json.TfmJson;

/** How much of the area of a hub its source names. */
@TfmJson.Strict
public enum AreaCompleteness {
  /** The source lists the whole area. */
  COMPLETE,
  /** The area has the places that are named, and may have others. */
  PARTIAL,
  /** No source for the area was found. */
  NOT_FOUND
}
