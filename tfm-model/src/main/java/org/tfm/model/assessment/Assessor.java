package org.tfm.model.assessment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tfm.model.application.Draft;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Outcome;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.ReadFact;
import org.tfm.model.criterion.Truth;
import org.tfm.model.terms.Aspect;
import org.tfm.model.terms.Entitlement;
import org.tfm.model.terms.Priority;
import org.tfm.model.terms.Provision;
import org.tfm.model.terms.Requirement;
import org.tfm.model.terms.Sentences;
import org.tfm.model.terms.Term;
import org.tfm.model.terms.Undertaking;

/** Terms evaluated on evidence. */
final class Assessor {

  private final Terms terms;
  private final Evidence evidence;
  private final Supplier<Draft> draft;
  private final Predicate<Entitlement> shown;

  /** Of the entitlements, only those are evaluated that are to be shown. */
  Assessor(Terms terms, Evidence evidence, Supplier<Draft> draft, Predicate<Entitlement> shown) {
    this.terms = terms;
    this.evidence = evidence;
    this.draft = draft;
    this.shown = shown;
  }

  Assessment assess(ImmutableList<Aspect> aspects) {
    ImmutableList.Builder<Finding> collected = ImmutableList.builder();
    for (Aspect aspect : aspects) {
      terms.terms().stream()
          .filter(term -> term instanceof Requirement r && r.aspect() == aspect)
          .forEach(term -> collected.add(finding((Requirement) term)));
      terms.unsettled().stream()
          .filter(open -> open.term() instanceof Requirement r && r.aspect() == aspect)
          .forEach(open -> collected.add(unsettled((Requirement) open.term(), open)));
    }
    ImmutableList<Finding> findings = collected.build();
    ImmutableMap<Aspect, Verdict> verdicts =
        Maps.toMap(
            aspects,
            aspect -> Verdict.of(findings.stream().filter(f -> f.aspect() == aspect).toList()));
    return Assessment.builder()
        .offering(terms.offering())
        .verdict(Verdict.worst(verdicts.values()))
        .eligibilityVerdict(Optional.ofNullable(verdicts.get(Aspect.ELIGIBILITY)))
        .applicationVerdict(Optional.ofNullable(verdicts.get(Aspect.APPLICATION)))
        .commitmentsVerdict(Optional.ofNullable(verdicts.get(Aspect.COMMITMENT)))
        .groupVerdict(Optional.ofNullable(verdicts.get(Aspect.GROUP)))
        .progressVerdict(Optional.ofNullable(verdicts.get(Aspect.PROGRESS)))
        .findings(findings)
        .entitlements(entitlements())
        .undertakings(stated(Undertaking.class))
        .provision(stated(Provision.class))
        .priorities(stated(Priority.class))
        .policy(terms.policy())
        .search(() -> terms.changes(draft.get(), aspects))
        .build();
  }

  private <T extends Term> ImmutableList<StatedTerm> stated(Class<T> kind) {
    return terms.terms().stream()
        .filter(kind::isInstance)
        .map(StatedTerm::of)
        .collect(ImmutableList.toImmutableList());
  }

  private Finding finding(Requirement term) {
    Evaluation evaluation = Evaluation.of(term, evidence);
    Status status = evaluation.status();
    ImmutableList<MissingFact> missing = evaluation.missing();
    String read = read(term.criterion(), evaluation.outcome());
    return new Finding(
        term.id(),
        term.aspect(),
        term.strength(),
        status,
        read,
        term.criterion().says(),
        sentence(term, status, read, missing),
        missing,
        term.citation(),
        term.provenance());
  }

  private Finding unsettled(Requirement term, UnsettledTerm open) {
    ImmutableList<MissingFact> missing = missing(open);
    return new Finding(
        term.id(),
        term.aspect(),
        term.strength(),
        Status.EVIDENCE_MISSING,
        "not given",
        term.criterion().says(),
        sentence(term, Status.EVIDENCE_MISSING, "not given", missing),
        missing,
        term.citation(),
        term.provenance());
  }

  private static ImmutableList<MissingFact> missing(UnsettledTerm open) {
    return open.dependsOn().stream()
        .map(fact -> new MissingFact(fact.id(), "", fact.question(), fact.at()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Of a list, how many members gave it; else each value that was read, named where many. */
  private String read(Criterion criterion, Outcome outcome) {
    if (criterion instanceof ForMembers each && each.criterion() instanceof Provided) {
      List<Evidence> members = evidence.members(each.members());
      long given =
          members.stream()
              .filter(member -> each.criterion().evaluate(member).truth() == Truth.TRUE)
              .count();
      return members.isEmpty() ? "not given" : given + " of " + members.size() + " given";
    }
    List<ReadFact> reads =
        outcome.read().stream().distinct().filter(read -> !isSaidTwice(read, outcome)).toList();
    if (reads.size() == 1 && reads.get(0).of().isEmpty()) {
      return reads.get(0).text();
    }
    return reads.isEmpty()
        ? "not given"
        : reads.stream().map(Assessor::named).collect(Collectors.joining("; "));
  }

  /** That a fact is given goes without saying where its value is read too. */
  private static boolean isSaidTwice(ReadFact read, Outcome outcome) {
    return read.text().equals(Provided.GIVEN)
        && outcome.read().stream()
            .anyMatch(
                other ->
                    other.fact().equals(read.fact())
                        && other.of().equals(read.of())
                        && !other.text().equals(Provided.GIVEN));
  }

  private static String named(ReadFact read) {
    Fact fact = read.fact();
    return (read.of().isEmpty() ? fact.label() : read.of()) + ": " + read.text();
  }

  private static String sentence(
      Requirement term, Status status, String read, List<MissingFact> missing) {
    String must = term.criterion().says(term.strength().mood(), false);
    String questions =
        missing.stream()
            .map(fact -> fact.of().isEmpty() ? fact.question() : fact.of() + ": " + fact.question())
            .distinct()
            .collect(Collectors.joining(" "));
    return switch (status) {
      case MET -> Sentences.of(term.criterion().says() + ": " + read);
      case UNMET ->
          missing.isEmpty()
              ? Sentences.of(must + "; read: " + read)
              : Sentences.of(must + "; read: " + read + ". To be given: " + questions);
      case REFERRED -> Sentences.of("the hub decides: " + must + "; read: " + read);
      case EVIDENCE_MISSING -> Sentences.of(must + ". Still to be said: " + questions);
      case POLICY_SILENT -> Sentences.of(must + "; ask the hub");
    };
  }

  private ImmutableList<EntitlementFinding> entitlements() {
    ImmutableList.Builder<EntitlementFinding> all = ImmutableList.builder();
    for (Term term : terms.terms()) {
      if (term instanceof Entitlement entitlement && shown.test(entitlement)) {
        Optional<Outcome> when = entitlement.when().map(c -> c.evaluate(evidence));
        Truth truth = when.map(Outcome::truth).orElse(Truth.TRUE);
        all.add(
            entitlement(
                entitlement,
                switch (truth) {
                  case TRUE -> EntitlementStatus.FIRM;
                  case FALSE -> EntitlementStatus.NOT_DUE;
                  case UNKNOWN -> EntitlementStatus.CONDITIONAL;
                },
                truth == Truth.UNKNOWN
                    ? when.map(Outcome::missing).orElse(ImmutableList.of())
                    : ImmutableList.of()));
      }
    }
    for (UnsettledTerm open : terms.unsettled()) {
      if (open.term() instanceof Entitlement entitlement && shown.test(entitlement)) {
        all.add(entitlement(entitlement, EntitlementStatus.CONDITIONAL, missing(open)));
      }
    }
    return all.build();
  }

  private static EntitlementFinding entitlement(
      Entitlement term, EntitlementStatus status, ImmutableList<MissingFact> waitsFor) {
    return new EntitlementFinding(
        term.id(),
        status,
        term.charge(),
        term.amount(),
        term.unit(),
        term.purpose(),
        waitsFor,
        Sentences.of(
            term.says()
                + switch (status) {
                  case FIRM -> "";
                  case CONDITIONAL ->
                      waitsFor.isEmpty()
                          ? "; the hub confirms it"
                          : ", once this is answered: "
                              + waitsFor.stream()
                                  .map(MissingFact::question)
                                  .distinct()
                                  .collect(Collectors.joining(" "));
                  case NOT_DUE -> ": not due";
                }),
        term.citation(),
        term.provenance());
  }
}
