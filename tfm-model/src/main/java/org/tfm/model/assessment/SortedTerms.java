package org.tfm.model.assessment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Facts;
import org.tfm.model.document.Subject;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Provision;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;

/** The terms of a policy sorted by what becomes of them in an assessment. Immutable. */
final class SortedTerms {

  /**
   * A requirement, and the texts that all its findings share.
   *
   * @param counts whether the verdict depends on it
   */
  record Demand(Requirement term, DemandText text, boolean counts) {}

  private static final BigDecimal MOST = BigDecimal.valueOf(100);

  private final ImmutableListMultimap<Aspect, Demand> requirements;
  private final ImmutableListMultimap<Aspect, UnsettledTerm> unsettled;
  private final ImmutableSet<Aspect> stated;
  private final ImmutableListMultimap<Subject, Entitlement> entitlements;
  private final ImmutableListMultimap<Subject, UnsettledTerm> unsettledEntitlements;
  private final ImmutableList<StatedTerm> undertakings;
  private final ImmutableList<StatedTerm> provision;
  private final ImmutableList<StatedTerm> priorities;
  private final int peopleAsked;

  SortedTerms(List<Term> terms, List<UnsettledTerm> unsettled) {
    ImmutableListMultimap.Builder<Aspect, Demand> demands = ImmutableListMultimap.builder();
    for (Requirement requirement : all(Requirement.class, terms)) {
      DemandText text = new DemandText(requirement.criterion(), requirement.strength());
      demands.put(requirement.aspect(), new Demand(requirement, text, counts(requirement)));
    }
    this.requirements = demands.build();
    ImmutableListMultimap.Builder<Aspect, UnsettledTerm> shown = ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<Subject, UnsettledTerm> shownEntitlements =
        ImmutableListMultimap.builder();
    Set<List<Object>> seen = new HashSet<>();
    for (UnsettledTerm open : unsettled) {
      if (open.term() instanceof Requirement term && seen.add(List.of(term.aspect(), term.id()))) {
        shown.put(term.aspect(), open);
      } else if (open.term() instanceof Entitlement term && seen.add(List.of(term.id()))) {
        ShownOn.subjects(term).forEach(subject -> shownEntitlements.put(subject, open));
      }
    }
    this.unsettled = shown.build();
    this.unsettledEntitlements = shownEntitlements.build();
    ImmutableListMultimap.Builder<Subject, Entitlement> due = ImmutableListMultimap.builder();
    for (Entitlement entitlement : all(Entitlement.class, terms)) {
      ShownOn.subjects(entitlement).forEach(subject -> due.put(subject, entitlement));
    }
    this.entitlements = due.build();
    this.undertakings = stated(Undertaking.class, terms);
    this.provision = stated(Provision.class, terms);
    this.priorities = stated(Priority.class, terms);
    List<Requirement> counting =
        Stream.concat(terms.stream(), unsettled.stream().map(UnsettledTerm::term))
            .filter(Requirement.class::isInstance)
            .map(Requirement.class::cast)
            .filter(SortedTerms::counts)
            .toList();
    this.stated = counting.stream().map(Requirement::aspect).collect(Sets.toImmutableEnumSet());
    this.peopleAsked =
        counting.stream()
            .mapToInt(term -> term.criterion().accept(PeopleAsked.SHOULD_HOLD))
            .max()
            .orElse(0);
  }

  /** Whether the verdict depends on a requirement. */
  static boolean counts(Requirement requirement) {
    return requirement.strength() != Strength.PREFERRED;
  }

  private static <T extends Term> ImmutableList<T> all(Class<T> kind, List<Term> terms) {
    return terms.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<StatedTerm> stated(Class<? extends Term> kind, List<Term> terms) {
    return all(kind, terms).stream().map(StatedTerm::of).collect(ImmutableList.toImmutableList());
  }

  /** The requirements of an aspect, in order. */
  ImmutableList<Demand> requirements(Aspect aspect) {
    return requirements.get(aspect);
  }

  /** The requirements of an aspect that may hold, each in the first of its forms. */
  ImmutableList<UnsettledTerm> unsettled(Aspect aspect) {
    return unsettled.get(aspect);
  }

  /** Whether an aspect has a requirement, or may have one, that the verdict depends on. */
  boolean isStated(Aspect aspect) {
    return stated.contains(aspect);
  }

  /** The entitlements that are shown on a sort of document. */
  ImmutableList<Entitlement> entitlements(Subject subject) {
    return entitlements.get(subject);
  }

  /** Those that may be due, each in the first of its forms. */
  ImmutableList<UnsettledTerm> unsettledEntitlements(Subject subject) {
    return unsettledEntitlements.get(subject);
  }

  ImmutableList<StatedTerm> undertakings() {
    return undertakings;
  }

  ImmutableList<StatedTerm> provision() {
    return provision;
  }

  ImmutableList<StatedTerm> priorities() {
    return priorities;
  }

  /** The greatest number of people that a requirement asks for at least; 0 if none does. */
  int peopleAsked() {
    return peopleAsked;
  }

  /**
   * The greatest number of people that must be at least reached for a criterion to hold.
   *
   * @param holds whether it is to hold, or not to
   */
  private record PeopleAsked(boolean holds) implements Criterion.Visitor<Integer> {

    static final PeopleAsked SHOULD_HOLD = new PeopleAsked(true);

    @Override
    public Integer allOf(AllOf all) {
      return greatest(all.parts());
    }

    @Override
    public Integer anyOf(AnyOf any) {
      return greatest(any.parts());
    }

    private int greatest(List<Criterion> parts) {
      return parts.stream().mapToInt(part -> part.accept(this)).max().orElse(0);
    }

    @Override
    public Integer not(Not not) {
      return not.criterion().accept(new PeopleAsked(!holds));
    }

    @Override
    public Integer forMembers(ForMembers each) {
      return 0;
    }

    @Override
    public Integer leaf(Criterion leaf) {
      return holds && leaf instanceof Within within && within.fact().equals(Facts.LEAD_PARTICIPANTS)
          ? within
              .least()
              .map(least -> least.setScale(0, RoundingMode.CEILING).min(MOST).intValue())
              .orElse(0)
          : 0;
    }
  }
}
