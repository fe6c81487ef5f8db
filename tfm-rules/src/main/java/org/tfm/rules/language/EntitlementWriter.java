package org.tfm.rules.language;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.tfm.model.assessment.ShownOn;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.document.Subject;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.style.Internal;
import org.tfm.model.term.AmountBasis;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Payment;
import org.tfm.model.term.Purpose;
import org.tfm.model.term.Term;

/**
 * Builder of an entitlement.
 *
 * @hidden
 */
@Internal
public final class EntitlementWriter implements Supplier<Term> {

  private final TermHead head;
  private final boolean charge;
  private Optional<Money> amount = Optional.empty();
  private boolean amountNotStated;
  private Payment payment = Payment.PLAIN;
  private boolean isTime;
  private Optional<PayUnit> unit = Optional.empty();
  private Optional<Purpose> purpose = Optional.empty();
  private Optional<Criterion> when = Optional.empty();

  EntitlementWriter(TermHead head, boolean charge) {
    this.head = head;
    this.charge = charge;
  }

  /** Sets the amount for each unit. */
  public EntitlementWriter of(Money money) {
    this.amount = Optional.of(money);
    return this;
  }

  /** Sets the most that is paid for each unit. */
  @SinceLanguage(2)
  public EntitlementWriter upTo(Money money) {
    this.payment = payment.on(AmountBasis.UP_TO);
    return of(money);
  }

  /** States that the actual cost is paid. */
  @SinceLanguage(2)
  public EntitlementWriter actualCost() {
    this.payment = payment.on(AmountBasis.ACTUAL_COST);
    return amountNotStated();
  }

  /** States that the source gives no amount. */
  public EntitlementWriter amountNotStated() {
    this.amountNotStated = true;
    return this;
  }

  /** Makes the amount apply to each school. */
  public EntitlementWriter perSchool() {
    return per(PayUnit.SCHOOL);
  }

  /** Makes the amount apply to each department of a school. */
  public EntitlementWriter perDepartment() {
    return per(PayUnit.DEPARTMENT);
  }

  /** Makes the amount apply to each work group. */
  public EntitlementWriter perWorkGroup() {
    return per(PayUnit.WORK_GROUP);
  }

  /** Makes the amount apply to each day. */
  public EntitlementWriter perDay() {
    return per(PayUnit.DAY);
  }

  /** Makes the amount apply to each lead participant. */
  @SinceLanguage(2)
  public EntitlementWriter perParticipant() {
    return per(PayUnit.PARTICIPANT);
  }

  /** Makes the amount apply to each session. */
  @SinceLanguage(2)
  public EntitlementWriter perSession() {
    return per(PayUnit.SESSION);
  }

  private EntitlementWriter per(PayUnit each) {
    this.unit = Optional.of(each);
    return this;
  }

  /** Limits the number of units that it is paid for. */
  @SinceLanguage(2)
  public EntitlementWriter forAtMost(int units) {
    this.payment = payment.forAtMost(BigDecimal.valueOf(units));
    return this;
  }

  /** Limits the time that it is paid for. */
  @SinceLanguage(2)
  public EntitlementWriter forAtMost(ReleaseTime time) {
    this.payment = payment.forAtMost(time.days());
    this.isTime = true;
    return this;
  }

  /** States that it is paid only once. */
  @SinceLanguage(2)
  public EntitlementWriter once() {
    this.payment = payment.onlyOnce();
    return this;
  }

  /** States that the hub may pay or charge it, but need not. */
  @SinceLanguage(2)
  public EntitlementWriter ifHubDecides() {
    this.payment = payment.leftToHub();
    return this;
  }

  /** Sets when it is paid, as a text that completes "It is paid …". */
  @SinceLanguage(2)
  public EntitlementWriter paid(String when) {
    this.payment = payment.paidWhen(when);
    return this;
  }

  /** Sets the last day on which the school can claim it, such as {@code 2017-12-31}. */
  @SinceLanguage(2)
  public EntitlementWriter claimedBy(String day) {
    this.payment = payment.claimedBy(day);
    return this;
  }

  /** Sets the purpose. */
  public EntitlementWriter towards(Purpose use) {
    this.purpose = Optional.of(use);
    return this;
  }

  /** Sets the condition on which it is due. */
  public EntitlementWriter when(Criterion condition) {
    this.when = Optional.of(condition);
    return this;
  }

  /** Returns the condition if a document that shows the entitlement can answer it. */
  private Criterion asked(Criterion condition) {
    if (!ShownOn.answering(unit, condition).isEmpty()) {
      return condition;
    }
    return ShownOn.isOfYear(unit, condition)
        ? Askable.checkOfYear(head.id(), condition)
        : Askable.check(head.id(), Subject.APPLICATION, condition);
  }

  @Override
  public Term get() {
    if (amount.isPresent() == amountNotStated) {
      throw head.unfinished(
          "one of `of(pounds(…))`, `upTo(pounds(…))`, `actualCost()` and `amountNotStated()`");
    }
    if (payment.atMost().isPresent() && unit.filter(each -> each != PayUnit.SCHOOL).isEmpty()) {
      throw head.unfinished("the unit of `forAtMost`, such as `perDay()`");
    }
    if (isTime && !unit.equals(Optional.of(PayUnit.DAY))) {
      throw head.unfinished("`perDay()` with the time in `forAtMost`");
    }
    if (payment.atMost().filter(most -> most.signum() == 0).isPresent()) {
      throw head.unfinished("a number above 0 in `forAtMost`");
    }
    if (charge && payment.claimBy().isPresent()) {
      throw head.unfinished("no `claimedBy`, because a school does not claim a charge");
    }
    return new Entitlement(
        head.id(),
        charge,
        amount,
        unit,
        head.need(purpose, "`towards(…)`"),
        payment.equals(Payment.PLAIN) ? Optional.empty() : Optional.of(payment),
        when.map(this::asked),
        head.citation(),
        head.provenance());
  }
}
