package org.tfm.model.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.Offering;
import org.tfm.model.style.ValueType;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Strength;

/**
 * The result of assessing a document: the verdicts, and the findings that they are based on.
 *
 * <p>Immutable. An application has verdicts on eligibility, application and commitments; a work
 * group and progress have one verdict each. Findings are ordered by aspect, then as in the rule
 * files.
 */
@Value.Immutable
@ValueType
@TfmJson.Strict
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

  /** The verdict on eligibility; absent for a group or progress. */
  @JsonProperty("eligibility")
  @Value.Parameter
  public abstract Optional<Verdict> eligibilityVerdict();

  /** The verdict on the contents of the application; absent for a group or progress. */
  @JsonProperty("application")
  @Value.Parameter
  public abstract Optional<Verdict> applicationVerdict();

  /** The verdict on the commitments; absent for a group or progress. */
  @JsonProperty("commitments")
  @Value.Parameter
  public abstract Optional<Verdict> commitmentsVerdict();

  /** The verdict on the group; present only for a group. */
  @JsonProperty("group")
  @Value.Parameter
  public abstract Optional<Verdict> groupVerdict();

  /** The verdict on the progress; present only for progress. */
  @JsonProperty("progress")
  @Value.Parameter
  public abstract Optional<Verdict> progressVerdict();

  /** The findings, one for each requirement. */
  @Value.Parameter
  public abstract ImmutableList<Finding> findings();

  /** The entitlements of the school or the group, and the priorities that have a condition. */
  @Value.Parameter
  public abstract ImmutableList<EntitlementFinding> entitlements();

  /** The undertakings of the school. */
  @Value.Parameter
  public abstract ImmutableList<StatedTerm> undertakings();

  /** The provisions of the hub. */
  @Value.Parameter
  public abstract ImmutableList<StatedTerm> provision();

  /** The priorities without a condition. */
  @Value.Parameter
  public abstract ImmutableList<StatedTerm> priorities();

  /** The version of the policy. */
  @Value.Parameter
  public abstract PolicyVersion policy();

  /** The verdict on eligibility; not stated for a group or progress. */
  public Verdict eligibility() {
    return eligibilityVerdict().orElse(Verdict.NOT_STATED);
  }

  /** The verdict on the contents of the application; not stated for a group or progress. */
  public Verdict application() {
    return applicationVerdict().orElse(Verdict.NOT_STATED);
  }

  /** The verdict on the commitments; not stated for a group or progress. */
  public Verdict commitments() {
    return commitmentsVerdict().orElse(Verdict.NOT_STATED);
  }

  /** The verdict on the group; not stated for other documents. */
  public Verdict group() {
    return groupVerdict().orElse(Verdict.NOT_STATED);
  }

  /** The verdict on the progress; not stated for other documents. */
  public Verdict progress() {
    return progressVerdict().orElse(Verdict.NOT_STATED);
  }

  /** Returns the findings with a status that affect the verdict: all except preferred ones. */
  private ImmutableList<Finding> of(Status status) {
    return findings().stream()
        .filter(finding -> finding.status() == status)
        .filter(finding -> finding.strength() != Strength.PREFERRED)
        .collect(ImmutableList.toImmutableList());
  }

  /** The findings that are certainly not met. */
  public ImmutableList<Finding> unmet() {
    return of(Status.UNMET);
  }

  /** The findings that the hub decides. */
  public ImmutableList<Finding> referred() {
    return of(Status.REFERRED);
  }

  /** The findings for which the policy states no figure. */
  public ImmutableList<Finding> silent() {
    return of(Status.POLICY_SILENT);
  }

  /** The preferences that are not met; they do not affect the verdict. */
  public ImmutableList<Finding> advice() {
    return findings().stream()
        .filter(finding -> finding.strength() == Strength.PREFERRED)
        .filter(finding -> finding.status() == Status.UNMET)
        .collect(ImmutableList.toImmutableList());
  }

  /** The unanswered questions, without duplicates, in the order of the findings. */
  public ImmutableList<MissingFact> missing() {
    return findings().stream()
        .flatMap(finding -> finding.missing().stream())
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns an assessment.
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
