package org.tfm.model.term;

import org.joda.money.Money;
import org.tfm.model.criterion.Criterion;

/** Compares terms for strictness. */
final class Strictness {

  private Strictness() {}

  static boolean isAtLeastAsStrict(Term own, Term lesser) {
    if (own instanceof Requirement one && lesser instanceof Requirement other) {
      return one.aspect() == other.aspect()
          && isAtLeast(one.strength(), other.strength())
          && one.criterion().implies(other.criterion())
          && refersNoMore(one, other);
    }
    if (own instanceof Entitlement one && lesser instanceof Entitlement other) {
      return gives(one, other);
    }
    if (own instanceof Undertaking one && lesser instanceof Undertaking other) {
      return isAtLeast(one.strength(), other.strength()) && one.duty().equals(other.duty());
    }
    if (own instanceof Provision one && lesser instanceof Provision other) {
      return one.what().equals(other.what());
    }
    return own instanceof Priority one
        && lesser instanceof Priority other
        && one.who().equals(other.who())
        && one.type().equals(other.type())
        && one.year().equals(other.year());
  }

  private static boolean isAtLeast(Strength own, Strength lesser) {
    return own.compareTo(lesser) <= 0;
  }

  /**
   * Whether the term refers a school to the hub only where the protected term does not say no. Only
   * a MUST can say no.
   */
  private static boolean refersNoMore(Requirement own, Requirement lesser) {
    return lesser.strength() != Strength.MUST
        || own.referral()
            .map(
                when ->
                    lesser.referral().map(when::implies).orElse(false)
                        || when.implies(lesser.criterion()))
            .orElse(true);
  }

  private static boolean gives(Entitlement own, Entitlement lesser) {
    boolean amount =
        lesser.amount().isEmpty()
            || own.amount()
                .map(money -> isNoLess(money, lesser.amount().get(), own.charge()))
                .orElse(false);
    boolean whenever =
        own.when().isEmpty()
            || lesser.when().map(when -> implies(when, own.when().get())).orElse(false);
    return own.charge() == lesser.charge()
        && own.unit().equals(lesser.unit())
        && own.purpose() == lesser.purpose()
        && amount
        && (own.charge() || whenever);
  }

  private static boolean implies(Criterion one, Criterion other) {
    return one.implies(other);
  }

  /** Whether a charge is at most, or a grant at least, the other amount. */
  private static boolean isNoLess(Money own, Money lesser, boolean charge) {
    return own.isSameCurrency(lesser)
        && (charge ? !own.isGreaterThan(lesser) : !own.isLessThan(lesser));
  }
}
