package org.tfm.examples.bench.contest;

import java.util.List;

/** Converts conditions so that only single comparisons are negated. */
final class Normal {

  private Normal() {}

  static Condition of(Condition condition) {
    return of(condition, false);
  }

  private static Condition of(Condition condition, boolean negated) {
    if (condition instanceof Condition.Not not) {
      return of(not.condition(), !negated);
    }
    if (condition instanceof Condition.And and) {
      return negated
          ? Condition.or(each(and.parts(), true))
          : Condition.and(each(and.parts(), false));
    }
    if (condition instanceof Condition.Or or) {
      return negated
          ? Condition.and(each(or.parts(), true))
          : Condition.or(each(or.parts(), false));
    }
    if (condition instanceof Condition.People people) {
      return new Condition.People(people.every() != negated, of(people.condition(), negated));
    }
    return negated ? Condition.not(condition) : condition;
  }

  private static List<Condition> each(List<Condition> parts, boolean negated) {
    return parts.stream().map(part -> of(part, negated)).toList();
  }
}
