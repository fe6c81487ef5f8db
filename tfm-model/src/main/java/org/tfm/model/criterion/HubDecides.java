package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A criterion that the policy leaves to the hub.
 *
 * @param why the reason as a clause, such as {@code special schools are not mentioned}; absent if
 *     not stated
 */
@JsonTypeName("hub-decides")
public record HubDecides(Optional<String> why) implements Criterion {

  /** Rejects null. */
  public HubDecides {
    requireNonNull(why, "why");
  }

  /** Creates a criterion without a reason. */
  public HubDecides() {
    this(Optional.empty());
  }

  @Override
  public Outcome evaluate(Evidence evidence) {
    return Outcome.of(Prospect.HUB);
  }

  @Override
  public Prospect prospect(Evidence evidence) {
    return Prospect.HUB;
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return ImmutableSet.of();
  }
}
