package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.privacy.Mask;
import org.tfm.model.privacy.Personal;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.RequiredValues;
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

  /**
   * The day on which it was handed in; absent for a draft. What is empty in an application that was
   * handed in is a gap where the policy asks for it; a draft can still be completed.
   */
  Optional<LocalDate> submittedOn();

  /** What the hub decided about a place; absent is not decided. */
  Optional<Place> place();

  /** Refuses overlong lists, and answers that contradict each other or the school. */
  @Value.Check
  default void check() {
    List<Problem> problems = new ArrayList<>();
    Counts.check("/history", history(), Counts.HISTORY, problems);
    Counts.check("/leadParticipants", leadParticipants(), Counts.LEAD_PARTICIPANTS, problems);
    Counts.check("/placeWith", placeWith().size(), Counts.SCHOOLS, problems);
    Days.check("/submittedOn", submittedOn(), problems);
    Teachers.checkConsistent(answers(), problems);
    SchoolTypes.checkConsistent(school(), answers(), problems);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /** Returns a builder in which nothing is set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an application. */
  final class Builder {

    private ImmutableApplication.Builder values = ImmutableApplication.builder();

    private Builder() {}

    /** Takes over all values of another application, in place of what was set before. */
    public Builder from(Application application) {
      values = ImmutableApplication.builder().from(requireNonNull(application, "application"));
      return this;
    }

    /** Sets what the school applies for. */
    public Builder offering(Offering offering) {
      values.offering(offering);
      return this;
    }

    /** Sets the school. */
    public Builder school(School school) {
      values.school(school);
      return this;
    }

    /**
     * Sets the school's earlier and present work groups, at most 1,000. An empty list says that
     * there are none.
     */
    public Builder history(List<Participation> history) {
      values.history(ImmutableList.copyOf(requireNonNull(history, "history")));
      return this;
    }

    /** Sets the school's earlier and present work groups; empty if they are not known. */
    public Builder history(Optional<? extends List<Participation>> history) {
      requireNonNull(history, "history");
      values.history(history.map(ImmutableList::copyOf));
      return this;
    }

    /**
     * Sets the people whom the school would send, at most 100. An empty list says no more than no
     * list: it is not known yet.
     */
    public Builder leadParticipants(List<LeadParticipant> people) {
      values.leadParticipants(ImmutableList.copyOf(requireNonNull(people, "people")));
      return this;
    }

    /** Sets the people whom the school would send; empty if they are not known yet. */
    public Builder leadParticipants(Optional<? extends List<LeadParticipant>> people) {
      requireNonNull(people, "people");
      values.leadParticipants(people.map(ImmutableList::copyOf));
      return this;
    }

    /** Sets the half-day meetings that are not yet inside the release days of each person. */
    public Builder meetingsOnTop(MeetingsOnTop meetings) {
      requireNonNull(meetings, "meetings");
      values.meetingsOnTop(meetings);
      return this;
    }

    /**
     * Sets the meetings on top of the release days; empty if the release days hold all meetings.
     */
    public Builder meetingsOnTop(Optional<MeetingsOnTop> meetings) {
      requireNonNull(meetings, "meetings");
      values.meetingsOnTop(meetings);
      return this;
    }

    /**
     * Sets the headteacher's statement. Only whether there is one, and whether it is blank, is ever
     * looked at.
     */
    public Builder headteacherStatement(String statement) {
      requireNonNull(statement, "statement");
      values.headteacherStatement(statement);
      return this;
    }

    /** Sets the headteacher's statement; empty if there is none. */
    public Builder headteacherStatement(Optional<String> statement) {
      requireNonNull(statement, "statement");
      values.headteacherStatement(statement);
      return this;
    }

    /** Sets the answers to the questions of the policy. Without this call there are none. */
    public Builder answers(Answers answers) {
      values.answers(answers);
      return this;
    }

    /**
     * Sets the URNs of schools that the school would like to be placed with, at most 1,000. It is a
     * wish and decides nothing. Without this call there are none.
     */
    public Builder placeWith(List<Integer> urns) {
      values.placeWith(requireNonNull(urns, "urns"));
      return this;
    }

    /** Sets who handed it in. Without this call it was the school itself. */
    public Builder submittedBy(SubmittedBy submittedBy) {
      values.submittedBy(submittedBy);
      return this;
    }

    /** Sets the day on which it was handed in. */
    public Builder submittedOn(LocalDate day) {
      requireNonNull(day, "day");
      values.submittedOn(day);
      return this;
    }

    /** Sets the day on which it was handed in; empty if it is not known. */
    public Builder submittedOn(Optional<LocalDate> day) {
      requireNonNull(day, "day");
      values.submittedOn(day);
      return this;
    }

    /** Sets what the hub decided about a place. */
    public Builder place(Place place) {
      values.place(place);
      return this;
    }

    /** Sets what the hub decided about a place; empty if nothing is decided. */
    public Builder place(Optional<Place> place) {
      requireNonNull(place, "place");
      values.place(place);
      return this;
    }

    /**
     * Returns the application.
     *
     * @throws InvalidInputException if the offering or the school is missing; the message names all
     *     that are, or if a list is longer than it may be, or an answer contradicts another or what
     *     is said of the school
     */
    public Application build() {
      return RequiredValues.built(values::build);
    }
  }
}
