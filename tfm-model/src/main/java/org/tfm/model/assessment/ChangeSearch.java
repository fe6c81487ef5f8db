package org.tfm.model.assessment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tfm.model.application.Draft;
import org.tfm.model.application.Facts;
import org.tfm.model.application.Spot;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.criterion.Within;
import org.tfm.model.terms.Requirement;
import org.tfm.model.terms.Sentences;
import org.tfm.model.terms.Strength;

/**
 * The search for the smallest sets of changes with which every requirement is fulfilled.
 *
 * <p>Each requirement says, by its tree, which sets of demands fulfil it; demands on one spot are
 * one change. Every set that is found is tried on the document before it is shown. Where the ways
 * are too many to look at, those with the fewest changes are looked at.
 */
final class ChangeSearch {

  private static final int MOST_PARTIAL = 500;
  private static final int MOST_SHOWN = 12;
  private static final int MOST_MEMBERS = 200;
  private static final int MOST_TRIES = 3_000;

  private static final Comparator<Optional<BigDecimal>> BY_AMOUNT =
      Comparator.comparing(amount -> amount.orElse(BigDecimal.ZERO));

  /**
   * A document with other members.
   *
   * @param cost how many are added or left out
   * @param change the change that this is, if it is one
   * @param names what its members are called in the document as it is
   */
  private record Variant(
      Draft draft, int cost, Optional<Change> change, ImmutableMap<String, String> names) {}

  /** The value that does at a spot; absent where the present one does. */
  private record Choice(Optional<Value> value) {
    static final Choice NONE = new Choice(Optional.empty());

    Optional<BigDecimal> amount() {
      return Candidates.amount(value);
    }
  }

  /** What is demanded so far at each spot, and the choice that does. */
  private record Partial(
      ImmutableMap<Spot, ImmutableSet<Demand>> demands, ImmutableMap<Spot, Choice> choices) {
    static final Partial NONE = new Partial(ImmutableMap.of(), ImmutableMap.of());

    /** The same with more demands, and another choice, at one spot. */
    Partial with(Spot spot, Set<Demand> more, Choice choice) {
      Map<Spot, ImmutableSet<Demand>> allDemands = new LinkedHashMap<>(demands);
      allDemands.merge(spot, ImmutableSet.copyOf(more), (a, b) -> Sets.union(a, b).immutableCopy());
      Map<Spot, Choice> allChoices = new LinkedHashMap<>(choices);
      allChoices.put(spot, choice);
      return new Partial(ImmutableMap.copyOf(allDemands), ImmutableMap.copyOf(allChoices));
    }

    Choice choice(Spot spot) {
      return choices.getOrDefault(spot, Choice.NONE);
    }

    int cost() {
      return (int) choices.values().stream().filter(one -> one.value().isPresent()).count();
    }
  }

  private final ImmutableList<Requirement> required;
  private final ImmutableList<Requirement> unsettled;
  private final Draft draft;
  private final boolean spread;

  /**
   * What to search.
   *
   * @param required the requirements that bear on the verdict
   * @param unsettled those of which nobody knows whether they hold
   */
  ChangeSearch(List<Requirement> required, List<Requirement> unsettled, Draft draft) {
    this.required = ImmutableList.copyOf(required);
    this.unsettled =
        unsettled.stream()
            .filter(term -> term.strength() == Strength.MUST)
            .collect(ImmutableList.toImmutableList());
    this.draft = draft;
    this.spread = asksFor(Facts.RELEASE_DAYS);
  }

  WhatWouldChange result() {
    if (required.isEmpty() && unsettled.isEmpty()) {
      return new WhatWouldChange(ImmutableList.of(), ImmutableList.of());
    }
    ImmutableList<ImmutableList<Change>> ways =
        unsettled.isEmpty() ? ways(required) : ImmutableList.of();
    return new WhatWouldChange(ways, ways.isEmpty() ? obstacles() : ImmutableList.of());
  }

  private ImmutableList<Obstacle> obstacles() {
    ImmutableList.Builder<Obstacle> obstacles = ImmutableList.builder();
    List<Requirement> open =
        required.stream().filter(term -> !passes(term, draft.evidence())).toList();
    for (Requirement term : open) {
      if (ways(ImmutableList.of(term)).isEmpty()) {
        Status status = Evaluation.of(term, draft.evidence()).status();
        obstacles.add(
            obstacle(
                term,
                switch (status) {
                  case POLICY_SILENT -> Obstacle.Reason.POLICY_SILENT;
                  case REFERRED ->
                      term.criterion().facts().isEmpty()
                          ? Obstacle.Reason.HUB_DECIDES
                          : Obstacle.Reason.FIXED;
                  case UNMET, EVIDENCE_MISSING, MET -> Obstacle.Reason.FIXED;
                }));
      }
    }
    unsettled.forEach(term -> obstacles.add(obstacle(term, Obstacle.Reason.UNSETTLED)));
    ImmutableList<Obstacle> alone = obstacles.build();
    return alone.isEmpty()
        ? open.stream()
            .map(term -> obstacle(term, Obstacle.Reason.CONTRADICTION))
            .collect(ImmutableList.toImmutableList())
        : alone;
  }

  private static Obstacle obstacle(Requirement term, Obstacle.Reason reason) {
    return new Obstacle(
        term.id(),
        reason,
        Sentences.of(
            term.criterion().says(term.strength().mood(), false) + "; " + reason.clause()));
  }

  /** Whether the requirement does not stand in the way of yes. */
  private static boolean passes(Requirement term, Evidence evidence) {
    return Verdict.of(term.strength(), Evaluation.of(term, evidence).status()) == Verdict.YES;
  }

  private ImmutableList<ImmutableList<Change>> ways(List<Requirement> goals) {
    List<ImmutableList<Change>> found = new ArrayList<>();
    int best = Integer.MAX_VALUE;
    for (Variant variant : variants(goals)) {
      if (variant.cost() > best) {
        continue;
      }
      for (ImmutableList<Change> values : new Attempt(variant, goals).ways()) {
        ImmutableList<Change> way =
            ImmutableList.<Change>builder()
                .addAll(variant.change().stream().iterator())
                .addAll(values)
                .build();
        int cost = variant.cost() + values.size();
        if (cost < best) {
          best = cost;
          found.clear();
        }
        if (cost == best) {
          found.add(way);
        }
      }
    }
    return found.stream()
        .collect(
            Collectors.toMap(
                ChangeSearch::values, way -> way, ChangeSearch::moreTerms, LinkedHashMap::new))
        .values()
        .stream()
        .limit(MOST_SHOWN)
        .collect(ImmutableList.toImmutableList());
  }

  /** What a way changes, whatever terms it is put down to. */
  private static ImmutableSet<List<String>> values(List<Change> way) {
    return way.stream()
        .map(change -> List.of(change.of(), change.fact(), change.to()))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static ImmutableList<Change> moreTerms(
      ImmutableList<Change> one, ImmutableList<Change> other) {
    return terms(other) > terms(one) ? other : one;
  }

  private static int terms(List<Change> way) {
    return way.stream().mapToInt(change -> change.terms().size()).sum();
  }

  private boolean asksFor(Fact fact) {
    return required.stream().anyMatch(term -> term.criterion().facts().contains(fact));
  }

  /** The document as it is, and with as many people or schools as the requirements speak of. */
  private List<Variant> variants(List<Requirement> goals) {
    List<Variant> variants = new ArrayList<>();
    variants.add(new Variant(draft, 0, Optional.empty(), ImmutableMap.of()));
    for (Members members : Members.values()) {
      Fact counted = members == Members.LEAD_PARTICIPANTS ? Facts.LEAD_PARTICIPANTS : Facts.SCHOOLS;
      int now = draft.evidence().members(members).size();
      sizes(counted, goals, now).stream()
          .filter(size -> size != now)
          .flatMap(size -> draft.resized(members, size).stream())
          .map(resized -> variant(members, counted, resized, goals))
          .forEach(variants::add);
    }
    return variants;
  }

  private Set<Integer> sizes(Fact counted, List<Requirement> goals, int now) {
    Set<Integer> sizes = new TreeSet<>();
    goals.stream()
        .flatMap(term -> Demand.leaves(term.criterion()))
        .filter(leaf -> leaf instanceof Within within && within.fact().equals(counted))
        .flatMap(leaf -> bounds((Within) leaf))
        .forEach(
            bound -> {
              for (int size = bound - 1; size <= bound + 1; size++) {
                sizes.add(size);
                // Somebody named twice is one person, so the list is longer than the number.
                sizes.add(size + now - different(counted, now));
              }
            });
    if (now == 0) {
      sizes.add(1);
    }
    sizes.removeIf(size -> size < 1 || size > MOST_MEMBERS);
    return sizes;
  }

  static Stream<Integer> bounds(Within within) {
    return Stream.concat(within.least().stream(), within.most().stream())
        .filter(bound -> bound.compareTo(BigDecimal.valueOf(MOST_MEMBERS)) <= 0)
        .map(BigDecimal::intValue);
  }

  private int different(Fact counted, int now) {
    return draft
        .evidence()
        .find(counted)
        .map(value -> ((Value.Quantity) value).amount().intValue())
        .orElse(now);
  }

  private Variant variant(
      Members members, Fact counted, Draft.Resized resized, List<Requirement> goals) {
    List<String> before = names(draft, members);
    List<String> after = names(resized.draft(), members);
    ImmutableMap.Builder<String, String> names = ImmutableMap.builder();
    for (int i = 0; i < after.size(); i++) {
      names.put(
          after.get(i),
          i < resized.kept().size() ? before.get(resized.kept().get(i)) : after.get(i));
    }
    Set<String> kept =
        resized.kept().stream().map(before::get).collect(ImmutableSet.toImmutableSet());
    String without =
        before.stream().filter(name -> !kept.contains(name)).collect(Collectors.joining(", "));
    Change change =
        change(
            new Spot("", counted),
            resized.draft().evidence().find(counted),
            goals.stream()
                .filter(term -> term.criterion().facts().contains(counted))
                .map(Requirement::id)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    return new Variant(
        resized.draft(),
        Math.abs(after.size() - before.size()),
        Optional.of(
            without.isEmpty()
                ? change
                : new Change(
                    change.fact(),
                    without,
                    change.at(),
                    change.from(),
                    change.to(),
                    change.terms(),
                    Sentences.of(
                        change.sentence().replaceAll("[.]$", "") + ", without " + without))),
        names.buildOrThrow());
  }

  private static List<String> names(Draft draft, Members members) {
    return draft.evidence().members(members).stream().map(Evidence::describes).toList();
  }

  private Change change(Spot spot, Optional<Value> to, Collection<String> terms) {
    Fact fact = spot.fact();
    String from =
        draft
            .evidence(spot.of())
            .flatMap(one -> one.find(fact))
            .map(value -> value.text(fact))
            .orElse("not given");
    String after = to.map(value -> value.text(fact)).orElse("not given");
    String of = spot.of().isEmpty() ? "" : spot.of() + ": ";
    String what = fact.kind() == FactKind.YES_NO ? "whether " + fact.label() : fact.label();
    return new Change(
        fact.id(),
        spot.of(),
        fact.at(),
        from,
        after,
        ImmutableList.copyOf(terms),
        Sentences.of(
            of
                + what
                + (after.equals("given") ? "" : ": " + after)
                + (from.equals("not given") ? ", which is not given yet" : " instead of " + from)));
  }

  /** The search among the values of one document. */
  private final class Attempt {

    private final Variant variant;
    private final Draft tried;
    private final List<Requirement> all;
    private final ImmutableList<Requirement> goals;
    private final Map<Map.Entry<Spot, ImmutableSet<Demand>>, Optional<Choice>> chosen =
        new HashMap<>();
    private int tries;

    Attempt(Variant variant, List<Requirement> all) {
      this.variant = variant;
      this.tried = variant.draft();
      this.all = all;
      this.goals = touched();
    }

    /** Those that do not pass, and those that ask about a spot that a change may touch. */
    private ImmutableList<Requirement> touched() {
      Set<Requirement> touched = new LinkedHashSet<>();
      Set<Spot> spots = new LinkedHashSet<>();
      boolean grown = true;
      while (grown) {
        grown = false;
        for (Requirement term : all) {
          Set<Spot> own = spots(term);
          if (!touched.contains(term)
              && (!passes(term, tried.evidence()) || !Sets.intersection(own, spots).isEmpty())) {
            touched.add(term);
            spots.addAll(own);
            grown = true;
          }
        }
      }
      return all.stream().filter(touched::contains).collect(ImmutableList.toImmutableList());
    }

    private Set<Spot> spots(Requirement term) {
      Set<Spot> spots =
          Demand.spots(term.criterion(), tried, "")
              .collect(Collectors.toCollection(LinkedHashSet::new));
      if (spread && term.criterion().facts().contains(Facts.COMBINED_RELEASE)) {
        tried
            .evidence()
            .members(Members.LEAD_PARTICIPANTS)
            .forEach(one -> spots.add(tried.spot(one.describes(), Facts.RELEASE_DAYS)));
      }
      return spots;
    }

    private List<Requirement> open(Draft draft) {
      Evidence evidence = draft.evidence();
      return all.stream().filter(term -> !passes(term, evidence)).toList();
    }

    List<ImmutableList<Change>> ways() {
      List<Partial> partials = List.of(Partial.NONE);
      for (Requirement goal : goals) {
        List<ImmutableSet<Demand>> ways =
            new ArrayList<>(Demand.ways(goal.criterion(), Demand.Want.TRUE, tried, "", spread));
        if (goal.strength() == Strength.SHOULD) {
          // What should be so holds nothing up while nobody knows of it.
          ways.addAll(Demand.ways(goal.criterion(), Demand.Want.NOT_FALSE, tried, "", spread));
        }
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
      List<ImmutableList<Change>> found = new ArrayList<>();
      int best = Integer.MAX_VALUE;
      for (Partial partial : partials) {
        for (Partial whole : partial.cost() <= best ? evened(partial) : List.<Partial>of()) {
          if (whole.cost() < best) {
            best = whole.cost();
            found.clear();
          }
          if (whole.cost() == best) {
            found.add(changes(whole));
          }
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
      Optional<Draft> made = made(partial);
      if (made.isEmpty()) {
        return List.of();
      }
      List<Requirement> open = open(made.get());
      if (open.isEmpty()) {
        return List.of(partial);
      }
      List<Spot> spots = open.stream().flatMap(term -> spots(term).stream()).distinct().toList();
      return Stream.concat(
              spots.stream().flatMap(spot -> step(partial, spot).found().stream()),
              Stream.of(BY_AMOUNT, BY_AMOUNT.reversed())
                  .flatMap(least -> oneAfterAnother(partial, spots, least).stream()))
          .toList();
    }

    /**
     * First what is changed anyway, then what is farthest from where it goes. What is worked out
     * comes last: kept at the sum of some of the values, it would undo what the others still give.
     */
    private Optional<Partial> oneAfterAnother(
        Partial partial, List<Spot> spots, Comparator<Optional<BigDecimal>> least) {
      Partial reached = partial;
      for (Spot spot :
          spots.stream()
              .sorted(
                  Comparator.comparing((Spot one) -> isWorkedOut(one.fact()))
                      .thenComparing(one -> partial.choice(one).value().isEmpty())
                      .thenComparing(one -> Candidates.amount(present(one)), least.reversed()))
              .toList()) {
        Step step = step(reached, spot);
        if (step.found().isPresent()) {
          return step.found();
        }
        reached =
            Stream.concat(Stream.of(reached), step.nearer().stream())
                .min(Comparator.comparing(one -> amount(one, spot), least))
                .orElseThrow();
      }
      return Optional.empty();
    }

    /**
     * Another value at one spot.
     *
     * @param found with the nearest value that does, if one does
     * @param nearer with each of those that make nothing worse
     */
    private record Step(Optional<Partial> found, List<Partial> nearer) {}

    private Step step(Partial partial, Spot spot) {
      Draft made = made(partial).orElse(tried);
      List<Requirement> open = open(made);
      List<Partial> nearer = new ArrayList<>();
      for (Value value : Candidates.of(spot, demands(spot, all), made)) {
        Partial other = partial.with(spot, demands(spot, open), choice(spot, value));
        if (tries++ < MOST_TRIES && !other.choices().equals(partial.choices())) {
          Optional<Draft> next = made(other);
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

    private ImmutableSet<Demand> demands(Spot spot, List<Requirement> terms) {
      return terms.stream()
          .flatMap(term -> Demand.at(spot, term.criterion(), tried, ""))
          .collect(ImmutableSet.toImmutableSet());
    }

    private Optional<Value> present(Spot spot) {
      return tried.evidence(spot.of()).flatMap(one -> one.find(spot.fact()));
    }

    private Optional<BigDecimal> amount(Partial partial, Spot spot) {
      Choice choice = partial.choice(spot);
      return choice.value().isPresent() ? choice.amount() : Candidates.amount(present(spot));
    }

    /** None where the value is the present one. */
    private Choice choice(Spot spot, Value value) {
      String now = present(spot).map(present -> present.text(spot.fact())).orElse("");
      return new Choice(Optional.of(value).filter(other -> !other.text(spot.fact()).equals(now)));
    }

    private Optional<Partial> with(Partial partial, ImmutableSet<Demand> way) {
      Partial longer = partial;
      for (Spot spot : way.stream().map(Demand::spot).collect(ImmutableSet.toImmutableSet())) {
        ImmutableSet<Demand> both =
            Stream.concat(
                    partial.demands().getOrDefault(spot, ImmutableSet.of()).stream(),
                    way.stream().filter(demand -> demand.spot().equals(spot)))
                .collect(ImmutableSet.toImmutableSet());
        Optional<Choice> choice =
            chosen.computeIfAbsent(Map.entry(spot, both), any -> choose(spot, both));
        if (choice.isEmpty()) {
          return Optional.empty();
        }
        longer = longer.with(spot, both, choice.get());
      }
      return Optional.of(longer);
    }

    /** The value that does: none is needed where the present one does; empty if none does. */
    private Optional<Choice> choose(Spot spot, ImmutableSet<Demand> demands) {
      if (demands.stream().allMatch(demand -> demand.holds(tried))) {
        return Optional.of(Choice.NONE);
      }
      return Candidates.of(spot, demands, tried).stream()
          .filter(
              value ->
                  tried
                      .with(spot, value)
                      .filter(draft -> demands.stream().allMatch(demand -> demand.holds(draft)))
                      .isPresent())
          .findFirst()
          .map(value -> new Choice(Optional.of(value)));
    }

    private Optional<Draft> made(Partial partial) {
      if (says(partial, Facts.COMBINED_RELEASE) && says(partial, Facts.RELEASE_DAYS)) {
        // The sum follows from the days of each; beside them it would say them twice.
        return Optional.empty();
      }
      Optional<Draft> changed = Optional.of(tried);
      for (Map.Entry<Spot, Choice> entry : inOrder(partial)) {
        Value value = entry.getValue().value().orElseThrow();
        changed = changed.flatMap(draft -> draft.with(entry.getKey(), value));
      }
      return changed;
    }

    private static boolean says(Partial partial, Fact fact) {
      return partial.choices().entrySet().stream()
          .anyMatch(
              entry -> entry.getKey().fact().equals(fact) && entry.getValue().value().isPresent());
    }

    /** What is worked out from other values is put last, so that it is the sum of what is there. */
    private List<Map.Entry<Spot, Choice>> inOrder(Partial partial) {
      return partial.choices().entrySet().stream()
          .filter(entry -> entry.getValue().value().isPresent())
          .sorted(Comparator.comparing(entry -> isWorkedOut(entry.getKey().fact())))
          .toList();
    }

    private static boolean isWorkedOut(Fact fact) {
      return fact.equals(Facts.COMBINED_RELEASE)
          || fact.equals(Facts.FIRST_SESSION_AT_LEADS_SCHOOL);
    }

    private ImmutableList<Change> changes(Partial partial) {
      return inOrder(partial).stream()
          .map(entry -> changed(entry.getKey(), entry.getValue().value(), partial))
          .collect(ImmutableList.toImmutableList());
    }

    private Change changed(Spot spot, Optional<Value> to, Partial partial) {
      ImmutableSet<Demand> demands = partial.demands().getOrDefault(spot, ImmutableSet.of());
      ImmutableSet<Demand> failing =
          demands.stream()
              .filter(demand -> !demand.holds(tried))
              .collect(ImmutableSet.toImmutableSet());
      // What holds now can fail by another change of the same way.
      ImmutableSet<Demand> needing = failing.isEmpty() ? demands : failing;
      return change(
          new Spot(variant.names().getOrDefault(spot.of(), spot.of()), spot.fact()),
          to,
          all.stream()
              .filter(term -> needs(term, needing))
              .map(Requirement::id)
              .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static boolean needs(Requirement term, Set<Demand> demands) {
      Set<Criterion> leaves = Demand.leaves(term.criterion()).collect(Collectors.toSet());
      return demands.stream().map(Demand::leaf).anyMatch(leaves::contains);
    }
  }
}
