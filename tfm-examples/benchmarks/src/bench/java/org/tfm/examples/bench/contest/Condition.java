package org.tfm.examples.bench.contest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.List;

/** A condition with two outcomes, as in every rule language; "unknown" is a separate condition. */
public sealed interface Condition {

  /** Always holds, or never. */
  record Constant(boolean holds) implements Condition {}

  /** The property is known. */
  record Given(Property property) implements Condition {}

  /** The property, a known yes or no, is yes. */
  record Yes(Property property) implements Condition {}

  /** The property, a known word, is one of these. */
  record Word(Property property, ImmutableSet<String> words) implements Condition {}

  /** The property, a known set of words, includes one, or all, of these. */
  record Includes(Property property, ImmutableSet<String> words, boolean all)
      implements Condition {}

  /** The property, a known number, is at least this. */
  record AtLeast(Property property, BigDecimal number) implements Condition {}

  /** The property, a known number, is at most this. */
  record AtMost(Property property, BigDecimal number) implements Condition {}

  /** A part of the property, a known number, is unknown. */
  record Open(Property property) implements Condition {}

  /** The school is a special school; its type is known. */
  record Special() implements Condition {}

  /** The known type of the school is state-funded. */
  record StateByType() implements Condition {}

  /** The type of the school is known. */
  record TypeGiven() implements Condition {}

  /** People are named. */
  record PeopleGiven() implements Condition {}

  /** The condition holds for all, or at least one, of the named people. */
  record People(boolean every, Condition condition) implements Condition {}

  /** All parts hold; evaluated in order. */
  record And(ImmutableList<Condition> parts) implements Condition {}

  /** At least one part holds; evaluated in order. */
  record Or(ImmutableList<Condition> parts) implements Condition {}

  /** The part does not hold. */
  record Not(Condition condition) implements Condition {}

  /** Returns the conjunction of these, simplified. */
  static Condition and(List<Condition> parts) {
    ImmutableList<Condition> telling =
        parts.stream()
            .filter(part -> !part.equals(new Constant(true)))
            .flatMap(
                part -> part instanceof And and ? and.parts().stream() : List.of(part).stream())
            .distinct()
            .collect(ImmutableList.toImmutableList());
    if (telling.contains(new Constant(false))) {
      return new Constant(false);
    }
    return telling.isEmpty()
        ? new Constant(true)
        : telling.size() == 1 ? telling.get(0) : new And(telling);
  }

  /** Returns the disjunction of these, simplified. */
  static Condition or(List<Condition> parts) {
    ImmutableList<Condition> telling =
        parts.stream()
            .filter(part -> !part.equals(new Constant(false)))
            .flatMap(part -> part instanceof Or or ? or.parts().stream() : List.of(part).stream())
            .distinct()
            .collect(ImmutableList.toImmutableList());
    if (telling.contains(new Constant(true))) {
      return new Constant(true);
    }
    return telling.isEmpty()
        ? new Constant(false)
        : telling.size() == 1 ? telling.get(0) : new Or(telling);
  }

  /** Returns the negation. */
  static Condition not(Condition condition) {
    if (condition instanceof Constant constant) {
      return new Constant(!constant.holds());
    }
    return condition instanceof Not not ? not.condition() : new Not(condition);
  }
}
