package org.tfm.model.assessment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Value;
import org.tfm.model.term.Sentences;

/** The texts of findings: pure functions of their parts, and the one place that makes them. */
final class FindingText {

  private FindingText() {}

  /** What is demanded, as strongly as the source puts it: one sentence. */
  static String demand(DemandText demand) {
    return Sentences.of(demand.must());
  }

  /** The finding: its demand, and what was read or what is asked. */
  static String sentence(DemandText demand, Status status, String read, List<MissingFact> missing) {
    return Sentences.of(
        switch (status) {
          case MET -> demand.needed() + ": " + read;
          case UNMET ->
              demand.must()
                  + "; read: "
                  + read
                  + (missing.isEmpty() ? "" : ". To be given: " + questions(missing));
          case REFERRED -> "the hub decides: " + demand.must() + "; read: " + read;
          case EVIDENCE_MISSING -> demand.must() + ". Still to be said: " + questions(missing);
          case POLICY_SILENT -> demand.must() + "; ask the hub";
        });
  }

  private static String questions(List<MissingFact> missing) {
    return missing.stream()
        .map(fact -> fact.of().isEmpty() ? fact.question() : fact.of() + ": " + fact.question())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** Each value that was read once, named where there are many. */
  static String read(DemandText demand, List<Observation> observed) {
    if (observed.isEmpty()) {
      return Observation.NOT_GIVEN;
    }
    if (Evaluation.asksOfEachWhetherGiven(demand.demand())) {
      long given = observed.stream().filter(one -> one.value().isPresent()).count();
      return given + " of " + observed.size() + " given";
    }
    if (observed.size() == 1) {
      Observation only = observed.get(0);
      return only.of().isEmpty() ? text(only, demand) : only.of() + ": " + text(only, demand);
    }
    Set<Observation> different = new LinkedHashSet<>(observed);
    different.removeIf(one -> isSaidTwice(one, observed));
    Observation first = different.iterator().next();
    if (different.size() == 1 && first.of().isEmpty()) {
      return text(first, demand);
    }
    return different.stream()
        .map(
            one ->
                (one.of().isEmpty() ? demand.fact(one.fact()).label() : one.of())
                    + ": "
                    + text(one, demand))
        .collect(Collectors.joining("; "));
  }

  private static String text(Observation observation, DemandText demand) {
    return observation.text(demand.fact(observation.fact()));
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

  /**
   * The entitlement, and what it waits for.
   *
   * @param entitled amount, unit and purpose in plain English
   */
  static String sentence(
      String entitled, Optional<EntitlementReason> reason, List<MissingFact> waitsFor) {
    return Sentences.of(entitled + reason.map(why -> because(why, waitsFor)).orElse(""));
  }

  private static String because(EntitlementReason reason, List<MissingFact> waitsFor) {
    return switch (reason) {
      case CONDITION_NOT_MET -> ": not due";
      case VERDICT_NO -> ": not due, because the answer is no";
      case VERDICT_NO_DESPITE_PLACE ->
          ": not due, because the answer is no; the hub has offered a place all the same";
      case CONDITION_OPEN ->
          waitsFor.isEmpty()
              ? "; the hub confirms it"
              : ", once this is answered: "
                  + waitsFor.stream()
                      .map(MissingFact::question)
                      .distinct()
                      .collect(Collectors.joining(" "));
      case VERDICT_OPEN -> ", if the school may take part";
      case HUB_DECIDES -> ", if the hub decides that the school may take part";
    };
  }
}
