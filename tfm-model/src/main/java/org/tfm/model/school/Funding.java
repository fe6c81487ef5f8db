package org.tfm.model.school;

/** The funding of a school, as its establishment type determines it. */
public enum Funding {
  /** State-funded. */
  STATE,
  /** Not state-funded. */
  INDEPENDENT,
  /** Not determined by the type: the school has to be asked. */
  NOT_SAID
}
