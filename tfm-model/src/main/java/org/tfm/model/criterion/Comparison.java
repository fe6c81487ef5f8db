package org.tfm.model.criterion;

/** A leaf that compares a fact with values of the policy. */
public sealed interface Comparison extends Criterion permits OneOf, Within, During, Includes {

  /** The fact. */
  Fact fact();

  /** The values that the fact is compared with, such as {@code at least 10 days}. */
  String stated();
}
