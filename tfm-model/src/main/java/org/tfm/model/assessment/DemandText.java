package org.tfm.model.assessment;

import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.term.Strength;

/**
 * What a requirement demands, in words that no document changes: each text is made once, when it is
 * first asked for. Thread-safe.
 */
final class DemandText {

  private final Criterion demand;
  private final Strength strength;
  private final ImmutableSet<Fact> facts;
  // Written without a lock: whoever comes second makes the same text.
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

  /** The fact of this id, which the demand asks about. */
  Fact fact(String id) {
    for (Fact fact : facts) {
      if (fact.id().equals(id)) {
        return fact;
      }
    }
    throw new IllegalArgumentException("no demand on the fact `" + id + "`");
  }

  /** The demand as a statement: a clause. */
  String needed() {
    String text = needed;
    if (text == null) {
      text = demand.says();
      needed = text;
    }
    return text;
  }

  /** The demand as strongly as the source puts it: a clause. */
  String must() {
    String text = must;
    if (text == null) {
      text = demand.says(strength.mood(), false);
      must = text;
    }
    return text;
  }
}
