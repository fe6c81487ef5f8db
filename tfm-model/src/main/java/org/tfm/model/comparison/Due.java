package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.joda.money.Money;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.assessment.EntitlementStatus;
import org.tfm.model.term.MoneyJson;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Purpose;

/**
 * What is due of an entitlement.
 *
 * @param status whether it is due
 * @param charge whether the school pays it
 * @param amount the amount for each unit; absent where the source states none
 * @param unit what it is paid for each of; absent where the source does not say
 * @param purpose what it is for
 */
public record Due(
    EntitlementStatus status,
    boolean charge,
    @JsonSerialize(contentUsing = MoneyJson.Writer.class)
        @JsonDeserialize(contentUsing = MoneyJson.Reader.class)
        Optional<Money> amount,
    Optional<PayUnit> unit,
    Purpose purpose) {
  /** Refuses null. */
  public Due {
    requireNonNull(status, "status");
    requireNonNull(amount, "amount");
    requireNonNull(unit, "unit");
    requireNonNull(purpose, "purpose");
  }

  static Due of(EntitlementFinding finding) {
    return new Due(
        finding.status(), finding.charge(), finding.amount(), finding.unit(), finding.purpose());
  }
}
