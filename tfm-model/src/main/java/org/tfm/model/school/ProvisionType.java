package org.tfm.model.school;

/** The kind of education that an establishment type provides. */
public enum ProvisionType {
  /** An ordinary school, of any phase. */
  MAINSTREAM,
  /** A school for pupils with special educational needs. */
  SPECIAL,
  /** A pupil referral unit or other alternative provision. */
  ALTERNATIVE,
  /** Not a school, or not determined by the type. */
  OTHER
}
