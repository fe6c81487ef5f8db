package org.tfm.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Draws values at random. */
record Draw(Random random) {

  /** Returns whether a chance from 0 to 1 comes true. */
  boolean chance(double chance) {
    return random.nextDouble() < chance;
  }

  /** Returns a value with a chance from 0 to 1, otherwise empty. */
  <T> Optional<T> maybe(double chance, Supplier<? extends T> value) {
    return chance(chance) ? Optional.of(value.get()) : Optional.empty();
  }

  /** Returns a number between two bounds, both included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** Returns one of the values. */
  <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Returns some of the values, each at most once. */
  <T> ImmutableSet<T> some(int most, List<T> values) {
    List<T> mixed = new ArrayList<>(values);
    Collections.shuffle(mixed, random);
    return ImmutableSet.copyOf(mixed.subList(0, between(0, Math.min(most, mixed.size()))));
  }

  /** Returns a list of values. */
  <T> ImmutableList<T> list(int most, Supplier<? extends T> value) {
    return Stream.<T>generate(value)
        .limit(between(0, most))
        .collect(ImmutableList.toImmutableList());
  }
}
