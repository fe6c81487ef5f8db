package org.tfm.model.assessment;

import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.term.Strength;

/**
 * The demand of a requirement in plain English, independent of any document. The texts are cached.
 * Thread-safe.
 */
final class DemandText {

  private final Criterion demand;
  private final Strength strength;
  private final ImmutableSet<Fact> facts;
  // Written without a lock: threads that race create equal texts.
  private @Nullable String needed;
  private @Nullable String must;

  DemandText(Criterion demand, Strength strength) {
    this.demand = demand;
    this.strength = strength;
    this.facts = demand.facts();
  }

  Criterion demand() {
    return demand;
  }

  /** Returns a fact of the demand by id. */
  Fact fact(String id) {
    for (Fact fact : facts) {
      if (fact.id().equals(id)) {
        return fact;
      }
    }
    throw new IllegalArgumentException("no demand on the fact `" + id + "`");
  }

  /** The demand as a statement, a clause. */
  String needed() {
    String text = needed;
    if (text == null) {
      text = demand.says();
      needed = text;
    }
    return text;
  }

  /** The demand with the strength of the source, a clause. */
  String must() {
    String text = must;
    if (text == null) {
      text = demand.says(strength.mood(), false);
      must = text;
    }
    return text;
  }
}
