package org.tfm.model.criterion;

/** A criterion that tests another on each member of a list. */
public sealed interface OverMembers extends Criterion permits ForMembers, CountOfMembers {

  /** The list. */
  Members members();

  /** Returns the criterion for each member. */
  default Criterion ofEach() {
    return children().get(0);
  }
}
