package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.joda.money.Money;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.EntitlementStatus;
import org.tfm.model.json.TfmJson;
import org.tfm.model.term.MoneyJson;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Payment;
import org.tfm.model.term.Purpose;

/**
 * The status and amount of an entitlement.
 *
 * @param status the status
 * @param charge whether the school pays it
 * @param amount the amount for each unit; absent if not stated
 * @param unit the unit that it is paid for; absent if not stated
 * @param purpose the purpose
 * @param payment how it is paid; absent if it is a fixed amount and nothing more is stated
 */
@TfmJson.Strict
public record Due(
    EntitlementStatus status,
    boolean charge,
    @JsonSerialize(contentUsing = MoneyJson.Writer.class)
        @JsonDeserialize(contentUsing = MoneyJson.Reader.class)
        Optional<Money> amount,
    Optional<PayUnit> unit,
    Purpose purpose,
    Optional<Payment> payment) {
  /** Rejects null. */
  public Due {
    requireNonNull(status, "status");
    requireNonNull(amount, "amount");
    requireNonNull(unit, "unit");
    requireNonNull(purpose, "purpose");
    requireNonNull(payment, "payment");
  }

  static Due of(EntitlementFinding finding) {
    return new Due(
        finding.status(),
        finding.charge(),
        finding.amount(),
        finding.unit(),
        finding.purpose(),
        finding.payment());
  }
}
