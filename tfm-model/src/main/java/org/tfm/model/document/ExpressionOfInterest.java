package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.RequiredValues;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.School;
import org.tfm.model.style.ValueType;

/**
 * A school's expression of interest in an offering. It is not an application and leads to no place.
 *
 * <p>Immutable.
 */
@Value.Immutable
@ValueType
@TfmJson.Strict
@JsonSerialize(as = ImmutableExpressionOfInterest.class)
@JsonDeserialize(as = ImmutableExpressionOfInterest.class)
public interface ExpressionOfInterest {

  /** The offering that the school is interested in. */
  Offering offering();

  /** The school. */
  School school();

  /** The day of submission, if known. */
  Optional<LocalDate> submittedOn();

  /** Rejects a day out of range. */
  @Value.Check
  default void check() {
    List<Problem> problems = new ArrayList<>();
    Days.check("/submittedOn", submittedOn(), problems);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /** Returns an empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an expression of interest. */
  final class Builder {

    private ImmutableExpressionOfInterest.Builder values = ImmutableExpressionOfInterest.builder();

    private Builder() {}

    /** Copies all values of another expression of interest, replacing those set before. */
    public Builder from(ExpressionOfInterest expression) {
      values =
          ImmutableExpressionOfInterest.builder().from(requireNonNull(expression, "expression"));
      return this;
    }

    /** Sets the offering that the school is interested in. */
    public Builder offering(Offering offering) {
      values.offering(offering);
      return this;
    }

    /** Sets the school. */
    public Builder school(School school) {
      values.school(school);
      return this;
    }

    /** Sets the day of submission. */
    public Builder submittedOn(LocalDate day) {
      requireNonNull(day, "day");
      values.submittedOn(day);
      return this;
    }

    /** Sets the day of submission; empty if unknown. */
    public Builder submittedOn(Optional<LocalDate> day) {
      requireNonNull(day, "day");
      values.submittedOn(day);
      return this;
    }

    /**
     * Returns the expression of interest.
     *
     * @throws InvalidInputException if the offering or the school is missing; it has every problem
     */
    public ExpressionOfInterest build() {
      return RequiredValues.built(values::build);
    }
  }
}
