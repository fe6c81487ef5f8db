package org.tfm.model.assessment;

import com.google.common.collect.ImmutableList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.document.Application;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Provision;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;

/**
 * What documents of one sort are assessed on, in order.
 *
 * <p>Immutable but for what its lines keep; thread-safe.
 */
final class Plan {

  /** The requirements on each aspect that the document is assessed on. */
  private final Map<Aspect, ImmutableList<Line<Finding>>> parts = new EnumMap<>(Aspect.class);

  /** Those of them that bear on the verdict. */
  private final ImmutableList<Line<Finding>> bearing;

  private final Line<ImmutableList<EntitlementFinding>> entitlements;
  private final ImmutableList<StatedTerm> undertakings;
  private final ImmutableList<StatedTerm> provision;
  private final ImmutableList<StatedTerm> priorities;
  private final int size;

  /**
   * The plan of one sort of document.
   *
   * @param aspects what it is assessed on
   * @param shown which entitlements are shown with it
   * @param line the line of each settled requirement
   */
  Plan(
      Terms terms,
      List<Aspect> aspects,
      Predicate<Entitlement> shown,
      Function<Requirement, Line<Finding>> line) {
    ImmutableList.Builder<Line<Finding>> counted = ImmutableList.builder();
    for (Aspect aspect : aspects) {
      ImmutableList.Builder<Line<Finding>> part = ImmutableList.builder();
      for (Term term : terms.terms()) {
        if (term instanceof Requirement requirement && requirement.aspect() == aspect) {
          add(line.apply(requirement), requirement, part, counted);
        }
      }
      for (UnsettledTerm open : terms.unsettled()) {
        if (open.term() instanceof Requirement requirement && requirement.aspect() == aspect) {
          add(Line.of(requirement, open), requirement, part, counted);
        }
      }
      parts.put(aspect, part.build());
    }
    this.bearing = counted.build();
    this.entitlements = entitlements(terms, shown);
    this.undertakings = stated(terms, Undertaking.class);
    this.provision = stated(terms, Provision.class);
    this.priorities = stated(terms, Priority.class);
    this.size = parts.values().stream().mapToInt(List::size).sum();
  }

  private static void add(
      Line<Finding> line,
      Requirement term,
      ImmutableList.Builder<Line<Finding>> part,
      ImmutableList.Builder<Line<Finding>> bearing) {
    part.add(line);
    if (term.strength() != Strength.PREFERRED) {
      bearing.add(line);
    }
  }

  private static Line<ImmutableList<EntitlementFinding>> entitlements(
      Terms terms, Predicate<Entitlement> shown) {
    return Line.of(
        terms.terms().stream()
            .filter(term -> term instanceof Entitlement entitlement && shown.test(entitlement))
            .map(Entitlement.class::cast)
            .collect(ImmutableList.toImmutableList()),
        terms.unsettled().stream()
            .filter(
                open -> open.term() instanceof Entitlement entitlement && shown.test(entitlement))
            .collect(ImmutableList.toImmutableList()));
  }

  private static <T extends Term> ImmutableList<StatedTerm> stated(Terms terms, Class<T> kind) {
    return terms.terms().stream()
        .filter(kind::isInstance)
        .map(StatedTerm::of)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * All that is found of a document.
   *
   * @param terms the terms of this plan
   * @param application the document if it is an application
   * @param evidence what the document says
   * @param search what would change the verdict on it
   */
  Assessment assess(
      Terms terms,
      @Nullable Application application,
      Supplier<Evidence> evidence,
      Supplier<WhatWouldChange> search) {
    ImmutableList.Builder<Finding> findings = ImmutableList.builderWithExpectedSize(size);
    Verdict eligibility = add(Aspect.ELIGIBILITY, application, evidence, findings);
    Verdict handedIn = add(Aspect.APPLICATION, application, evidence, findings);
    Verdict commitments = add(Aspect.COMMITMENT, application, evidence, findings);
    Verdict group = add(Aspect.GROUP, application, evidence, findings);
    Verdict progress = add(Aspect.PROGRESS, application, evidence, findings);
    return ImmutableAssessment.of(
        terms.offering(),
        eligibility.or(handedIn).or(commitments).or(group).or(progress),
        present(Aspect.ELIGIBILITY, eligibility),
        present(Aspect.APPLICATION, handedIn),
        present(Aspect.COMMITMENT, commitments),
        present(Aspect.GROUP, group),
        present(Aspect.PROGRESS, progress),
        findings.build(),
        entitlements.find(application, evidence),
        undertakings,
        provision,
        priorities,
        terms.policy(),
        Optional.of(search));
  }

  /** Adds what is found on one aspect; the verdict on it is the worst of what bears on it. */
  private Verdict add(
      Aspect aspect,
      @Nullable Application application,
      Supplier<Evidence> evidence,
      ImmutableList.Builder<Finding> findings) {
    Verdict worst = Verdict.NOT_STATED;
    ImmutableList<Line<Finding>> lines = parts.get(aspect);
    for (int i = 0; lines != null && i < lines.size(); i++) {
      Finding finding = lines.get(i).find(application, evidence);
      findings.add(finding);
      worst = worst.or(finding.bearing());
    }
    return worst;
  }

  private Optional<Verdict> present(Aspect aspect, Verdict verdict) {
    return parts.containsKey(aspect) ? Optional.of(verdict) : Optional.empty();
  }

  /** The verdict on a document, and nothing else. */
  Verdict verdict(@Nullable Application application, Supplier<Evidence> evidence) {
    Verdict worst = Verdict.NOT_STATED;
    for (int i = 0; i < bearing.size() && worst != Verdict.NO; i++) {
      worst = worst.or(bearing.get(i).find(application, evidence).bearing());
    }
    return worst;
  }
}
