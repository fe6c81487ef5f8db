package org.tfm.model.school;

/** What the type of an establishment says about who pays for it. */
public enum Funding {
  /** State-funded. */
  STATE,
  /** Not state-funded. */
  INDEPENDENT,
  /** The type does not decide it; somebody has to be asked. */
  NOT_SAID
}
