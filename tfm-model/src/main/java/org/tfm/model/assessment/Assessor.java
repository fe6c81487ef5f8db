package org.tfm.model.assessment;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Outcome;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Truth;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Sentences;

/** Terms evaluated on evidence: the one place where findings come from. */
final class Assessor {

  private Assessor() {}

  /** The requirement evaluated; the finding keeps nothing of the evidence but what it read. */
  static Finding finding(FindingText wording, Evidence evidence) {
    Requirement term = wording.term();
    Evaluation evaluation = Evaluation.of(term, evidence);
    ImmutableList<MissingFact> missing = evaluation.missing();
    Finding.Words words =
        term.criterion() instanceof ForMembers each && each.criterion() instanceof Provided
            ? wording.words(evaluation.status(), given(each, evidence), missing)
            : wording.words(evaluation);
    return finding(term, evaluation.status(), words, missing);
  }

  /** Of a list, how many members gave it. */
  private static String given(ForMembers each, Evidence evidence) {
    List<Evidence> members = evidence.members(each.members());
    int given = 0;
    for (Evidence member : members) {
      given += each.criterion().evaluate(member).truth() == Truth.TRUE ? 1 : 0;
    }
    return members.isEmpty() ? Provided.NOT_GIVEN : given + " of " + members.size() + " given";
  }

  /** The requirement of which it is not known in which form it holds. */
  static Finding unsettled(Requirement term, UnsettledTerm open) {
    ImmutableList<MissingFact> missing = missing(open);
    return finding(
        term,
        Status.EVIDENCE_MISSING,
        new FindingText(term).words(Status.EVIDENCE_MISSING, Provided.NOT_GIVEN, missing),
        missing);
  }

  private static Finding finding(
      Requirement term, Status status, Finding.Words words, ImmutableList<MissingFact> missing) {
    return Finding.of(
        term.id(),
        term.aspect(),
        term.strength(),
        status,
        words,
        missing,
        term.citation(),
        term.provenance());
  }

  private static ImmutableList<MissingFact> missing(UnsettledTerm open) {
    return open.dependsOn().stream()
        .map(fact -> new MissingFact(fact.id(), "", fact.question(), fact.at()))
        .collect(ImmutableList.toImmutableList());
  }

  /** The entitlement evaluated. */
  static EntitlementFinding entitlement(Entitlement term, Evidence evidence) {
    Optional<Criterion> when = term.when();
    if (when.isEmpty()) {
      return entitlement(term, EntitlementStatus.FIRM, ImmutableList.of());
    }
    Outcome outcome = when.get().evaluate(evidence);
    return switch (outcome.truth()) {
      case TRUE -> entitlement(term, EntitlementStatus.FIRM, ImmutableList.of());
      case FALSE -> entitlement(term, EntitlementStatus.NOT_DUE, ImmutableList.of());
      case UNKNOWN -> entitlement(term, EntitlementStatus.CONDITIONAL, outcome.missing());
    };
  }

  /** The entitlement of which it is not known in which form it holds. */
  static EntitlementFinding unsettled(Entitlement term, UnsettledTerm open) {
    return entitlement(term, EntitlementStatus.CONDITIONAL, missing(open));
  }

  private static EntitlementFinding entitlement(
      Entitlement term, EntitlementStatus status, ImmutableList<MissingFact> waitsFor) {
    return new EntitlementFinding(
        term, status, waitsFor, () -> Sentences.of(term.says() + condition(status, waitsFor)));
  }

  private static String condition(EntitlementStatus status, List<MissingFact> waitsFor) {
    return switch (status) {
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
    };
  }
}
