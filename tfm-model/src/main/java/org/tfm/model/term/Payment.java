package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tfm.model.criterion.Value;
import org.tfm.model.json.TfmJson;

/**
 * How an entitlement is paid, where its document says more than a fixed amount.
 *
 * @param basis what the amount is
 * @param once whether it is paid only once, whatever the number of years or groups
 * @param atMost the most units that it is paid for, such as 10.5 days; absent if there is no limit
 * @param ifHubDecides whether the hub may pay or charge it, but need not
 * @param paid when it is paid, which completes "It is paid …"; absent if not stated
 * @param claimBy the last day on which the school can claim it; absent if not stated
 */
@TfmJson.Strict
public record Payment(
    AmountBasis basis,
    boolean once,
    Optional<BigDecimal> atMost,
    boolean ifHubDecides,
    Optional<String> paid,
    Optional<LocalDate> claimBy) {

  /** A fixed amount about which nothing more is stated. */
  public static final Payment PLAIN =
      new Payment(
          AmountBasis.FIXED, false, Optional.empty(), false, Optional.empty(), Optional.empty());

  /** Rejects null, and normalises the number of units, so that 10.0 equals 10. */
  public Payment {
    requireNonNull(basis, "basis");
    atMost = requireNonNull(atMost, "atMost").map(Value.Quantity::plain);
    requireNonNull(paid, "paid");
    requireNonNull(claimBy, "claimBy");
  }

  /** Returns the same payment of an amount on another basis. */
  public Payment on(AmountBasis other) {
    requireNonNull(other, "other");
    return new Payment(other, once, atMost, ifHubDecides, paid, claimBy);
  }

  /** Returns the same payment, made only once. */
  public Payment onlyOnce() {
    return new Payment(basis, true, atMost, ifHubDecides, paid, claimBy);
  }

  /** Returns the same payment for at most a number of units. */
  public Payment forAtMost(BigDecimal units) {
    return new Payment(
        basis, once, Optional.of(requireNonNull(units, "units")), ifHubDecides, paid, claimBy);
  }

  /** Returns the same payment, which the hub may make or charge but need not. */
  public Payment leftToHub() {
    return new Payment(basis, once, atMost, true, paid, claimBy);
  }

  /** Returns the same payment with the text that says when it is paid. */
  public Payment paidWhen(String when) {
    return new Payment(
        basis, once, atMost, ifHubDecides, Optional.of(requireNonNull(when, "when")), claimBy);
  }

  /**
   * Returns the same payment with the last day on which it can be claimed, such as {@code
   * 2017-12-31}.
   *
   * @throws java.time.format.DateTimeParseException if the text is not a day
   */
  public Payment claimedBy(String day) {
    return new Payment(
        basis,
        once,
        atMost,
        ifHubDecides,
        paid,
        Optional.of(LocalDate.parse(requireNonNull(day, "day"))));
  }
}
