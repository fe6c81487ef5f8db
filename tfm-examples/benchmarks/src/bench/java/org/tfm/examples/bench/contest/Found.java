package org.tfm.examples.bench.contest;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import org.tfm.model.assessment.Status;
import org.tfm.model.criterion.MissingFact;

/**
 * A finding of a contestant; its row has the demand and the source.
 *
 * @param row the requirement
 * @param status the status
 * @param read the value read, in plain English
 * @param seen the values read
 * @param missing the facts whose absence keeps it open or makes it unmet
 * @param kept the finding in plain English, if it is precomputed
 */
public record Found(
    Row row,
    Status status,
    String read,
    ImmutableList<Seen> seen,
    ImmutableList<MissingFact> missing,
    @Nullable String kept) {

  /** Returns it with a precomputed sentence. */
  public Found keep() {
    return new Found(row, status, read, seen, missing, sentence());
  }

  /** The finding in plain English. */
  public String sentence() {
    return kept == null ? SentenceText.of(row, status, seen, missing) : kept;
  }
}
