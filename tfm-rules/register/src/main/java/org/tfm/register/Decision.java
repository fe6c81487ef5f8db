package org.tfm.register;

/** The decision of a policy on a school's kind. */
public enum Decision {
  /**
   * The kind meets all requirements on the kind of school; other requirements are not evaluated.
   */
  ADMITS,
  /** The hub decides. */
  REFERS,
  /** The register does not give enough information. */
  MORE_INFORMATION,
  /** The kind does not meet a requirement that is a MUST. */
  REFUSES,
  /** The policy has no requirement on the kind. */
  NOT_STATED
}
