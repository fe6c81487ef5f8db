package org.tfm.model.assessment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Value;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Sentences;

/** The texts of findings: pure functions of their parts, and the one place that makes them. */
public final class FindingText {

  private FindingText() {}

  /** What a finding demands, as strongly as its source puts it: one sentence. */
  public static String demand(Finding finding) {
    return Sentences.of(must(finding));
  }

  private static String must(Finding finding) {
    return finding.demand().says(finding.strength().mood(), false);
  }

  /** The finding: its demand, and what was read or what is asked. */
  static String sentence(Finding finding) {
    String read = "; read: " + finding.read();
    return Sentences.of(
        switch (finding.status()) {
          case MET -> finding.needed() + ": " + finding.read();
          case UNMET ->
              must(finding)
                  + read
                  + (finding.missing().isEmpty()
                      ? ""
                      : ". To be given: " + questions(finding.missing()));
          case REFERRED -> "the hub decides: " + must(finding) + read;
          case EVIDENCE_MISSING ->
              must(finding) + ". Still to be said: " + questions(finding.missing());
          case POLICY_SILENT -> must(finding) + "; ask the hub";
        });
  }

  private static String questions(List<MissingFact> missing) {
    return missing.stream()
        .map(fact -> fact.of().isEmpty() ? fact.question() : fact.of() + ": " + fact.question())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** Each value that was read once, named where there are many. */
  static String read(Finding finding) {
    List<Observation> observed = finding.observed();
    if (observed.isEmpty()) {
      return Observation.NOT_GIVEN;
    }
    if (asksOfEachWhetherGiven(finding.demand())) {
      long given = observed.stream().filter(one -> one.value().isPresent()).count();
      return given + " of " + observed.size() + " given";
    }
    Set<Observation> different = new LinkedHashSet<>(observed);
    different.removeIf(one -> isSaidTwice(one, observed));
    Observation first = different.iterator().next();
    if (different.size() == 1 && (first.of().isEmpty() || observed.size() == 1)) {
      String text = text(first, finding.demand());
      return first.of().isEmpty() ? text : first.of() + ": " + text;
    }
    return different.stream()
        .map(
            one ->
                (one.of().isEmpty() ? fact(one, finding.demand()).label() : one.of())
                    + ": "
                    + text(one, finding.demand()))
        .collect(Collectors.joining("; "));
  }

  /** Of such a list is read how many of it gave it. */
  static boolean asksOfEachWhetherGiven(Criterion demand) {
    return demand instanceof ForMembers each && each.criterion() instanceof Provided;
  }

  private static String text(Observation observation, Criterion demand) {
    return observation.text(fact(observation, demand));
  }

  private static Fact fact(Observation observation, Criterion demand) {
    return demand.facts().stream()
        .filter(fact -> fact.id().equals(observation.fact()))
        .findFirst()
        .orElseThrow();
  }

  /** That a fact is given goes without saying where its value is read too. */
  private static boolean isSaidTwice(Observation one, List<Observation> observed) {
    return isGiven(one)
        && observed.stream()
            .anyMatch(
                other ->
                    other.fact().equals(one.fact())
                        && other.of().equals(one.of())
                        && !isGiven(other));
  }

  private static boolean isGiven(Observation one) {
    return one.value().equals(Optional.of(new Value.Given()));
  }

  /** The entitlement, and what it waits for. */
  static String sentence(EntitlementFinding finding) {
    return Sentences.of(
        Entitlement.says(finding.charge(), finding.amount(), finding.unit(), finding.purpose())
            + switch (finding.status()) {
              case FIRM -> "";
              case CONDITIONAL ->
                  finding.waitsFor().isEmpty()
                      ? "; the hub confirms it"
                      : ", once this is answered: "
                          + finding.waitsFor().stream()
                              .map(MissingFact::question)
                              .distinct()
                              .collect(Collectors.joining(" "));
              case NOT_DUE -> ": not due";
            });
  }
}
