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
import org.tfm.model.term.Purpose;

/**
 * The status and amount of an entitlement.
 *
 * @param status the status
 * @param charge whether the school pays it
 * @param amount the amount for each unit; absent if not stated
 * @param unit the unit that it is paid for; absent if not stated
 * @param purpose the purpose
 */
@TfmJson.Strict
public record Due(
    EntitlementStatus status,
    boolean charge,
    @JsonSerialize(contentUsing = MoneyJson.Writer.class)
        @JsonDeserialize(contentUsing = MoneyJson.Reader.class)
        Optional<Money> amount,
    Optional<PayUnit> unit,
    Purpose purpose) {
  /** Rejects null. */
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
