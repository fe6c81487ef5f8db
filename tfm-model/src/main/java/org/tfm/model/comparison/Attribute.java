package org.tfm.model.comparison;

import org.tfm.model.json.TfmJson;

/** A part of a term that can change. */
@TfmJson.Strict
public enum Attribute {
  /** The strength of a requirement or an undertaking. */
  STRENGTH,
  /** The criterion of a requirement. */
  CRITERION,
  /** The condition under which the hub decides about an unmet requirement. */
  REFERRAL,
  /** Whether the school receives or pays an amount. */
  CHARGE,
  /** The amount. */
  AMOUNT,
  /** The unit that the amount is paid for. */
  UNIT,
  /** How the amount is paid. */
  PAYMENT,
  /** The purpose. */
  PURPOSE,
  /** The condition of an entitlement or a priority. */
  CONDITION,
  /** The duty of an undertaking. */
  DUTY,
  /** The provision of the hub. */
  PROVISION,
  /** The schools with priority. */
  WHO,
  /** The order in which schools get places. */
  ORDER,
  /** The type of work group that they have priority for. */
  TYPE,
  /** The year that they have priority in. */
  YEAR,
  /** Whether the term applies to all schools in question, or only to some kinds. */
  SCHOOLS
}
