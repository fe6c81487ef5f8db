package org.tfm.model.school;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.privacy.PublicWords;
import org.tfm.model.style.ValueType;

/**
 * A school, as an application or a work group names it.
 *
 * <p>Whatever is absent is unknown. Immutable.
 */
@Value.Immutable
@ValueType
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

  /** The country the school is in. */
  Optional<Country> country();

  /** What is known of its kind. */
  @JsonIgnore
  @Value.Derived
  @Value.Auxiliary
  default PartialSchoolKind kind() {
    return PartialSchoolKind.of(phase(), establishmentType(), country());
  }

  /** Checks the reference number. */
  @Value.Check
  default void check() {
    if (urn() < 10_000 || urn() > 999_999) {
      throw new IllegalArgumentException(
          "`" + urn() + "` is no URN; a URN is a number of five or six digits");
    }
  }

  /** A builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a school; {@code build} throws {@link IllegalStateException} if the URN is missing. */
  final class Builder extends ImmutableSchool.Builder {
    Builder() {}

    /** Sets phase, type and country at once. */
    public Builder kind(SchoolKind kind) {
      return phase(kind.phase())
          .establishmentType(kind.establishmentType())
          .country(kind.country());
    }
  }
}
