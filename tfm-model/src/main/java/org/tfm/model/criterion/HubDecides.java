package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * The policy leaves it to the hub.
 *
 * @param why the reason as a clause, such as {@code special schools are not mentioned}; absent
 *     where the policy gives none
 */
@JsonTypeName("hub-decides")
public record HubDecides(Optional<String> why) implements Criterion {

  /** Refuses null. */
  public HubDecides {
    requireNonNull(why, "why");
  }

  /** A decision of the hub without a reason. */
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
