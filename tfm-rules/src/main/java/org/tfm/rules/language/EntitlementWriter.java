package org.tfm.rules.language;

import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.tfm.model.assessment.ShownOn;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.document.Subject;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;
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
  public EntitlementWriter perParticipant() {
    return per(PayUnit.PARTICIPANT);
  }

  /** Makes the amount apply to each session. */
  public EntitlementWriter perSession() {
    return per(PayUnit.SESSION);
  }

  private EntitlementWriter per(PayUnit each) {
    this.unit = Optional.of(each);
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
    Subject document = ShownOn.isOfYear(unit, condition) ? Subject.PROGRESS : Subject.APPLICATION;
    return ShownOn.answering(unit, condition).isEmpty()
        ? Askable.check(head.id(), document, condition)
        : condition;
  }

  @Override
  public Term get() {
    if (amount.isPresent() == amountNotStated) {
      throw head.unfinished("either `of(pounds(…))` or `amountNotStated()`");
    }
    return new Entitlement(
        head.id(),
        charge,
        amount,
        unit,
        head.need(purpose, "`towards(…)`"),
        when.map(this::asked),
        head.citation(),
        head.provenance());
  }
}
