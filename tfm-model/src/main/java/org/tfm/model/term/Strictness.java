package org.tfm.model.term;

import org.joda.money.Money;
import org.tfm.model.problem.Budget;

/** Compares terms for strictness. */
final class Strictness {

  private Strictness() {}

  static boolean isAtLeastAsStrict(Term own, Term lesser, Budget budget) {
    if (own instanceof Requirement one && lesser instanceof Requirement other) {
      return one.aspect() == other.aspect()
          && isAtLeast(one.strength(), other.strength())
          && one.criterion().implies(other.criterion(), budget)
          && refersNoMore(one, other, budget);
    }
    if (own instanceof Entitlement one && lesser instanceof Entitlement other) {
      return gives(one, other, budget);
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
        && one.year().equals(other.year())
        // Whoever goes first, others go later: with another condition somebody loses.
        && one.when().equals(other.when())
        && one.order().equals(other.order());
  }

  private static boolean isAtLeast(Strength own, Strength lesser) {
    return own.compareTo(lesser) <= 0;
  }

  /**
   * Whether the term refers a school to the hub only where the protected term does not say no. Only
   * a MUST can say no.
   */
  private static boolean refersNoMore(Requirement own, Requirement lesser, Budget budget) {
    return lesser.strength() != Strength.MUST
        || own.referral()
            .map(
                when ->
                    lesser.referral().map(other -> when.implies(other, budget)).orElse(false)
                        || when.implies(lesser.criterion(), budget))
            .orElse(true);
  }

  private static boolean gives(Entitlement own, Entitlement lesser, Budget budget) {
    return own.charge() == lesser.charge()
        && own.unit().equals(lesser.unit())
        && own.purpose() == lesser.purpose()
        && own.payment().equals(lesser.payment())
        && isNoLess(own, lesser)
        && (own.charge() ? isDueWithin(own, lesser, budget) : isDueWithin(lesser, own, budget));
  }

  /** Whether a charge is at most, or a grant at least, the other amount. */
  private static boolean isNoLess(Entitlement own, Entitlement lesser) {
    if (lesser.amount().isEmpty()) {
      // No amount bounds a charge that is not stated; a grant without an amount promises none.
      return !own.charge() || own.amount().map(Money::isZero).orElse(true);
    }
    return own.amount()
        .filter(lesser.amount().get()::isSameCurrency)
        .map(money -> money.compareTo(lesser.amount().get()))
        .map(compared -> own.charge() ? compared <= 0 : compared >= 0)
        .orElse(false);
  }

  /** Whether one applies only where the other does. */
  private static boolean isDueWithin(Term one, Term other, Budget budget) {
    return other.when().isEmpty()
        || one.when().map(when -> when.implies(other.when().get(), budget)).orElse(false);
  }
}
