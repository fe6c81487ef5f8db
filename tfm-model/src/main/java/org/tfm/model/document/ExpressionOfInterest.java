package org.tfm.model.document;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.School;
import org.tfm.model.style.ValueType;

/**
 * A school's word that it would like to take part: no application, and no place follows from it.
 *
 * <p>Immutable.
 */
@Value.Immutable
@ValueType
@JsonSerialize(as = ImmutableExpressionOfInterest.class)
@JsonDeserialize(as = ImmutableExpressionOfInterest.class)
public interface ExpressionOfInterest {

  /** What the school is interested in. */
  Offering offering();

  /** The school. */
  School school();

  /** The day it was handed in, if known. */
  Optional<LocalDate> submittedOn();

  /** A builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an expression of interest; offering and school are needed. */
  final class Builder extends ImmutableExpressionOfInterest.Builder {
    Builder() {}
  }
}
