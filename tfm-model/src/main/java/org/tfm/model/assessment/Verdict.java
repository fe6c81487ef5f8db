package org.tfm.model.assessment;

import org.tfm.model.criterion.Prospect;

/**
 * The answer for an aspect, or for a document as a whole.
 *
 * <p>A verdict is settled: nothing that is still unknown can change it. Until then it is {@link
 * #MORE_INFORMATION_NEEDED}.
 */
public enum Verdict {
  /** A MUST is certainly not met. */
  NO,
  /** What is still unknown decides. */
  MORE_INFORMATION_NEEDED,
  /** The hub decides. */
  REFER_TO_HUB,
  /** Everything that is required is met. */
  YES,
  /** The policy requires nothing. */
  NOT_STATED;

  /** The verdict if these are the ones that requirements can still give: true for yes. */
  static Verdict of(Prospect prospect) {
    return switch (prospect) {
      case TRUE -> YES;
      case FALSE -> NO;
      case HUB -> REFER_TO_HUB;
      default -> MORE_INFORMATION_NEEDED;
    };
  }
}
