package org.tfm.model.advice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.math.LongMath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OverMembers;
import org.tfm.model.criterion.Prospect;
import org.tfm.model.criterion.Truth;
import org.tfm.model.criterion.Unstated;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.EditedDocument;
import org.tfm.model.document.FactLocation;
import org.tfm.model.document.Facts;
import org.tfm.model.document.Total;
import org.tfm.model.problem.Budget;
import org.tfm.model.term.Requirement;

/**
 * The goal that one leaf of a criterion is true, or false, by the value at one location.
 *
 * @param location the location of the value
 * @param of the member that the leaf is about
 * @param leaf the leaf
 * @param want whether the leaf has to be true; otherwise false
 */
record LeafGoal(FactLocation location, String of, Criterion leaf, boolean want) {

  /** The maximum number of alternatives to search. */
  static final int MOST_WAYS = 1_000;

  /** The maximum number of goals in all alternatives, which have more goals with more members. */
  private static final long MOST_GOALS = 10_000;

  /**
   * Mixes the parts to give different sets of goals different sums. Without it, sets that give the
   * same leaves to other members would have the same sum.
   */
  @Override
  public int hashCode() {
    int hash = 31 * (31 * location.hashCode() + leaf.hashCode()) + Boolean.hashCode(want);
    hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
    return hash ^ (hash >>> 16);
  }

  boolean holds(EditedDocument document) {
    return document
        .evidence(of)
        .map(evidence -> leaf.evaluate(evidence).truth())
        .map(truth -> truth == Truth.of(want))
        .orElse(false);
  }

  /** The fact of the leaf. */
  Fact fact() {
    return leaf.facts().iterator().next();
  }

  /**
   * Returns the sets of goals that give a criterion the wanted outcome; empty if there is none.
   *
   * @param spread whether goals on a total can also be goals on one member's part of it
   * @param budget the limit of combinations of goals that are made
   */
  static List<ImmutableSet<LeafGoal>> ways(
      Criterion criterion,
      boolean want,
      EditedDocument document,
      String of,
      boolean spread,
      Budget budget) {
    return criterion.accept(new Ways(want, document, of, spread, budget));
  }

  /**
   * A criterion that has to be true, or false.
   *
   * @param of the member that it is about; empty for the document as a whole
   */
  record Part(Criterion criterion, boolean want, String of) {

    List<ImmutableSet<LeafGoal>> ways(EditedDocument document, boolean spread, Budget budget) {
      return LeafGoal.ways(criterion, want, document, of, spread, budget);
    }

    Stream<FactLocation> locations(EditedDocument document) {
      return leaves(criterion, document, of)
          .flatMap(
              leaf ->
                  leaf.criterion().facts().stream()
                      .map(fact -> document.location(leaf.of(), fact)));
    }
  }

  /** Returns the parts that all have to hold, as small as they can be, so that a criterion does. */
  static Stream<Part> parts(Criterion criterion, EditedDocument document) {
    return criterion.accept(new Parts(true, document, ""));
  }

  /** Splits a node, on the document as a whole or on one member. */
  private record Parts(boolean want, EditedDocument document, String of)
      implements Criterion.Visitor<Stream<Part>> {

    @Override
    public Stream<Part> allOf(AllOf all) {
      return want ? all.parts().stream().flatMap(part -> part.accept(this)) : leaf(all);
    }

    @Override
    public Stream<Part> anyOf(AnyOf any) {
      return want ? leaf(any) : any.parts().stream().flatMap(part -> part.accept(this));
    }

    @Override
    public Stream<Part> not(Not not) {
      return not.criterion().accept(new Parts(!want, document, of));
    }

    @Override
    public Stream<Part> forMembers(ForMembers each) {
      List<String> members = members(document, each.members());
      return each.every() == want && !members.isEmpty()
          ? members.stream().flatMap(one -> each.criterion().accept(new Parts(want, document, one)))
          : leaf(each);
    }

    @Override
    public Stream<Part> countOfMembers(CountOfMembers count) {
      return leaf(count);
    }

    @Override
    public Stream<Part> leaf(Criterion leaf) {
      return Stream.of(new Part(leaf, want, of));
    }
  }

  /** Returns how many sets of goals a criterion has, or more. */
  static double count(Criterion criterion, EditedDocument document, boolean spread) {
    return criterion.accept(new Count(true, document, spread));
  }

  /** Counts the sets of goals for a node. */
  private record Count(boolean want, EditedDocument document, boolean spread)
      implements Criterion.Visitor<Double> {

    @Override
    public Double allOf(AllOf all) {
      return of(all.parts(), want);
    }

    @Override
    public Double anyOf(AnyOf any) {
      return of(any.parts(), !want);
    }

    private double of(List<Criterion> parts, boolean every) {
      double all = every ? 1 : 0;
      for (Criterion part : parts) {
        double one = part.accept(this);
        all = every ? all * one : all + one;
      }
      return all;
    }

    @Override
    public Double not(Not not) {
      return not.criterion().accept(new Count(!want, document, spread));
    }

    @Override
    public Double forMembers(ForMembers each) {
      int members = members(document, each.members()).size();
      double one = each.criterion().accept(this);
      return each.every() == want ? Math.pow(one, members) : one * members;
    }

    @Override
    public Double countOfMembers(CountOfMembers count) {
      int members = members(document, count.members()).size();
      double meets = count.where().accept(new Count(true, document, spread));
      double fails = count.where().accept(new Count(false, document, spread));
      return Chosen.of(count, want, members).stream()
          .mapToDouble(
              chosen -> sets(members, chosen.meet(), meets) * sets(members, chosen.fail(), fails))
          .sum();
    }

    private static double sets(int members, int chosen, double ofOne) {
      return chosen > members ? 0 : LongMath.binomial(members, chosen) * Math.pow(ofOne, chosen);
    }

    @Override
    public Double leaf(Criterion leaf) {
      return spread
          ? 1.0 + Total.in(leaf).mapToInt(total -> members(document, total.members()).size()).sum()
          : 1.0;
    }
  }

  /**
   * The numbers of members that must meet the condition of a count, and that must not, for the
   * count to have an outcome.
   */
  private record Chosen(int meet, int fail) {

    /** Returns the alternatives; a count is wrong if it is too low or too high. */
    static List<Chosen> of(CountOfMembers count, boolean want, int members) {
      Optional<Chosen> low = count.least().map(bound -> new Chosen(0, members - bound + 1));
      Optional<Chosen> high = count.most().map(bound -> new Chosen(bound + 1, 0));
      return want
          ? List.of(
              new Chosen(
                  count.least().orElse(0),
                  count.most().map(bound -> Math.max(0, members - bound)).orElse(0)))
          : Stream.concat(low.stream(), high.stream())
              .map(chosen -> new Chosen(chosen.meet(), Math.max(0, chosen.fail())))
              .toList();
    }
  }

  /** Finds the sets of goals for a node, on the document as a whole or on one member. */
  private record Ways(
      boolean want, EditedDocument document, String of, boolean spread, Budget budget)
      implements Criterion.Visitor<List<ImmutableSet<LeafGoal>>> {

    @Override
    public List<ImmutableSet<LeafGoal>> allOf(AllOf all) {
      return combined(all.parts().stream().map(part -> part.accept(this)), want, budget);
    }

    @Override
    public List<ImmutableSet<LeafGoal>> anyOf(AnyOf any) {
      return combined(any.parts().stream().map(part -> part.accept(this)), !want, budget);
    }

    @Override
    public List<ImmutableSet<LeafGoal>> not(Not not) {
      return not.criterion().accept(new Ways(!want, document, of, spread, budget));
    }

    @Override
    public List<ImmutableSet<LeafGoal>> forMembers(ForMembers each) {
      List<String> members = members(document, each.members());
      return members.isEmpty()
          ? List.of()
          : combined(
              members.stream()
                  .map(
                      one ->
                          each.criterion().accept(new Ways(want, document, one, spread, budget))),
              each.every() == want,
              budget);
    }

    @Override
    public List<ImmutableSet<LeafGoal>> countOfMembers(CountOfMembers count) {
      List<ImmutableList<Evidence>> members = count.different(document.evidence());
      return limited(
          Chosen.of(count, want, members.size()).stream()
              .flatMap(
                  chosen ->
                      together(
                          List.of(
                              chosen(count.where(), members, chosen.meet(), true),
                              chosen(count.where(), members, chosen.fail(), false)),
                          budget)
                          .stream()),
          budget);
    }

    /** Returns the sets of goals of a number of members; the most suitable are chosen first. */
    private List<ImmutableSet<LeafGoal>> chosen(
        Criterion where, List<ImmutableList<Evidence>> members, int number, boolean meet) {
      if (number > members.size()) {
        return List.of();
      }
      ImmutableSet<ImmutableList<Evidence>> suitable =
          members.stream()
              .sorted(Comparator.comparing(entries -> isLike(where, entries, !meet)))
              .collect(ImmutableSet.toImmutableSet());
      return limited(
          limited(
                  Sets.combinations(suitable, number).stream()
                      .takeWhile(some -> budget.take(1L + number)),
                  budget)
              .stream()
              .flatMap(
                  some ->
                      together(
                          suitable.stream()
                              .filter(some::contains)
                              .map(entries -> ofOne(where, entries, meet))
                              .toList(),
                          budget)
                          .stream()),
          budget);
    }

    private static boolean isLike(Criterion where, List<Evidence> entries, boolean meet) {
      return entries.stream().anyMatch(entry -> where.prospect(entry) == Prospect.TRUE) == meet;
    }

    /** Returns the sets of goals of one person or school, which meets it by any of its entries. */
    private List<ImmutableSet<LeafGoal>> ofOne(
        Criterion where, List<Evidence> entries, boolean meet) {
      return combined(
          entries.stream()
              .map(
                  entry ->
                      where.accept(new Ways(meet, document, entry.describes(), spread, budget))),
          !meet,
          budget);
    }

    @Override
    public List<ImmutableSet<LeafGoal>> leaf(Criterion leaf) {
      if (leaf instanceof Unstated || leaf instanceof HubDecides) {
        return List.of();
      }
      return LeafGoal.leaf(leaf, want, document, of, spread);
    }
  }

  private static List<ImmutableSet<LeafGoal>> leaf(
      Criterion leaf, boolean want, EditedDocument document, String of, boolean spread) {
    Fact fact = leaf.facts().iterator().next();
    Stream<FactLocation> locations = Stream.of(document.location(of, fact));
    Optional<Total> total = spread ? Total.of(fact) : Optional.empty();
    if (total.isPresent()) {
      locations =
          Stream.concat(
              locations,
              members(document, total.get().members()).stream()
                  .map(one -> document.location(one, total.get().part())));
    }
    return locations
        .map(location -> ImmutableSet.of(new LeafGoal(location, of, leaf, want)))
        .toList();
  }

  private static List<String> members(EditedDocument document, Members members) {
    return document.evidence().members(members).stream().map(Evidence::describes).toList();
  }

  /** Combines the sets of the parts: all parts together, or any one. */
  private static List<ImmutableSet<LeafGoal>> combined(
      Stream<List<ImmutableSet<LeafGoal>>> parts, boolean every, Budget budget) {
    return every ? together(parts.toList(), budget) : limited(parts.flatMap(List::stream), budget);
  }

  /** Returns the different ones among the first ways, and notes whether there are more. */
  private static <T> List<T> limited(Stream<T> ways, Budget budget) {
    List<T> first = ways.distinct().limit(MOST_WAYS + 1L).toList();
    if (first.size() <= MOST_WAYS) {
      return first;
    }
    budget.leaveOut();
    return first.subList(0, MOST_WAYS);
  }

  private static List<ImmutableSet<LeafGoal>> together(
      Collection<List<ImmutableSet<LeafGoal>>> parts, Budget budget) {
    if (parts.stream().allMatch(part -> part.size() == 1)) {
      return List.of(
          parts.stream()
              .flatMap(part -> part.get(0).stream())
              .collect(ImmutableSet.toImmutableSet()));
    }
    Set<ImmutableSet<LeafGoal>> all = new LinkedHashSet<>();
    all.add(ImmutableSet.of());
    for (List<ImmutableSet<LeafGoal>> part : parts) {
      Set<ImmutableSet<LeafGoal>> longer = new LinkedHashSet<>();
      for (ImmutableSet<LeafGoal> one : all) {
        for (ImmutableSet<LeafGoal> other : part) {
          if (longer.size() >= MOST_WAYS || longer.size() * (1L + one.size()) >= MOST_GOALS) {
            budget.leaveOut();
          } else if (budget.take(1L + one.size())) {
            longer.add(ImmutableSet.<LeafGoal>builder().addAll(one).addAll(other).build());
          }
        }
      }
      all = longer;
    }
    return ImmutableList.copyOf(new ArrayList<>(all));
  }

  /** Returns the list sizes that requirements mention, up to 1,000. */
  static Stream<Integer> sizes(Fact counted, Collection<Requirement> terms) {
    return Stream.concat(
        bounds(counted, terms).map(LeafGoal::size),
        terms.stream().flatMap(term -> counts(term.criterion(), counted)));
  }

  /** Returns the bounds of the counts of members in a criterion, of a list with this length. */
  static Stream<Integer> counts(Criterion criterion, Fact counted) {
    return criterion instanceof CountOfMembers count
            && Facts.counting(count.members()).equals(counted)
        ? Stream.concat(count.least().stream(), count.most().stream())
        : criterion.children().stream().flatMap(child -> counts(child, counted));
  }

  private static int size(BigDecimal bound) {
    return bound.min(BigDecimal.valueOf(1_000)).intValue();
  }

  /** Returns the numbers of members that can share a total within the bounds of each. */
  static Set<Integer> sharing(Total total, Collection<Requirement> terms) {
    return bounds(total.whole(), terms)
        .flatMap(
            all ->
                bounds(total.part(), terms)
                    .filter(each -> each.signum() > 0)
                    .flatMap(
                        each ->
                            Stream.of(RoundingMode.FLOOR, RoundingMode.CEILING)
                                .map(mode -> size(all.divide(each, 0, mode)))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<BigDecimal> bounds(Fact fact, Collection<Requirement> terms) {
    return terms.stream()
        .flatMap(term -> term.criterion().leaves())
        .filter(leaf -> leaf instanceof Within within && within.fact().equals(fact))
        .map(Within.class::cast)
        .flatMap(within -> Stream.concat(within.least().stream(), within.most().stream()));
  }

  /** Returns the goals that depend on the value at a location. */
  static Stream<LeafGoal> at(FactLocation location, Criterion criterion, EditedDocument document) {
    return leaves(criterion, document, "")
        .flatMap(
            leaf ->
                leaf.criterion().facts().stream()
                    .filter(fact -> isAt(location, fact, document, leaf.of()))
                    .map(fact -> new LeafGoal(location, leaf.of(), leaf.criterion(), true)));
  }

  private static boolean isAt(
      FactLocation location, Fact fact, EditedDocument document, String of) {
    return document.location(of, fact).equals(location)
        || Total.of(fact).filter(total -> total.part().equals(location.fact())).isPresent();
  }

  /**
   * A leaf for one member, or for the document as a whole.
   *
   * @param criterion the leaf
   * @param of the member that it is evaluated for
   */
  private record LeafOf(Criterion criterion, String of) {}

  /** Returns the leaves of a criterion, once for each member that they are evaluated for. */
  private static Stream<LeafOf> leaves(Criterion criterion, EditedDocument document, String of) {
    if (criterion instanceof OverMembers each) {
      return members(document, each.members()).stream()
          .flatMap(one -> leaves(each.ofEach(), document, one));
    }
    return criterion.children().isEmpty()
        ? Stream.of(new LeafOf(criterion, of))
        : criterion.children().stream().flatMap(child -> leaves(child, document, of));
  }
}
