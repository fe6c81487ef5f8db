package org.tfm.model.advice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tfm.model.assessment.Evaluation;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Prospect;
import org.tfm.model.criterion.Value;
import org.tfm.model.document.EditedDocument;
import org.tfm.model.document.FactLocation;
import org.tfm.model.document.Facts;
import org.tfm.model.term.Requirement;

/**
 * The search for the values of one document with which every requirement is fulfilled, as few of
 * them other than the present ones as it takes.
 */
final class ValueSearch {

  private static final int MOST_PARTIAL = 500;
  private static final int MOST_TRIES = 3_000;

  private static final Comparator<Optional<BigDecimal>> BY_AMOUNT =
      Comparator.comparing(amount -> amount.orElse(BigDecimal.ZERO));

  /**
   * Another value at a location.
   *
   * @param terms the requirements that need it, by id
   */
  record Put(FactLocation location, Value value, ImmutableSet<String> terms) {}

  /** The value that does at a location; absent where the present one does. */
  private record Choice(Optional<Value> value) {
    static final Choice NONE = new Choice(Optional.empty());

    Optional<BigDecimal> amount() {
      return CandidateValues.amount(value);
    }
  }

  /** The goals so far at each location, and the choice that fulfils them. */
  private record Partial(
      ImmutableMap<FactLocation, ImmutableSet<LeafGoal>> goals,
      ImmutableMap<FactLocation, Choice> choices) {
    static final Partial NONE = new Partial(ImmutableMap.of(), ImmutableMap.of());

    /** The same with more goals, and another choice, at one location. */
    Partial with(FactLocation location, Set<LeafGoal> more, Choice choice) {
      Map<FactLocation, ImmutableSet<LeafGoal>> allGoals = new LinkedHashMap<>(goals);
      allGoals.merge(
          location, ImmutableSet.copyOf(more), (a, b) -> Sets.union(a, b).immutableCopy());
      Map<FactLocation, Choice> allChoices = new LinkedHashMap<>(choices);
      allChoices.put(location, choice);
      return new Partial(ImmutableMap.copyOf(allGoals), ImmutableMap.copyOf(allChoices));
    }

    Choice choice(FactLocation location) {
      return choices.getOrDefault(location, Choice.NONE);
    }

    int cost() {
      return (int) choices.values().stream().filter(one -> one.value().isPresent()).count();
    }
  }

  private final EditedDocument tried;
  private final ImmutableList<Requirement> all;
  private final boolean spread;
  private final ImmutableList<Requirement> goals;
  private final Map<Map.Entry<FactLocation, ImmutableSet<LeafGoal>>, Optional<Choice>> chosen =
      new HashMap<>();
  private int tries;

  /**
   * What to search.
   *
   * @param tried the document
   * @param all the requirements
   * @param spread whether the days of each person count beside those of all together
   */
  ValueSearch(EditedDocument tried, List<Requirement> all, boolean spread) {
    this.tried = tried;
    this.all = ImmutableList.copyOf(all);
    this.spread = spread;
    this.goals = touched();
  }

  /** Those that do not pass, and those that ask about a location that a change may touch. */
  private ImmutableList<Requirement> touched() {
    Set<Requirement> touched = new LinkedHashSet<>();
    Set<FactLocation> locations = new LinkedHashSet<>();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Requirement term : all) {
        Set<FactLocation> own = locations(term);
        if (!touched.contains(term)
            && (!passes(term, tried.evidence()) || !Sets.intersection(own, locations).isEmpty())) {
          touched.add(term);
          locations.addAll(own);
          grown = true;
        }
      }
    }
    return all.stream().filter(touched::contains).collect(ImmutableList.toImmutableList());
  }

  private Set<FactLocation> locations(Requirement term) {
    Set<FactLocation> locations =
        LeafGoal.locations(term.criterion(), tried)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (spread && term.criterion().facts().contains(Facts.COMBINED_RELEASE)) {
      tried
          .evidence()
          .members(Members.LEAD_PARTICIPANTS)
          .forEach(one -> locations.add(tried.location(one.describes(), Facts.RELEASE_DAYS)));
    }
    return locations;
  }

  /** Whether the requirement does not stand in the way of yes. */
  static boolean passes(Requirement term, Evidence evidence) {
    return Evaluation.prospect(term, evidence) == Prospect.TRUE;
  }

  private List<Requirement> open(EditedDocument document) {
    Evidence evidence = document.evidence();
    return all.stream().filter(term -> !passes(term, evidence)).toList();
  }

  /** Ways, among them those with the fewest values; the values in the order they are to be said. */
  List<ImmutableList<Put>> ways() {
    List<Partial> partials = List.of(Partial.NONE);
    for (Requirement goal : goals) {
      List<ImmutableSet<LeafGoal>> ways =
          new ArrayList<>(LeafGoal.ways(goal.criterion(), true, tried, "", spread));
      if (spread && goal.criterion().facts().contains(Facts.COMBINED_RELEASE)) {
        // What each person needs may do for all together, or nearly.
        ways.add(ImmutableSet.of());
      }
      partials =
          partials.stream()
              .flatMap(partial -> ways.stream().flatMap(way -> with(partial, way).stream()))
              .distinct()
              .sorted(Comparator.comparingInt(Partial::cost))
              .limit(MOST_PARTIAL)
              .toList();
    }
    List<ImmutableList<Put>> found = new ArrayList<>();
    int best = Integer.MAX_VALUE;
    for (Partial partial : partials) {
      for (Partial whole : partial.cost() <= best ? evened(partial) : List.<Partial>of()) {
        best = Math.min(best, whole.cost());
        found.add(puts(whole));
      }
    }
    return found;
  }

  /**
   * The same where it works. Where values that suit each term do not suit all together, such as
   * days of each and of all, or teachers and those of them who use mastery: with another value of
   * what is still open, or with as much, or as little, of one after another as it takes.
   */
  private List<Partial> evened(Partial partial) {
    Optional<EditedDocument> made = made(partial);
    if (made.isEmpty()) {
      return List.of();
    }
    List<Requirement> open = open(made.get());
    if (open.isEmpty()) {
      return List.of(partial);
    }
    List<FactLocation> locations =
        open.stream().flatMap(term -> locations(term).stream()).distinct().toList();
    return Stream.concat(
            locations.stream().flatMap(location -> step(partial, location).found().stream()),
            Stream.of(BY_AMOUNT, BY_AMOUNT.reversed())
                .flatMap(least -> oneAfterAnother(partial, locations, least).stream()))
        .toList();
  }

  /**
   * First what is changed anyway, then what is farthest from where it goes. What is worked out
   * comes last: kept at the sum of some of the values, it would undo what the others still give.
   */
  private Optional<Partial> oneAfterAnother(
      Partial partial, List<FactLocation> locations, Comparator<Optional<BigDecimal>> least) {
    Partial reached = partial;
    for (FactLocation location :
        locations.stream()
            .sorted(
                Comparator.comparing((FactLocation one) -> isWorkedOut(one.fact()))
                    .thenComparing(one -> partial.choice(one).value().isEmpty())
                    .thenComparing(one -> CandidateValues.amount(present(one)), least.reversed()))
            .toList()) {
      Step step = step(reached, location);
      if (step.found().isPresent()) {
        return step.found();
      }
      reached =
          Stream.concat(Stream.of(reached), step.nearer().stream())
              .min(Comparator.comparing(one -> amount(one, location), least))
              .orElseThrow();
    }
    return Optional.empty();
  }

  /**
   * Another value at one location.
   *
   * @param found with the nearest value that does, if one does
   * @param nearer with each of those that make nothing worse
   */
  private record Step(Optional<Partial> found, List<Partial> nearer) {}

  private Step step(Partial partial, FactLocation location) {
    EditedDocument made = made(partial).orElse(tried);
    List<Requirement> open = open(made);
    List<Partial> nearer = new ArrayList<>();
    for (Value value : CandidateValues.of(location, goals(location, all), made)) {
      Partial other = partial.with(location, goals(location, open), choice(location, value));
      if (tries++ < MOST_TRIES && !other.choices().equals(partial.choices())) {
        Optional<EditedDocument> next = made(other);
        List<Requirement> left = next.map(this::open).orElse(open);
        if (left.isEmpty()) {
          return new Step(Optional.of(other), List.of());
        }
        if (next.isPresent() && open.containsAll(left)) {
          nearer.add(other);
        }
      }
    }
    return new Step(Optional.empty(), nearer);
  }

  private ImmutableSet<LeafGoal> goals(FactLocation location, List<Requirement> terms) {
    return terms.stream()
        .flatMap(term -> LeafGoal.at(location, term.criterion(), tried))
        .collect(ImmutableSet.toImmutableSet());
  }

  private Optional<Value> present(FactLocation location) {
    return tried.evidence(location.of()).flatMap(one -> one.find(location.fact()));
  }

  private Optional<BigDecimal> amount(Partial partial, FactLocation location) {
    Choice choice = partial.choice(location);
    return choice.value().isPresent() ? choice.amount() : CandidateValues.amount(present(location));
  }

  /** None where the value is the present one. */
  private Choice choice(FactLocation location, Value value) {
    String now = present(location).map(present -> present.text(location.fact())).orElse("");
    return new Choice(Optional.of(value).filter(other -> !other.text(location.fact()).equals(now)));
  }

  private Optional<Partial> with(Partial partial, ImmutableSet<LeafGoal> way) {
    Partial longer = partial;
    for (FactLocation location :
        way.stream().map(LeafGoal::location).collect(ImmutableSet.toImmutableSet())) {
      ImmutableSet<LeafGoal> both =
          Stream.concat(
                  partial.goals().getOrDefault(location, ImmutableSet.of()).stream(),
                  way.stream().filter(goal -> goal.location().equals(location)))
              .collect(ImmutableSet.toImmutableSet());
      Optional<Choice> choice =
          chosen.computeIfAbsent(Map.entry(location, both), any -> choose(location, both));
      if (choice.isEmpty()) {
        return Optional.empty();
      }
      longer = longer.with(location, both, choice.get());
    }
    return Optional.of(longer);
  }

  /** The value that does: none is needed where the present one does; empty if none does. */
  private Optional<Choice> choose(FactLocation location, ImmutableSet<LeafGoal> goals) {
    if (goals.stream().allMatch(goal -> goal.holds(tried))) {
      return Optional.of(Choice.NONE);
    }
    return CandidateValues.of(location, goals, tried).stream()
        .filter(
            value ->
                tried
                    .with(location, value)
                    .filter(document -> goals.stream().allMatch(goal -> goal.holds(document)))
                    .isPresent())
        .findFirst()
        .map(value -> new Choice(Optional.of(value)));
  }

  private Optional<EditedDocument> made(Partial partial) {
    if (says(partial, Facts.COMBINED_RELEASE) && says(partial, Facts.RELEASE_DAYS)) {
      // The sum follows from the days of each; beside them it would say them twice.
      return Optional.empty();
    }
    Optional<EditedDocument> changed = Optional.of(tried);
    for (Map.Entry<FactLocation, Choice> entry : inOrder(partial)) {
      Value value = entry.getValue().value().orElseThrow();
      changed = changed.flatMap(document -> document.with(entry.getKey(), value));
    }
    return changed;
  }

  private static boolean says(Partial partial, Fact fact) {
    return partial.choices().entrySet().stream()
        .anyMatch(
            entry -> entry.getKey().fact().equals(fact) && entry.getValue().value().isPresent());
  }

  /** What is worked out from other values is put last, so that it is the sum of what is there. */
  private List<Map.Entry<FactLocation, Choice>> inOrder(Partial partial) {
    return partial.choices().entrySet().stream()
        .filter(entry -> entry.getValue().value().isPresent())
        .sorted(Comparator.comparing(entry -> isWorkedOut(entry.getKey().fact())))
        .toList();
  }

  private static boolean isWorkedOut(Fact fact) {
    return fact.equals(Facts.COMBINED_RELEASE) || fact.equals(Facts.FIRST_SESSION_AT_LEADS_SCHOOL);
  }

  private ImmutableList<Put> puts(Partial partial) {
    return inOrder(partial).stream()
        .map(
            entry ->
                new Put(
                    entry.getKey(),
                    entry.getValue().value().orElseThrow(),
                    terms(partial.goals().getOrDefault(entry.getKey(), ImmutableSet.of()))))
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableSet<String> terms(ImmutableSet<LeafGoal> goals) {
    ImmutableSet<LeafGoal> failing =
        goals.stream().filter(goal -> !goal.holds(tried)).collect(ImmutableSet.toImmutableSet());
    // What holds now can fail by another change of the same way.
    ImmutableSet<LeafGoal> needing = failing.isEmpty() ? goals : failing;
    return all.stream()
        .filter(term -> needs(term, needing))
        .map(Requirement::id)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static boolean needs(Requirement term, Set<LeafGoal> goals) {
    Set<Criterion> leaves = term.criterion().leaves().collect(Collectors.toSet());
    return goals.stream().map(LeafGoal::leaf).anyMatch(leaves::contains);
  }
}
