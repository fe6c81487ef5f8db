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
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Sentences;
import org.tfm.model.criterion.Value;

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
              : followed(unmet(demand, observed), "The hub decides.");
      case EVIDENCE_MISSING -> followed(demand.demanded(), questions(missing));
      case POLICY_SILENT -> followed(demand.demanded(), "Ask the hub.");
    };
  }

  /** Joins two texts; the second is on a new line after a list. */
  private static String followed(String text, String next) {
    boolean isAfterList = text.startsWith("•", text.lastIndexOf('\n') + 1);
    return text + (isAfterList ? "\n" : " ") + next;
  }

  private static String met(DemandText demand, List<Observation> observed) {
    List<String> clauses = clauses(demand, only(observed, true), Status.MET);
    return clauses.isEmpty()
        ? Sentences.of(demand.needed())
        : joined(clauses.get(0), clauses.subList(1, clauses.size()));
  }

  private static String unmet(DemandText demand, List<Observation> observed) {
    List<Observation> against = demand.asksOfEachWhetherGiven() ? only(observed, false) : observed;
    List<String> clauses = clauses(demand, against, Status.UNMET);
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
    return followed(Sentences.of(first), further.stream().map(Sentences::of).collect(joining(" ")));
  }

  /** Returns the questions without duplicates, grouped by the members that they are about. */
  private static String questions(List<MissingFact> missing) {
    if (missing.size() == 1) {
      MissingFact only = missing.get(0);
      return "Please answer" + whom(Set.of(only.of())) + ": " + only.question();
    }
    Map<String, Set<String>> about = new LinkedHashMap<>();
    for (MissingFact fact : missing) {
      about.computeIfAbsent(fact.question(), question -> new LinkedHashSet<>()).add(fact.of());
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
    List<String> all = List.copyOf(members);
    int last = all.size() - 1;
    return " for "
        + (last == 0 ? "" : String.join(", ", all.subList(0, last)) + " and ")
        + all.get(last);
  }

  /** Returns a statement for each observed value, combined for members with equal values. */
  private static List<String> clauses(
      DemandText demand, List<Observation> observed, Status status) {
    if (observed.size() == 1) {
      return List.of(clause(demand, observed.get(0), status) + bounds(demand, observed, status));
    }
    Map<String, List<Observation>> byFact = new LinkedHashMap<>();
    for (Observation one : different(observed)) {
      byFact.computeIfAbsent(one.fact(), fact -> new ArrayList<>()).add(one);
    }
    List<String> clauses = new ArrayList<>();
    for (List<Observation> values : byFact.values()) {
      boolean isOfAll = status == Status.MET && demand.isOfAll() && haveOneValue(values);
      for (Observation one : isOfAll ? List.of(ofEach(values.get(0))) : values) {
        clauses.add(clause(demand, one, status));
      }
      int last = clauses.size() - 1;
      clauses.set(last, clauses.get(last) + bounds(demand, values, status));
    }
    return clauses;
  }

  private static String clause(DemandText demand, Observation one, Status status) {
    Fact fact = demand.fact(one.fact());
    return status == Status.UNMET && demand.isOfOneFact() ? afterDemand(fact, one) : one.says(fact);
  }

  /** Returns the bounds that a number met, if they are not obvious. */
  private static String bounds(DemandText demand, List<Observation> values, Status status) {
    String bounds = status == Status.MET ? demand.bounds(values.get(0).fact()) : "";
    return bounds.isEmpty() ? "" : " (needed: " + bounds + ")";
  }

  private static boolean haveOneValue(List<Observation> values) {
    return values.size() > 1
        && values.stream().map(Observation::value).distinct().limit(2).count() == 1;
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
      return fact.inShort(subject, one.value().isPresent());
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
    if (demand.asksOfEachWhetherGiven()) {
      return only(observed, true).size() + " of " + observed.size() + " given";
    }
    if (observed.size() == 1) {
      Observation only = observed.get(0);
      return only.of().isEmpty() ? text(only, demand) : only.of() + ": " + text(only, demand);
    }
    Set<Observation> different = different(observed);
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

  /** Returns the observations without duplicates, and without those of a fact that is read too. */
  private static Set<Observation> different(List<Observation> observed) {
    Set<Observation> different = new LinkedHashSet<>(observed);
    different.removeIf(
        one -> !hasContent(one) && observed.stream().anyMatch(other -> isReadIn(one, other)));
    return different;
  }

  private static boolean isReadIn(Observation one, Observation other) {
    return other.fact().equals(one.fact()) && other.of().equals(one.of()) && hasContent(other);
  }

  /** Whether an observation has a value, as opposed to the statement that it is given. */
  private static boolean hasContent(Observation one) {
    return one.value().isPresent() && !(one.value().get() instanceof Value.Given);
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
