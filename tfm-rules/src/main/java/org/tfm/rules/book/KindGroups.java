package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tfm.model.problem.Budget;
import org.tfm.model.school.SchoolKind;

/**
 * The kinds of school in groups that no contribution to a type of work group distinguishes.
 *
 * <p>What holds for one kind of a group holds for all. The groups are found once, for all days.
 * Immutable.
 */
final class KindGroups {

  /**
   * A day and a kind of school that differ from all others in the contributions that apply.
   *
   * @param day the first such day
   * @param kind the plainest such kind on that day
   */
  record Situation(LocalDate day, SchoolKind kind) {}

  private final ImmutableList<Contribution> contributions;
  private final ImmutableList<LocalDate> days;

  /**
   * The contributions that apply to each group on some day, with the plainest kind of the group.
   */
  private final Map<BitSet, SchoolKind> groups;

  private KindGroups(
      ImmutableList<Contribution> contributions,
      ImmutableList<LocalDate> days,
      Map<BitSet, SchoolKind> groups) {
    this.contributions = contributions;
    this.days = days;
    this.groups = groups;
  }

  /** Returns the groups for the contributions of these packs to a type. */
  static KindGroups of(List<PackPolicy> layers, String type) {
    ImmutableList<Contribution> all =
        layers.stream()
            .flatMap(layer -> layer.to(type).stream())
            .collect(ImmutableList.toImmutableList());
    Map<KindSet, BitSet> alike = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      alike.computeIfAbsent(all.get(i).kinds(), any -> new BitSet()).set(i);
    }
    Map<BitSet, SchoolKind> groups = new LinkedHashMap<>();
    for (int i = 0; i < SchoolKind.all().size(); i++) {
      BitSet applicable = new BitSet(all.size());
      for (Map.Entry<KindSet, BitSet> some : alike.entrySet()) {
        if (some.getKey().contains(i)) {
          applicable.or(some.getValue());
        }
      }
      groups.merge(applicable, SchoolKind.all().get(i), SchoolKind::orPlainer);
    }
    return new KindGroups(all, days(layers, type), groups);
  }

  /** The days on which the terms can change: a rule starts, or ended the day before. */
  static ImmutableSortedSet<LocalDate> turns(List<PackPolicy> layers, String type) {
    return layers.stream()
        .flatMap(layer -> layer.to(type).stream())
        .flatMap(
            c -> Stream.concat(c.from().stream(), c.until().stream().map(last -> last.plusDays(1))))
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /** One day for each period between two changes. */
  private static ImmutableList<LocalDate> days(List<PackPolicy> layers, String type) {
    return ImmutableList.<LocalDate>builder()
        .add(LocalDate.MIN)
        .addAll(turns(layers, type))
        .build();
  }

  /** One day for each period in which no contribution starts or ends; the first is before all. */
  ImmutableList<LocalDate> days() {
    return days;
  }

  /** The number of rules and of terms that they write or withdraw. */
  long terms() {
    return contributions.stream()
        .mapToLong(one -> 1L + one.terms().size() + one.withdraws().size())
        .sum();
  }

  /** One kind of school for each distinct set of contributions that apply on a day. */
  ImmutableList<SchoolKind> on(LocalDate day) {
    return ImmutableList.copyOf(applicable(day).values());
  }

  private Map<BitSet, SchoolKind> applicable(LocalDate day) {
    BitSet effective = new BitSet(contributions.size());
    for (int i = 0; i < contributions.size(); i++) {
      effective.set(i, contributions.get(i).isEffective(day));
    }
    Map<BitSet, SchoolKind> applicable = new LinkedHashMap<>();
    groups.forEach(
        (some, kind) -> {
          BitSet now = (BitSet) some.clone();
          now.and(effective);
          applicable.merge(now, kind, SchoolKind::orPlainer);
        });
    return applicable;
  }

  /**
   * Returns one day and kind for each distinct set of contributions that apply, by day. Each term
   * of each set is a step; there are no more sets when the budget is spent.
   */
  ImmutableList<Situation> situations(Budget budget) {
    long terms = terms();
    Set<BitSet> seen = new HashSet<>();
    List<Situation> situations = new ArrayList<>();
    for (LocalDate day : days) {
      if (!budget.take(groups.size() + (long) contributions.size())) {
        break;
      }
      applicable(day)
          .forEach(
              (applicable, kind) -> {
                if (seen.add(applicable) && budget.take(terms)) {
                  situations.add(new Situation(day, kind));
                }
              });
    }
    return ImmutableList.copyOf(situations);
  }
}
