package org.tfm.model.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.privacy.Mask;
import org.tfm.model.privacy.Personal;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.School;
import org.tfm.model.style.ValueType;

/**
 * A school's application for a place in a work group.
 *
 * <p>Only offering and school are needed; whatever else is absent is unknown. Immutable; {@code
 * toString} shows no personal value.
 */
@Value.Immutable
@ValueType
@JsonSerialize(as = ImmutableApplication.class)
@JsonDeserialize(as = ImmutableApplication.class)
public non-sealed interface Application extends Document {

  /** What the school applies for. */
  @Override
  Offering offering();

  /** The school. */
  School school();

  /** The school's earlier and present work groups; absent is unknown, empty is none. */
  Optional<ImmutableList<Participation>> history();

  /** The people the school would send; absent or empty is not known yet. */
  Optional<ImmutableList<LeadParticipant>> leadParticipants();

  /** Meetings not yet inside the release days; absent is none, the release days then hold all. */
  Optional<MeetingsOnTop> meetingsOnTop();

  /** The headteacher's statement; never used but for whether it is given. */
  @Value.Redacted
  @Personal(Mask.FIXED_TEXT)
  Optional<String> headteacherStatement();

  /** Answers to the questions of the policy. */
  @Value.Default
  @Personal(Mask.TEXT_ANSWERS)
  @Override
  default Answers answers() {
    return Answers.none();
  }

  /** URNs of schools the school would like to be placed with; a wish that decides nothing. */
  ImmutableList<Integer> placeWith();

  /** Who handed it in: the school itself, unless it says that a trust did for several. */
  @Value.Default
  default SubmittedBy submittedBy() {
    return SubmittedBy.SCHOOL;
  }

  /** The day it was handed in; decides nothing. */
  Optional<LocalDate> submittedOn();

  /** What the hub decided about a place; absent is not decided. */
  Optional<Place> place();

  /** The application as evidence. */
  @JsonIgnore
  @Value.Derived
  @Value.Auxiliary
  @Override
  default Evidence evidence() {
    return new DocumentEvidence<>(DocumentSort.APPLICATION, this, "");
  }

  /** Refuses overlong lists, and answers that contradict each other or the school. */
  @Value.Check
  default void check() {
    Counts.check("history", history(), Counts.HISTORY);
    Counts.check("leadParticipants", leadParticipants(), Counts.LEAD_PARTICIPANTS);
    Counts.check("placeWith", placeWith().size(), Counts.SCHOOLS);
    Teachers.checkConsistent(answers());
    SchoolTypes.checkConsistent(school(), answers());
  }

  /** A builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an application; offering and school are needed. */
  final class Builder extends ImmutableApplication.Builder {
    Builder() {}
  }
}
