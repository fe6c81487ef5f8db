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
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Value;
import org.tfm.model.criterion.Within;
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
              : followed(unmet(demand, observed), "The hub decides.");
      case EVIDENCE_MISSING -> followed(demand(demand), questions(missing));
      case POLICY_SILENT -> followed(demand(demand), "Ask the hub.");
    };
  }

  /** Joins two texts; the second is on a new line after a list. */
  private static String followed(String text, String next) {
    boolean isAfterList = text.startsWith("•", text.lastIndexOf('\n') + 1);
    return text + (isAfterList ? "\n" : " ") + next;
  }

  private static String met(DemandText demand, List<Observation> observed) {
    List<Observation> read = observed.stream().filter(FindingText::isRead).toList();
    List<String> clauses = clauses(demand, read, Status.MET);
    return clauses.isEmpty()
        ? Sentences.of(demand.needed())
        : joined(clauses.get(0), clauses.subList(1, clauses.size()));
  }

  private static boolean isRead(Observation observation) {
    return observation.value().isPresent();
  }

  /** Returns the bound that a number was compared with, if it is not obvious. */
  private static String needed(DemandText demand, Fact fact) {
    List<Within> bounds =
        demand
            .demand()
            .leaves()
            .filter(Within.class::isInstance)
            .map(Within.class::cast)
            .filter(bound -> bound.fact().equals(fact))
            .filter(bound -> !bound.least().equals(bound.most()))
            .toList();
    return bounds.size() == 1 ? " (needed: " + bounds.get(0).stated() + ")" : "";
  }

  private static String unmet(DemandText demand, List<Observation> observed) {
    List<Observation> against =
        Evaluation.asksOfEachWhetherGiven(demand.demand())
            ? observed.stream().filter(one -> !isRead(one)).toList()
            : observed;
    return joined(demand.must(), clauses(demand, against, Status.UNMET));
  }

  /** Joins clauses to one sentence, or to several if it would be too long. */
  private static String joined(String first, List<String> further) {
    String together = first + (further.isEmpty() ? "" : "; ") + String.join("; ", further);
    if (further.isEmpty() || (together.split(" ").length <= MOST_WORDS && !first.contains("\n"))) {
      return Sentences.of(together);
    }
    return followed(Sentences.of(first), further.stream().map(Sentences::of).collect(joining(" ")));
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
                    whom.contains("") ? "" : " for " + list(whom), who -> new LinkedHashSet<>())
                .add(question));
    return questions.entrySet().stream()
        .map(one -> "Please answer" + one.getKey() + ": " + String.join(" ", one.getValue()))
        .collect(joining(" "));
  }

  private static String list(Set<String> items) {
    List<String> all = List.copyOf(items);
    int last = all.size() - 1;
    return last == 0
        ? all.get(0)
        : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
  }

  /** Returns a statement for each observed value, combined for members with equal values. */
  private static List<String> clauses(
      DemandText demand, List<Observation> observed, Status status) {
    boolean isOnly = status == Status.UNMET && isOfOneFact(demand.demand());
    boolean isOfAll = status == Status.MET && isOfAll(demand.demand());
    Map<String, List<Observation>> byFact = new LinkedHashMap<>();
    for (Observation one : new LinkedHashSet<>(observed)) {
      if (!isSaidTwice(one, observed)) {
        byFact.computeIfAbsent(one.fact(), fact -> new ArrayList<>()).add(one);
      }
    }
    List<String> clauses = new ArrayList<>();
    for (List<Observation> values : byFact.values()) {
      Fact fact = demand.fact(values.get(0).fact());
      if (isOfAll
          && values.size() > 1
          && values.stream().map(Observation::value).distinct().count() == 1) {
        clauses.add(ofEach(values.get(0)).says(fact));
      } else {
        values.forEach(one -> clauses.add(isOnly ? afterDemand(fact, one) : one.says(fact)));
      }
      if (status == Status.MET) {
        clauses.set(clauses.size() - 1, clauses.get(clauses.size() - 1) + needed(demand, fact));
      }
    }
    return clauses;
  }

  private static boolean isOfOneFact(Criterion demand) {
    return demand.facts().size() == 1;
  }

  /** Whether the demand is about every member of a list. */
  private static boolean isOfAll(Criterion demand) {
    return demand instanceof ForMembers each && each.every();
  }

  /** Returns the observation for all members instead of one: each lead participant. */
  private static Observation ofEach(Observation one) {
    return new Observation(
        one.fact(), "each " + one.of().replaceFirst(" [0-9]+$", ""), one.value());
  }

  /** Returns the statement of a value after a demand about the same fact. */
  private static String afterDemand(Fact fact, Observation one) {
    String subject = one.of().isEmpty() ? fact.pronoun() : fact.subjectFor(one.of());
    if (fact.kind() == FactKind.TEXT) {
      return fact.inShort(subject, isRead(one));
    }
    if (one.value().isPresent() && one.value().get() instanceof Value.YesNo answer) {
      return fact.inShort(subject, answer.yes())
          + (answer.why().isEmpty() ? "" : " (" + answer.why() + ")");
    }
    return one.says(fact, subject);
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
        .collect(joining("; "));
  }

  private static String text(Observation observation, DemandText demand) {
    return observation.text(demand.fact(observation.fact()));
  }

  /** Whether an observation is redundant, because the value of the fact is observed too. */
  private static boolean isSaidTwice(Observation one, List<Observation> observed) {
    return one.value().filter(value -> !(value instanceof Value.Given)).isEmpty()
        && observed.stream()
            .anyMatch(
                other ->
                    other.fact().equals(one.fact())
                        && other.of().equals(one.of())
                        && other.value().filter(v -> !(v instanceof Value.Given)).isPresent());
  }

  /** Returns the entitlement as a sentence, with its conditions. */
  static String sentence(
      String entitled,
      String afterwards,
      Optional<EntitlementReason> reason,
      Optional<Criterion> when,
      ImmutableList<MissingFact> waitsFor) {
    String condition = when.map(Criterion::says).orElse("");
    String text =
        reason
            .map(why -> entitled + depending(why, condition, waitsFor))
            .orElseGet(() -> entitled + (condition.isEmpty() ? "" : ", because " + condition));
    return Sentences.of(text) + afterwards;
  }

  private static String depending(
      EntitlementReason reason, String condition, ImmutableList<MissingFact> waitsFor) {
    return switch (reason) {
      case CONDITION_NOT_MET -> ": not due. It is due only if " + condition;
      case VERDICT_NO -> ": not due, because the school cannot take part";
      case VERDICT_NO_DESPITE_PLACE ->
          ": not due, because the school cannot take part, although the hub has offered a place";
      case CONDITION_OPEN ->
          condition.isEmpty()
              ? waitsFor.isEmpty() ? ". The hub confirms it" : ". " + questions(waitsFor)
              : " if " + condition;
      case VERDICT_OPEN -> " if the school can take part";
      case HUB_DECIDES -> " if the hub decides that the school can take part";
    };
  }
}
