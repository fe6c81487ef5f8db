package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.json.TfmJson;
import org.tfm.model.term.Aspect;

/**
 * The differences between two assessments of one document under two policies.
 *
 * <p>Immutable. Contains ids, verdicts and amounts, but no values of the document.
 *
 * @param verdicts the verdicts that differ, the one on the document as a whole first, then by
 *     aspect
 * @param findings the requirements whose results differ, by aspect, then by id
 * @param entitlements the entitlements that differ, by id
 */
@TfmJson.Strict
public record AssessmentComparison(
    ImmutableList<VerdictChange> verdicts,
    ImmutableList<FindingChange> findings,
    ImmutableList<EntitlementChange> entitlements) {
  /** Rejects null. */
  public AssessmentComparison {
    requireNonNull(verdicts, "verdicts");
    requireNonNull(findings, "findings");
    requireNonNull(entitlements, "entitlements");
  }

  private static final ImmutableMap<Aspect, Function<Assessment, Verdict>> ASPECTS =
      ImmutableMap.of(
          Aspect.ELIGIBILITY, Assessment::eligibility,
          Aspect.APPLICATION, Assessment::application,
          Aspect.COMMITMENT, Assessment::commitments,
          Aspect.GROUP, Assessment::group,
          Aspect.PROGRESS, Assessment::progress);

  /** Compares two assessments of one document. */
  public static AssessmentComparison of(Assessment before, Assessment after) {
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    ImmutableList.Builder<VerdictChange> verdicts = ImmutableList.builder();
    verdict(Optional.empty(), before.verdict(), after.verdict()).ifPresent(verdicts::add);
    ASPECTS.forEach(
        (aspect, verdict) ->
            verdict(Optional.of(aspect), verdict.apply(before), verdict.apply(after))
                .ifPresent(verdicts::add));
    ImmutableList.Builder<FindingChange> findings = ImmutableList.builder();
    for (Aspect aspect : Aspect.values()) {
      Map<String, Standing> old = standings(before, aspect);
      Map<String, Standing> current = standings(after, aspect);
      for (String term : either(old, current)) {
        Optional<Standing> one = Optional.ofNullable(old.get(term));
        Optional<Standing> other = Optional.ofNullable(current.get(term));
        if (!one.equals(other)) {
          findings.add(new FindingChange(aspect, term, one, other));
        }
      }
    }
    return new AssessmentComparison(
        verdicts.build(), findings.build(), entitlements(dues(before), dues(after)));
  }

  /** Whether all verdicts and entitlements are the same. */
  @JsonIgnore
  public boolean isEmpty() {
    return verdicts.isEmpty() && entitlements.isEmpty();
  }

  /**
   * The findings that changed verdicts: those of aspects whose verdicts differ, or of all aspects
   * if only the verdict on the document as a whole differs.
   */
  public ImmutableList<FindingChange> causes() {
    if (verdicts.isEmpty()) {
      return ImmutableList.of();
    }
    List<Aspect> changed = verdicts.stream().flatMap(verdict -> verdict.aspect().stream()).toList();
    return findings.stream()
        .filter(finding -> changed.isEmpty() || changed.contains(finding.aspect()))
        .filter(FindingChange::bears)
        .collect(ImmutableList.toImmutableList());
  }

  private static Optional<VerdictChange> verdict(
      Optional<Aspect> aspect, Verdict before, Verdict after) {
    return before == after
        ? Optional.empty()
        : Optional.of(new VerdictChange(aspect, before, after));
  }

  private static Map<String, Standing> standings(Assessment assessment, Aspect aspect) {
    Map<String, Standing> standings = new TreeMap<>();
    for (Finding finding : assessment.findings()) {
      if (finding.aspect() == aspect) {
        standings.putIfAbsent(finding.term(), Standing.of(finding));
      }
    }
    return standings;
  }

  private static Map<String, Due> dues(Assessment assessment) {
    Map<String, Due> dues = new TreeMap<>();
    assessment.entitlements().forEach(one -> dues.putIfAbsent(one.term(), Due.of(one)));
    return dues;
  }

  private static ImmutableList<EntitlementChange> entitlements(
      Map<String, Due> old, Map<String, Due> current) {
    return either(old, current).stream()
        .filter(
            term ->
                !old.containsKey(term)
                    || !current.containsKey(term)
                    || !old.get(term).isSameAs(current.get(term)))
        .map(
            term ->
                new EntitlementChange(
                    term,
                    Optional.ofNullable(old.get(term)),
                    Optional.ofNullable(current.get(term))))
        .collect(ImmutableList.toImmutableList());
  }

  private static TreeSet<String> either(Map<String, ?> old, Map<String, ?> current) {
    return new TreeSet<>(Sets.union(old.keySet(), current.keySet()));
  }
}
