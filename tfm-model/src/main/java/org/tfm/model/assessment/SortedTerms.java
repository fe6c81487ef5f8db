package org.tfm.model.assessment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.Facts;
import org.tfm.model.document.Subject;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Provision;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;

/**
 * The terms of a policy, grouped by their use in an assessment, and the facts that can be answered.
 * Immutable; shared by the kinds of school with equal terms.
 */
final class SortedTerms {

  /**
   * A requirement with the texts that all its findings share.
   *
   * @param counts whether it affects the verdict
   */
  record Demand(Requirement term, DemandText text, boolean counts) {}

  /**
   * The requirements of one aspect.
   *
   * @param demands the requirements, in order
   * @param unsettled the requirements that may apply, each in its first form
   * @param isStated whether a requirement that affects the verdict applies or may apply
   */
  record OfAspect(
      Aspect aspect,
      ImmutableList<Demand> demands,
      ImmutableList<UnsettledTerm> unsettled,
      boolean isStated) {}

  /**
   * The requirements for one type of document.
   *
   * @param requirements the requirements of its aspects, in the order of the findings
   * @param isStated whether a requirement that affects the verdict applies or may apply
   */
  record OfDocument(
      ImmutableList<OfAspect> aspects, ImmutableList<Requirement> requirements, boolean isStated) {

    boolean includes(Aspect aspect) {
      for (OfAspect of : aspects) {
        if (of.aspect() == aspect) {
          return true;
        }
      }
      return false;
    }

    static OfDocument of(ImmutableList<OfAspect> aspects) {
      return new OfDocument(
          aspects,
          aspects.stream()
              .flatMap(
                  of ->
                      Stream.concat(
                          of.demands().stream().map(Demand::term),
                          of.unsettled().stream().map(open -> (Requirement) open.term())))
              .collect(ImmutableList.toImmutableList()),
          aspects.stream().anyMatch(OfAspect::isStated));
    }
  }

  private static final BigDecimal MOST = BigDecimal.valueOf(100);

  private static final ImmutableList<Aspect> OF_APPLICATION =
      ImmutableList.of(Aspect.ELIGIBILITY, Aspect.APPLICATION, Aspect.COMMITMENT);

  private final OfDocument ofApplication;
  private final OfDocument ofGroup;
  private final OfDocument ofProgress;
  private final ImmutableMap<String, Fact> answerFacts;
  private final ImmutableListMultimap<Subject, Term> entitlements;
  private final ImmutableListMultimap<Subject, UnsettledTerm> unsettledEntitlements;
  private final ImmutableList<StatedTerm> undertakings;
  private final ImmutableList<StatedTerm> provision;
  private final ImmutableList<StatedTerm> priorities;
  private final int peopleAsked;

  SortedTerms(List<Term> terms, List<UnsettledTerm> unsettled, List<Fact> ownFacts) {
    this.answerFacts = answerFacts(ownFacts);
    ImmutableListMultimap.Builder<Aspect, Demand> demands = ImmutableListMultimap.builder();
    for (Requirement requirement : all(Requirement.class, terms)) {
      DemandText text = new DemandText(requirement.criterion(), requirement.strength());
      demands.put(requirement.aspect(), new Demand(requirement, text, counts(requirement)));
    }
    ImmutableListMultimap.Builder<Aspect, UnsettledTerm> shown = ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<Subject, UnsettledTerm> shownEntitlements =
        ImmutableListMultimap.builder();
    Set<List<Object>> seen = new HashSet<>();
    for (UnsettledTerm open : unsettled) {
      if (open.term() instanceof Requirement term && seen.add(List.of(term.aspect(), term.id()))) {
        shown.put(term.aspect(), open);
      } else if (isEvaluated(open.term())
          && seen.add(List.of(open.term().section(), open.term().id()))) {
        ShownOn.subjects(open.term()).forEach(subject -> shownEntitlements.put(subject, open));
      }
    }
    this.unsettledEntitlements = shownEntitlements.build();
    ImmutableListMultimap.Builder<Subject, Term> due = ImmutableListMultimap.builder();
    terms.stream()
        .filter(SortedTerms::isEvaluated)
        .forEach(term -> ShownOn.subjects(term).forEach(subject -> due.put(subject, term)));
    this.entitlements = due.build();
    this.undertakings = stated(Undertaking.class, terms);
    this.provision = stated(Provision.class, terms);
    this.priorities =
        stated(Priority.class, terms.stream().filter(term -> !isEvaluated(term)).toList());
    List<Requirement> counting =
        Stream.concat(terms.stream(), unsettled.stream().map(UnsettledTerm::term))
            .filter(Requirement.class::isInstance)
            .map(Requirement.class::cast)
            .filter(SortedTerms::counts)
            .toList();
    ImmutableSet<Aspect> stated =
        counting.stream().map(Requirement::aspect).collect(Sets.toImmutableEnumSet());
    ImmutableListMultimap<Aspect, Demand> settled = demands.build();
    ImmutableListMultimap<Aspect, UnsettledTerm> open = shown.build();
    Function<Aspect, OfAspect> sorted =
        aspect ->
            new OfAspect(aspect, settled.get(aspect), open.get(aspect), stated.contains(aspect));
    this.ofApplication =
        OfDocument.of(OF_APPLICATION.stream().map(sorted).collect(ImmutableList.toImmutableList()));
    this.ofGroup = OfDocument.of(ImmutableList.of(sorted.apply(Aspect.GROUP)));
    this.ofProgress = OfDocument.of(ImmutableList.of(sorted.apply(Aspect.PROGRESS)));
    this.peopleAsked =
        counting.stream()
            .mapToInt(term -> term.criterion().accept(PeopleAsked.SHOULD_HOLD))
            .max()
            .orElse(0);
  }

  /** Whether a term is found as an entitlement is: one, or a priority with a condition. */
  private static boolean isEvaluated(Term term) {
    return term instanceof Entitlement || term.when().isPresent();
  }

  /** Whether a requirement affects the verdict. */
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

  private static ImmutableMap<String, Fact> answerFacts(List<Fact> own) {
    if (own.isEmpty()) {
      return Facts.answers();
    }
    ImmutableMap.Builder<String, Fact> facts = ImmutableMap.builder();
    facts.putAll(Facts.answers());
    own.forEach(fact -> facts.put(fact.id(), fact));
    return facts.buildKeepingLast();
  }

  /** Returns the requirements for this type of document. */
  OfDocument on(Document document) {
    if (document instanceof Application) {
      return ofApplication;
    }
    return document instanceof WorkGroup ? ofGroup : ofProgress;
  }

  /** The facts that can be answered, by id. */
  ImmutableMap<String, Fact> answerFacts() {
    return answerFacts;
  }

  /** Returns the entitlements and the priorities with a condition to show for a document. */
  ImmutableList<Term> entitlements(Subject subject) {
    return entitlements.get(subject);
  }

  /** Returns the entitlements that may apply, each in its first form. */
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

  /** The greatest lower bound of all requirements on the number of people; 0 if there is none. */
  int peopleAsked() {
    return peopleAsked;
  }

  /**
   * Finds the greatest lower bound of a criterion on the number of people.
   *
   * @param holds whether the criterion has to hold; otherwise its negation
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
    public Integer countOfMembers(CountOfMembers count) {
      if (count.members() != Members.LEAD_PARTICIPANTS) {
        return 0;
      }
      Optional<Integer> least = holds ? count.least() : count.most().map(bound -> bound + 1);
      return least.map(number -> Math.min(number, MOST.intValue())).orElse(0);
    }

    @Override
    public Integer leaf(Criterion leaf) {
      if (!(leaf instanceof Within within) || !within.fact().equals(Facts.LEAD_PARTICIPANTS)) {
        return 0;
      }
      Optional<BigDecimal> least =
          holds
              ? within.least().map(bound -> bound.setScale(0, RoundingMode.CEILING))
              : within
                  .most()
                  .map(bound -> bound.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
      return least.map(number -> number.min(MOST).intValue()).orElse(0);
    }
  }
}
