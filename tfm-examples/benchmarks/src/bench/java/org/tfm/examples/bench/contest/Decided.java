package org.tfm.examples.bench.contest;

import org.jspecify.annotations.Nullable;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Verdict;

/**
 * What a contestant makes of an application where it explains nothing.
 *
 * @param verdict the verdict
 * @param eligibility whether the school may take part
 * @param application whether everything was handed in
 * @param commitments whether the school commits to what it must
 * @param statuses the status of each row, by its number; null where it does not hold
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Decided(
    Verdict verdict,
    Verdict eligibility,
    Verdict application,
    Verdict commitments,
    @Nullable Status[] statuses) {

  /** The verdicts that follow from the statuses of these rows. */
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
