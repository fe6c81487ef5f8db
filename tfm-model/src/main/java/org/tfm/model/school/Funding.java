package org.tfm.model.school;

import org.tfm.model.json.TfmJson;

/** The funding of a school, as its establishment type determines it. */
@TfmJson.Strict
public enum Funding {
  /** State-funded. */
  STATE,
  /** Not state-funded. */
  INDEPENDENT,
  /** Not determined by the type: the school has to be asked. */
  NOT_SAID
}
