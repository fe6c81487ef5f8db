package org.tfm.examples.bench.contest;

import java.util.List;
import org.tfm.model.assessment.Verdict;

/**
 * A contestant's result for an application.
 *
 * @param verdict the verdict
 * @param eligibility the verdict on eligibility
 * @param application the verdict on the contents of the application
 * @param commitments the verdict on the commitments
 * @param findings the findings
 */
public record Judged(
    Verdict verdict,
    Verdict eligibility,
    Verdict application,
    Verdict commitments,
    List<Found> findings) {

  /** Computes the verdicts from findings. */
  public static Judged of(List<Found> findings) {
    Tally eligibility = new Tally();
    Tally application = new Tally();
    Tally commitments = new Tally();
    for (int i = 0; i < findings.size(); i++) {
      Found found = findings.get(i);
      switch (found.row().term().aspect()) {
        case ELIGIBILITY -> eligibility.add(found.row(), found.status());
        case APPLICATION -> application.add(found.row(), found.status());
        default -> commitments.add(found.row(), found.status());
      }
    }
    return new Judged(
        eligibility.and(application).and(commitments).verdict(),
        eligibility.verdict(),
        application.verdict(),
        commitments.verdict(),
        findings);
  }
}
