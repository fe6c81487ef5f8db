package org.tfm.examples.cli;

import org.tfm.examples.batch.BatchSummary;
import org.tfm.model.assessment.Verdict;

/** A result that makes the command fail. */
enum FailOn {
  NO {
    @Override
    long rows(BatchSummary summary) {
      return summary.with(Verdict.NO);
    }
  },
  MORE {
    @Override
    long rows(BatchSummary summary) {
      return summary.with(Verdict.MORE_INFORMATION_NEEDED);
    }
  },
  HUB {
    @Override
    long rows(BatchSummary summary) {
      return summary.with(Verdict.REFER_TO_HUB);
    }
  },
  REJECTED {
    @Override
    long rows(BatchSummary summary) {
      return summary.rejected();
    }
  };

  /** The number of rows with this result. */
  abstract long rows(BatchSummary summary);
}
