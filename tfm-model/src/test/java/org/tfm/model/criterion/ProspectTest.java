package org.tfm.model.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.model.criterion.Prospect.ANY;
import static org.tfm.model.criterion.Prospect.FALSE;
import static org.tfm.model.criterion.Prospect.FALSE_OR_HUB;
import static org.tfm.model.criterion.Prospect.HUB;
import static org.tfm.model.criterion.Prospect.TRUE;
import static org.tfm.model.criterion.Prospect.TRUE_OR_FALSE;
import static org.tfm.model.criterion.Prospect.TRUE_OR_HUB;

import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProspectTest {

  private static final List<Prospect> FROM_THE_LEAST = List.of(FALSE, HUB, TRUE);

  private static Prospect lesser(Prospect one, Prospect other) {
    return FROM_THE_LEAST.get(Math.min(FROM_THE_LEAST.indexOf(one), FROM_THE_LEAST.indexOf(other)));
  }

  private static Set<Prospect> pairs(
      Prospect one, Prospect other, BinaryOperator<Prospect> combined) {
    return one.singles()
        .flatMap(a -> other.singles().map(b -> combined.apply(a, b)))
        .collect(Collectors.toSet());
  }

  @Test
  void andIsTheMinimumAndOrTheMaximumOfEveryPair() {
    for (Prospect one : Prospect.values()) {
      for (Prospect other : Prospect.values()) {
        assertThat(one.and(other).singles())
            .containsExactlyInAnyOrderElementsOf(pairs(one, other, ProspectTest::lesser));
        assertThat(one.or(other).singles())
            .containsExactlyInAnyOrderElementsOf(
                pairs(one, other, (a, b) -> lesser(a, b) == a ? b : a));
      }
    }
  }

  @Test
  void doubleNegationChangesNothingAndLeftToTheHubStaysSo() {
    for (Prospect one : Prospect.values()) {
      assertThat(one.negate().negate()).isEqualTo(one);
      assertThat(one.negate().includes(HUB)).isEqualTo(one.includes(HUB));
    }
    assertThat(TRUE.negate()).isEqualTo(FALSE);
    assertThat(TRUE_OR_HUB.negate()).isEqualTo(FALSE_OR_HUB);
  }

  @Test
  void eitherIsTheUnion() {
    assertThat(TRUE.either(FALSE)).isEqualTo(TRUE_OR_FALSE);
    assertThat(TRUE_OR_HUB.either(FALSE)).isEqualTo(ANY);
    assertThat(HUB.either(HUB)).isEqualTo(HUB);
    assertThat(ANY.includes(TRUE_OR_HUB)).isTrue();
    assertThat(TRUE_OR_HUB.includes(ANY)).isFalse();
  }

  @Test
  void onlyFalseIsReplaced() {
    assertThat(TRUE_OR_HUB.insteadOfFalse(FALSE)).isEqualTo(TRUE_OR_HUB);
    assertThat(FALSE.insteadOfFalse(HUB)).isEqualTo(HUB);
    assertThat(TRUE_OR_FALSE.insteadOfFalse(FALSE_OR_HUB)).isEqualTo(ANY);
  }

  @Test
  void singleOutcomesAreSettledAndTrueOrFalseIsKnown() {
    assertThat(Prospect.values())
        .filteredOn(Prospect::isSettled)
        .containsExactlyInAnyOrder(TRUE, FALSE, HUB);
    assertThat(Prospect.values())
        .filteredOn(one -> one.truth().isKnown())
        .containsExactlyInAnyOrder(TRUE, FALSE);
    assertThat(Prospect.of(true)).isEqualTo(TRUE);
    assertThat(Prospect.of(false)).isEqualTo(FALSE);
  }
}
