package org.tfm.model.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.privacy.Mask;
import org.tfm.model.privacy.Personal;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.School;
import org.tfm.model.style.ValueType;

/**
 * A planned or running work group.
 *
 * <p>Whatever is absent is unknown. Immutable.
 */
@Value.Immutable
@ValueType
@JsonSerialize(as = ImmutableWorkGroup.class)
@JsonDeserialize(as = ImmutableWorkGroup.class)
public non-sealed interface WorkGroup extends Document {

  /** What the group is a group of. */
  @Override
  Offering offering();

  /** Who leads it. */
  Optional<GroupLead> lead();

  /** The schools that take part; the lead's own school only if it takes part as well. */
  Optional<ImmutableList<School>> schools();

  /** The sessions of the year. */
  Optional<ImmutableList<Session>> sessions();

  /** Answers to the questions of the policy. */
  @Value.Default
  @Personal(Mask.TEXT_ANSWERS)
  @Override
  default Answers answers() {
    return Answers.none();
  }

  /** The group as evidence. */
  @JsonIgnore
  @Value.Lazy
  @Override
  default Evidence evidence() {
    return new DocumentEvidence<>(DocumentSort.GROUP, this, "");
  }

  /** Refuses overlong lists, and two sessions of one number. */
  @Value.Check
  default void check() {
    Counts.check("schools", schools(), Counts.SCHOOLS);
    Counts.check("sessions", sessions(), Counts.SESSIONS);
    sessions()
        .ifPresent(
            list -> {
              if (list.stream().map(Session::number).distinct().count() < list.size()) {
                throw new IllegalArgumentException("two `sessions` have the same number");
              }
            });
  }

  /** A builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a work group; the offering is needed. */
  final class Builder extends ImmutableWorkGroup.Builder {
    Builder() {}
  }
}
