package org.tfm.model.criterion;

/** A list of people or schools that a criterion can look into one by one. */
public enum Members {
  /** The lead participants of an application. */
  LEAD_PARTICIPANTS("lead participant"),
  /** The schools of a work group. */
  SCHOOLS("school");

  private final String one;

  Members(String one) {
    this.one = one;
  }

  /** What one of them is called, such as {@code lead participant}. */
  public String one() {
    return one;
  }
}
