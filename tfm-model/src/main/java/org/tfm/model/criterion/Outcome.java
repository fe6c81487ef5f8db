package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.tfm.model.json.TfmJson;

/**
 * The outcome of evaluating a criterion, with the reasons.
 *
 * @param prospect the outcomes that are still possible
 * @param silent whether it is left to the hub because the policy states no figure
 * @param observed the facts that decided it; for an unknown outcome, the facts that were read
 * @param missing the missing facts that keep it open or make it false
 */
@TfmJson.Strict
public record Outcome(
    Prospect prospect,
    boolean silent,
    ImmutableList<Observation> observed,
    ImmutableList<MissingFact> missing) {
  /** Rejects null. */
  public Outcome {
    requireNonNull(prospect, "prospect");
    requireNonNull(observed, "observed");
    requireNonNull(missing, "missing");
  }

  /** Returns an outcome without reasons. */
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
        ImmutableList.of(MissingFact.of(fact, observed, evidence)));
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

  /** Combines the outcomes of all parts; a part with the absorbing outcome decides the whole. */
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

  /**
   * Returns the outcome of a count. Once it is certain, those who are not known are not observed.
   *
   * @param members the outcomes of the members; those that are true are counted
   * @param whole the prospect of the count
   * @param byCounted whether the members that are counted decide it alone
   */
  static Outcome counted(List<Outcome> members, Prospect whole, boolean byCounted) {
    ImmutableList.Builder<Observation> observed = ImmutableList.builder();
    ImmutableList.Builder<MissingFact> missing = ImmutableList.builder();
    for (Outcome member : members) {
      boolean decides = byCounted ? member.prospect == Prospect.TRUE : member.prospect.isSettled();
      if (decides || !whole.isSettled()) {
        observed.addAll(member.observed);
      }
      if (whole.isSettled() ? member.prospect == whole : !member.prospect.isSettled()) {
        missing.addAll(member.missing);
      }
    }
    return new Outcome(whole, false, observed.build(), missing.build());
  }
}
