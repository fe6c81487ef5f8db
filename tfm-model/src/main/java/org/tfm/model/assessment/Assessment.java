package org.tfm.model.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.programme.Offering;
import org.tfm.model.style.ValueType;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Strength;

/**
 * A document assessed: verdicts, and every finding they rest on.
 *
 * <p>Immutable. An application has verdicts on eligibility, application and commitments; a work
 * group and a year's progress have one each. Findings stand by aspect, then in the order of the
 * rule files.
 */
@Value.Immutable
@ValueType
@JsonSerialize(as = ImmutableAssessment.class)
@JsonDeserialize(as = ImmutableAssessment.class)
public abstract class Assessment {

  Assessment() {}

  /** The offering that it was assessed for. */
  @Value.Parameter
  public abstract Offering offering();

  /** The verdict on the document as a whole. */
  @Value.Parameter
  public abstract Verdict verdict();

  /** Whether the school may take part; absent for a group or progress. */
  @JsonProperty("eligibility")
  @Value.Parameter
  public abstract Optional<Verdict> eligibilityVerdict();

  /** Whether everything was handed in; absent for a group or progress. */
  @JsonProperty("application")
  @Value.Parameter
  public abstract Optional<Verdict> applicationVerdict();

  /** Whether the school commits to what it must; absent for a group or progress. */
  @JsonProperty("commitments")
  @Value.Parameter
  public abstract Optional<Verdict> commitmentsVerdict();

  /** Whether the group is made up as it must be; present for a group only. */
  @JsonProperty("group")
  @Value.Parameter
  public abstract Optional<Verdict> groupVerdict();

  /** Whether the year shows what it must; present for progress only. */
  @JsonProperty("progress")
  @Value.Parameter
  public abstract Optional<Verdict> progressVerdict();

  /** Every requirement evaluated. */
  @Value.Parameter
  public abstract ImmutableList<Finding> findings();

  /** What the school, or the group, gets. */
  @Value.Parameter
  public abstract ImmutableList<EntitlementFinding> entitlements();

  /** What the school agrees to do. */
  @Value.Parameter
  public abstract ImmutableList<StatedTerm> undertakings();

  /** What the hub provides. */
  @Value.Parameter
  public abstract ImmutableList<StatedTerm> provision();

  /** The schools that have priority for later offerings. */
  @Value.Parameter
  public abstract ImmutableList<StatedTerm> priorities();

  /** The version of the policy. */
  @Value.Parameter
  public abstract PolicyVersion policy();

  /** Whether the school may take part; not stated for a group or progress. */
  public Verdict eligibility() {
    return eligibilityVerdict().orElse(Verdict.NOT_STATED);
  }

  /** Whether everything was handed in; not stated for a group or progress. */
  public Verdict application() {
    return applicationVerdict().orElse(Verdict.NOT_STATED);
  }

  /** Whether the school commits to what it must; not stated for a group or progress. */
  public Verdict commitments() {
    return commitmentsVerdict().orElse(Verdict.NOT_STATED);
  }

  /** Whether the group is made up as it must be; not stated for anything but a group. */
  public Verdict group() {
    return groupVerdict().orElse(Verdict.NOT_STATED);
  }

  /** Whether the year shows what it must; not stated for anything but progress. */
  public Verdict progress() {
    return progressVerdict().orElse(Verdict.NOT_STATED);
  }

  /** The findings of this status that count for the verdict: all but the preferred. */
  private ImmutableList<Finding> of(Status status) {
    return findings().stream()
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
    return findings().stream()
        .filter(finding -> finding.strength() == Strength.PREFERRED)
        .filter(finding -> finding.status() == Status.UNMET)
        .collect(ImmutableList.toImmutableList());
  }

  /** The questions still to be answered, each once, in the order of the findings. */
  public ImmutableList<MissingFact> missing() {
    return findings().stream()
        .flatMap(finding -> finding.missing().stream())
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * An assessment.
   *
   * @param verdict the verdict on the document as a whole
   * @param verdicts the verdict on each aspect that the document is assessed on
   */
  static Assessment of(
      Offering offering,
      Verdict verdict,
      Map<Aspect, Verdict> verdicts,
      ImmutableList<Finding> findings,
      ImmutableList<EntitlementFinding> entitlements,
      ImmutableList<StatedTerm> undertakings,
      ImmutableList<StatedTerm> provision,
      ImmutableList<StatedTerm> priorities,
      PolicyVersion policy) {
    return ImmutableAssessment.of(
        offering,
        verdict,
        Optional.ofNullable(verdicts.get(Aspect.ELIGIBILITY)),
        Optional.ofNullable(verdicts.get(Aspect.APPLICATION)),
        Optional.ofNullable(verdicts.get(Aspect.COMMITMENT)),
        Optional.ofNullable(verdicts.get(Aspect.GROUP)),
        Optional.ofNullable(verdicts.get(Aspect.PROGRESS)),
        findings,
        entitlements,
        undertakings,
        provision,
        priorities,
        policy);
  }
}
