package org.tfm.model.assessment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Prospect;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.DocumentEvidence;
import org.tfm.model.document.Facts;
import org.tfm.model.document.Place;
import org.tfm.model.document.Progress;
import org.tfm.model.document.Subject;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.style.Internal;
import org.tfm.model.style.ValueType;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Term;

/**
 * The terms of a policy for one offering and one kind of school.
 *
 * <p>Immutable and thread-safe; does not need a rule engine. Instances can be cached and shared.
 * All methods that assess a document throw {@link InvalidInputException} if it is for another
 * offering, about a school of another kind, or answers an unknown question.
 */
@Value.Immutable
@ValueType
@TfmJson.Strict
@JsonSerialize(as = ImmutableTerms.class)
@JsonPropertyOrder({"offering", "kind", "terms", "unsettled", "alternatives", "ownFacts", "policy"})
public abstract class Terms {

  private static final Prospect[] NONE = {};

  Terms() {}

  @JsonCreator
  static Terms read(
      @JsonProperty("offering") Offering offering,
      @JsonProperty("kind") Optional<PartialSchoolKind> kind,
      @JsonProperty("terms") ImmutableList<Term> terms,
      @JsonProperty("unsettled") ImmutableList<UnsettledTerm> unsettled,
      @JsonProperty("alternatives") ImmutableList<ImmutableList<Integer>> alternatives,
      @JsonProperty("ownFacts") ImmutableList<Fact> ownFacts,
      @JsonProperty("policy") PolicyVersion policy) {
    requireNonNull(terms, "terms");
    requireNonNull(unsettled, "unsettled");
    requireNonNull(ownFacts, "ownFacts");
    return ImmutableTerms.builder()
        .offering(offering)
        .kind(kind)
        .terms(terms)
        .unsettled(unsettled)
        .alternatives(alternatives)
        .ownFacts(ownFacts)
        .policy(policy)
        .sorted(new SortedTerms(terms, unsettled, ownFacts))
        .build();
  }

  /**
   * Returns terms that are the same for every kind of school; the parameters are as for the
   * accessors. The unsettled terms apply either all together or not at all.
   *
   * @throws IllegalArgumentException if the policy redefines a fact of the library
   */
  public static Terms of(
      Offering offering,
      List<Term> terms,
      List<UnsettledTerm> unsettled,
      List<Fact> ownFacts,
      PolicyVersion policy) {
    requireNonNull(terms, "terms");
    requireNonNull(unsettled, "unsettled");
    requireNonNull(ownFacts, "ownFacts");
    return read(
        offering,
        Optional.empty(),
        ImmutableList.copyOf(terms),
        ImmutableList.copyOf(unsettled),
        allOrNone(unsettled.size()),
        ImmutableList.copyOf(ownFacts),
        policy);
  }

  private static ImmutableList<ImmutableList<Integer>> allOrNone(int unsettled) {
    return unsettled == 0
        ? ImmutableList.of()
        : ImmutableList.of(
            IntStream.range(0, unsettled).boxed().collect(ImmutableList.toImmutableList()),
            ImmutableList.of());
  }

  /** The offering that the terms are for. */
  public abstract Offering offering();

  /**
   * The kind of school that the terms are for, as far as it is known; absent if they are for every
   * kind.
   */
  public abstract Optional<PartialSchoolKind> kind();

  /** The terms that apply, by section, then in the order of the rule files. */
  public abstract ImmutableList<Term> terms();

  /** The terms that depend on unknown facts of the school, in each of their forms. */
  public abstract ImmutableList<UnsettledTerm> unsettled();

  /**
   * The possible sets of terms when the school is known: for each, the indexes of the terms in
   * {@link #unsettled} that apply. Empty if no term is unsettled.
   */
  public abstract ImmutableList<ImmutableList<Integer>> alternatives();

  /** The facts that the packs of this policy add to those of the library. */
  public abstract ImmutableList<Fact> ownFacts();

  /** The version of the policy. */
  public abstract PolicyVersion policy();

  /** The terms grouped for assessment; cached. */
  @JsonIgnore
  @Value.Auxiliary
  abstract SortedTerms sorted();

  /** Rejects a policy that redefines a fact of the library. */
  @Value.Check
  void check() {
    for (Fact fact : ownFacts()) {
      if (Facts.isOfLibrary(fact.id())) {
        throw new InvalidInputException(
            Problem.of(
                ProblemCode.DUPLICATE,
                "the fact `%s` is the library's; a policy cannot declare it",
                fact.id()));
      }
    }
    for (List<Integer> alternative : alternatives()) {
      for (int place : alternative) {
        if (place < 0 || place >= unsettled().size()) {
          throw new IllegalArgumentException("no unsettled term has the place " + place);
        }
      }
    }
  }

  /** Returns a term by id; the first if several aspects have one with this id. */
  public Optional<Term> find(String id) {
    requireNonNull(id, "id");
    return terms().stream().filter(term -> term.id().equals(id)).findFirst();
  }

  /** Returns these terms as of another day. */
  public Terms asOf(LocalDate day) {
    requireNonNull(day, "day");
    PolicyVersion other =
        new PolicyVersion(
            policy().book(),
            policy().packs(),
            policy().hashes(),
            policy().library(),
            day,
            policy().language());
    return ((ImmutableTerms) this).withPolicy(other);
  }

  /** Returns these terms for a kind of school. */
  public Terms forKind(PartialSchoolKind kind) {
    requireNonNull(kind, "kind");
    return kind().equals(Optional.of(kind)) ? this : ((ImmutableTerms) this).withKind(kind);
  }

  /** Returns these terms without a kind of school. */
  Terms forEveryKind() {
    return ((ImmutableTerms) this).withKind(Optional.empty());
  }

  /**
   * Returns the terms of the same policy for another kind of school; the parameters are as for the
   * accessors.
   *
   * @hidden
   */
  @Internal
  public Terms with(
      List<Term> others,
      List<UnsettledTerm> otherUnsettled,
      ImmutableList<ImmutableList<Integer>> otherAlternatives) {
    return read(
        offering(),
        kind(),
        ImmutableList.copyOf(others),
        ImmutableList.copyOf(otherUnsettled),
        otherAlternatives,
        ownFacts(),
        policy());
  }

  /** The facts that can be answered, for the document or for each person, by id. */
  @JsonIgnore
  public ImmutableMap<String, Fact> answerFacts() {
    return sorted().answerFacts();
  }

  /**
   * Assesses a document on every requirement of its aspects: for an application eligibility,
   * application and commitments.
   */
  public Assessment assess(Document document) {
    requireNonNull(document, "document");
    check(document);
    Evidence evidence = evidence(document);
    Prospect[] unsettled = prospectsOfUnsettled(evidence);
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    Map<Aspect, Verdict> verdicts = new EnumMap<>(Aspect.class);
    Prospect all = Prospect.TRUE;
    for (SortedTerms.OfAspect part : sorted().on(document).aspects()) {
      Evidence relevant = Evaluation.relevant(part.aspect(), evidence);
      Prospect ofAspect = Prospect.TRUE;
      for (SortedTerms.Demand demand : part.demands()) {
        Evaluation evaluation = Evaluation.of(demand.term(), relevant);
        findings.add(Finding.of(demand.term(), demand.text(), evaluation, relevant));
        if (demand.counts()) {
          ofAspect = ofAspect.and(evaluation.prospect());
        }
      }
      part.unsettled().forEach(open -> findings.add(Finding.unsettled(open)));
      verdicts.put(part.aspect(), verdict(part, ofAspect, unsettled));
      all = all.and(ofAspect);
    }
    Verdict verdict = verdict(all, unsettled, document);
    return Assessment.of(
        document.offering(),
        verdict,
        verdicts,
        findings.build(),
        entitlements(document, evidence, verdict),
        sorted().undertakings(),
        sorted().provision(),
        sorted().priorities(),
        policy());
  }

  private ImmutableList<EntitlementFinding> entitlements(
      Document document, Evidence evidence, Verdict verdict) {
    boolean accepted =
        document instanceof Application application
            && application.place().equals(Optional.of(Place.ACCEPTED));
    ImmutableList.Builder<EntitlementFinding> found = ImmutableList.builder();
    Subject subject = Subject.of(document);
    // A school that takes part gets and pays what the conditions say, whatever it still lacks.
    Verdict counted = document instanceof Progress ? Verdict.YES : verdict;
    for (Term term : sorted().entitlements(subject)) {
      found.add(EntitlementFinding.of(term, evidence, counted, accepted));
    }
    for (UnsettledTerm open : sorted().unsettledEntitlements(subject)) {
      found.add(EntitlementFinding.unsettled(open, evidence, counted, accepted));
    }
    return found.build();
  }

  /** Returns the verdicts and statuses of {@link #assess}, without explanation. */
  public Statuses statuses(Document document) {
    requireNonNull(document, "document");
    check(document);
    Evidence evidence = evidence(document);
    Prospect[] unsettled = prospectsOfUnsettled(evidence);
    SortedTerms.OfDocument on = sorted().on(document);
    Status[] statuses = new Status[on.requirements().size()];
    Verdict[] verdicts = new Verdict[on.aspects().size()];
    Prospect all = Prospect.TRUE;
    int next = 0;
    for (int i = 0; i < verdicts.length; i++) {
      SortedTerms.OfAspect part = on.aspects().get(i);
      Evidence relevant = Evaluation.relevant(part.aspect(), evidence);
      Prospect ofAspect = Prospect.TRUE;
      for (int j = 0; j < part.demands().size(); j++) {
        SortedTerms.Demand demand = part.demands().get(j);
        Prospect criterion = demand.term().criterion().prospect(relevant);
        statuses[next++] = Evaluation.status(demand.term(), criterion, relevant);
        if (demand.counts()) {
          ofAspect = ofAspect.and(Evaluation.verdicts(demand.term(), criterion, relevant));
        }
      }
      for (int j = 0; j < part.unsettled().size(); j++) {
        statuses[next++] = Status.EVIDENCE_MISSING;
      }
      verdicts[i] = verdict(part, ofAspect, unsettled);
      all = all.and(ofAspect);
    }
    return new Statuses(on, verdict(all, unsettled, document), verdicts, statuses);
  }

  /** Returns only the verdict of {@link #assess}, for bulk work. */
  public Verdict verdict(Document document) {
    requireNonNull(document, "document");
    check(document);
    Evidence evidence = evidence(document);
    ImmutableList<SortedTerms.OfAspect> aspects = sorted().on(document).aspects();
    Prospect all = Prospect.TRUE;
    for (int i = 0; i < aspects.size(); i++) {
      Evidence relevant = Evaluation.relevant(aspects.get(i).aspect(), evidence);
      ImmutableList<SortedTerms.Demand> demands = aspects.get(i).demands();
      for (int j = 0; j < demands.size(); j++) {
        SortedTerms.Demand demand = demands.get(j);
        if (demand.counts()) {
          Prospect criterion = demand.term().criterion().prospect(relevant);
          all = all.and(Evaluation.verdicts(demand.term(), criterion, relevant));
          if (all == Prospect.FALSE) {
            return Verdict.NO;
          }
        }
      }
    }
    return verdict(all, prospectsOfUnsettled(evidence), document);
  }

  private Verdict verdict(Prospect settled, Prospect[] unsettled, Document document) {
    SortedTerms.OfDocument on = sorted().on(document);
    if (!on.isStated()) {
      return Verdict.NOT_STATED;
    }
    return Verdict.of(
        unsettled.length == 0 ? settled : withUnsettled(settled, unsettled, on::includes));
  }

  private Verdict verdict(SortedTerms.OfAspect part, Prospect settled, Prospect[] unsettled) {
    if (!part.isStated()) {
      return Verdict.NOT_STATED;
    }
    return Verdict.of(
        unsettled.length == 0 ? settled : withUnsettled(settled, unsettled, part.aspect()::equals));
  }

  /** Returns the prospect of each unsettled term; true for terms that do not affect the verdict. */
  private Prospect[] prospectsOfUnsettled(Evidence evidence) {
    if (unsettled().isEmpty()) {
      return NONE;
    }
    Prospect[] prospects = new Prospect[unsettled().size()];
    for (int i = 0; i < prospects.length; i++) {
      prospects[i] =
          unsettled().get(i).term() instanceof Requirement requirement
                  && SortedTerms.counts(requirement)
              ? Evaluation.prospect(requirement, evidence)
              : Prospect.TRUE;
    }
    return prospects;
  }

  /** Returns the union of the prospects over all alternatives. */
  private Prospect withUnsettled(
      Prospect settled, Prospect[] unsettled, Predicate<Aspect> counted) {
    boolean isStated = false;
    for (int i = 0; i < terms().size() && !isStated; i++) {
      isStated = isOf(terms().get(i), counted);
    }
    boolean mayBeSilent = false;
    Prospect whole = settled;
    for (int i = 0; i < alternatives().size(); i++) {
      boolean isSilent = !isStated;
      Prospect one = settled;
      for (int place : alternatives().get(i)) {
        if (isOf(unsettled().get(place).term(), counted)) {
          one = one.and(unsettled[place]);
          isSilent = false;
        }
      }
      mayBeSilent |= isSilent;
      whole = i == 0 ? one : whole.either(one);
    }
    // A verdict in some alternatives and none in others is not settled.
    return mayBeSilent ? Prospect.ANY : whole;
  }

  private static boolean isOf(Term term, Predicate<Aspect> counted) {
    return term instanceof Requirement requirement
        && SortedTerms.counts(requirement)
        && counted.test(requirement.aspect());
  }

  private Evidence evidence(Document document) {
    return DocumentEvidence.of(document, sorted().peopleAsked());
  }

  /**
   * The number of people that the policy asks for; 0 if not stated.
   *
   * @hidden
   */
  @Internal
  @JsonIgnore
  public int peopleAsked() {
    return sorted().peopleAsked();
  }

  /**
   * Returns the requirements that affect the verdict on this type of document.
   *
   * @hidden
   */
  @Internal
  public ImmutableList<Requirement> deciding(Document document) {
    return deciding(terms().stream(), document);
  }

  /**
   * Returns the alternative sets of further requirements that affect the verdict on this type of
   * document; one set applies when the school is known. Empty if no term is unsettled.
   *
   * @hidden
   */
  @Internal
  public ImmutableList<ImmutableList<UnsettledTerm>> decidingAlternatives(Document document) {
    ImmutableList<ImmutableList<UnsettledTerm>> all =
        alternatives().stream()
            .map(
                places ->
                    places.stream()
                        .map(unsettled()::get)
                        .filter(open -> !deciding(Stream.of(open.term()), document).isEmpty())
                        .collect(ImmutableList.toImmutableList()))
            .distinct()
            .collect(ImmutableList.toImmutableList());
    return all.size() > 1 ? all : ImmutableList.of();
  }

  private ImmutableList<Requirement> deciding(Stream<Term> terms, Document document) {
    SortedTerms.OfDocument on = sorted().on(document);
    return terms
        .filter(Requirement.class::isInstance)
        .map(Requirement.class::cast)
        .filter(term -> SortedTerms.counts(term) && on.includes(term.aspect()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Rejects a document that these terms do not apply to.
   *
   * @throws InvalidInputException if it is for another offering, about a school whose kind differs
   *     or is known to another degree, or answers an unknown question; schools of a group can have
   *     any kind
   */
  public void check(Document document) {
    requireNonNull(document, "document");
    boolean areTaken = document.areAnswersTaken(answerFacts());
    boolean ofOffering = document.offering().ofYear().equals(offering());
    Optional<PartialSchoolKind> kind = kind();
    boolean ofKind =
        kind.isEmpty() || document instanceof WorkGroup || document.schoolKind().equals(kind.get());
    if (ofOffering && ofKind && areTaken) {
      return;
    }
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    if (!ofOffering) {
      problems.add(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "the document is for %s, the terms are those of %s",
                  name(document.offering()),
                  name(offering()))
              .atValue("/offering"));
    }
    if (!ofKind) {
      problems.add(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "the school is %s, the terms are for one that is %s",
                  name(document.schoolKind()),
                  name(kind.orElseThrow()))
              .withHint("Take the terms of the school's own kind, as the policy book decides")
              .atValue("/school"));
    }
    throw new InvalidInputException(
        problems.addAll(document.answerProblems(answerFacts())).build());
  }

  /** The offering and the ids of the terms. */
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

  private static String name(PartialSchoolKind kind) {
    return Stream.of(kind.phase(), kind.establishmentType(), kind.country())
        .map(known -> known.map(word -> "`" + word.name() + "`").orElse("unknown"))
        .collect(Collectors.joining(", "));
  }
}
