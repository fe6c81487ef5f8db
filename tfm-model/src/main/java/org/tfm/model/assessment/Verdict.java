package org.tfm.model.assessment;

import org.tfm.model.criterion.Prospect;
import org.tfm.model.json.TfmJson;

/**
 * The verdict on an aspect, or on a document as a whole.
 *
 * <p>A verdict is settled: unknown facts cannot change it. Until then it is {@link
 * #MORE_INFORMATION_NEEDED}.
 */
@TfmJson.Strict
public enum Verdict {
  /** A MUST is certainly not met. */
  NO,
  /** Unknown facts can still change the verdict. */
  MORE_INFORMATION_NEEDED,
  /** The hub decides. */
  REFER_TO_HUB,
  /** Every requirement is met. */
  YES,
  /** The policy requires nothing. */
  NOT_STATED;

  /** Returns the verdict for the verdicts that are still possible: true for yes. */
  static Verdict of(Prospect prospect) {
    return switch (prospect) {
      case TRUE -> YES;
      case FALSE -> NO;
      case HUB -> REFER_TO_HUB;
      default -> MORE_INFORMATION_NEEDED;
    };
  }
}
