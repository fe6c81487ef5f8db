package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A criterion evaluated: how it came out and why.
 *
 * @param prospect what it is, or can still come out as
 * @param silent whether it is left to the hub because the policy states no figure
 * @param observed the facts that decided it; for an unknown outcome, those that were looked at
 * @param missing the facts whose absence keeps it open, or makes it false
 */
public record Outcome(
    Prospect prospect,
    boolean silent,
    ImmutableList<Observation> observed,
    ImmutableList<MissingFact> missing) {
  /** Refuses null. */
  public Outcome {
    requireNonNull(prospect, "prospect");
    requireNonNull(observed, "observed");
    requireNonNull(missing, "missing");
  }

  /** An outcome that rests on nothing. */
  static Outcome of(Prospect prospect) {
    return new Outcome(prospect, false, ImmutableList.of(), ImmutableList.of());
  }

  static Outcome decided(Prospect prospect, Observation observed) {
    return new Outcome(prospect, false, ImmutableList.of(observed), ImmutableList.of());
  }

  static Outcome missing(Prospect prospect, Fact fact, Observation observed, Evidence evidence) {
    return new Outcome(
        prospect,
        false,
        ImmutableList.of(observed),
        ImmutableList.of(MissingFact.of(fact, evidence)));
  }

  /** True, false, or unknown. */
  public Truth truth() {
    return prospect.truth();
  }

  Outcome negate() {
    return new Outcome(
        prospect.negate(),
        silent,
        observed,
        prospect == Prospect.FALSE ? ImmutableList.of() : missing);
  }

  /** The outcomes of all parts, of which one that is {@code absorbing} decides the whole. */
  static Outcome combine(List<Outcome> parts, Prospect absorbing) {
    Prospect whole = absorbing.negate();
    for (Outcome part : parts) {
      whole = absorbing == Prospect.FALSE ? whole.and(part.prospect) : whole.or(part.prospect);
    }
    boolean known = whole.truth().isKnown();
    boolean silent = false;
    ImmutableList.Builder<Observation> observed =
        ImmutableList.builderWithExpectedSize(parts.size());
    ImmutableList.Builder<MissingFact> missing = ImmutableList.builder();
    for (Outcome part : parts) {
      boolean decides = whole.isSettled() ? part.prospect == whole : !part.prospect.isSettled();
      if (decides) {
        missing.addAll(part.missing);
      }
      silent |= part.silent && !part.prospect.truth().isKnown();
      if (decides || !known) {
        observed.addAll(part.observed);
      }
    }
    return new Outcome(whole, silent && !known, observed.build(), missing.build());
  }
}
