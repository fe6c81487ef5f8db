package org.tfm.model.school;

/** What sort of education an establishment type provides. */
public enum ProvisionType {
  /** An ordinary school, of any phase. */
  MAINSTREAM,
  /** A school for pupils with special educational needs. */
  SPECIAL,
  /** A pupil referral unit or other alternative provision. */
  ALTERNATIVE,
  /** Something other than a school, or a type that does not say. */
  OTHER
}
