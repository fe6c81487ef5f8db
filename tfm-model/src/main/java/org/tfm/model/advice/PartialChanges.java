package org.tfm.model.advice;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tfm.model.criterion.Value;
import org.tfm.model.document.FactLocation;

/** The goals so far at each location, with the choice that meets them. */
record PartialChanges(
    ImmutableMap<FactLocation, ImmutableSet<LeafGoal>> goals,
    ImmutableMap<FactLocation, Choice> choices) {
  /** The value that meets the goals at a location; absent if the present value does. */
  record Choice(Optional<Value> value) {
    static final Choice NONE = new Choice(Optional.empty());

    Optional<BigDecimal> amount() {
      return CandidateValues.amount(value);
    }
  }

  static final PartialChanges NONE = new PartialChanges(ImmutableMap.of(), ImmutableMap.of());

  /** Returns this state with more goals and another choice at one location. */
  PartialChanges with(FactLocation location, Set<LeafGoal> more, Choice choice) {
    return with(
        new PartialChanges(
            ImmutableMap.of(location, ImmutableSet.copyOf(more)),
            ImmutableMap.of(location, choice)));
  }

  /** Returns this state with the goals and the choices of another. */
  PartialChanges with(PartialChanges other) {
    Map<FactLocation, ImmutableSet<LeafGoal>> allGoals = new LinkedHashMap<>(goals);
    other
        .goals()
        .forEach(
            (location, more) ->
                allGoals.merge(location, more, (a, b) -> Sets.union(a, b).immutableCopy()));
    Map<FactLocation, Choice> allChoices = new LinkedHashMap<>(choices);
    allChoices.putAll(other.choices());
    return new PartialChanges(ImmutableMap.copyOf(allGoals), ImmutableMap.copyOf(allChoices));
  }

  Choice choice(FactLocation location) {
    return choices.getOrDefault(location, Choice.NONE);
  }

  int cost() {
    return (int) choices.values().stream().filter(one -> one.value().isPresent()).count();
  }
}
