package org.tfm.model.assessment;

import com.google.common.collect.ImmutableList;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Outcome;
import org.tfm.model.criterion.Prospect;
import org.tfm.model.criterion.Provided;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;

/**
 * A requirement evaluated on evidence, not yet put into words.
 *
 * @param status how the requirement came out
 * @param prospect the verdicts that it alone can still give: true for yes, false for no
 * @param outcome how its criterion came out
 * @param missing the facts whose absence keeps it open, or makes it unmet
 * @hidden
 */
@Internal
public record Evaluation(
    Status status, Prospect prospect, Outcome outcome, ImmutableList<MissingFact> missing) {

  /** The requirement evaluated on this evidence. */
  public static Evaluation of(Requirement term, Evidence evidence) {
    Evidence relevant = relevant(term, evidence);
    Outcome outcome = term.criterion().evaluate(relevant);
    Prospect prospect = verdicts(term, outcome.prospect(), relevant);
    if (outcome.prospect() != Prospect.FALSE
        || term.strength() == Strength.SHOULD
        || term.referral().isEmpty()) {
      return new Evaluation(status(term.strength(), outcome), prospect, outcome, outcome.missing());
    }
    Outcome referral = term.referral().get().evaluate(relevant);
    Status status =
        switch (referral.prospect()) {
          case TRUE -> Status.REFERRED;
          case FALSE -> Status.UNMET;
          default -> status(term.strength(), referral);
        };
    return new Evaluation(
        status,
        prospect,
        outcome,
        status == Status.EVIDENCE_MISSING ? referral.missing() : outcome.missing());
  }

  private static Status status(Strength strength, Outcome outcome) {
    return status(strength, outcome.prospect(), outcome.silent());
  }

  /**
   * The status alone of {@link #of}.
   *
   * @param criterion how the criterion can come out on the evidence
   * @param evidence the evidence as it counts for the aspect of the requirement
   */
  static Status status(Requirement term, Prospect criterion, Evidence evidence) {
    if (criterion != Prospect.FALSE || term.strength() == Strength.SHOULD) {
      return status(term.strength(), criterion, term.criterion(), evidence);
    }
    if (term.referral().isEmpty()) {
      return Status.UNMET;
    }
    Criterion referral = term.referral().get();
    Prospect referred = referral.prospect(evidence);
    return switch (referred) {
      case TRUE -> Status.REFERRED;
      case FALSE -> Status.UNMET;
      default -> status(term.strength(), referred, referral, evidence);
    };
  }

  /**
   * Only what is left to the hub has to be looked at again: it may be the policy that is silent.
   */
  private static Status status(
      Strength strength, Prospect prospect, Criterion criterion, Evidence evidence) {
    boolean silent =
        prospect == Prospect.HUB
            && !(criterion instanceof HubDecides)
            && criterion.evaluate(evidence).silent();
    return status(strength, prospect, silent);
  }

  private static Status status(Strength strength, Prospect prospect, boolean silent) {
    return switch (prospect) {
      case TRUE -> Status.MET;
      case FALSE -> strength == Strength.SHOULD ? Status.REFERRED : Status.UNMET;
      case HUB -> silent ? Status.POLICY_SILENT : Status.REFERRED;
      default -> Status.EVIDENCE_MISSING;
    };
  }

  /** The verdicts that the requirement alone can still give: true for yes, false for no. */
  public static Prospect prospect(Requirement term, Evidence evidence) {
    Evidence relevant = relevant(term, evidence);
    return verdicts(term, term.criterion().prospect(relevant), relevant);
  }

  /**
   * Where a MUST does not hold, the verdict is no, unless it is referred to the hub.
   *
   * @param criterion how the criterion can come out on the evidence
   * @param evidence the evidence as it counts for the aspect of the requirement
   */
  static Prospect verdicts(Requirement term, Prospect criterion, Evidence evidence) {
    if (!criterion.includes(Prospect.FALSE)) {
      return criterion;
    }
    if (term.strength() == Strength.SHOULD) {
      return criterion.insteadOfFalse(Prospect.HUB);
    }
    if (term.referral().isEmpty()) {
      return criterion;
    }
    Criterion when = term.referral().get();
    return criterion.insteadOfFalse(
        when.isOppositeOf(term.criterion())
            ? Prospect.HUB
            : when.prospect(evidence).and(Prospect.HUB));
  }

  /** The evidence as it counts for the aspect of the requirement. */
  public static Evidence relevant(Requirement term, Evidence evidence) {
    return relevant(term.aspect(), evidence);
  }

  static Evidence relevant(Aspect aspect, Evidence evidence) {
    return aspect == Aspect.APPLICATION ? evidence.forWhatIsHandedIn() : evidence;
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
