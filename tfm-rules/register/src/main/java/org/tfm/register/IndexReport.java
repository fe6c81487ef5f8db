package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * A report on the rows of a register that was made an index.
 *
 * @param schools the number of schools in the index
 * @param unusable the number of rows of the register that cannot be used
 * @param bad the first of these rows, at most 20
 * @param unusableLinks the number of rows of the file of links that cannot be used
 * @param badLinks the first of these rows, at most 20
 */
public record IndexReport(
    long schools,
    long unusable,
    ImmutableList<RegisterRow.Bad> bad,
    long unusableLinks,
    ImmutableList<RegisterRow.Bad> badLinks) {
  /** Refuses null. */
  public IndexReport {
    requireNonNull(bad, "bad");
    requireNonNull(badLinks, "badLinks");
  }
}
