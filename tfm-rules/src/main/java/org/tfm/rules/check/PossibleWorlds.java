package org.tfm.rules.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.math.LongMath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tfm.model.assessment.Evaluation;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.During;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Moment;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Outcome;
import org.tfm.model.criterion.OverMembers;
import org.tfm.model.criterion.Prospect;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Truth;
import org.tfm.model.criterion.Unstated;
import org.tfm.model.criterion.Value;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.Budget;
import org.tfm.model.school.Funding;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Term;

/**
 * All evidence that a set of criteria can distinguish.
 *
 * <p>A criterion sees a fact only through its leaves, so a few values of each fact are enough: one
 * at, between and beyond the bounds, one for each set of words that the leaves treat alike, and
 * none. A statement that is true in all these worlds is always true. Facts vary independently.
 */
final class PossibleWorlds {

  private static final int MOST = 50_000;

  /** Three members, and the comparison of each with the others. */
  private static final int COST_OF_MEMBERS = 6;

  private static final int MOST_COMPARED = 500;

  /** Members of a list that are tried in every combination. */
  private static final int MOST_DIFFERENT = 3;

  /** With more members, there are more than {@link #MOST} lists of three of them. */
  private static final int MOST_MEMBERS = 67;

  /** The facts that are counts: no number lies between 6 and 7 schools. */
  private static final ImmutableSet<Fact> COUNTS =
      ImmutableSet.of(
          Facts.LEAD_PARTICIPANTS,
          Facts.SCHOOLS,
          Facts.MAINSTREAM_SCHOOLS,
          Facts.TRUSTS,
          Facts.LOWEST_AGE,
          Facts.HIGHEST_AGE,
          Facts.PUPILS,
          Facts.SESSIONS,
          Facts.SESSION_HOSTS,
          Facts.SESSION_NUMBER,
          Facts.WORKSHOPS_ATTENDED,
          Facts.HEADTEACHER_WORKSHOPS,
          Facts.MISSED_WITHOUT_NOTICE,
          Facts.PROGRAMME_YEAR,
          Facts.VISITS,
          Facts.VISIT_HALF_DAYS);

  private static final ImmutableSet<Fact> COUNTED_FROM_ONE =
      ImmutableSet.of(Facts.LEAD_PARTICIPANTS, Facts.PROGRAMME_YEAR, Facts.SESSION_NUMBER);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** A day for criteria that ask only whether there is one. */
  private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

  /** The facts that every document determines, so they are never unknown. */
  private static final ImmutableSet<String> ALWAYS_KNOWN =
      ImmutableSet.of(Facts.APPLIES_INDIVIDUALLY.id(), Facts.APPLICANT.id(), Facts.URN.id());

  /** The known facts of a document or of one member of a list. */
  private record World(
      Map<String, Value> values,
      Map<Members, ImmutableList<Evidence>> lists,
      String describes,
      boolean isHandedIn)
      implements Evidence {

    /** Returns a copy that the search does not change. */
    World copy() {
      return new World(
          ImmutableMap.copyOf(values), ImmutableMap.copyOf(lists), describes, isHandedIn);
    }

    @Override
    public World forWhatIsHandedIn() {
      ImmutableMap<Members, ImmutableList<Evidence>> handedIn =
          ImmutableMap.copyOf(
              Maps.transformValues(
                  lists,
                  members ->
                      members.stream()
                          .map(Evidence::forWhatIsHandedIn)
                          .collect(ImmutableList.toImmutableList())));
      return new World(values, handedIn, describes, true);
    }

    /** Returns a copy that can be changed. */
    World changeable() {
      return new World(new HashMap<>(values), new HashMap<>(lists), describes, isHandedIn);
    }

    /** Whether all facts whose values the criterion uses are known. */
    boolean knowsAllOf(Criterion criterion) {
      if (criterion instanceof OverMembers each) {
        List<Evidence> members = members(each.members());
        return !members.isEmpty()
            && members.stream().allMatch(member -> ((World) member).knowsAllOf(each.ofEach()));
      }
      return criterion.children().isEmpty()
          ? criterion instanceof Provided
              || criterion.facts().stream().allMatch(fact -> values.containsKey(fact.id()))
          : criterion.children().stream().allMatch(this::knowsAllOf);
    }

    /** Whether the other world has all these facts with the same values. */
    boolean isKnownTo(World other) {
      return other.values.entrySet().containsAll(values.entrySet())
          && lists.entrySet().stream()
              .allMatch(
                  list ->
                      list.getValue().isEmpty()
                          || list.getValue().equals(other.lists.get(list.getKey())));
    }

    @Override
    public Optional<Value> find(Fact fact) {
      return Optional.ofNullable(values.get(fact.id()));
    }

    @Override
    public ImmutableList<Evidence> members(Members members) {
      ImmutableList<Evidence> list = lists.get(members);
      return list == null ? ImmutableList.of() : list;
    }
  }

  /**
   * The values of one fact, or the lists of members of one kind.
   *
   * @param count how many there are
   * @param put writes one of them into a world
   * @param remove removes it again
   */
  private record Choice(int count, ObjIntConsumer<World> put, Consumer<World> remove) {}

  /**
   * The values of all facts.
   *
   * @param count the number of worlds
   */
  private record Choices(ImmutableList<Choice> all, int count, String describes) {

    World empty() {
      return new World(new HashMap<>(), new HashMap<>(), describes, false);
    }

    /** Whether a world meets the condition; tries them in the order of the values. */
    boolean any(Predicate<World> wanted) {
      return find(empty(), 0, world -> true, world -> false, wanted);
    }

    /**
     * Fills in one fact after another.
     *
     * @param isPossible whether more facts can still lead to what is wanted
     * @param isEnough whether a world is wanted, whatever more facts say
     * @param wanted whether a world with all facts is wanted
     */
    boolean find(
        World world,
        int next,
        Predicate<World> isPossible,
        Predicate<World> isEnough,
        Predicate<World> wanted) {
      if (!isPossible.test(world)) {
        return false;
      }
      if (isEnough.test(world)) {
        return true;
      }
      if (next == all.size()) {
        return wanted.test(world);
      }
      Choice choice = all.get(next);
      for (int i = 0; i < choice.count(); i++) {
        choice.put().accept(world, i);
        if (find(world, next + 1, isPossible, isEnough, wanted)) {
          return true;
        }
      }
      choice.remove().accept(world);
      return false;
    }
  }

  /** The leaves about one evidence, and the criteria on the members of its lists. */
  private static final class Scope {
    private final Map<Fact, List<Criterion>> leaves = new LinkedHashMap<>();
    private final Map<Members, Set<Criterion>> members = new LinkedHashMap<>();
    // The greatest number that those who meet each counted condition are compared with.
    private final Map<Members, Map<Criterion, Integer>> counted = new EnumMap<>(Members.class);
  }

  private final Set<SchoolKind> kinds;
  private final Budget budget;

  private PossibleWorlds(Set<SchoolKind> kinds, Budget budget) {
    this.kinds = kinds;
    this.budget = budget;
  }

  /**
   * Returns the worlds that the criteria can distinguish; empty if there are too many to try.
   *
   * @param kinds the possible kinds of school; empty for all
   */
  static Optional<ImmutableList<Evidence>> of(
      Collection<Criterion> criteria, Set<SchoolKind> kinds) {
    return choices(criteria, kinds, Budget.of(Long.MAX_VALUE)).map(PossibleWorlds::all);
  }

  private static Optional<Choices> choices(
      Collection<Criterion> criteria, Set<SchoolKind> kinds, Budget budget) {
    Scope scope = new Scope();
    criteria.forEach(criterion -> gather(criterion, scope));
    return new PossibleWorlds(kinds, budget).choices(scope, "", true);
  }

  private static ImmutableList<Evidence> all(Choices choices) {
    ImmutableList.Builder<Evidence> worlds = ImmutableList.builderWithExpectedSize(choices.count());
    choices.any(
        world -> {
          worlds.add(world.copy());
          return false;
        });
    return worlds.build();
  }

  private static long size(Collection<Criterion> criteria) {
    return criteria.stream().mapToLong(PossibleWorlds::size).sum();
  }

  /** The leaves of a criterion; those on each member count for every member of a list. */
  private static long size(Criterion criterion) {
    if (criterion instanceof OverMembers each) {
      return COST_OF_MEMBERS * size(each.ofEach());
    }
    return criterion.children().isEmpty() ? 1 : size(criterion.children());
  }

  /**
   * Whether all criteria are true in some world; also if there are too many to try, or the budget
   * is spent. Each leaf in each world is a step.
   *
   * <p>Facts are filled in one after another, and only while each criterion can still become true.
   */
  static boolean canHold(Collection<Criterion> criteria, Budget budget) {
    long size = size(criteria);
    return choices(criteria, ImmutableSet.of(), budget)
        .map(
            choices ->
                choices.find(
                    choices.empty(),
                    0,
                    world ->
                        !budget.take(size)
                            || criteria.stream()
                                .allMatch(one -> one.prospect(world) != Prospect.FALSE),
                    world -> budget.isSpent() || hold(criteria, world),
                    world -> false))
        .orElse(true);
  }

  /**
   * Whether something shows in some world; also if there are too many to try, or the budget is
   * spent.
   *
   * <p>The worlds are tried first in which a criterion is just true or just false, because most
   * differences show there.
   */
  static boolean shows(
      Collection<Criterion> criteria,
      Set<SchoolKind> kinds,
      Budget budget,
      Predicate<Evidence> difference) {
    long size = 2 * size(criteria);
    Predicate<World> shown = world -> !budget.take(size) || difference.test(world);
    return choices(criteria, kinds, budget)
        .map(
            choices ->
                criteria.stream()
                        .anyMatch(
                            criterion ->
                                showsNear(criterion, Prospect.TRUE, choices, budget, shown)
                                    || showsNear(criterion, Prospect.FALSE, choices, budget, shown))
                    || choices.any(shown))
        .orElse(true);
  }

  /** Whether it shows in a world that differs in one fact from one with this outcome. */
  private static boolean showsNear(
      Criterion criterion,
      Prospect outcome,
      Choices choices,
      Budget budget,
      Predicate<World> shown) {
    World near = choices.empty();
    long size = criterion.leaves().count();
    if (!choices.find(
        near,
        0,
        world -> budget.take(size) && criterion.prospect(world).includes(outcome),
        world -> false,
        world -> criterion.prospect(world) == outcome)) {
      return false;
    }
    for (Choice choice : choices.all()) {
      World other = near.changeable();
      for (int i = 0; i < choice.count(); i++) {
        choice.put().accept(other, i);
        if (shown.test(other)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void gather(Criterion criterion, Scope scope) {
    if (criterion instanceof OverMembers each) {
      scope
          .members
          .computeIfAbsent(each.members(), list -> new LinkedHashSet<>())
          .add(each.ofEach());
      if (each instanceof CountOfMembers count) {
        scope
            .counted
            .computeIfAbsent(each.members(), list -> new LinkedHashMap<>())
            .merge(
                count.where(),
                Math.max(count.least().orElse(0), count.most().orElse(0)),
                Math::max);
      }
    } else if (criterion.children().isEmpty()) {
      for (Fact fact : criterion.facts()) {
        scope.leaves.computeIfAbsent(fact, f -> new ArrayList<>()).add(criterion);
      }
    } else {
      criterion.children().forEach(child -> gather(child, scope));
    }
  }

  private Optional<Choices> choices(Scope scope, String describes, boolean whole) {
    long count = 1;
    List<Choice> choices = new ArrayList<>();
    for (Map.Entry<Fact, List<Criterion>> entry : scope.leaves.entrySet()) {
      String id = entry.getKey().id();
      Optional<List<Optional<Value>>> some = values(entry.getKey(), entry.getValue(), whole);
      if (some.isEmpty()) {
        return Optional.empty();
      }
      choices.add(
          new Choice(
              some.get().size(),
              (world, number) ->
                  some.get()
                      .get(number)
                      .ifPresentOrElse(
                          value -> world.values().put(id, value), () -> world.values().remove(id)),
              world -> world.values().remove(id)));
      count *= some.get().size();
      if (count > MOST) {
        return Optional.empty();
      }
    }
    for (Map.Entry<Members, Set<Criterion>> entry : scope.members.entrySet()) {
      Members members = entry.getKey();
      Optional<List<ImmutableList<Evidence>>> some =
          lists(members, entry.getValue(), scope.counted.getOrDefault(members, Map.of()).values());
      if (some.isEmpty()) {
        return Optional.empty();
      }
      choices.add(
          new Choice(
              some.get().size(),
              (world, number) -> world.lists().put(members, some.get().get(number)),
              world -> world.lists().remove(members)));
      count *= some.get().size();
      if (count > MOST) {
        return Optional.empty();
      }
    }
    return Optional.of(new Choices(ImmutableList.copyOf(choices), (int) count, describes));
  }

  /**
   * The empty list, lists of up to three different members that the criteria can distinguish, and
   * for more criteria a list with a member for each of them, and without one of these members; if
   * they are counted, lists of one more than all counts compare with, with any number of each.
   */
  private Optional<List<ImmutableList<Evidence>>> lists(
      Members members, Set<Criterion> criteria, Collection<Integer> counted) {
    Scope scope = new Scope();
    criteria.forEach(criterion -> gather(criterion, scope));
    if (!scope.members.isEmpty()) {
      return Optional.empty();
    }
    Optional<Choices> all = choices(scope, members.one(), false);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Map<List<Object>, Evidence> different = new LinkedHashMap<>();
    all.get()
        .any(
            world -> {
              if (budget.take(criteria.size())) {
                different.computeIfAbsent(
                    criteria.stream().map(criterion -> seen(criterion.evaluate(world))).toList(),
                    any -> world.copy());
              }
              return different.size() > MOST_MEMBERS || budget.isSpent();
            });
    if (different.size() > MOST_MEMBERS || budget.isSpent()) {
      return Optional.empty();
    }
    List<Evidence> some = List.copyOf(different.values());
    if (!counted.isEmpty()) {
      return ofUpTo(counted.stream().mapToInt(Integer::intValue).sum() + 1, some);
    }
    List<ImmutableList<Evidence>> lists = new ArrayList<>();
    lists.add(ImmutableList.of());
    for (int i = 0; i < some.size(); i++) {
      lists.add(ImmutableList.of(some.get(i)));
      for (int j = i + 1; j < some.size(); j++) {
        lists.add(ImmutableList.of(some.get(i), some.get(j)));
        for (int k = j + 1; k < some.size(); k++) {
          lists.add(ImmutableList.of(some.get(i), some.get(j), some.get(k)));
        }
      }
    }
    List<Evidence> oneForEach = oneForEach(criteria, some);
    if (oneForEach.size() > MOST_DIFFERENT) {
      lists.add(ImmutableList.copyOf(oneForEach));
      oneForEach.forEach(
          left ->
              lists.add(
                  oneForEach.stream()
                      .filter(member -> !member.equals(left))
                      .collect(ImmutableList.toImmutableList())));
    }
    return Optional.of(lists);
  }

  /** For each criterion that a member can meet, the member that meets most of the others too. */
  private static List<Evidence> oneForEach(Set<Criterion> criteria, List<Evidence> some) {
    return criteria.stream()
        .flatMap(
            criterion ->
                some.stream()
                    .filter(member -> holds(criterion, member))
                    .max(
                        Comparator.comparingLong(
                            member ->
                                criteria.stream().filter(other -> holds(other, member)).count()))
                    .stream())
        .distinct()
        .toList();
  }

  private static boolean holds(Criterion criterion, Evidence member) {
    return criterion.evaluate(member).prospect() == Prospect.TRUE;
  }

  /** Returns the lists of up to a number of members, in one order; empty if there are too many. */
  private static Optional<List<ImmutableList<Evidence>>> ofUpTo(int most, List<Evidence> some) {
    if (LongMath.binomial(most + some.size(), some.size()) > MOST) {
      return Optional.empty();
    }
    List<ImmutableList<Evidence>> lists = List.of(ImmutableList.of());
    for (Evidence member : some) {
      List<ImmutableList<Evidence>> longer = new ArrayList<>();
      for (ImmutableList<Evidence> list : lists) {
        for (int more = 0; list.size() + more <= most; more++) {
          longer.add(
              ImmutableList.<Evidence>builder()
                  .addAll(list)
                  .addAll(Collections.nCopies(more, member))
                  .build());
        }
      }
      lists = longer;
    }
    return Optional.of(lists);
  }

  /** The parts of an outcome that affect a finding. */
  static Object seen(Outcome outcome) {
    return List.of(outcome.prospect(), outcome.silent(), outcome.missing().isEmpty());
  }

  /** Returns the values of a fact, with none as the last one; empty if there are too many. */
  private Optional<List<Optional<Value>>> values(Fact fact, List<Criterion> leaves, boolean whole) {
    if (fact.kind() == FactKind.CHOICES && tooManySets(leaves)) {
      return Optional.empty();
    }
    List<Value> given =
        switch (fact.kind()) {
          case YES_NO -> yesNo(fact, whole);
          case NUMBER -> numbers(fact, leaves);
          case CHOICE -> choice(fact, leaves, whole);
          case CHOICES -> choices(leaves);
          case DAY -> days(leaves);
          case TEXT -> List.of(new Value.Given());
        };
    List<Optional<Value>> values = new ArrayList<>();
    given.forEach(value -> values.add(Optional.of(value)));
    if (!ALWAYS_KNOWN.contains(fact.id()) || given.isEmpty()) {
      values.add(Optional.empty());
    }
    return Optional.of(values);
  }

  private List<Value> yesNo(Fact fact, boolean whole) {
    return List.of(true, false).stream()
        .filter(yes -> !whole || kinds.isEmpty() || kinds.stream().anyMatch(k -> is(fact, k, yes)))
        .<Value>map(Value.YesNo::of)
        .toList();
  }

  /** Whether the answer is possible for a kind of school. */
  private static boolean is(Fact fact, SchoolKind kind, boolean yes) {
    if (fact.equals(Facts.SPECIAL)) {
      return kind.isSpecial() == yes;
    }
    if (fact.equals(Facts.MAINSTREAM)) {
      return kind.isMainstream() == yes;
    }
    return !fact.equals(Facts.STATE_FUNDED)
        || kind.funding() == Funding.NOT_SAID
        || (kind.funding() == Funding.STATE) == yes;
  }

  /** Returns the first and last moments of each period, and the days beside them; or any day. */
  private static List<Value> days(List<Criterion> leaves) {
    Set<Moment> moments = new LinkedHashSet<>();
    for (Criterion leaf : leaves) {
      if (leaf instanceof During during) {
        Stream.concat(during.from().stream(), during.until().stream())
            .forEach(
                bound -> {
                  moments.add(bound);
                  moments.add(Moment.of(bound.day()));
                  moments.add(Moment.of(bound.day().minusDays(1)));
                  moments.add(Moment.of(bound.day().plusDays(1)));
                });
      }
    }
    if (moments.isEmpty()) {
      moments.add(Moment.of(ANY_DAY));
    }
    return moments.stream().<Value>map(Value.Day::new).toList();
  }

  private static List<Value> numbers(Fact fact, List<Criterion> leaves) {
    TreeSet<BigDecimal> bounds = new TreeSet<>();
    for (Criterion leaf : leaves) {
      if (leaf instanceof Within within) {
        within.least().ifPresent(bounds::add);
        within.most().ifPresent(bounds::add);
      }
    }
    TreeSet<BigDecimal> numbers = new TreeSet<>(bounds);
    BigDecimal last = BigDecimal.ZERO;
    for (BigDecimal bound : bounds) {
      BigDecimal between = last.add(bound).divide(TWO);
      numbers.add(COUNTS.contains(fact) ? between.setScale(0, RoundingMode.FLOOR) : between);
      last = bound;
    }
    numbers.add(last.add(BigDecimal.ONE));
    // The number of people is never zero: if nobody is named, it is unknown. Years count from one.
    BigDecimal least = COUNTED_FROM_ONE.contains(fact) ? BigDecimal.ONE : BigDecimal.ZERO;
    return numbers.stream()
        .filter(number -> number.compareTo(least) >= 0)
        .<Value>map(Value.Quantity::of)
        .toList();
  }

  private List<Value> choice(Fact fact, List<Criterion> leaves, boolean whole) {
    Set<String> words = new LinkedHashSet<>(fact.choices());
    leaves.forEach(leaf -> words.addAll(words(leaf)));
    if (fact.choices().isEmpty()) {
      words.add("another word");
    }
    Map<List<Boolean>, Value> different = new LinkedHashMap<>();
    for (String word : words) {
      if (!whole || kinds.isEmpty() || kinds.stream().anyMatch(kind -> is(fact, kind, word))) {
        different.putIfAbsent(mentioned(word, leaves), new Value.Words(ImmutableSet.of(word)));
      }
    }
    return List.copyOf(different.values());
  }

  private static boolean is(Fact fact, SchoolKind kind, String word) {
    if (fact.equals(Facts.PHASE)) {
      return kind.phase().name().equals(word);
    }
    if (fact.equals(Facts.ESTABLISHMENT_TYPE)) {
      return kind.establishmentType().name().equals(word);
    }
    return !fact.equals(Facts.COUNTRY) || kind.country().name().equals(word);
  }

  private static boolean tooManySets(List<Criterion> leaves) {
    double sets = 1;
    for (List<String> words : alike(leaves)) {
      sets *= Math.min(words.size(), 2) + 1;
    }
    return sets > MOST;
  }

  /** The words in groups that the same leaves mention. */
  private static Collection<List<String>> alike(List<Criterion> leaves) {
    Map<List<Boolean>, List<String>> alike = new LinkedHashMap<>();
    leaves.stream()
        .flatMap(leaf -> words(leaf).stream())
        .distinct()
        .forEach(
            word ->
                alike.computeIfAbsent(mentioned(word, leaves), any -> new ArrayList<>()).add(word));
    return alike.values();
  }

  /** For each group of words that the same leaves mention: none, one and all of them. */
  private static List<Value> choices(List<Criterion> leaves) {
    List<Set<String>> sets = List.of(Set.of());
    for (List<String> words : alike(leaves)) {
      List<Set<String>> more = new ArrayList<>();
      for (Set<String> set : sets) {
        more.add(set);
        more.add(and(set, words.subList(0, 1)));
        if (words.size() > 1) {
          more.add(and(set, words));
        }
      }
      sets = more;
    }
    return sets.stream().<Value>map(set -> new Value.Words(ImmutableSet.copyOf(set))).toList();
  }

  private static Set<String> and(Set<String> set, List<String> words) {
    Set<String> both = new LinkedHashSet<>(set);
    both.addAll(words);
    return both;
  }

  private static List<Boolean> mentioned(String word, List<Criterion> leaves) {
    return leaves.stream().map(leaf -> words(leaf).contains(word)).toList();
  }

  private static Set<String> words(Criterion leaf) {
    if (leaf instanceof OneOf oneOf) {
      return oneOf.words();
    }
    return leaf instanceof Includes includes ? includes.words() : Set.of();
  }

  /** Whether a part of the tree is always open: left to the hub, or without a figure. */
  static boolean isOpen(Criterion criterion) {
    return criterion
        .leaves()
        .anyMatch(leaf -> leaf instanceof Unstated || leaf instanceof HubDecides);
  }

  /** The criteria of a term: the demand, the referral and the condition. */
  static List<Criterion> criteria(Term term) {
    List<Criterion> criteria = new ArrayList<>();
    if (term instanceof Requirement requirement) {
      criteria.add(requirement.criterion());
      requirement.referral().ifPresent(criteria::add);
    }
    term.when().ifPresent(criteria::add);
    return criteria;
  }

  /** Whether all criteria are true in a world. */
  static boolean hold(Collection<Criterion> criteria, Evidence world) {
    return criteria.stream().allMatch(criterion -> criterion.evaluate(world).truth() == Truth.TRUE);
  }

  /**
   * Whether requirements that share facts can stay open although every answer leads to the same
   * verdict: each alone can have several results, but together they have only one.
   */
  static boolean stayOpen(Collection<Requirement> terms, Budget budget) {
    Set<Criterion> criteria = new LinkedHashSet<>();
    terms.forEach(term -> criteria.addAll(criteria(term)));
    List<Evidence> worlds =
        choices(criteria, Set.of(), budget)
            .filter(choices -> choices.count() <= MOST_COMPARED)
            .filter(choices -> budget.take(choices.count() * size(criteria)))
            .map(PossibleWorlds::all)
            .orElse(ImmutableList.of());
    List<World> full =
        worlds.stream()
            .map(World.class::cast)
            .filter(world -> criteria.stream().allMatch(world::knowsAllOf))
            .toList();
    return worlds.stream()
        .filter(world -> budget.take(full.size()) && !prospect(terms, world).isSettled())
        .anyMatch(
            open ->
                full.stream()
                    .filter(((World) open)::isKnownTo)
                    .map(world -> prospect(terms, world))
                    .reduce(Prospect::either)
                    .filter(Prospect::isSettled)
                    .isPresent());
  }

  private static Prospect prospect(Collection<Requirement> terms, Evidence world) {
    return terms.stream()
        .map(term -> Evaluation.prospect(term, world))
        .reduce(Prospect.TRUE, Prospect::and);
  }

  /**
   * Finds a part of an {@code allOf} or {@code anyOf} that makes no difference.
   *
   * @param handedIn whether the criterion is about the contents of a submitted application
   */
  static Optional<Criterion> findNeedlessPart(Criterion whole, boolean handedIn, Budget budget) {
    List<Criterion> parts = whole.children();
    for (Criterion part : parts) {
      Optional<Criterion> within = findNeedlessPart(part, handedIn, budget);
      if (within.isPresent()) {
        return within;
      }
    }
    if (parts.size() < 2) {
      return Optional.empty();
    }
    for (int i = 0; i < parts.size(); i++) {
      List<Criterion> others = new ArrayList<>(parts);
      others.remove(i);
      Criterion without = whole.withChildren(others);
      if (!shows(
          List.of(whole),
          Set.of(),
          budget,
          world -> {
            Evidence evidence = handedIn ? world.forWhatIsHandedIn() : world;
            return !seen(whole.evaluate(evidence)).equals(seen(without.evaluate(evidence)));
          })) {
        return Optional.of(parts.get(i));
      }
    }
    return Optional.empty();
  }
}
