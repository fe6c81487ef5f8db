package org.tfm.model.school;

import org.tfm.model.json.TfmJson;

/** The kind of education that an establishment type provides. */
@TfmJson.Strict
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
