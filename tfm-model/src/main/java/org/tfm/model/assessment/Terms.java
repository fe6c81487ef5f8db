package org.tfm.model.assessment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.application.Answers;
import org.tfm.model.application.Application;
import org.tfm.model.application.Draft;
import org.tfm.model.application.Facts;
import org.tfm.model.application.Progress;
import org.tfm.model.application.WorkGroup;
import org.tfm.model.criterion.Fact;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.Offering;
import org.tfm.model.terms.Aspect;
import org.tfm.model.terms.PayUnit;
import org.tfm.model.terms.Requirement;
import org.tfm.model.terms.Strength;
import org.tfm.model.terms.Term;

/**
 * What a policy says for one offering and one kind of school.
 *
 * <p>Immutable and thread-safe; needs no rule engine. Every method that assesses throws {@link
 * InvalidInputException} if the document is for another offering or answers a question that nobody
 * asks.
 *
 * @param offering what the terms are for
 * @param terms the terms that hold, by section, then in the order of the rule files
 * @param unsettled the terms that depend on what is not known of the school
 * @param ownFacts the facts that the packs of this policy declare beside those of the library
 * @param policy which policy it is
 */
public record Terms(
    Offering offering,
    ImmutableList<Term> terms,
    ImmutableList<UnsettledTerm> unsettled,
    ImmutableList<Fact> ownFacts,
    PolicyVersion policy) {

  static final ImmutableList<Aspect> OF_APPLICATION =
      ImmutableList.of(Aspect.ELIGIBILITY, Aspect.APPLICATION, Aspect.COMMITMENT);
  static final ImmutableList<Aspect> OF_GROUP = ImmutableList.of(Aspect.GROUP);
  static final ImmutableList<Aspect> OF_PROGRESS = ImmutableList.of(Aspect.PROGRESS);

  /** The term of this id, if the policy has one; the first where several aspects have one. */
  public Optional<Term> find(String id) {
    return terms.stream().filter(term -> term.id().equals(id)).findFirst();
  }

  /** The same terms, as those of another day. */
  public Terms asOf(LocalDate day) {
    return new Terms(
        offering,
        terms,
        unsettled,
        ownFacts,
        new PolicyVersion(policy.book(), policy.packs(), policy.hashes(), policy.library(), day));
  }

  /** Every fact that can be among the answers, by id. */
  public ImmutableMap<String, Fact> answerFacts() {
    if (ownFacts.isEmpty()) {
      return Facts.answers();
    }
    Map<String, Fact> facts = new LinkedHashMap<>(Facts.answers());
    ownFacts.forEach(fact -> facts.put(fact.id(), fact));
    return ImmutableMap.copyOf(facts);
  }

  /** The application assessed: who may take part, what was handed in, what is committed to. */
  public Assessment assess(Application application) {
    check(application.offering(), application.answers());
    return new Assessor(
            this, application.evidence(), () -> Draft.of(application), entitlement -> true)
        .assess(OF_APPLICATION);
  }

  /** The planned or running group assessed; of the entitlements, those that are a group's. */
  public Assessment assess(WorkGroup group) {
    check(group.offering(), group.answers());
    return new Assessor(
            this,
            group.evidence(),
            () -> Draft.of(group),
            entitlement -> entitlement.unit().equals(Optional.of(PayUnit.WORK_GROUP)))
        .assess(OF_GROUP);
  }

  /** The year's progress assessed; entitlements are a matter of the application. */
  public Assessment assess(Progress progress) {
    check(progress.offering(), progress.answers());
    return new Assessor(this, progress.evidence(), () -> Draft.of(progress), entitlement -> false)
        .assess(OF_PROGRESS);
  }

  /** The smallest sets of changes with which the application would be answered with yes. */
  public WhatWouldChange whatWouldChange(Application application) {
    return assess(application).whatWouldChange();
  }

  /** The smallest sets of changes with which the group would be answered with yes. */
  public WhatWouldChange whatWouldChange(WorkGroup group) {
    return assess(group).whatWouldChange();
  }

  /** The smallest sets of changes with which the progress would be answered with yes. */
  public WhatWouldChange whatWouldChange(Progress progress) {
    return assess(progress).whatWouldChange();
  }

  WhatWouldChange changes(Draft draft, List<Aspect> aspects) {
    return new ChangeSearch(
            bearing(terms.stream(), aspects),
            bearing(unsettled.stream().map(UnsettledTerm::term), aspects),
            draft)
        .result();
  }

  /** The requirements on these aspects that bear on the verdict. */
  static ImmutableList<Requirement> bearing(Stream<Term> terms, List<Aspect> aspects) {
    return terms
        .filter(Requirement.class::isInstance)
        .map(Requirement.class::cast)
        .filter(term -> term.strength() != Strength.PREFERRED && aspects.contains(term.aspect()))
        .collect(ImmutableList.toImmutableList());
  }

  void check(Offering asked, Answers answers) {
    Stream<Problem> mismatch =
        asked.equals(offering)
            ? Stream.empty()
            : Stream.of(
                Problem.of(
                    "offering",
                    "the document is for "
                        + name(asked)
                        + ", the terms are those of "
                        + name(offering)));
    ImmutableList<Problem> problems =
        Stream.concat(mismatch, answers.problems(answerFacts()).stream())
            .collect(ImmutableList.toImmutableList());
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private static String name(Offering offering) {
    return "`" + offering.hub() + " " + offering.type() + " " + offering.year() + "`";
  }
}
