package org.tfm.register;

/** What a policy says of a school's kind. */
public enum Decision {
  /** The kind fulfils all that the policy asks of it. What else is asked is not looked at. */
  ADMITS,
  /** The hub decides. */
  REFERS,
  /** The register does not say enough. */
  MORE_INFORMATION,
  /** The kind does not fulfil something that it must. */
  REFUSES,
  /** The policy asks nothing of the kind. */
  NOT_STATED
}
