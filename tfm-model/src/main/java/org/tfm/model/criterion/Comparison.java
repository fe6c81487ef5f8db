package org.tfm.model.criterion;

/** A leaf that compares one fact with what the policy states. */
public sealed interface Comparison extends Criterion permits OneOf, Within, Includes {

  /** The fact. */
  Fact fact();

  /** What the fact is compared with, such as {@code at least 10 days}. */
  String stated();
}
