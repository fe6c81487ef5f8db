package org.tfm.model.document;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.privacy.Mask;
import org.tfm.model.privacy.Personal;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.style.ValueType;

/**
 * A person whom a school sends to a work group.
 *
 * <p>Whatever is absent is unknown. Immutable; {@code toString} shows neither name nor number.
 */
@Value.Immutable
@ValueType
@JsonSerialize(as = ImmutableLeadParticipant.class)
@JsonDeserialize(as = ImmutableLeadParticipant.class)
public interface LeadParticipant {

  /** The name; never used in a decision. */
  @Value.Redacted
  @Personal(Mask.LEFT_OUT)
  Optional<String> name();

  /** The teacher reference number. */
  @Personal(Mask.ORDINAL)
  Optional<Trn> trn();

  /** Every role the person holds; a role not among them is not held. */
  Optional<ImmutableSet<Role>> roles();

  /** Years of teaching, 0 to 80. */
  Optional<BigDecimal> yearsTeaching();

  /** Days for which the person is released in the year, meetings within that time included. */
  Optional<ReleaseTime> releaseDays();

  /** Checks the years, and writes them in one way, so that equal people are equal: 6, never 6.0. */
  @Value.Check
  default LeadParticipant check() {
    yearsTeaching()
        .ifPresent(
            years -> {
              if (years.signum() < 0
                  || years.scale() > 2
                  || years.compareTo(BigDecimal.valueOf(80)) > 0) {
                throw new IllegalArgumentException(
                    "`yearsTeaching` is out of range; expected 0 to 80 years");
              }
            });
    Optional<BigDecimal> plain = yearsTeaching().map(org.tfm.model.criterion.Value.Quantity::plain);
    return plain.equals(yearsTeaching()) ? this : builder().from(this).yearsTeaching(plain).build();
  }

  /** A builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a lead participant. */
  final class Builder extends ImmutableLeadParticipant.Builder {
    Builder() {}
  }
}
