package org.tfm.model.criterion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/** Evidence with fixed values. */
record Known(
    String describes,
    ImmutableMap<String, Value> values,
    ImmutableList<Evidence> people,
    boolean isHandedIn)
    implements Evidence {

  /** Returns evidence with values and without members. */
  static Known of(Map<String, Value> values) {
    return new Known("", ImmutableMap.copyOf(values), ImmutableList.of(), false);
  }

  /** Returns evidence with lead participants. */
  static Known people(Evidence... people) {
    return new Known("", ImmutableMap.of(), ImmutableList.copyOf(people), false);
  }

  /** Returns this evidence about a named member. */
  Known as(String name) {
    return new Known(name, values, people, isHandedIn);
  }

  /** Returns this evidence as that of a submitted document. */
  Known handedIn() {
    return new Known(describes, values, people, true);
  }

  @Override
  public Optional<Value> find(Fact fact) {
    return Optional.ofNullable(values.get(fact.id()));
  }

  @Override
  public ImmutableList<Evidence> members(Members members) {
    return members == Members.LEAD_PARTICIPANTS ? people : ImmutableList.of();
  }
}
