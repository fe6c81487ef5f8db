package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.tfm.model.json.TfmJson;

/**
 * How an entitlement is paid, where its document says more than a fixed amount.
 *
 * @param basis what the amount is
 * @param once whether it is paid only once, whatever the number of years or groups
 * @param atMost the most units that it is paid for; absent if there is no limit
 * @param ifHubDecides whether the hub may pay or charge it, but need not
 * @param paid when it is paid, which completes "It is paid …"; absent if not stated
 * @param claimBy the last day on which the school can claim it; absent if not stated
 */
@TfmJson.Strict
public record Payment(
    AmountBasis basis,
    boolean once,
    Optional<Integer> atMost,
    boolean ifHubDecides,
    Optional<String> paid,
    Optional<LocalDate> claimBy) {

  /** A fixed amount of which nothing more is stated. */
  public static final Payment PLAIN =
      new Payment(
          AmountBasis.FIXED, false, Optional.empty(), false, Optional.empty(), Optional.empty());

  /** Rejects null. */
  public Payment {
    requireNonNull(basis, "basis");
    requireNonNull(atMost, "atMost");
    requireNonNull(paid, "paid");
    requireNonNull(claimBy, "claimBy");
  }
}
