package org.tfm.model.assessment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.Draft;
import org.tfm.model.document.Facts;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;

/**
 * What a policy says for one offering and one kind of school.
 *
 * <p>Immutable and thread-safe; needs no rule engine. Keep it and share it: what it finds of one
 * document it uses again for the next that says the same. Every method that assesses throws {@link
 * InvalidInputException} if the document is for another offering or answers a question that nobody
 * asks.
 */
@JsonPropertyOrder({"offering", "terms", "unsettled", "ownFacts", "policy"})
public final class Terms {

  static final ImmutableList<Aspect> OF_APPLICATION =
      ImmutableList.of(Aspect.ELIGIBILITY, Aspect.APPLICATION, Aspect.COMMITMENT);
  static final ImmutableList<Aspect> OF_GROUP = ImmutableList.of(Aspect.GROUP);
  static final ImmutableList<Aspect> OF_PROGRESS = ImmutableList.of(Aspect.PROGRESS);

  private final Offering offering;
  private final ImmutableList<Term> terms;
  private final ImmutableList<UnsettledTerm> unsettled;
  private final ImmutableList<Fact> ownFacts;
  private final PolicyVersion policy;
  private final ImmutableMap<String, Fact> answerFacts;
  private final Plans plans;

  /**
   * Terms of a policy; the parts are those of the accessors.
   *
   * @throws IllegalArgumentException if the policy declares a fact of the library as its own
   */
  @JsonCreator
  public Terms(
      @JsonProperty("offering") Offering offering,
      @JsonProperty("terms") ImmutableList<Term> terms,
      @JsonProperty("unsettled") ImmutableList<UnsettledTerm> unsettled,
      @JsonProperty("ownFacts") ImmutableList<Fact> ownFacts,
      @JsonProperty("policy") PolicyVersion policy) {
    this(offering, terms, unsettled, ownFacts, policy, answerFacts(ownFacts), new Plans());
  }

  private Terms(
      Offering offering,
      ImmutableList<Term> terms,
      ImmutableList<UnsettledTerm> unsettled,
      ImmutableList<Fact> ownFacts,
      PolicyVersion policy,
      ImmutableMap<String, Fact> answerFacts,
      Plans plans) {
    this.offering = offering;
    this.terms = terms;
    this.unsettled = unsettled;
    this.ownFacts = ownFacts;
    this.policy = policy;
    this.answerFacts = answerFacts;
    this.plans = plans;
  }

  /** What the terms are for. */
  @JsonProperty
  public Offering offering() {
    return offering;
  }

  /** The terms that hold, by section, then in the order of the rule files. */
  @JsonProperty
  public ImmutableList<Term> terms() {
    return terms;
  }

  /** The terms that depend on what is not known of the school. */
  @JsonProperty
  public ImmutableList<UnsettledTerm> unsettled() {
    return unsettled;
  }

  /** The facts that the packs of this policy declare beside those of the library. */
  @JsonProperty
  public ImmutableList<Fact> ownFacts() {
    return ownFacts;
  }

  /** Which policy it is. */
  @JsonProperty
  public PolicyVersion policy() {
    return policy;
  }

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
        new PolicyVersion(policy.book(), policy.packs(), policy.hashes(), policy.library(), day),
        answerFacts,
        plans);
  }

  /** What the same policy says for another kind of school. */
  public Terms with(ImmutableList<Term> others, ImmutableList<UnsettledTerm> otherUnsettled) {
    return new Terms(
        offering, others, otherUnsettled, ownFacts, policy, answerFacts, plans.forOthers());
  }

  /** Every fact that can be among the answers, by id. */
  public ImmutableMap<String, Fact> answerFacts() {
    return answerFacts;
  }

  private static ImmutableMap<String, Fact> answerFacts(List<Fact> ownFacts) {
    if (ownFacts.isEmpty()) {
      return Facts.answers();
    }
    Map<String, Fact> facts = new LinkedHashMap<>(Facts.answers());
    for (Fact fact : ownFacts) {
      if (Facts.all().containsKey(fact.id())) {
        throw new IllegalArgumentException(
            "the fact `" + fact.id() + "` is the library's; a policy cannot declare it");
      }
      facts.put(fact.id(), fact);
    }
    return ImmutableMap.copyOf(facts);
  }

  /** The application assessed: who may take part, what was handed in, what is committed to. */
  public Assessment assess(Application application) {
    check(application.offering(), application.answers());
    return plans
        .ofApplication(this)
        .assess(
            this,
            application,
            application::evidence,
            () -> changes(Draft.of(application), OF_APPLICATION));
  }

  /** The planned or running group assessed; of the entitlements, those that are a group's. */
  public Assessment assess(WorkGroup group) {
    check(group.offering(), group.answers());
    return plans
        .ofGroup(this)
        .assess(this, null, group::evidence, () -> changes(Draft.of(group), OF_GROUP));
  }

  /** The year's progress assessed; entitlements are a matter of the application. */
  public Assessment assess(Progress progress) {
    check(progress.offering(), progress.answers());
    return plans
        .ofProgress(this)
        .assess(this, null, progress::evidence, () -> changes(Draft.of(progress), OF_PROGRESS));
  }

  /** The verdict of {@link #assess(Application)} and nothing else, for bulk work. */
  public Verdict verdict(Application application) {
    check(application.offering(), application.answers());
    return plans.ofApplication(this).verdict(application, application::evidence);
  }

  /** The verdict of {@link #assess(WorkGroup)} and nothing else. */
  public Verdict verdict(WorkGroup group) {
    check(group.offering(), group.answers());
    return plans.ofGroup(this).verdict(null, group::evidence);
  }

  /** The verdict of {@link #assess(Progress)} and nothing else. */
  public Verdict verdict(Progress progress) {
    check(progress.offering(), progress.answers());
    return plans.ofProgress(this).verdict(null, progress::evidence);
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
    ImmutableList<Problem> ofAnswers = answers.problems(answerFacts);
    if (asked.equals(offering) && ofAnswers.isEmpty()) {
      return;
    }
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    if (!asked.equals(offering)) {
      problems.add(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "the document is for %s, the terms are those of %s",
                  name(asked),
                  name(offering))
              .atValue("/offering"));
    }
    throw new InvalidInputException(problems.addAll(ofAnswers).build());
  }

  private static String name(Offering offering) {
    return "`" + offering.hub() + " " + offering.type() + " " + offering.year() + "`";
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Terms others
            && offering.equals(others.offering)
            && terms.equals(others.terms)
            && unsettled.equals(others.unsettled)
            && ownFacts.equals(others.ownFacts)
            && policy.equals(others.policy));
  }

  @Override
  public int hashCode() {
    return Objects.hash(offering, terms, unsettled, ownFacts, policy);
  }

  @Override
  public String toString() {
    return "Terms[offering="
        + offering
        + ", terms="
        + terms
        + ", unsettled="
        + unsettled
        + ", ownFacts="
        + ownFacts
        + ", policy="
        + policy
        + "]";
  }
}
