package org.tfm.model.document;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.privacy.PublicWords;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Ids;
import org.tfm.model.style.ValueType;

/**
 * A school's part in one work group, in one year.
 *
 * <p>Immutable.
 */
@Value.Immutable
@ValueType
@JsonSerialize(as = ImmutableParticipation.class)
@JsonDeserialize(as = ImmutableParticipation.class)
public interface Participation {

  /** The id of the work group type. */
  @PublicWords
  String type();

  /** The academic year. */
  AcademicYear year();

  /** The id of the hub, if known. */
  @PublicWords
  Optional<String> hub();

  /** Whether the school stayed to the end, if known. */
  Optional<Boolean> completed();

  /** Checks the form of the ids. */
  @Value.Check
  default void check() {
    Ids.check("work group type id", type());
    hub().ifPresent(hub -> Ids.check("hub id", hub));
  }

  /** A builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a participation; type and year are needed. */
  final class Builder extends ImmutableParticipation.Builder {
    Builder() {}
  }
}
