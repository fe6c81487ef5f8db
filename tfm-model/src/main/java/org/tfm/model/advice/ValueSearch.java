package org.tfm.model.advice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tfm.model.assessment.Evaluation;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Prospect;
import org.tfm.model.criterion.Value;
import org.tfm.model.document.EditedDocument;
import org.tfm.model.document.FactLocation;
import org.tfm.model.document.Facts;
import org.tfm.model.document.Total;
import org.tfm.model.problem.Budget;
import org.tfm.model.term.Requirement;

/** Searches for the fewest changes of values with which a document meets every requirement. */
final class ValueSearch {

  private static final int MOST_PARTIAL = 500;
  private static final int MOST_TRIES = 3_000;

  /** The most states of groups that share no location: enough for the ways that are shown. */
  private static final int MOST_TOGETHER = 50;

  private static final int MOST_FOUND = 100;

  private static final Comparator<Optional<BigDecimal>> BY_AMOUNT =
      Comparator.comparing(amount -> amount.orElse(BigDecimal.ZERO));

  /**
   * A new value at a location.
   *
   * @param terms the ids of the requirements that need it
   */
  record Put(FactLocation location, Value value, ImmutableSet<String> terms) {}

  private final EditedDocument tried;
  private final ImmutableList<Requirement> all;
  private final boolean spread;
  private final ImmutableList<Requirement> goals;
  private final Map<
          Map.Entry<FactLocation, ImmutableSet<LeafGoal>>, Optional<PartialChanges.Choice>>
      chosen = new HashMap<>();
  private final IdentityHashMap<Requirement, Set<Criterion>> leaves = new IdentityHashMap<>();
  private final Budget budget;
  private int tries;
  private int leastLeftOut = Integer.MAX_VALUE;

  /**
   * Creates a search.
   *
   * @param tried the document
   * @param all the requirements
   * @param spread whether goals on a total can also be goals on one member's part of it
   * @param budget the limit of values and sets of values that are tried
   */
  ValueSearch(EditedDocument tried, List<Requirement> all, boolean spread, Budget budget) {
    this.tried = tried;
    this.budget = budget;
    this.all = ImmutableList.copyOf(all);
    this.spread = spread;
    this.goals = touched();
  }

  /** Returns the requirements that do not pass, and those about locations that may change. */
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
    return locations(whole(term)).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Stream<FactLocation> locations(LeafGoal.Part part) {
    Stream<FactLocation> locations = part.locations(tried);
    return spread
        ? Stream.concat(locations, Total.in(part.criterion()).flatMap(this::parts))
        : locations;
  }

  /** The location of each number that makes a total. */
  private Stream<FactLocation> parts(Total total) {
    return tried.evidence().members(total.members()).stream()
        .map(one -> tried.location(one.describes(), total.part()));
  }

  /** Whether the requirement allows the verdict yes. */
  static boolean passes(Requirement term, Evidence evidence) {
    return Evaluation.prospect(term, evidence) == Prospect.TRUE;
  }

  private List<Requirement> open(EditedDocument document) {
    Evidence evidence = document.evidence();
    return all.stream().filter(term -> !passes(term, evidence)).toList();
  }

  /** Returns sets of new values, including the smallest; the values are in display order. */
  List<ImmutableList<Put>> ways() {
    List<ImmutableList<Put>> found = new ArrayList<>();
    int best = Integer.MAX_VALUE;
    for (PartialChanges partial : partials()) {
      if (found.size() >= MOST_FOUND) {
        leaveOut(partial);
        break;
      }
      for (PartialChanges whole :
          partial.cost() <= best ? evened(partial) : List.<PartialChanges>of()) {
        best = Math.min(best, whole.cost());
        found.add(puts(whole));
      }
    }
    return found;
  }

  /**
   * The fewest changes of a state that was left out because there are too many; the highest integer
   * if none was. Fewer changes than these were all tried.
   */
  int leastLeftOut() {
    return leastLeftOut;
  }

  private void leaveOut(PartialChanges partial) {
    leastLeftOut = Math.min(leastLeftOut, partial.cost());
  }

  /** Returns the states with the fewest changes in which each goal is met alone. */
  private List<PartialChanges> partials() {
    double ways = 1;
    for (Requirement goal : goals) {
      ways *= LeafGoal.count(goal.criterion(), tried, spread);
    }
    if (ways > MOST_PARTIAL) {
      return together(apart().stream().map(this::partials).toList());
    }
    List<PartialChanges> partials = List.of(PartialChanges.NONE);
    for (Requirement goal : goals) {
      partials = cheapest(partials, ways(whole(goal), goal));
    }
    return partials;
  }

  private static LeafGoal.Part whole(Requirement goal) {
    return new LeafGoal.Part(goal.criterion(), true, "");
  }

  private List<ImmutableSet<LeafGoal>> ways(LeafGoal.Part part, Requirement goal) {
    List<ImmutableSet<LeafGoal>> ways = new ArrayList<>(part.ways(tried, spread, budget));
    if (spread && Total.in(goal.criterion()).findAny().isPresent()) {
      // The values that each member needs may meet the requirement on the total, or nearly.
      ways.add(ImmutableSet.of());
    }
    return ways;
  }

  /** A part of a requirement that has to hold. */
  private record Goal(Requirement term, LeafGoal.Part part) {}

  private List<PartialChanges> partials(List<Goal> group) {
    List<PartialChanges> partials = List.of(PartialChanges.NONE);
    for (Goal goal : group) {
      partials = cheapest(partials, ways(goal.part(), goal.term()));
    }
    return partials;
  }

  /** Returns the parts of the goals in groups that share no location, so that each is met apart. */
  private Collection<List<Goal>> apart() {
    List<Goal> all =
        goals.stream()
            .flatMap(
                term -> LeafGoal.parts(term.criterion(), tried).map(part -> new Goal(term, part)))
            .toList();
    // Each goal points to an earlier one of its group; the first of a group to itself.
    int[] earlier = IntStream.range(0, all.size()).toArray();
    Map<FactLocation, Integer> firstAt = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      for (FactLocation location : locations(all.get(i).part()).toList()) {
        int one = first(i, earlier);
        int other = first(firstAt.computeIfAbsent(location, any -> one), earlier);
        earlier[Math.max(one, other)] = Math.min(one, other);
      }
    }
    Map<Integer, List<Goal>> groups = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      groups.computeIfAbsent(first(i, earlier), any -> new ArrayList<>()).add(all.get(i));
    }
    return groups.values();
  }

  private static int first(int goal, int[] earlier) {
    int first = goal;
    while (earlier[first] != first) {
      earlier[first] = earlier[earlier[first]];
      first = earlier[first];
    }
    return first;
  }

  /** Returns the cheapest states that meet the goals of all groups, which share no location. */
  private List<PartialChanges> together(List<List<PartialChanges>> groups) {
    if (groups.size() <= 1) {
      return groups.isEmpty() ? List.of(PartialChanges.NONE) : groups.get(0);
    }
    int half = groups.size() / 2;
    List<PartialChanges> first = together(groups.subList(0, half));
    List<PartialChanges> second = together(groups.subList(half, groups.size()));
    record Pair(PartialChanges one, PartialChanges other) {
      int cost() {
        return one.cost() + other.cost();
      }
    }
    if (first.size() > MOST_TOGETHER) {
      leaveOut(first.get(MOST_TOGETHER));
    }
    if (second.size() > MOST_TOGETHER) {
      leaveOut(second.get(MOST_TOGETHER));
    }
    List<Pair> pairs =
        first.stream()
            .limit(MOST_TOGETHER)
            .flatMap(one -> second.stream().limit(MOST_TOGETHER).map(other -> new Pair(one, other)))
            .sorted(Comparator.comparingInt(Pair::cost))
            .toList();
    if (pairs.size() > MOST_TOGETHER) {
      leastLeftOut = Math.min(leastLeftOut, pairs.get(MOST_TOGETHER).cost());
    }
    return pairs.stream()
        .limit(MOST_TOGETHER)
        .filter(pair -> budget.take(pair.one().goals().size() + pair.other().goals().size()))
        .map(pair -> pair.one().with(pair.other()))
        .toList();
  }

  /** Returns the states with one of the ways that have the fewest changes, each once. */
  private List<PartialChanges> cheapest(
      List<PartialChanges> partials, List<ImmutableSet<LeafGoal>> ways) {
    Set<PartialChanges> combined = new LinkedHashSet<>();
    for (PartialChanges partial : partials) {
      for (ImmutableSet<LeafGoal> way : ways) {
        if (budget.take(1L + partial.goals().size() + way.size())) {
          with(partial, way).ifPresent(combined::add);
        }
      }
      if (combined.size() > 4 * MOST_PARTIAL) {
        combined = new LinkedHashSet<>(cheapest(combined));
      }
    }
    return cheapest(combined);
  }

  private List<PartialChanges> cheapest(Set<PartialChanges> partials) {
    List<PartialChanges> sorted =
        partials.stream().sorted(Comparator.comparingInt(PartialChanges::cost)).toList();
    if (sorted.size() <= MOST_PARTIAL) {
      return sorted;
    }
    leaveOut(sorted.get(MOST_PARTIAL));
    return sorted.subList(0, MOST_PARTIAL);
  }

  /**
   * Returns the state if it works. If values that meet each term do not meet all terms together,
   * such as individual and combined days, or teachers and those who use mastery, adjusts the values
   * that are still open, or one value after another.
   */
  private List<PartialChanges> evened(PartialChanges partial) {
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
   * Adjusts values that change anyway first, then those farthest from their goal. Derived values
   * come last, because fixing a sum early would undo later changes of its parts.
   */
  private Optional<PartialChanges> oneAfterAnother(
      PartialChanges partial,
      List<FactLocation> locations,
      Comparator<Optional<BigDecimal>> least) {
    PartialChanges reached = partial;
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
   * A step of the search: a new value at one location.
   *
   * @param found the state with the nearest value that meets everything, if there is one
   * @param nearer the states with values that make nothing worse
   */
  private record Step(Optional<PartialChanges> found, List<PartialChanges> nearer) {}

  private Step step(PartialChanges partial, FactLocation location) {
    EditedDocument made = made(partial).orElse(tried);
    List<Requirement> open = open(made);
    List<PartialChanges> nearer = new ArrayList<>();
    for (Value value : CandidateValues.of(location, goals(location, all), made)) {
      PartialChanges other = partial.with(location, goals(location, open), choice(location, value));
      if (tries >= MOST_TRIES) {
        leaveOut(other);
      } else if (!other.choices().equals(partial.choices()) && isWithinBudget()) {
        tries++;
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

  private Optional<BigDecimal> amount(PartialChanges partial, FactLocation location) {
    PartialChanges.Choice choice = partial.choice(location);
    return choice.value().isPresent() ? choice.amount() : CandidateValues.amount(present(location));
  }

  /** Returns the choice of a value; no change if it is the present one. */
  private PartialChanges.Choice choice(FactLocation location, Value value) {
    String now = present(location).map(present -> present.text(location.fact())).orElse("");
    return new PartialChanges.Choice(
        Optional.of(value).filter(other -> !other.text(location.fact()).equals(now)));
  }

  private Optional<PartialChanges> with(PartialChanges partial, ImmutableSet<LeafGoal> way) {
    Map<FactLocation, Set<LeafGoal>> more = new LinkedHashMap<>();
    way.forEach(
        goal -> more.computeIfAbsent(goal.location(), any -> new LinkedHashSet<>()).add(goal));
    ImmutableMap.Builder<FactLocation, ImmutableSet<LeafGoal>> allGoals = ImmutableMap.builder();
    ImmutableMap.Builder<FactLocation, PartialChanges.Choice> choices = ImmutableMap.builder();
    for (Map.Entry<FactLocation, Set<LeafGoal>> entry : more.entrySet()) {
      FactLocation location = entry.getKey();
      ImmutableSet<LeafGoal> both =
          Sets.union(partial.goals().getOrDefault(location, ImmutableSet.of()), entry.getValue())
              .immutableCopy();
      Optional<PartialChanges.Choice> choice =
          chosen.computeIfAbsent(Map.entry(location, both), any -> choose(location, both));
      if (choice.isEmpty()) {
        return Optional.empty();
      }
      allGoals.put(location, both);
      choices.put(location, choice.get());
    }
    return Optional.of(
        partial.with(new PartialChanges(allGoals.buildOrThrow(), choices.buildOrThrow())));
  }

  /** Returns the choice that meets the goals; empty if there is none. */
  private Optional<PartialChanges.Choice> choose(
      FactLocation location, ImmutableSet<LeafGoal> goals) {
    if (goals.stream().allMatch(goal -> goal.holds(tried))) {
      return Optional.of(PartialChanges.Choice.NONE);
    }
    return CandidateValues.of(location, goals, tried).stream()
        .filter(
            value ->
                isWithinBudget()
                    && tried
                        .with(location, value)
                        .filter(document -> goals.stream().allMatch(goal -> goal.holds(document)))
                        .isPresent())
        .findFirst()
        .map(value -> new PartialChanges.Choice(Optional.of(value)));
  }

  private Optional<EditedDocument> made(PartialChanges partial) {
    if (Total.ALL.stream()
        .anyMatch(total -> says(partial, total.whole()) && says(partial, total.part()))) {
      // The total follows from its parts; with both, the change would be reported twice.
      return Optional.empty();
    }
    if (!budget.take(partial.choices().size()) || !isWithinBudget()) {
      return Optional.empty();
    }
    Map<FactLocation, Value> values = new LinkedHashMap<>();
    inOrder(partial)
        .forEach(entry -> values.put(entry.getKey(), entry.getValue().value().orElseThrow()));
    return tried.with(values);
  }

  /** Takes the steps for trying a value: one for each requirement and each member of the list. */
  private boolean isWithinBudget() {
    return budget.take(1L + all.size() + tried.members());
  }

  private static boolean says(PartialChanges partial, Fact fact) {
    return partial.choices().entrySet().stream()
        .anyMatch(
            entry -> entry.getKey().fact().equals(fact) && entry.getValue().value().isPresent());
  }

  /** Orders the choices with derived values last: they must match the other values. */
  private List<Map.Entry<FactLocation, PartialChanges.Choice>> inOrder(PartialChanges partial) {
    return partial.choices().entrySet().stream()
        .filter(entry -> entry.getValue().value().isPresent())
        .sorted(Comparator.comparing(entry -> isWorkedOut(entry.getKey().fact())))
        .toList();
  }

  private static boolean isWorkedOut(Fact fact) {
    return Total.of(fact).isPresent()
        || fact.equals(Facts.FIRST_SESSION_AT_LEADS_SCHOOL)
        || fact.equals(Facts.ATTENDANCE)
        || fact.equals(Facts.ATTENDED_ALL);
  }

  private ImmutableList<Put> puts(PartialChanges partial) {
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
    // A requirement that is met now can fail because of another change in the set.
    ImmutableSet<LeafGoal> needing = failing.isEmpty() ? goals : failing;
    return all.stream()
        .filter(term -> needs(term, needing))
        .map(Requirement::id)
        .collect(ImmutableSet.toImmutableSet());
  }

  private boolean needs(Requirement term, Set<LeafGoal> goals) {
    Set<Criterion> own =
        leaves.computeIfAbsent(term, any -> any.criterion().leaves().collect(Collectors.toSet()));
    return goals.stream().map(LeafGoal::leaf).anyMatch(own::contains);
  }
}
