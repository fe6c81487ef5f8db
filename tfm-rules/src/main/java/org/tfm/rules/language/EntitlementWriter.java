package org.tfm.rules.language;

import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Purpose;
import org.tfm.model.term.Term;

/**
 * An entitlement being written.
 *
 * @hidden
 */
@Internal
public final class EntitlementWriter implements Supplier<Term> {

  private final String id;
  private final boolean charge;
  private final Citation citation;
  private final Provenance provenance;
  private Optional<Money> amount = Optional.empty();
  private boolean amountNotStated;
  private Optional<PayUnit> unit = Optional.empty();
  private Optional<Purpose> purpose = Optional.empty();
  private Optional<Criterion> when = Optional.empty();

  EntitlementWriter(TermsWriter terms, String id, boolean charge) {
    this.id = id;
    this.charge = charge;
    this.citation = terms.citation();
    this.provenance = terms.provenance();
  }

  /** The amount for each unit. */
  public EntitlementWriter of(Money money) {
    this.amount = Optional.of(money);
    return this;
  }

  /** The source states no amount. */
  public EntitlementWriter amountNotStated() {
    this.amountNotStated = true;
    return this;
  }

  /** For each school. */
  public EntitlementWriter perSchool() {
    return per(PayUnit.SCHOOL);
  }

  /** For each department of a school. */
  public EntitlementWriter perDepartment() {
    return per(PayUnit.DEPARTMENT);
  }

  /** For each work group. */
  public EntitlementWriter perWorkGroup() {
    return per(PayUnit.WORK_GROUP);
  }

  /** For each day. */
  public EntitlementWriter perDay() {
    return per(PayUnit.DAY);
  }

  private EntitlementWriter per(PayUnit each) {
    this.unit = Optional.of(each);
    return this;
  }

  /** What it is for. */
  public EntitlementWriter towards(Purpose use) {
    this.purpose = Optional.of(use);
    return this;
  }

  /** What turns it on. */
  public EntitlementWriter when(Criterion condition) {
    if (when.isPresent()) {
      throw new IllegalStateException("the term `" + id + "` has two `when`; use `allOf`");
    }
    this.when = Optional.of(condition);
    return this;
  }

  @Override
  public Term get() {
    if (amount.isPresent() == amountNotStated) {
      throw TermsWriter.unfinished(id, "either `of(pounds(…))` or `amountNotStated()`");
    }
    return new Entitlement(
        id,
        charge,
        amount,
        unit,
        TermsWriter.need(purpose, id, "`towards(…)`"),
        when,
        citation,
        provenance);
  }
}
