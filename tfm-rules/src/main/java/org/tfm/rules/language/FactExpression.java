package org.tfm.rules.language;

import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Unstated;
import org.tfm.model.criterion.Within;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.style.Internal;

/**
 * A fact a rule asks about, waiting for its comparison.
 *
 * <p>Every comparison throws {@link IllegalArgumentException} if the fact is of another kind.
 *
 * @hidden
 */
@Internal
public final class FactExpression {

  private final Fact fact;

  FactExpression(Fact fact) {
    this.fact = fact;
  }

  /** It is this word. */
  public Criterion is(Enum<?> word) {
    return new OneOf(fact, ImmutableSet.of(word.name()));
  }

  /** It is this word. */
  public Criterion is(String word) {
    return new OneOf(fact, ImmutableSet.of(word));
  }

  /** It is one of these words. */
  public Criterion in(Enum<?>... words) {
    return new OneOf(fact, names(words));
  }

  /** It is one of these words. */
  public Criterion in(String... words) {
    return new OneOf(fact, ImmutableSet.copyOf(words));
  }

  /** It includes one of these words. */
  public Criterion includesAny(Enum<?>... words) {
    return new Includes(fact, names(words), false);
  }

  /** It includes one of these words. */
  public Criterion includesAny(String... words) {
    return new Includes(fact, ImmutableSet.copyOf(words), false);
  }

  /** It includes every one of these words. */
  public Criterion includesAll(Enum<?>... words) {
    return new Includes(fact, names(words), true);
  }

  /** It includes every one of these words. */
  public Criterion includesAll(String... words) {
    return new Includes(fact, ImmutableSet.copyOf(words), true);
  }

  private static ImmutableSet<String> names(Enum<?>[] words) {
    return Arrays.stream(words).map(Enum::name).collect(ImmutableSet.toImmutableSet());
  }

  /** The number is at least this. */
  public Criterion isAtLeast(int number) {
    return within(number, null);
  }

  /** The time is at least this. */
  public Criterion isAtLeast(ReleaseTime time) {
    return new Within(fact, Optional.of(amount(time)), Optional.empty());
  }

  /** The number is at most this. */
  public Criterion isAtMost(int number) {
    return within(null, number);
  }

  /** The time is at most this. */
  public Criterion isAtMost(ReleaseTime time) {
    return new Within(fact, Optional.empty(), Optional.of(amount(time)));
  }

  /** The number is from the one to the other, both included. */
  public Criterion isBetween(int least, int most) {
    return within(least, most);
  }

  /** The number is exactly this. */
  public Criterion isExactly(int number) {
    return within(number, number);
  }

  /** The time is exactly this. */
  public Criterion isExactly(ReleaseTime time) {
    return new Within(fact, Optional.of(amount(time)), Optional.of(amount(time)));
  }

  private Criterion within(@Nullable Integer least, @Nullable Integer most) {
    return new Within(
        fact,
        Optional.ofNullable(least).map(BigDecimal::valueOf),
        Optional.ofNullable(most).map(BigDecimal::valueOf));
  }

  /** The time in the unit of the fact; a bare number has no time to be compared with. */
  private BigDecimal amount(ReleaseTime time) {
    return switch (fact.unit().orElse("")) {
      case "day" -> time.days();
      case "half-day" -> BigDecimal.valueOf(time.halfDays());
      default ->
          throw new IllegalArgumentException(
              "the fact `" + fact.id() + "` is not a time; compare it with a bare number");
    };
  }

  /** The answer is yes. */
  public Criterion isConfirmed() {
    return new Confirmed(fact);
  }

  /** It is given, whatever its value. */
  public Criterion isProvided() {
    return new Provided(fact);
  }

  /** The policy demands something of it and states no figure. */
  public Criterion isUnstated() {
    return new Unstated(fact);
  }
}
