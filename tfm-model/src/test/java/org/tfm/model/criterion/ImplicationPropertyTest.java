package org.tfm.model.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.tfm.model.document.Facts;

class ImplicationPropertyTest {

  private static final Fact YES = Facts.SPECIAL;

  /** Evidence with one number, one set of words and one answer, each given or not. */
  private record Known(Optional<Value> number, Optional<Value> words, Optional<Value> answer)
      implements Evidence {
    @Override
    public Optional<Value> find(Fact fact) {
      return fact.equals(Facts.SCHOOLS) ? number : fact.equals(Facts.ROLES) ? words : answer;
    }

    @Override
    public ImmutableList<Evidence> members(Members members) {
      return ImmutableList.of();
    }

    @Override
    public String describes() {
      return "";
    }
  }

  @Provide
  Arbitrary<Evidence> evidence() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 6).map(n -> (Value) Value.Quantity.of(n)).optional(),
            words().map(w -> (Value) new Value.Words(w)).optional(),
            Arbitraries.of(true, false).map(b -> (Value) Value.YesNo.of(b)).optional())
        .as(Known::new);
  }

  private static Arbitrary<ImmutableSet<String>> words() {
    return Arbitraries.of("MATHS_LEAD", "SENCO", "HEADTEACHER")
        .set()
        .ofMinSize(1)
        .map(ImmutableSet::copyOf);
  }

  @Provide
  Arbitrary<Criterion> criteria() {
    return trees(3);
  }

  private static Arbitrary<Criterion> trees(int depth) {
    Arbitrary<Criterion> bounds =
        Combinators.combine(
                Arbitraries.integers().between(0, 5), Arbitraries.integers().between(0, 3))
            .as((least, more) -> within(least, more == 3 ? null : least + more));
    Arbitrary<Criterion> leaves =
        Arbitraries.oneOf(
            bounds,
            Combinators.combine(words(), Arbitraries.of(true, false))
                .as((w, all) -> (Criterion) new Includes(Facts.ROLES, w, all)),
            Arbitraries.of(new Confirmed(YES), new Provided(YES), new Provided(Facts.SCHOOLS)));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<ImmutableList<Criterion>> parts =
        trees(depth - 1).list().ofMinSize(1).ofMaxSize(2).map(ImmutableList::copyOf);
    return Arbitraries.frequencyOf(
        Tuple.of(4, leaves),
        Tuple.of(1, parts.map(AllOf::new)),
        Tuple.of(1, parts.map(AnyOf::new)),
        Tuple.of(1, trees(depth - 1).map(Not::new)));
  }

  private static Criterion within(int least, @Nullable Integer most) {
    return new Within(
        Facts.SCHOOLS,
        Optional.of(BigDecimal.valueOf(least)),
        Optional.ofNullable(most).map(BigDecimal::valueOf));
  }

  @Property(tries = 20_000)
  void anImpliedCriterionHoldsWheneverTheOtherDoes(
      @ForAll("criteria") Criterion narrow,
      @ForAll("criteria") Criterion wide,
      @ForAll("evidence") Evidence evidence) {
    if (narrow.implies(wide) && narrow.evaluate(evidence).truth() == Truth.TRUE) {
      assertThat(wide.evaluate(evidence).truth()).isEqualTo(Truth.TRUE);
    }
  }

  @Property
  void everyCriterionImpliesItself(@ForAll("criteria") Criterion criterion) {
    assertThat(criterion.implies(criterion)).isTrue();
  }

  @Example
  void aHigherMinimumImpliesALowerOneButNotConversely() {
    assertThat(within(10, null).implies(within(8, null))).isTrue();
    assertThat(within(8, null).implies(within(10, null))).isFalse();
    assertThat(within(6, 7).implies(within(6, null))).isTrue();
    assertThat(within(6, null).implies(within(6, 7))).isFalse();
  }

  @Example
  void absentValuesAreNotFalse() {
    Criterion notGiven = new Not(new Provided(YES));
    assertThat(notGiven.implies(new Not(new Confirmed(YES)))).isFalse();
    assertThat(new Confirmed(YES).implies(new Provided(YES))).isTrue();
  }

  @Example
  void aFurtherConditionIsStricterAndAFurtherAlternativeIsNot() {
    Criterion size = within(6, 7);
    Criterion special = new Confirmed(YES);
    assertThat(new AllOf(ImmutableList.of(size, special)).implies(size)).isTrue();
    assertThat(new AnyOf(ImmutableList.of(size, special)).implies(size)).isFalse();
    assertThat(size.implies(new AnyOf(ImmutableList.of(size, special)))).isTrue();
  }
}
