package org.tfm.model.criterion;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;

/** The policy leaves it to the hub. */
@JsonTypeName("hub-decides")
public record HubDecides() implements Criterion {

  @Override
  public Outcome evaluate(Evidence evidence) {
    return Outcome.of(Prospect.HUB);
  }

  @Override
  public Prospect prospect(Evidence evidence) {
    return Prospect.HUB;
  }

  @Override
  public String says(Mood mood, boolean negated) {
    return "the hub " + (mood == Mood.IS ? "decides" : "must agree");
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return ImmutableSet.of();
  }
}
