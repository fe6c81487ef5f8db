package org.tfm.model.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.programme.Offering;
import org.tfm.model.terms.Strength;

/**
 * A document assessed: verdicts, and every finding they rest on.
 *
 * <p>Immutable. An application has verdicts on eligibility, application and commitments; a work
 * group and a year's progress have one each. Findings stand by aspect, then in the order of the
 * rule files.
 *
 * @param offering what it was assessed for
 * @param verdict the worst of the verdicts on the aspects
 * @param eligibilityVerdict whether the school may take part; absent for a group or progress
 * @param applicationVerdict whether everything was handed in; absent for a group or progress
 * @param commitmentsVerdict whether the school commits to what it must; absent for a group or
 *     progress
 * @param groupVerdict whether the group is made up as it must be; present for a group only
 * @param progressVerdict whether the year shows what it must; present for progress only
 * @param findings every requirement evaluated
 * @param entitlements what the school, or the group, gets
 * @param undertakings what the school owes
 * @param provision what is laid on
 * @param priorities who goes first later
 * @param policy which policy it was assessed with
 */
public record Assessment(
    Offering offering,
    Verdict verdict,
    @JsonProperty("eligibility") Optional<Verdict> eligibilityVerdict,
    @JsonProperty("application") Optional<Verdict> applicationVerdict,
    @JsonProperty("commitments") Optional<Verdict> commitmentsVerdict,
    @JsonProperty("group") Optional<Verdict> groupVerdict,
    @JsonProperty("progress") Optional<Verdict> progressVerdict,
    ImmutableList<Finding> findings,
    ImmutableList<EntitlementFinding> entitlements,
    ImmutableList<StatedTerm> undertakings,
    ImmutableList<StatedTerm> provision,
    ImmutableList<StatedTerm> priorities,
    PolicyVersion policy) {

  /** Whether the school may take part; not stated for a group or progress. */
  public Verdict eligibility() {
    return eligibilityVerdict.orElse(Verdict.NOT_STATED);
  }

  /** Whether everything was handed in; not stated for a group or progress. */
  public Verdict application() {
    return applicationVerdict.orElse(Verdict.NOT_STATED);
  }

  /** Whether the school commits to what it must; not stated for a group or progress. */
  public Verdict commitments() {
    return commitmentsVerdict.orElse(Verdict.NOT_STATED);
  }

  /** Whether the group is made up as it must be; not stated for anything but a group. */
  public Verdict group() {
    return groupVerdict.orElse(Verdict.NOT_STATED);
  }

  /** Whether the year shows what it must; not stated for anything but progress. */
  public Verdict progress() {
    return progressVerdict.orElse(Verdict.NOT_STATED);
  }

  /** The findings of this status that bear on the verdict: all but the preferred. */
  private ImmutableList<Finding> of(Status status) {
    return findings.stream()
        .filter(finding -> finding.status() == status)
        .filter(finding -> finding.strength() != Strength.PREFERRED)
        .collect(ImmutableList.toImmutableList());
  }

  /** What is certainly not fulfilled. */
  public ImmutableList<Finding> unmet() {
    return of(Status.UNMET);
  }

  /** What the hub decides. */
  public ImmutableList<Finding> referred() {
    return of(Status.REFERRED);
  }

  /** What the policy demands without a figure. */
  public ImmutableList<Finding> silent() {
    return of(Status.POLICY_SILENT);
  }

  /** What the policy would prefer and does not find; changes no verdict. */
  public ImmutableList<Finding> advice() {
    return findings.stream()
        .filter(finding -> finding.strength() == Strength.PREFERRED)
        .filter(finding -> finding.status() == Status.UNMET)
        .collect(ImmutableList.toImmutableList());
  }

  /** The questions still to be answered, each once, in the order of the findings. */
  public ImmutableList<MissingFact> missing() {
    return findings.stream()
        .flatMap(finding -> finding.missing().stream())
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }
}
