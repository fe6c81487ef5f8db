package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.tfm.model.privacy.Mask;
import org.tfm.model.privacy.Personal;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
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
                throw new InvalidInputException(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            "`%s` years; expected 0 to 80 with at most two decimal places",
                            years)
                        .atValue("/yearsTeaching"));
              }
            });
    Optional<BigDecimal> plain = yearsTeaching().map(org.tfm.model.criterion.Value.Quantity::plain);
    return plain.equals(yearsTeaching()) ? this : builder().from(this).yearsTeaching(plain).build();
  }

  /** Returns a builder in which nothing is set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a lead participant from whatever is known of the person. */
  final class Builder {

    private ImmutableLeadParticipant.Builder values = ImmutableLeadParticipant.builder();

    private Builder() {}

    /** Takes over all values of another lead participant, in place of what was set before. */
    public Builder from(LeadParticipant person) {
      values = ImmutableLeadParticipant.builder().from(requireNonNull(person, "person"));
      return this;
    }

    /** Sets the name; it decides nothing. */
    public Builder name(String name) {
      values.name(name);
      return this;
    }

    /** Sets the name; empty if it is not known. */
    public Builder name(Optional<String> name) {
      requireNonNull(name, "name");
      values.name(name);
      return this;
    }

    /** Sets the teacher reference number. */
    public Builder trn(Trn trn) {
      values.trn(trn);
      return this;
    }

    /** Sets the teacher reference number; empty if it is not given. */
    public Builder trn(Optional<Trn> trn) {
      requireNonNull(trn, "trn");
      values.trn(trn);
      return this;
    }

    /**
     * Sets every role that the person holds. A role left out is one that the person does not hold.
     */
    public Builder roles(Set<Role> roles) {
      values.roles(ImmutableSet.copyOf(requireNonNull(roles, "roles")));
      return this;
    }

    /** Sets every role that the person holds; empty if the roles are not known. */
    public Builder roles(Optional<? extends Set<Role>> roles) {
      requireNonNull(roles, "roles");
      values.roles(roles.map(ImmutableSet::copyOf));
      return this;
    }

    /** Sets the years of teaching, 0 to 80, with at most two decimal places. */
    public Builder yearsTeaching(BigDecimal years) {
      requireNonNull(years, "years");
      values.yearsTeaching(years);
      return this;
    }

    /** Sets the years of teaching; empty if they are not known. */
    public Builder yearsTeaching(Optional<BigDecimal> years) {
      requireNonNull(years, "years");
      values.yearsTeaching(years);
      return this;
    }

    /** Sets how long the person is released in the year, meetings within that time included. */
    public Builder releaseDays(ReleaseTime time) {
      requireNonNull(time, "time");
      values.releaseDays(time);
      return this;
    }

    /** Sets how long the person is released in the year; empty if it is not known. */
    public Builder releaseDays(Optional<ReleaseTime> time) {
      requireNonNull(time, "time");
      values.releaseDays(time);
      return this;
    }

    /**
     * Returns the lead participant.
     *
     * @throws InvalidInputException if the years of teaching are outside their range, or have more
     *     than two decimal places
     */
    public LeadParticipant build() {
      return values.build();
    }
  }
}
