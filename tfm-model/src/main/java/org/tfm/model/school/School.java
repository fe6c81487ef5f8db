package org.tfm.model.school;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.json.TfmJson;
import org.tfm.model.privacy.PublicWords;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.problem.RequiredValues;
import org.tfm.model.style.ValueType;

/**
 * A school in an application, a work group or a progress report.
 *
 * <p>Absent values are unknown. Immutable.
 */
@Value.Immutable
@ValueType
@TfmJson.Strict
@JsonSerialize(as = ImmutableSchool.class)
@JsonDeserialize(as = ImmutableSchool.class)
public interface School {

  /** The unique reference number in the register of schools, 10000 to 999999. */
  int urn();

  /** The name, for display only. */
  @PublicWords
  Optional<String> name();

  /** The phase of education. */
  Optional<Phase> phase();

  /** The type of establishment. */
  Optional<EstablishmentType> establishmentType();

  /** The country. */
  Optional<Country> country();

  /** The kind of school, as far as it is known. */
  @JsonIgnore
  @Value.Derived
  @Value.Auxiliary
  default PartialSchoolKind kind() {
    return PartialSchoolKind.of(phase(), establishmentType(), country());
  }

  /** Validates the reference number. */
  @Value.Check
  default void check() {
    if (urn() < 10_000 || urn() > 999_999) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "`%s` is not a URN; expected a number of five or six digits",
                  urn())
              .atValue("/urn"));
    }
  }

  /** Returns an empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a school; only the reference number is required. */
  final class Builder {

    private ImmutableSchool.Builder values = ImmutableSchool.builder();

    private Builder() {}

    /** Copies all values of another school, replacing those set before. */
    public Builder from(School school) {
      values = ImmutableSchool.builder().from(requireNonNull(school, "school"));
      return this;
    }

    /** Sets the unique reference number in the register of schools, 10000 to 999999. */
    public Builder urn(int urn) {
      values.urn(urn);
      return this;
    }

    /** Sets the name, which is for display only. */
    public Builder name(String name) {
      values.name(name);
      return this;
    }

    /** Sets the name; empty if unknown. */
    public Builder name(Optional<String> name) {
      requireNonNull(name, "name");
      values.name(name);
      return this;
    }

    /** Sets the phase of education. */
    public Builder phase(Phase phase) {
      values.phase(phase);
      return this;
    }

    /** Sets the phase of education; empty if unknown. */
    public Builder phase(Optional<Phase> phase) {
      requireNonNull(phase, "phase");
      values.phase(phase);
      return this;
    }

    /** Sets the type of establishment. */
    public Builder establishmentType(EstablishmentType type) {
      requireNonNull(type, "type");
      values.establishmentType(type);
      return this;
    }

    /** Sets the type of establishment; empty if unknown. */
    public Builder establishmentType(Optional<EstablishmentType> type) {
      requireNonNull(type, "type");
      values.establishmentType(type);
      return this;
    }

    /** Sets the country. */
    public Builder country(Country country) {
      values.country(country);
      return this;
    }

    /** Sets the country; empty if unknown. */
    public Builder country(Optional<Country> country) {
      requireNonNull(country, "country");
      values.country(country);
      return this;
    }

    /** Sets the phase, the type of establishment and the country. */
    public Builder kind(SchoolKind kind) {
      requireNonNull(kind, "kind");
      return phase(kind.phase())
          .establishmentType(kind.establishmentType())
          .country(kind.country());
    }

    /**
     * Returns the school.
     *
     * @throws InvalidInputException if the URN is missing or out of range
     */
    public School build() {
      return RequiredValues.built(values::build);
    }
  }
}
