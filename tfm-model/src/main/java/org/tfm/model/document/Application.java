package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.json.TfmJson;
import org.tfm.model.privacy.Mask;
import org.tfm.model.privacy.Personal;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.problem.RequiredValues;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.School;
import org.tfm.model.school.Urns;
import org.tfm.model.style.ValueType;

/**
 * A school's application for a place in a work group.
 *
 * <p>Only the offering and the school are required; other absent values are unknown. Immutable.
 * {@code toString} shows no personal value.
 */
@Value.Immutable
@ValueType
@TfmJson.Strict
@JsonSerialize(as = ImmutableApplication.class)
@JsonDeserialize(as = ImmutableApplication.class)
public non-sealed interface Application extends Document {

  /** The offering that the school applies for. */
  @Override
  Offering offering();

  /** The school. */
  School school();

  /** The school's earlier and present work groups; absent if unknown, empty if there are none. */
  Optional<ImmutableList<Participation>> history();

  /** The people whom the school would send; absent or empty if not yet known. */
  Optional<ImmutableList<LeadParticipant>> leadParticipants();

  /**
   * The meetings in addition to the release days; absent if the release days include all meetings.
   */
  Optional<MeetingsOnTop> meetingsOnTop();

  /** The headteacher's statement; decisions use only whether it is given. */
  @Value.Redacted
  @Personal(Mask.FIXED_TEXT)
  Optional<String> headteacherStatement();

  /** The answers to the questions of the policy. */
  @Value.Default
  @Personal(Mask.TEXT_ANSWERS)
  @Override
  default Answers answers() {
    return Answers.none();
  }

  /** The URNs of schools that the school would like to be placed with; not used in decisions. */
  ImmutableList<Integer> placeWith();

  /** The submitter: the school itself unless it says otherwise. */
  @Value.Default
  default SubmittedBy submittedBy() {
    return SubmittedBy.SCHOOL;
  }

  /**
   * The day of submission; absent for a draft. In a submitted application, an empty value that the
   * policy requires is a gap; a draft can still be completed.
   */
  Optional<LocalDate> submittedOn();

  /** The time of submission on that day, in London, to the minute; absent if unknown. */
  Optional<LocalTime> submittedAt();

  /** The day on which the school sent an expression of interest; absent if it is unknown. */
  Optional<LocalDate> expressionOfInterestOn();

  /** The school's year in a programme of several years, 1 to 10. */
  Optional<Integer> programmeYear();

  /** The hub's decision about a place; absent if not decided. */
  Optional<Place> place();

  /** Rejects lists that are too long, and values that contradict each other. */
  @Value.Check
  default void check() {
    List<Problem> problems = new ArrayList<>();
    Counts.check("/history", history(), Counts.HISTORY, problems);
    Counts.check("/leadParticipants", leadParticipants(), Counts.LEAD_PARTICIPANTS, problems);
    Counts.check("/placeWith", placeWith().size(), Counts.SCHOOLS, problems);
    for (int i = 0; i < placeWith().size(); i++) {
      Urns.check("/placeWith/" + i, placeWith().get(i), problems);
    }
    Days.check("/submittedOn", submittedOn(), problems);
    Days.check("/expressionOfInterestOn", expressionOfInterestOn(), problems);
    Days.checkTime(
        "/submittedAt",
        submittedOn(),
        submittedAt(),
        Problem.of(ProblemCode.MISSING, "`submittedAt` needs the day in `submittedOn`"),
        problems);
    Counts.checkProgrammeYear(programmeYear(), problems);
    Teachers.checkConsistent(answers(), problems);
    SchoolTypes.checkConsistent(school(), answers(), problems);
    Interest.checkConsistent(expressionOfInterestOn(), answers(), submittedOn(), problems);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /** Returns an empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an application. */
  final class Builder {

    private ImmutableApplication.Builder values = ImmutableApplication.builder();

    private Builder() {}

    /** Copies all values of another application, replacing those set before. */
    public Builder from(Application application) {
      values = ImmutableApplication.builder().from(requireNonNull(application, "application"));
      return this;
    }

    /** Sets the offering that the school applies for. */
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
     * Sets the school's earlier and present work groups, at most 1,000. An empty list means that
     * there are none.
     */
    public Builder history(List<Participation> history) {
      values.history(ImmutableList.copyOf(requireNonNull(history, "history")));
      return this;
    }

    /** Sets the school's earlier and present work groups; empty if unknown. */
    public Builder history(Optional<? extends List<Participation>> history) {
      requireNonNull(history, "history");
      values.history(history.map(ImmutableList::copyOf));
      return this;
    }

    /**
     * Sets the people whom the school would send, at most 100. An empty list means the same as no
     * list: they are not yet known.
     */
    public Builder leadParticipants(List<LeadParticipant> people) {
      values.leadParticipants(ImmutableList.copyOf(requireNonNull(people, "people")));
      return this;
    }

    /** Sets the people whom the school would send; empty if not yet known. */
    public Builder leadParticipants(Optional<? extends List<LeadParticipant>> people) {
      requireNonNull(people, "people");
      values.leadParticipants(people.map(ImmutableList::copyOf));
      return this;
    }

    /** Sets each person's half-day meetings in addition to the release days. */
    public Builder meetingsOnTop(MeetingsOnTop meetings) {
      requireNonNull(meetings, "meetings");
      values.meetingsOnTop(meetings);
      return this;
    }

    /** Sets the meetings in addition to the release days; empty if the release days include all. */
    public Builder meetingsOnTop(Optional<MeetingsOnTop> meetings) {
      requireNonNull(meetings, "meetings");
      values.meetingsOnTop(meetings);
      return this;
    }

    /** Sets the headteacher's statement. Decisions use only whether it is given and not blank. */
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

    /** Sets the answers to the questions of the policy. By default there are none. */
    public Builder answers(Answers answers) {
      values.answers(answers);
      return this;
    }

    /**
     * Sets the URNs of schools that the school would like to be placed with, at most 1,000. They
     * are not used in decisions. By default there are none.
     */
    public Builder placeWith(List<Integer> urns) {
      values.placeWith(requireNonNull(urns, "urns"));
      return this;
    }

    /** Sets the submitter. The default is the school itself. */
    public Builder submittedBy(SubmittedBy submittedBy) {
      values.submittedBy(submittedBy);
      return this;
    }

    /** Sets the day of submission. */
    public Builder submittedOn(LocalDate day) {
      requireNonNull(day, "day");
      values.submittedOn(day);
      return this;
    }

    /** Sets the day of submission; empty for a draft. */
    public Builder submittedOn(Optional<LocalDate> day) {
      requireNonNull(day, "day");
      values.submittedOn(day);
      return this;
    }

    /** Sets the time of submission on its day, in London, to the minute. */
    public Builder submittedAt(LocalTime time) {
      requireNonNull(time, "time");
      values.submittedAt(time);
      return this;
    }

    /** Sets the time of submission on its day; empty if unknown. */
    public Builder submittedAt(Optional<LocalTime> time) {
      requireNonNull(time, "time");
      values.submittedAt(time);
      return this;
    }

    /** Sets the day on which the school sent an expression of interest. */
    public Builder expressionOfInterestOn(LocalDate day) {
      values.expressionOfInterestOn(requireNonNull(day, "day"));
      return this;
    }

    /** Sets the day on which the school sent an expression of interest; empty if unknown. */
    public Builder expressionOfInterestOn(Optional<LocalDate> day) {
      requireNonNull(day, "day");
      values.expressionOfInterestOn(day);
      return this;
    }

    /** Sets the school's year in a programme of several years, 1 to 10. */
    public Builder programmeYear(int year) {
      values.programmeYear(year);
      return this;
    }

    /** Sets the school's year in a programme of several years; empty if unknown. */
    public Builder programmeYear(Optional<Integer> year) {
      requireNonNull(year, "year");
      values.programmeYear(year);
      return this;
    }

    /** Sets the hub's decision about a place. */
    public Builder place(Place place) {
      values.place(place);
      return this;
    }

    /** Sets the hub's decision about a place; empty if not decided. */
    public Builder place(Optional<Place> place) {
      requireNonNull(place, "place");
      values.place(place);
      return this;
    }

    /**
     * Returns the application.
     *
     * @throws InvalidInputException if the offering or the school is missing, if a list is too
     *     long, or if values contradict each other; it has every problem
     */
    public Application build() {
      return RequiredValues.built(values::build);
    }
  }
}
