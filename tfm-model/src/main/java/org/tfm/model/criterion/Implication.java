package org.tfm.model.criterion;

import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.tfm.model.problem.Budget;

/**
 * Proves from the trees that one criterion implies another.
 *
 * <p>Sound but not complete: an implication that is not proved may still hold. Every pair of nodes
 * is proved once, so the work grows with the product of both sizes, not with their depth.
 */
final class Implication {

  private final IdentityHashMap<Criterion, IdentityHashMap<Criterion, Boolean>> proved =
      new IdentityHashMap<>();
  private final Budget budget;

  private Implication(Budget budget) {
    this.budget = budget;
  }

  /** Whether the implication is proved within the budget; each pair of nodes is a step. */
  static boolean holds(Criterion narrow, Criterion wide, Budget budget) {
    return new Implication(budget).holds(narrow, wide);
  }

  private boolean holds(Criterion narrow, Criterion wide) {
    IdentityHashMap<Criterion, Boolean> ofNarrow =
        proved.computeIfAbsent(narrow, any -> new IdentityHashMap<>());
    Boolean known = ofNarrow.get(wide);
    if (known == null) {
      known = budget.take(1) && prove(narrow, wide);
      ofNarrow.put(wide, known);
    }
    return known;
  }

  private boolean prove(Criterion narrow, Criterion wide) {
    if (narrow.equals(wide)) {
      return true;
    }
    if (wide instanceof AllOf all) {
      return all.parts().stream().allMatch(part -> holds(narrow, part));
    }
    if (narrow instanceof AnyOf any) {
      return any.parts().stream().allMatch(part -> holds(part, wide));
    }
    if (wide instanceof AnyOf any && any.parts().stream().anyMatch(part -> holds(narrow, part))) {
      return true;
    }
    if (narrow instanceof AllOf all) {
      return all.parts().stream().anyMatch(part -> holds(part, wide));
    }
    return leaf(narrow, wide);
  }

  private boolean leaf(Criterion narrow, Criterion wide) {
    if (wide instanceof Provided provided) {
      return readsAlways(narrow, provided.fact());
    }
    if (narrow instanceof Not one && wide instanceof Not other) {
      // A false criterion is known to be false, except because of an empty field, which says
      // nothing
      // about other fields.
      return !asksWhetherGiven(one.criterion()) && holds(other.criterion(), one.criterion());
    }
    if (narrow instanceof ForMembers one && wide instanceof ForMembers other) {
      return one.members() == other.members()
          && (one.every() || !other.every())
          && holds(one.criterion(), other.criterion());
    }
    if (narrow instanceof CountOfMembers one && wide instanceof ForMembers other) {
      return one.members() == other.members()
          && !other.every()
          && one.least().isPresent()
          && holds(one.where(), other.criterion());
    }
    if (narrow instanceof ForMembers one && wide instanceof CountOfMembers other) {
      return one.members() == other.members()
          && !one.every()
          && other.least().equals(Optional.of(1))
          && other.most().isEmpty()
          && holds(one.criterion(), other.where());
    }
    if (narrow instanceof CountOfMembers one && wide instanceof CountOfMembers other) {
      return counted(one, other);
    }
    if (narrow instanceof Within one && wide instanceof Within other) {
      return one.fact().equals(other.fact())
          && isAtLeast(one.least(), other.least())
          && isAtMost(one.most(), other.most());
    }
    if (narrow instanceof During one && wide instanceof During other) {
      return one.fact().equals(other.fact())
          && other
              .from()
              .map(first -> one.from().filter(own -> own.startsWith(first)).isPresent())
              .orElse(true)
          && other
              .until()
              .map(last -> one.until().filter(own -> own.endsWith(last)).isPresent())
              .orElse(true);
    }
    if (narrow instanceof OneOf one && wide instanceof OneOf other) {
      return one.isWithin(other);
    }
    if (narrow instanceof Includes one && wide instanceof Includes other) {
      return one.fact().equals(other.fact()) && includes(one, other);
    }
    return false;
  }

  private boolean counted(CountOfMembers one, CountOfMembers other) {
    boolean isEnough =
        other.least().isEmpty()
            || (one.least().orElse(0) >= other.least().get() && holds(one.where(), other.where()));
    boolean isNotTooMuch =
        other.most().isEmpty()
            || (one.most().orElse(Integer.MAX_VALUE) <= other.most().get()
                && (one.where().equals(other.where())
                    || (!asksWhetherGiven(one.where()) && holds(other.where(), one.where()))));
    return one.members() == other.members() && isEnough && isNotTooMuch;
  }

  private static boolean asksWhetherGiven(Criterion criterion) {
    return criterion.leaves().anyMatch(Provided.class::isInstance);
  }

  /** Whether a comparison can be true only if the fact is given. */
  private static boolean readsAlways(Criterion criterion, Fact fact) {
    return List.of(OneOf.class, Within.class, During.class, Includes.class, Confirmed.class)
            .contains(criterion.getClass())
        && criterion.facts().contains(fact);
  }

  private static boolean includes(Includes one, Includes other) {
    if (other.all()) {
      return (one.all() || one.words().size() == 1) && one.words().containsAll(other.words());
    }
    return one.all()
        ? one.words().stream().anyMatch(other.words()::contains)
        : other.words().containsAll(one.words());
  }

  private static boolean isAtMost(Optional<BigDecimal> bound, Optional<BigDecimal> other) {
    return other.isEmpty() || (bound.isPresent() && bound.get().compareTo(other.get()) <= 0);
  }

  /** Whether the first bound is present and at least the second; always if there is no second. */
  private static boolean isAtLeast(Optional<BigDecimal> bound, Optional<BigDecimal> other) {
    return other.isEmpty() || (bound.isPresent() && bound.get().compareTo(other.get()) >= 0);
  }
}
