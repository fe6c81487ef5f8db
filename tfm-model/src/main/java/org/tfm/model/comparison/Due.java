package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.joda.money.Money;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.EntitlementStatus;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.MoneyJson;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Payment;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Purpose;
import org.tfm.model.term.Section;

/**
 * The status and amount of an entitlement, or the status of a priority.
 *
 * @param status the status
 * @param charge whether the school pays it
 * @param amount the amount for each unit; absent if not stated
 * @param unit the unit that it is paid for; absent if not stated
 * @param purpose the purpose; absent if it is a priority
 * @param type the id of the work group type of a priority; absent for the offering itself
 * @param year the academic year of a priority; absent if not stated
 * @param payment how it is paid; absent if it is a fixed amount and nothing more is stated
 * @param when the condition; absent if there is none
 */
@TfmJson.Strict
public record Due(
    EntitlementStatus status,
    boolean charge,
    @JsonSerialize(contentUsing = MoneyJson.Writer.class)
        @JsonDeserialize(contentUsing = MoneyJson.Reader.class)
        Optional<Money> amount,
    Optional<PayUnit> unit,
    Optional<Purpose> purpose,
    Optional<String> type,
    Optional<AcademicYear> year,
    Optional<Payment> payment,
    Optional<Criterion> when) {
  /** Rejects null. */
  public Due {
    requireNonNull(status, "status");
    requireNonNull(amount, "amount");
    requireNonNull(unit, "unit");
    requireNonNull(purpose, "purpose");
    requireNonNull(type, "type");
    requireNonNull(year, "year");
    requireNonNull(payment, "payment");
    requireNonNull(when, "when");
  }

  /** Creates it without a condition. */
  public Due(
      EntitlementStatus status,
      boolean charge,
      Optional<Money> amount,
      Optional<PayUnit> unit,
      Optional<Purpose> purpose,
      Optional<String> type,
      Optional<AcademicYear> year,
      Optional<Payment> payment) {
    this(status, charge, amount, unit, purpose, type, year, payment, Optional.empty());
  }

  /** The section of the term: that of entitlements, or that of priorities. */
  public Section section() {
    return purpose.isPresent() ? Section.ENTITLEMENT : Section.PRIORITY;
  }

  /** The amount, unit and purpose in plain English, or that the school goes first, and when. */
  public String says() {
    return purpose
        .map(use -> Entitlement.says(charge, amount, unit, use, payment, when))
        .orElseGet(() -> Priority.says(type, year, when));
  }

  /** Whether the school gets or owes the same, on whatever condition. */
  boolean isSameAs(Due other) {
    return withoutCondition().equals(other.withoutCondition());
  }

  private Due withoutCondition() {
    return new Due(status, charge, amount, unit, purpose, type, year, payment);
  }

  static Due of(EntitlementFinding finding) {
    return new Due(
        finding.status(),
        finding.charge(),
        finding.amount(),
        finding.unit(),
        finding.purpose(),
        finding.type(),
        finding.year(),
        finding.payment(),
        finding.when());
  }
}
