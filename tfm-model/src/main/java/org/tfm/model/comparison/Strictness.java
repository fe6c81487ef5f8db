package org.tfm.model.comparison;

import org.tfm.model.terms.Requirement;
import org.tfm.model.terms.Strength;

/** Proof that one form of a requirement asks at least what another does. */
final class Strictness {

  private Strictness() {}

  static Effect of(Requirement before, Requirement after) {
    boolean more = isAtLeastAsStrict(after, before);
    boolean less = isAtLeastAsStrict(before, after);
    return more == less ? Effect.DIFFERENT : more ? Effect.STRICTER : Effect.LOOSER;
  }

  private static boolean isAtLeastAsStrict(Requirement one, Requirement other) {
    return one.strength().compareTo(other.strength()) <= 0
        && one.criterion().implies(other.criterion())
        && refersNoMore(one, other);
  }

  /**
   * Wherever the hub may let a school off under the one, it need not say no under the other either.
   * A requirement that is no MUST never makes it say no.
   */
  private static boolean refersNoMore(Requirement one, Requirement other) {
    return other.strength() != Strength.MUST
        || one.referral()
            .map(
                when ->
                    when.implies(other.criterion())
                        || other.referral().map(when::implies).orElse(false))
            .orElse(true);
  }
}
