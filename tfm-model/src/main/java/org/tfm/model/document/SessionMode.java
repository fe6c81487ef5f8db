package org.tfm.model.document;

import org.tfm.model.json.TfmJson;

/** The way in which people take part in a session. */
@TfmJson.Strict
public enum SessionMode {
  /** All meet in one place. */
  IN_PERSON,
  /** All meet online. */
  ONLINE
}
