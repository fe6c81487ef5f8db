package org.tfm.model.criterion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/** Evidence written down in a test. */
record Known(
    String describes,
    ImmutableMap<String, Value> values,
    ImmutableList<Evidence> people,
    boolean isHandedIn)
    implements Evidence {

  /** Evidence that holds these values, and no members. */
  static Known of(Map<String, Value> values) {
    return new Known("", ImmutableMap.copyOf(values), ImmutableList.of(), false);
  }

  /** Evidence on these lead participants. */
  static Known people(Evidence... people) {
    return new Known("", ImmutableMap.of(), ImmutableList.copyOf(people), false);
  }

  /** The same values, said of somebody. */
  Known as(String name) {
    return new Known(name, values, people, isHandedIn);
  }

  /** The same values, of a document that was handed in with nothing else. */
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
