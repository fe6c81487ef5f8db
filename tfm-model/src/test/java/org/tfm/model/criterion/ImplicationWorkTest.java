package org.tfm.model.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.Budget;

/** The work of a proof grows with the sizes of the criteria, not with their depth. */
class ImplicationWorkTest {

  /** A tree of this depth that alternates between all and any of two parts. */
  private static Criterion nested(int depth, Criterion leaf) {
    if (depth == 0) {
      return leaf;
    }
    ImmutableList<Criterion> parts =
        ImmutableList.of(nested(depth - 1, leaf), nested(depth - 1, new Not(leaf)));
    return depth % 2 == 0 ? new AllOf(parts) : new AnyOf(parts);
  }

  @Test
  void aDeepProofTakesAsManyStepsAsThereArePairsOfParts() {
    Criterion narrow = nested(8, new Confirmed(Facts.SPECIAL));
    Criterion wide = new AnyOf(ImmutableList.of(nested(8, new Confirmed(Facts.MAINSTREAM))));
    Budget budget = Budget.of(Long.MAX_VALUE);
    assertThat(narrow.implies(wide, budget)).isFalse();
    // Each side has fewer than 1,050 nodes; without a memory it would be four times more a level.
    assertThat(budget.used()).isLessThan(1_100_000);
  }

  @Test
  void nothingIsProvedBeyondTheBudget() {
    Criterion one = nested(4, new Confirmed(Facts.SPECIAL));
    Criterion either = new AnyOf(ImmutableList.of(new Confirmed(Facts.MAINSTREAM), one));
    Budget budget = Budget.of(2);
    assertThat(one.implies(either)).isTrue();
    assertThat(one.implies(either, budget)).isFalse();
    assertThat(budget.isSpent()).isTrue();
  }
}
