package org.tfm.model.assessment;

import com.google.common.collect.ImmutableList;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Outcome;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Truth;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;

/**
 * A requirement evaluated on evidence, not yet put into words.
 *
 * @param status how the requirement came out
 * @param outcome how its criterion came out
 * @param missing the facts whose absence keeps it open, or makes it unmet
 * @hidden
 */
@Internal
public record Evaluation(Status status, Outcome outcome, ImmutableList<MissingFact> missing) {

  /** The requirement evaluated on this evidence. */
  public static Evaluation of(Requirement term, Evidence evidence) {
    Outcome outcome = term.criterion().evaluate(evidence);
    Status status = Status.MET;
    ImmutableList<MissingFact> missing = outcome.missing();
    if (outcome.truth() == Truth.UNKNOWN) {
      status = whenUnknown(outcome);
    } else if (outcome.truth() == Truth.FALSE) {
      Outcome referral =
          term.referral()
              .map(when -> when.evaluate(evidence))
              .orElse(new Outcome(Truth.FALSE, false, false, ImmutableList.of(), missing));
      status = whenFalse(term.strength(), referral);
      missing = status == Status.EVIDENCE_MISSING ? referral.missing() : missing;
    }
    return new Evaluation(status, outcome, missing);
  }

  /** The status alone of the same: why it is so is worked out only where it makes a difference. */
  static Status status(Requirement term, Evidence evidence) {
    Truth truth = term.criterion().truth(evidence);
    if (truth == Truth.TRUE) {
      return Status.MET;
    }
    if (truth == Truth.FALSE && term.strength() == Strength.SHOULD) {
      return Status.REFERRED;
    }
    return truth == Truth.FALSE && term.referral().isEmpty()
        ? Status.UNMET
        : of(term, evidence).status();
  }

  private static Status whenUnknown(Outcome outcome) {
    return !outcome.missing().isEmpty()
        ? Status.EVIDENCE_MISSING
        : outcome.silent() ? Status.POLICY_SILENT : Status.REFERRED;
  }

  private static Status whenFalse(Strength strength, Outcome referral) {
    if (strength == Strength.SHOULD || referral.truth() == Truth.TRUE) {
      return Status.REFERRED;
    }
    return referral.truth() == Truth.UNKNOWN ? whenUnknown(referral) : Status.UNMET;
  }

  /** Whether each member of a list is asked to have given something; then it is read who did. */
  static boolean asksOfEachWhetherGiven(Criterion demand) {
    return demand instanceof ForMembers each && each.criterion() instanceof Provided;
  }

  /**
   * The values that were read; for a list whose members each have to give something, one for each
   * member.
   */
  ImmutableList<Observation> observed(Criterion criterion, Evidence evidence) {
    if (asksOfEachWhetherGiven(criterion)) {
      ForMembers each = (ForMembers) criterion;
      return evidence.members(each.members()).stream()
          .flatMap(member -> each.criterion().evaluate(member).observed().stream())
          .collect(ImmutableList.toImmutableList());
    }
    return outcome.observed();
  }
}
