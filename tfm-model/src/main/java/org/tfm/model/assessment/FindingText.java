package org.tfm.model.assessment;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Sentences;
import org.tfm.model.document.Facts;

/** Generates the texts of findings from their parts. */
final class FindingText {

  private FindingText() {}

  /** Returns the finding as text: the demand, with the observed values or the questions. */
  static String sentence(
      DemandText demand, Status status, List<Observation> observed, List<MissingFact> missing) {
    return switch (status) {
      case MET -> met(demand, observed);
      case UNMET -> unmet(demand, observed);
      case REFERRED ->
          demand.isLeftToHub()
              ? demand.demanded()
              : Sentences.followed(unmet(demand, observed), "The hub decides.");
      case EVIDENCE_MISSING -> Sentences.followed(demand.demanded(), questions(missing));
      case POLICY_SILENT -> Sentences.followed(demand.demanded(), "Ask the hub.");
    };
  }

  /** Returns a finding that the hub decides about, for a list under a heading that says so. */
  static String openPoint(
      DemandText demand, Status status, List<Observation> observed, List<MissingFact> missing) {
    return switch (status) {
      case REFERRED ->
          demand.leftToHubBecause().map(Sentences::of).orElseGet(() -> unmet(demand, observed));
      case POLICY_SILENT -> demand.demanded();
      default -> sentence(demand, status, observed, missing);
    };
  }

  private static String met(DemandText demand, List<Observation> observed) {
    List<String> clauses = ObservedText.clauses(demand, only(observed, true), Status.MET);
    if (clauses.isEmpty() && !observed.isEmpty() && !demand.notApplying().isEmpty()) {
      return Sentences.of(demand.notApplying());
    }
    if (clauses.isEmpty() || demand.isOfCount()) {
      return joined(demand.needed(), clauses);
    }
    return joined(clauses.get(0), clauses.subList(1, clauses.size()));
  }

  private static String unmet(DemandText demand, List<Observation> observed) {
    List<Observation> against = demand.asksOfEachWhetherGiven() ? only(observed, false) : observed;
    List<String> clauses = ObservedText.clauses(demand, against, Status.UNMET);
    return clauses.isEmpty() ? demand.demanded() : joined(demand.must(), clauses);
  }

  /** Returns the observations with, or those without, a value. */
  private static List<Observation> only(List<Observation> observed, boolean isRead) {
    List<Observation> some = new ArrayList<>(observed.size());
    for (Observation one : observed) {
      if (one.value().isPresent() == isRead) {
        some.add(one);
      }
    }
    return some;
  }

  /** Joins clauses to one sentence, or to several if it would be too long. */
  private static String joined(String first, List<String> further) {
    if (further.isEmpty()) {
      return Sentences.of(first);
    }
    String together = first + "; " + String.join("; ", further);
    if (!Sentences.isLonger(together, Sentences.MOST_WORDS) && !first.contains("\n")) {
      return Sentences.of(together);
    }
    return Sentences.followed(
        Sentences.of(first), further.stream().map(Sentences::of).collect(joining(" ")));
  }

  /** Returns the questions without duplicates, grouped by the members that they are about. */
  private static String questions(List<MissingFact> missing) {
    if (missing.size() == 1) {
      MissingFact only = missing.get(0);
      return "Please answer" + whom(Set.of(only.of())) + ": " + only.question();
    }
    // One question about the hubs of the school settles all questions about a single hub.
    boolean isOfHubs =
        missing.stream().filter(fact -> fact.at().equals(Facts.SERVING_HUBS.at())).count() > 1;
    Map<String, Set<String>> about = new LinkedHashMap<>();
    for (MissingFact fact : missing) {
      String asked =
          isOfHubs && fact.at().equals(Facts.SERVING_HUBS.at())
              ? Facts.SERVING_HUBS.question()
              : fact.question();
      about.computeIfAbsent(asked, question -> new LinkedHashSet<>()).add(fact.of());
    }
    Map<String, Set<String>> questions = new LinkedHashMap<>();
    about.forEach(
        (question, whom) ->
            questions.computeIfAbsent(whom(whom), who -> new LinkedHashSet<>()).add(question));
    return questions.entrySet().stream()
        .map(one -> "Please answer" + one.getKey() + ": " + String.join(" ", one.getValue()))
        .collect(joining(" "));
  }

  private static String whom(Set<String> members) {
    if (members.contains("")) {
      return "";
    }
    return " for " + Members.list(members);
  }

  /** Returns the observed values in short form, without duplicates. */
  static String read(DemandText demand, List<Observation> observed) {
    if (observed.isEmpty()) {
      return Observation.NOT_GIVEN;
    }
    if (demand.asksOfEachWhetherGiven()) {
      return only(observed, true).size() + " of " + observed.size() + " given";
    }
    if (observed.size() == 1) {
      Observation only = observed.get(0);
      return only.of().isEmpty() ? text(only, demand) : only.of() + ": " + text(only, demand);
    }
    Set<Observation> different = ObservedText.different(observed);
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

  /** Returns the entitlement or priority as a sentence, with its conditions. */
  static String sentence(
      EntitledText entitled,
      EntitlementStatus status,
      Optional<EntitlementReason> reason,
      Optional<Criterion> when,
      ImmutableList<MissingFact> waitsFor) {
    String condition = when.map(Criterion::condition).orElse("");
    String text =
        reason
            .map(why -> depending(entitled, why, condition, waitsFor))
            .orElseGet(() -> entitled.joined(condition.isEmpty() ? "" : "because " + condition));
    return Sentences.of(text) + (status == EntitlementStatus.NOT_DUE ? "" : entitled.afterwards());
  }

  /** Returns the order in which schools go, with the place of the school in it. */
  static String inOrder(
      String clause,
      Fact fact,
      Optional<EntitlementReason> reason,
      Optional<Observation> observed,
      ImmutableList<MissingFact> waitsFor) {
    String order = Sentences.of(clause);
    if (!waitsFor.isEmpty()) {
      return Sentences.followed(order, questions(waitsFor));
    }
    if (reason.isPresent()
        && (reason.get() == EntitlementReason.VERDICT_NO
            || reason.get() == EntitlementReason.VERDICT_NO_DESPITE_PLACE)) {
      return Sentences.followed(
          order, "The school has no place in it, because the school cannot take part.");
    }
    return Sentences.followed(
        order,
        observed
            .map(one -> Sentences.of(one.says(fact)))
            .orElseGet(
                () -> "The school has no place in it, because " + fact.label() + " is not given."));
  }

  private static String depending(
      EntitledText entitled,
      EntitlementReason reason,
      String condition,
      ImmutableList<MissingFact> waitsFor) {
    String decided = entitled.decided();
    String and = decided.isEmpty() ? "" : " and " + decided;
    return switch (reason) {
      case CONDITION_NOT_MET -> entitled.onlyIf(condition);
      case VERDICT_NO -> entitled.not() + ", because the school cannot take part";
      case VERDICT_NO_DESPITE_PLACE ->
          entitled.not() + ". The hub has offered a place, but the school cannot take part";
      case CONDITION_OPEN ->
          condition.isEmpty()
              ? entitled.says()
                  + (waitsFor.isEmpty() ? ". The hub confirms it" : ". " + questions(waitsFor))
              : entitled.joined("if " + condition + and);
      case VERDICT_OPEN -> entitled.joined("if the school can take part" + and);
      case HUB_DECIDES -> entitled.joined("if the hub decides that the school can take part" + and);
      case HUB_MAY_PAY ->
          entitled.joined("if " + (condition.isEmpty() ? "" : condition + " and ") + decided);
    };
  }
}
