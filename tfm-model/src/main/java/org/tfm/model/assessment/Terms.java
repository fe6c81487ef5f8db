package org.tfm.model.assessment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.DocumentEvidence;
import org.tfm.model.document.Facts;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Offering;
import org.tfm.model.style.Internal;
import org.tfm.model.style.ValueType;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Provision;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;

/**
 * What a policy says for one offering and one kind of school.
 *
 * <p>Immutable and thread-safe; needs no rule engine. Keep it and share it. Every method that
 * assesses throws {@link InvalidInputException} if the document is for another offering or has an
 * answer to an unknown question.
 */
@Value.Immutable
@ValueType
@JsonSerialize(as = ImmutableTerms.class)
@JsonPropertyOrder({"offering", "terms", "unsettled", "ownFacts", "policy"})
public abstract class Terms {

  private static final ImmutableList<Aspect> OF_APPLICATION =
      ImmutableList.of(Aspect.ELIGIBILITY, Aspect.APPLICATION, Aspect.COMMITMENT);

  Terms() {}

  /**
   * Terms of a policy; the parts are those of the accessors.
   *
   * @throws InvalidInputException if the policy declares a fact of the library as its own
   */
  @JsonCreator
  public static Terms of(
      @JsonProperty("offering") Offering offering,
      @JsonProperty("terms") List<Term> terms,
      @JsonProperty("unsettled") List<UnsettledTerm> unsettled,
      @JsonProperty("ownFacts") List<Fact> ownFacts,
      @JsonProperty("policy") PolicyVersion policy) {
    requireNonNull(terms, "terms");
    requireNonNull(unsettled, "unsettled");
    requireNonNull(ownFacts, "ownFacts");
    return ImmutableTerms.builder()
        .offering(offering)
        .terms(terms)
        .unsettled(unsettled)
        .ownFacts(ownFacts)
        .policy(policy)
        .build();
  }

  /** The offering that the terms are for. */
  public abstract Offering offering();

  /** The terms that hold, by section, then in the order of the rule files. */
  public abstract ImmutableList<Term> terms();

  /** The terms that depend on what is not known of the school. */
  public abstract ImmutableList<UnsettledTerm> unsettled();

  /** The facts that the packs of this policy declare beside those of the library. */
  public abstract ImmutableList<Fact> ownFacts();

  /** The version of the policy. */
  public abstract PolicyVersion policy();

  /** Refuses a fact of the library as one of the policy's own. */
  @Value.Check
  void check() {
    for (Fact fact : ownFacts()) {
      if (Facts.all().containsKey(fact.id())) {
        throw new InvalidInputException(
            Problem.of(
                ProblemCode.DUPLICATE,
                "the fact `%s` is the library's; a policy cannot declare it",
                fact.id()));
      }
    }
  }

  /** The term of this id, if the policy has one; the first where several aspects have one. */
  public Optional<Term> find(String id) {
    requireNonNull(id, "id");
    return terms().stream().filter(term -> term.id().equals(id)).findFirst();
  }

  /** The same terms, as those of another day. */
  public Terms asOf(LocalDate day) {
    requireNonNull(day, "day");
    PolicyVersion other =
        new PolicyVersion(
            policy().book(), policy().packs(), policy().hashes(), policy().library(), day);
    return of(offering(), terms(), unsettled(), ownFacts(), other);
  }

  /** The terms that the same policy has for another kind of school. */
  public Terms with(List<Term> others, List<UnsettledTerm> otherUnsettled) {
    requireNonNull(others, "others");
    requireNonNull(otherUnsettled, "otherUnsettled");
    return of(offering(), others, otherUnsettled, ownFacts(), policy());
  }

  /** Every fact that can be among the answers, by id. */
  @JsonIgnore
  @Value.Lazy
  public ImmutableMap<String, Fact> answerFacts() {
    if (ownFacts().isEmpty()) {
      return Facts.answers();
    }
    Map<String, Fact> facts = new LinkedHashMap<>(Facts.answers());
    ownFacts().forEach(fact -> facts.put(fact.id(), fact));
    return ImmutableMap.copyOf(facts);
  }

  // Sorted once, since terms are assessed many times.

  /** A requirement, and the texts that all its findings share. */
  record Demanded(Requirement term, DemandText text) {}

  @JsonIgnore
  @Value.Lazy
  ImmutableListMultimap<Aspect, Demanded> requirements() {
    ImmutableListMultimap.Builder<Aspect, Demanded> byAspect = ImmutableListMultimap.builder();
    for (Term term : terms()) {
      if (term instanceof Requirement requirement) {
        DemandText text = new DemandText(requirement.criterion(), requirement.strength());
        byAspect.put(requirement.aspect(), new Demanded(requirement, text));
      }
    }
    return byAspect.build();
  }

  @JsonIgnore
  @Value.Lazy
  ImmutableList<Entitlement> entitlements() {
    return terms().stream()
        .filter(Entitlement.class::isInstance)
        .map(Entitlement.class::cast)
        .collect(ImmutableList.toImmutableList());
  }

  @JsonIgnore
  @Value.Lazy
  ImmutableList<StatedTerm> undertakings() {
    return stated(Undertaking.class);
  }

  @JsonIgnore
  @Value.Lazy
  ImmutableList<StatedTerm> provision() {
    return stated(Provision.class);
  }

  @JsonIgnore
  @Value.Lazy
  ImmutableList<StatedTerm> priorities() {
    return stated(Priority.class);
  }

  private ImmutableList<StatedTerm> stated(Class<? extends Term> kind) {
    return terms().stream()
        .filter(kind::isInstance)
        .map(StatedTerm::of)
        .collect(ImmutableList.toImmutableList());
  }

  /** The aspects that a document of this sort is assessed on, in order. */
  private static ImmutableList<Aspect> aspects(Document document) {
    return document instanceof Application
        ? OF_APPLICATION
        : ImmutableList.of(document instanceof WorkGroup ? Aspect.GROUP : Aspect.PROGRESS);
  }

  /** Of the entitlements, a group is shown those that are a group's, and progress none. */
  private static boolean isShown(Entitlement entitlement, Document document) {
    return document instanceof Application
        || (document instanceof WorkGroup
            && entitlement.unit().equals(Optional.of(PayUnit.WORK_GROUP)));
  }

  /**
   * The document assessed on every requirement of its aspects: for an application eligibility,
   * application and commitments.
   */
  public Assessment assess(Document document) {
    requireNonNull(document, "document");
    check(document);
    Evidence evidence = DocumentEvidence.of(document);
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    Map<Aspect, Verdict> verdicts = new EnumMap<>(Aspect.class);
    for (Aspect aspect : aspects(document)) {
      Verdict worst = Verdict.NOT_STATED;
      for (Demanded one : requirements().get(aspect)) {
        Finding finding = Finding.of(one.term(), one.text(), evidence);
        findings.add(finding);
        worst = worst.or(finding.verdict());
      }
      for (UnsettledTerm open : unsettled()) {
        if (open.term() instanceof Requirement requirement && requirement.aspect() == aspect) {
          Finding finding = Finding.unsettled(requirement, open);
          findings.add(finding);
          worst = worst.or(finding.verdict());
        }
      }
      verdicts.put(aspect, worst);
    }
    return Assessment.of(
        offering(),
        verdicts,
        findings.build(),
        entitlements(document, evidence),
        undertakings(),
        provision(),
        priorities(),
        policy());
  }

  private ImmutableList<EntitlementFinding> entitlements(Document document, Evidence evidence) {
    ImmutableList.Builder<EntitlementFinding> found = ImmutableList.builder();
    for (Entitlement entitlement : entitlements()) {
      if (isShown(entitlement, document)) {
        found.add(EntitlementFinding.of(entitlement, evidence));
      }
    }
    for (UnsettledTerm open : unsettled()) {
      if (open.term() instanceof Entitlement entitlement && isShown(entitlement, document)) {
        found.add(EntitlementFinding.unsettled(entitlement, open));
      }
    }
    return found.build();
  }

  /** The verdict of {@link #assess} and nothing else, for bulk work. */
  public Verdict verdict(Document document) {
    requireNonNull(document, "document");
    check(document);
    Evidence evidence = DocumentEvidence.of(document);
    Verdict worst = Verdict.NOT_STATED;
    for (Aspect aspect : aspects(document)) {
      for (Demanded one : requirements().get(aspect)) {
        Requirement requirement = one.term();
        if (requirement.strength() != Strength.PREFERRED) {
          Status status = Evaluation.status(requirement, evidence);
          worst = worst.or(Verdict.of(requirement.strength(), status));
          if (worst == Verdict.NO) {
            return worst;
          }
        }
      }
    }
    for (UnsettledTerm open : unsettled()) {
      if (open.term() instanceof Requirement requirement
          && requirement.strength() != Strength.PREFERRED
          && aspects(document).contains(requirement.aspect())) {
        worst = worst.or(Verdict.of(requirement.strength(), Status.EVIDENCE_MISSING));
      }
    }
    return worst;
  }

  /**
   * The requirements that count for the verdict on a document of this sort.
   *
   * @hidden
   */
  @Internal
  public ImmutableList<Requirement> deciding(Document document) {
    return deciding(terms().stream(), document);
  }

  /**
   * The same of the terms for which it is not known in which form they hold.
   *
   * @hidden
   */
  @Internal
  public ImmutableList<Requirement> decidingUnsettled(Document document) {
    return deciding(unsettled().stream().map(UnsettledTerm::term), document);
  }

  private static ImmutableList<Requirement> deciding(Stream<Term> terms, Document document) {
    List<Aspect> aspects = aspects(document);
    return terms
        .filter(Requirement.class::isInstance)
        .map(Requirement.class::cast)
        .filter(term -> term.strength() != Strength.PREFERRED && aspects.contains(term.aspect()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Refuses a document that these terms are not for.
   *
   * @throws InvalidInputException if it is for another offering, or answers what nobody asks
   */
  public void check(Document document) {
    requireNonNull(document, "document");
    ImmutableList<Problem> ofAnswers = document.answers().problems(answerFacts());
    Offering asked = document.offering();
    if (asked.equals(offering()) && ofAnswers.isEmpty()) {
      return;
    }
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    if (!asked.equals(offering())) {
      problems.add(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "the document is for %s, the terms are those of %s",
                  name(asked),
                  name(offering()))
              .atValue("/offering"));
    }
    throw new InvalidInputException(problems.addAll(ofAnswers).build());
  }

  /** The offering, and the ids of the terms. */
  @Override
  public String toString() {
    return name(offering())
        + ": "
        + terms().stream().map(Term::id).toList()
        + (unsettled().isEmpty()
            ? ""
            : ", open: " + unsettled().stream().map(open -> open.term().id()).toList());
  }

  private static String name(Offering offering) {
    return "`" + offering.hub() + " " + offering.type() + " " + offering.year() + "`";
  }
}
