package org.tfm.examples.bench.contest;

import java.util.List;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.term.Strength;

/**
 * What a contestant makes of an application.
 *
 * @param verdict the verdict
 * @param eligibility whether the school may take part
 * @param application whether everything was handed in
 * @param commitments whether the school commits to what it must
 * @param findings the findings
 */
public record Judged(
    Verdict verdict,
    Verdict eligibility,
    Verdict application,
    Verdict commitments,
    List<Found> findings) {

  /** The verdicts that follow from findings. */
  public static Judged of(List<Found> findings) {
    Verdict eligibility = Verdict.NOT_STATED;
    Verdict application = Verdict.NOT_STATED;
    Verdict commitments = Verdict.NOT_STATED;
    for (int i = 0; i < findings.size(); i++) {
      Found found = findings.get(i);
      Verdict verdict = verdict(found.row().term().strength(), found.status());
      switch (found.row().term().aspect()) {
        case ELIGIBILITY -> eligibility = worse(eligibility, verdict);
        case APPLICATION -> application = worse(application, verdict);
        default -> commitments = worse(commitments, verdict);
      }
    }
    return new Judged(
        worse(eligibility, worse(application, commitments)),
        eligibility,
        application,
        commitments,
        findings);
  }

  private static Verdict verdict(Strength strength, Status status) {
    if (strength == Strength.PREFERRED) {
      return Verdict.NOT_STATED;
    }
    return switch (status) {
      case MET -> Verdict.YES;
      case UNMET -> Verdict.NO;
      case EVIDENCE_MISSING ->
          strength == Strength.MUST ? Verdict.MORE_INFORMATION_NEEDED : Verdict.YES;
      case REFERRED, POLICY_SILENT -> Verdict.REFER_TO_HUB;
    };
  }

  private static Verdict worse(Verdict one, Verdict other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
