package org.tfm.model.assessment;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Observation;
import org.tfm.model.term.Sentences;

/** Generates the texts of findings from their parts. */
final class FindingText {

  /** The maximum number of words in a sentence. */
  private static final int MOST_WORDS = 25;

  private FindingText() {}

  /** Returns the demand as a sentence, with the strength of the source. */
  static String demand(DemandText demand) {
    return Sentences.of(demand.must());
  }

  /** Returns the finding as text: the demand, with the observed values or the questions. */
  static String sentence(
      DemandText demand, Status status, List<Observation> observed, List<MissingFact> missing) {
    return switch (status) {
      case MET -> met(demand, observed);
      case UNMET -> unmet(demand, observed);
      case REFERRED ->
          demand.demand() instanceof HubDecides
              ? demand(demand)
              : Sentences.followed(unmet(demand, observed), "The hub decides.");
      case EVIDENCE_MISSING -> Sentences.followed(demand(demand), questions(missing));
      case POLICY_SILENT -> Sentences.followed(demand(demand), "Ask the hub.");
    };
  }

  /** Returns a finding that the hub decides about, for a list under a heading that says so. */
  static String openPoint(
      DemandText demand, Status status, List<Observation> observed, List<MissingFact> missing) {
    return switch (status) {
      case REFERRED ->
          demand.demand() instanceof HubDecides hub && hub.why().isPresent()
              ? Sentences.of(hub.why().get())
              : unmet(demand, observed);
      case POLICY_SILENT -> demand(demand);
      default -> sentence(demand, status, observed, missing);
    };
  }

  private static String met(DemandText demand, List<Observation> observed) {
    List<Observation> read = observed.stream().filter(FindingText::isRead).toList();
    List<String> clauses = ObservedText.clauses(demand, read, Status.MET);
    return clauses.isEmpty()
        ? Sentences.of(demand.needed())
        : joined(clauses.get(0), clauses.subList(1, clauses.size()));
  }

  private static boolean isRead(Observation observation) {
    return observation.value().isPresent();
  }

  private static String unmet(DemandText demand, List<Observation> observed) {
    List<Observation> against =
        Evaluation.asksOfEachWhetherGiven(demand.demand())
            ? observed.stream().filter(one -> !isRead(one)).toList()
            : observed;
    return joined(demand.must(), ObservedText.clauses(demand, against, Status.UNMET));
  }

  /** Joins clauses to one sentence, or to several if it would be too long. */
  private static String joined(String first, List<String> further) {
    String together = first + (further.isEmpty() ? "" : "; ") + String.join("; ", further);
    if (further.isEmpty() || (together.split(" ").length <= MOST_WORDS && !first.contains("\n"))) {
      return Sentences.of(together);
    }
    return Sentences.followed(
        Sentences.of(first), further.stream().map(Sentences::of).collect(joining(" ")));
  }

  /** Returns the questions without duplicates, grouped by the members that they are about. */
  private static String questions(List<MissingFact> missing) {
    Map<String, Set<String>> about = new LinkedHashMap<>();
    for (MissingFact fact : missing) {
      about.computeIfAbsent(fact.question(), question -> new LinkedHashSet<>()).add(fact.of());
    }
    Map<String, Set<String>> questions = new LinkedHashMap<>();
    about.forEach(
        (question, whom) ->
            questions
                .computeIfAbsent(
                    whom.contains("") ? "" : " for " + Members.list(whom),
                    who -> new LinkedHashSet<>())
                .add(question));
    return questions.entrySet().stream()
        .map(one -> "Please answer" + one.getKey() + ": " + String.join(" ", one.getValue()))
        .collect(joining(" "));
  }

  /** Returns the observed values in short form, without duplicates. */
  static String read(DemandText demand, List<Observation> observed) {
    if (observed.isEmpty()) {
      return Observation.NOT_GIVEN;
    }
    if (Evaluation.asksOfEachWhetherGiven(demand.demand())) {
      long given = observed.stream().filter(FindingText::isRead).count();
      return given + " of " + observed.size() + " given";
    }
    if (observed.size() == 1) {
      Observation only = observed.get(0);
      return only.of().isEmpty() ? text(only, demand) : only.of() + ": " + text(only, demand);
    }
    Set<Observation> different = new LinkedHashSet<>(observed);
    different.removeIf(one -> ObservedText.isSaidTwice(one, observed));
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
        .collect(joining("; "));
  }

  private static String text(Observation observation, DemandText demand) {
    return observation.text(demand.fact(observation.fact()));
  }

  /** Returns the entitlement as a sentence, with its conditions. */
  static String sentence(
      String entitled,
      String afterwards,
      Optional<EntitlementReason> reason,
      boolean isFree,
      Optional<Criterion> when,
      ImmutableList<MissingFact> waitsFor) {
    String condition = when.map(Criterion::says).orElse("");
    String text =
        reason
            .map(why -> entitled + depending(why, isFree, condition, waitsFor))
            .orElseGet(() -> entitled + (condition.isEmpty() ? "" : ", because " + condition));
    return Sentences.of(text) + afterwards;
  }

  private static String depending(
      EntitlementReason reason,
      boolean isFree,
      String condition,
      ImmutableList<MissingFact> waitsFor) {
    String notDue = isFree ? ": this does not apply" : ": not due";
    return switch (reason) {
      case CONDITION_NOT_MET ->
          notDue + (isFree ? ". It applies only if " : ". It is due only if ") + condition;
      case VERDICT_NO -> notDue + ", because the school cannot take part";
      case VERDICT_NO_DESPITE_PLACE ->
          notDue + ". The hub has offered a place, but the school cannot take part";
      case CONDITION_OPEN ->
          condition.isEmpty()
              ? waitsFor.isEmpty() ? ". The hub confirms it" : ". " + questions(waitsFor)
              : " if " + condition;
      case VERDICT_OPEN -> " if the school can take part";
      case HUB_DECIDES -> " if the hub decides that the school can take part";
    };
  }
}
