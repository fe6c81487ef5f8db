package org.tfm.model.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.privacy.Mask;
import org.tfm.model.privacy.Personal;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.School;
import org.tfm.model.style.ValueType;

/**
 * What happened at one school in the year of a work group.
 *
 * <p>Whatever is absent is unknown. Immutable.
 */
@Value.Immutable
@ValueType
@JsonSerialize(as = ImmutableProgress.class)
@JsonDeserialize(as = ImmutableProgress.class)
public non-sealed interface Progress extends Document {

  /** The work groups it is about. */
  @Override
  Offering offering();

  /** The school. */
  School school();

  /** Release days taken by all lead participants together. */
  Optional<ReleaseTime> releaseDays();

  /** Workshops attended, 0 to 366. */
  Optional<Integer> workshopsAttended();

  /** Support visits made to the school, 0 to 366. */
  Optional<Integer> visits();

  /** Half-days of support visits to the school, 0 to 732. */
  Optional<Integer> visitHalfDays();

  /** Answers to the questions of the policy. */
  @Value.Default
  @Personal(Mask.TEXT_ANSWERS)
  @Override
  default Answers answers() {
    return Answers.none();
  }

  /** The progress as evidence. */
  @JsonIgnore
  @Value.Lazy
  @Override
  default Evidence evidence() {
    return new DocumentEvidence<>(DocumentSort.PROGRESS, this, "");
  }

  /** Checks the counts, and refuses answers that contradict each other or the school. */
  @Value.Check
  default void check() {
    checkCount("workshopsAttended", workshopsAttended(), 366);
    checkCount("visits", visits(), 366);
    checkCount("visitHalfDays", visitHalfDays(), 732);
    Teachers.checkConsistent(answers());
    SchoolTypes.checkConsistent(school(), answers());
  }

  private static void checkCount(String name, Optional<Integer> count, int most) {
    count.ifPresent(
        number -> {
          if (number < 0 || number > most) {
            throw new IllegalArgumentException(
                "`" + name + "` is " + number + "; expected 0 to " + most);
          }
        });
  }

  /** A builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a progress; offering and school are needed. */
  final class Builder extends ImmutableProgress.Builder {
    Builder() {}
  }
}
