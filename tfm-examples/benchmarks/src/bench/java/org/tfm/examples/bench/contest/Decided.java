package org.tfm.examples.bench.contest;

import org.jspecify.annotations.Nullable;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Verdict;

/**
 * A contestant's result for an application without explanation.
 *
 * @param verdict the verdict
 * @param eligibility the verdict on eligibility
 * @param application the verdict on the contents of the application
 * @param commitments the verdict on the commitments
 * @param statuses the status of each row, by its number; null if the row does not apply
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Decided(
    Verdict verdict,
    Verdict eligibility,
    Verdict application,
    Verdict commitments,
    @Nullable Status[] statuses) {

  /** Computes the verdicts from the statuses of these rows. */
  public static Decided of(Row[] rows, @Nullable Status[] statuses) {
    Tally eligibility = new Tally();
    Tally application = new Tally();
    Tally commitments = new Tally();
    for (int i = 0; i < rows.length; i++) {
      Status status = statuses[i];
      if (status != null) {
        switch (rows[i].term().aspect()) {
          case ELIGIBILITY -> eligibility.add(rows[i], status);
          case APPLICATION -> application.add(rows[i], status);
          default -> commitments.add(rows[i], status);
        }
      }
    }
    return new Decided(
        eligibility.and(application).and(commitments).verdict(),
        eligibility.verdict(),
        application.verdict(),
        commitments.verdict(),
        statuses);
  }
}
