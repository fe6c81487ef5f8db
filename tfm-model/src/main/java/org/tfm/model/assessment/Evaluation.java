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
 * The result of evaluating a requirement on evidence, without texts.
 *
 * @param status the status of the requirement
 * @param prospect the verdicts that it alone can still lead to: true for yes, false for no
 * @param outcome the outcome of its criterion
 * @param missing the missing facts that keep it open or make it unmet
 * @hidden
 */
@Internal
public record Evaluation(
    Status status, Prospect prospect, Outcome outcome, ImmutableList<MissingFact> missing) {

  /** Evaluates a requirement on evidence. */
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
   * Returns only the status of {@link #of}.
   *
   * @param criterion the prospect of the criterion on the evidence
   * @param evidence the {@linkplain #relevant relevant} evidence
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

  /** Distinguishes an outcome left to the hub from one for which the policy is silent. */
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

  /**
   * Returns the verdicts that a requirement alone can still lead to: true for yes, false for no.
   */
  public static Prospect prospect(Requirement term, Evidence evidence) {
    Evidence relevant = relevant(term, evidence);
    return verdicts(term, term.criterion().prospect(relevant), relevant);
  }

  /**
   * Returns the verdicts for a prospect: an unmet MUST leads to no, unless it is referred to the
   * hub.
   *
   * @param criterion the prospect of the criterion on the evidence
   * @param evidence the {@linkplain #relevant relevant} evidence
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

  /** Returns the evidence for the aspect of a requirement. */
  public static Evidence relevant(Requirement term, Evidence evidence) {
    return relevant(term.aspect(), evidence);
  }

  static Evidence relevant(Aspect aspect, Evidence evidence) {
    return aspect == Aspect.APPLICATION ? evidence.forWhatIsHandedIn() : evidence;
  }

  /** Whether the demand is that every member of a list gives some fact. */
  static boolean asksOfEachWhetherGiven(Criterion demand) {
    return demand instanceof ForMembers each && each.criterion() instanceof Provided;
  }

  /**
   * Returns the values that were read, with one for each member if every member has to give a fact.
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
