package org.tfm.model.assessment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.Truth;
import org.tfm.model.criterion.Unstated;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Draft;
import org.tfm.model.document.FactLocation;
import org.tfm.model.document.Facts;
import org.tfm.model.term.Requirement;

/**
 * That one leaf of a criterion comes out in one way, by the value at one spot.
 *
 * @param spot where the value stands
 * @param of whom the leaf is about
 * @param leaf the leaf
 * @param want how it must come out
 */
record LeafGoal(FactLocation spot, String of, Criterion leaf, Want want) {

  /**
   * How a criterion must come out.
   *
   * @param truth true or false
   * @param loosely whether it is enough that it does not certainly come out otherwise
   */
  record Want(boolean truth, boolean loosely) {
    static final Want TRUE = new Want(true, false);
    static final Want NOT_FALSE = new Want(true, true);

    Want opposite() {
      return new Want(!truth, loosely);
    }
  }

  /** More ways than these are not pursued. */
  static final int MOST_WAYS = 1_000;

  boolean holds(Draft draft) {
    return draft
        .evidence(of)
        .map(evidence -> leaf.evaluate(evidence).truth())
        .map(truth -> truth == Truth.of(want.truth()) || (want.loosely() && !truth.isKnown()))
        .orElse(false);
  }

  /** The fact that the leaf asks about. */
  Fact fact() {
    return leaf.facts().iterator().next();
  }

  /**
   * The sets of demands each of which makes a criterion come out as wanted; none if nothing does.
   *
   * @param spread whether release time can be asked of one person as well as of all together
   */
  static List<ImmutableSet<LeafGoal>> ways(
      Criterion criterion, Want want, Draft draft, String of, boolean spread) {
    if (criterion instanceof Not not) {
      return ways(not.criterion(), want.opposite(), draft, of, spread);
    }
    if (criterion instanceof AllOf all) {
      return combined(
          all.parts().stream().map(part -> ways(part, want, draft, of, spread)), want.truth());
    }
    if (criterion instanceof AnyOf any) {
      return combined(
          any.parts().stream().map(part -> ways(part, want, draft, of, spread)), !want.truth());
    }
    if (criterion instanceof ForMembers each) {
      List<String> members = members(draft, each.members());
      return members.isEmpty()
          ? List.of()
          : combined(
              members.stream().map(one -> ways(each.criterion(), want, draft, one, spread)),
              each.every() == want.truth());
    }
    if (criterion instanceof Unstated || criterion instanceof HubDecides) {
      return want.loosely() ? List.of(ImmutableSet.of()) : List.of();
    }
    return leaf(criterion, want, draft, of, spread);
  }

  private static List<ImmutableSet<LeafGoal>> leaf(
      Criterion leaf, Want want, Draft draft, String of, boolean spread) {
    Fact fact = leaf.facts().iterator().next();
    Stream<FactLocation> spots = Stream.of(draft.spot(of, fact));
    if (spread && fact.equals(Facts.COMBINED_RELEASE)) {
      spots =
          Stream.concat(
              spots,
              members(draft, Members.LEAD_PARTICIPANTS).stream()
                  .map(one -> draft.spot(one, Facts.RELEASE_DAYS)));
    }
    return spots.map(spot -> ImmutableSet.of(new LeafGoal(spot, of, leaf, want))).toList();
  }

  private static List<String> members(Draft draft, Members members) {
    return draft.evidence().members(members).stream().map(Evidence::describes).toList();
  }

  /** Every part at once, or any one of them. */
  private static List<ImmutableSet<LeafGoal>> combined(
      Stream<List<ImmutableSet<LeafGoal>>> parts, boolean every) {
    return every ? together(parts.toList()) : parts.flatMap(List::stream).distinct().toList();
  }

  private static List<ImmutableSet<LeafGoal>> together(
      Collection<List<ImmutableSet<LeafGoal>>> parts) {
    Set<ImmutableSet<LeafGoal>> all = new LinkedHashSet<>();
    all.add(ImmutableSet.of());
    for (List<ImmutableSet<LeafGoal>> part : parts) {
      Set<ImmutableSet<LeafGoal>> longer = new LinkedHashSet<>();
      for (ImmutableSet<LeafGoal> one : all) {
        for (ImmutableSet<LeafGoal> other : part) {
          if (longer.size() < MOST_WAYS) {
            longer.add(ImmutableSet.<LeafGoal>builder().addAll(one).addAll(other).build());
          }
        }
      }
      all = longer;
    }
    return ImmutableList.copyOf(new ArrayList<>(all));
  }

  /** The leaves of a criterion. */
  static Stream<Criterion> leaves(Criterion criterion) {
    if (criterion instanceof ForMembers each) {
      return leaves(each.criterion());
    }
    if (criterion instanceof AllOf all) {
      return all.parts().stream().flatMap(LeafGoal::leaves);
    }
    if (criterion instanceof AnyOf any) {
      return any.parts().stream().flatMap(LeafGoal::leaves);
    }
    return criterion instanceof Not not ? leaves(not.criterion()) : Stream.of(criterion);
  }

  /** With what numbers requirements compare how many there are; 1,000 stands for all above. */
  static Stream<Integer> sizes(Fact counted, Collection<Requirement> terms) {
    return bounds(counted, terms).map(LeafGoal::size);
  }

  private static int size(BigDecimal bound) {
    return bound.min(BigDecimal.valueOf(1_000)).intValue();
  }

  /** How many people share the days of all, where each can or has to give so many of them. */
  static Set<Integer> sharing(Collection<Requirement> terms) {
    return bounds(Facts.COMBINED_RELEASE, terms)
        .flatMap(
            all ->
                bounds(Facts.RELEASE_DAYS, terms)
                    .filter(each -> each.signum() > 0)
                    .flatMap(
                        each ->
                            Stream.of(RoundingMode.FLOOR, RoundingMode.CEILING)
                                .map(mode -> size(all.divide(each, 0, mode)))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<BigDecimal> bounds(Fact fact, Collection<Requirement> terms) {
    return terms.stream()
        .flatMap(term -> leaves(term.criterion()))
        .filter(leaf -> leaf instanceof Within within && within.fact().equals(fact))
        .map(Within.class::cast)
        .flatMap(within -> Stream.concat(within.least().stream(), within.most().stream()));
  }

  /** The demands that the value at a spot can fulfil or fail. */
  static Stream<LeafGoal> at(FactLocation spot, Criterion criterion, Draft draft, String of) {
    if (criterion instanceof ForMembers each) {
      return members(draft, each.members()).stream()
          .flatMap(one -> at(spot, each.criterion(), draft, one));
    }
    if (criterion instanceof AllOf all) {
      return all.parts().stream().flatMap(part -> at(spot, part, draft, of));
    }
    if (criterion instanceof AnyOf any) {
      return any.parts().stream().flatMap(part -> at(spot, part, draft, of));
    }
    if (criterion instanceof Not not) {
      return at(spot, not.criterion(), draft, of);
    }
    return criterion.facts().stream()
        .filter(
            fact ->
                draft.spot(of, fact).equals(spot)
                    || (fact.equals(Facts.COMBINED_RELEASE)
                        && spot.fact().equals(Facts.RELEASE_DAYS)))
        .map(fact -> new LeafGoal(spot, of, criterion, Want.TRUE));
  }

  /** Every spot that a criterion asks about, of the members that are there. */
  static Stream<FactLocation> spots(Criterion criterion, Draft draft, String of) {
    if (criterion instanceof ForMembers each) {
      return members(draft, each.members()).stream()
          .flatMap(one -> spots(each.criterion(), draft, one));
    }
    if (criterion instanceof AllOf all) {
      return all.parts().stream().flatMap(part -> spots(part, draft, of));
    }
    if (criterion instanceof AnyOf any) {
      return any.parts().stream().flatMap(part -> spots(part, draft, of));
    }
    if (criterion instanceof Not not) {
      return spots(not.criterion(), draft, of);
    }
    return criterion.facts().stream().map(fact -> draft.spot(of, fact));
  }
}
