package org.tfm.examples.bench.contest;

import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;

/** The distinct conditions of a policy on the named people. */
public final class Peoples {

  private Peoples() {}

  static ImmutableSet<Condition.People> of(Policy policy) {
    return policy.rows().stream()
        .flatMap(row -> row.cases().values().stream())
        .map(Normal::of)
        .flatMap(Peoples::in)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** The property name of a condition, with a capital letter. */
  static String name(Policy policy, Condition.People people) {
    return "People" + of(policy).asList().indexOf(people);
  }

  /** Returns the condition as a comparison of its property of an applicant's bean. */
  public static String property(Policy policy, Condition.People people) {
    ImmutableSet<Condition.People> all = of(policy);
    boolean holds = all.contains(people);
    Condition.People known =
        holds
            ? people
            : all.stream()
                .filter(one -> Normal.of(Condition.not(one)).equals(people))
                .findFirst()
                .orElseThrow();
    return "people" + all.asList().indexOf(known) + " == " + holds;
  }

  private static Stream<Condition.People> in(Condition condition) {
    if (condition instanceof Condition.People people) {
      return Stream.of(people);
    }
    if (condition instanceof Condition.And and) {
      return and.parts().stream().flatMap(Peoples::in);
    }
    if (condition instanceof Condition.Or or) {
      return or.parts().stream().flatMap(Peoples::in);
    }
    return condition instanceof Condition.Not not ? in(not.condition()) : Stream.empty();
  }
}
