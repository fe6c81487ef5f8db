package org.tfm.examples.bench.contest;

import com.google.common.collect.ImmutableList;

/** The rows of all policies, for the constants of the written Java. */
public final class Rows {

  private static volatile ImmutableList<Policy> policies = ImmutableList.of();

  private Rows() {}

  static void are(ImmutableList<Policy> all) {
    policies = all;
  }

  /** A row of a policy. */
  public static Row of(int policy, int row) {
    return policies.get(policy).rows().get(row);
  }
}
