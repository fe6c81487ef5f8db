package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A criterion evaluated: how it came out and why.
 *
 * @param truth true, false or unknown
 * @param referred whether it is unknown because the policy leaves it to the hub
 * @param silent whether it is unknown because the policy states no figure
 * @param observed the facts that decided it; for an unknown outcome, those that were looked at
 * @param missing the facts whose absence keeps it unknown, or makes it false
 */
public record Outcome(
    Truth truth,
    boolean referred,
    boolean silent,
    ImmutableList<Observation> observed,
    ImmutableList<MissingFact> missing) {
  /** Refuses null. */
  public Outcome {
    requireNonNull(truth, "truth");
    requireNonNull(observed, "observed");
    requireNonNull(missing, "missing");
  }

  static Outcome decided(Truth truth, Observation observed) {
    return new Outcome(truth, false, false, ImmutableList.of(observed), ImmutableList.of());
  }

  static Outcome missing(Truth truth, Fact fact, Observation observed, Evidence evidence) {
    return new Outcome(
        truth,
        false,
        false,
        ImmutableList.of(observed),
        ImmutableList.of(MissingFact.of(fact, evidence)));
  }

  Outcome negate() {
    return new Outcome(
        truth.negate(),
        referred,
        silent,
        observed,
        truth == Truth.FALSE ? ImmutableList.of() : missing);
  }

  /** The outcomes of all parts, of which one that is {@code absorbing} decides the whole. */
  static Outcome combine(List<Outcome> parts, Truth absorbing) {
    Truth whole = absorbing.negate();
    for (Outcome part : parts) {
      whole = absorbing == Truth.FALSE ? whole.and(part.truth) : whole.or(part.truth);
    }
    boolean referred = false;
    boolean silent = false;
    ImmutableList.Builder<Observation> observed =
        ImmutableList.builderWithExpectedSize(parts.size());
    ImmutableList.Builder<MissingFact> missing = ImmutableList.builder();
    for (Outcome part : parts) {
      if (part.truth == whole) {
        missing.addAll(part.missing);
        referred |= part.referred;
        silent |= part.silent;
      }
      if (part.truth == whole || whole == Truth.UNKNOWN) {
        observed.addAll(part.observed);
      }
    }
    return new Outcome(whole, referred, silent, observed.build(), missing.build());
  }
}
