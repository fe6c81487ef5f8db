package org.tfm.model.comparison;

/** The part of a term that changed. */
public enum Attribute {
  /** How strongly the source puts a requirement or an undertaking. */
  STRENGTH,
  /** What must hold. */
  CRITERION,
  /** When the hub decides although the criterion does not hold. */
  REFERRAL,
  /** Whether an amount is paid to the school or by it. */
  CHARGE,
  /** How much it is. */
  AMOUNT,
  /** What it is paid for each of. */
  UNIT,
  /** What it is for. */
  PURPOSE,
  /** What turns an entitlement on. */
  CONDITION,
  /** What the school owes. */
  DUTY,
  /** What is laid on. */
  PROVISION,
  /** Which schools go first. */
  WHO,
  /** The type of work group they go first for. */
  TYPE,
  /** The year they go first in. */
  YEAR,
  /** Whether it holds for all the schools in question, or for some kinds of them. */
  SCHOOLS
}
