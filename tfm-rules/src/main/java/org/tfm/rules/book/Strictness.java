package org.tfm.rules.book;

import org.joda.money.Money;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.terms.Entitlement;
import org.tfm.model.terms.Priority;
import org.tfm.model.terms.Provision;
import org.tfm.model.terms.Requirement;
import org.tfm.model.terms.Strength;
import org.tfm.model.terms.Term;
import org.tfm.model.terms.Undertaking;

/**
 * Proof that a term asks no less, and gives no less, than the protected one it takes the place of.
 */
final class Strictness {

  private Strictness() {}

  static boolean isAtLeastAsStrict(Term own, Term guarded) {
    if (own instanceof Requirement one && guarded instanceof Requirement other) {
      return one.aspect() == other.aspect()
          && isAtLeast(one.strength(), other.strength())
          && one.criterion().implies(other.criterion())
          && refersNoMore(one, other);
    }
    if (own instanceof Entitlement one && guarded instanceof Entitlement other) {
      return gives(one, other);
    }
    if (own instanceof Undertaking one && guarded instanceof Undertaking other) {
      return isAtLeast(one.strength(), other.strength()) && one.duty().equals(other.duty());
    }
    if (own instanceof Provision one && guarded instanceof Provision other) {
      return one.what().equals(other.what());
    }
    return own instanceof Priority one
        && guarded instanceof Priority other
        && one.who().equals(other.who())
        && one.type().equals(other.type())
        && one.year().equals(other.year());
  }

  private static boolean isAtLeast(Strength own, Strength guarded) {
    return own.compareTo(guarded) <= 0;
  }

  /** Where the hub may let a school off, it could do so under the protected term too. */
  private static boolean refersNoMore(Requirement own, Requirement guarded) {
    return own.referral()
        .map(
            when ->
                guarded.referral().map(when::implies).orElse(false)
                    || when.implies(guarded.criterion()))
        .orElse(true);
  }

  private static boolean gives(Entitlement own, Entitlement guarded) {
    boolean amount =
        guarded.amount().isEmpty()
            || own.amount()
                .map(money -> isNoLess(money, guarded.amount().get(), own.charge()))
                .orElse(false);
    boolean whenever =
        own.when().isEmpty()
            || guarded.when().map(when -> implies(when, own.when().get())).orElse(false);
    return own.charge() == guarded.charge()
        && own.unit().equals(guarded.unit())
        && own.purpose() == guarded.purpose()
        && amount
        && (own.charge() || whenever);
  }

  private static boolean implies(Criterion one, Criterion other) {
    return one.implies(other);
  }

  /** A charge may be lower, a grant higher. */
  private static boolean isNoLess(Money own, Money guarded, boolean charge) {
    return own.isSameCurrency(guarded)
        && (charge ? !own.isGreaterThan(guarded) : !own.isLessThan(guarded));
  }
}
