package org.tfm.examples.bench.contest;

import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.term.Strength;

/** The best and the worst verdict that are still possible. Not thread-safe. */
final class Tally {

  private Verdict best = Verdict.NOT_STATED;
  private Verdict worst = Verdict.NOT_STATED;

  void add(Row row, Status status) {
    if (row.term().strength() == Strength.PREFERRED) {
      return;
    }
    switch (status) {
      case MET -> add(Verdict.YES, Verdict.YES);
      case UNMET -> add(Verdict.NO, Verdict.NO);
      case EVIDENCE_MISSING -> add(Verdict.YES, row.worst());
      case REFERRED, POLICY_SILENT -> add(Verdict.REFER_TO_HUB, Verdict.REFER_TO_HUB);
    }
  }

  private void add(Verdict itsBest, Verdict itsWorst) {
    best = worse(best, itsBest);
    worst = worse(worst, itsWorst);
  }

  private static Verdict worse(Verdict one, Verdict other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  Tally and(Tally other) {
    Tally both = new Tally();
    both.add(best, worst);
    both.add(other.best, other.worst);
    return both;
  }

  Verdict verdict() {
    return best == worst ? best : Verdict.MORE_INFORMATION_NEEDED;
  }
}
