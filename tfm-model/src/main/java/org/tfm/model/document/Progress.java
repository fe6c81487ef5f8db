package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.tfm.model.json.TfmJson;
import org.tfm.model.privacy.Mask;
import org.tfm.model.privacy.Personal;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.RequiredValues;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.School;
import org.tfm.model.style.ValueType;

/**
 * The progress of one school in the year of a work group.
 *
 * <p>Absent values are unknown. Immutable.
 */
@Value.Immutable
@ValueType
@TfmJson.Strict
@JsonSerialize(as = ImmutableProgress.class)
@JsonDeserialize(as = ImmutableProgress.class)
public non-sealed interface Progress extends Document {

  /** The offering that the school took part in. */
  @Override
  Offering offering();

  /** The school. */
  School school();

  /** The release days taken by all lead participants together. */
  Optional<ReleaseTime> releaseDays();

  /** The number of workshops attended, 0 to 366. */
  Optional<Integer> workshopsAttended();

  /** The number of workshops planned, 0 to 366. */
  Optional<Integer> workshopsPlanned();

  /** The number of workshops that the headteacher attended, 0 to 366. */
  Optional<Integer> headteacherWorkshops();

  /** The number of workshops missed without the notice that the hub asks for, 0 to 366. */
  Optional<Integer> missedWithoutNotice();

  /** The number of support visits to the school, 0 to 366. */
  Optional<Integer> visits();

  /** The number of half-days of support visits to the school, 0 to 732. */
  Optional<Integer> visitHalfDays();

  /** The school's year in a programme of several years, 1 to 10. */
  Optional<Integer> programmeYear();

  /** All tasks that the school has completed so far. */
  Optional<ImmutableSet<Task>> tasksCompleted();

  /** All events that the headteacher has attended so far. */
  Optional<ImmutableSet<HeadteacherEvent>> headteacherAttended();

  /** All events that the headteacher or another senior leader has attended so far. */
  Optional<ImmutableSet<HeadteacherEvent>> seniorLeaderAttended();

  /** The answers to the questions of the policy. */
  @Value.Default
  @Personal(Mask.TEXT_ANSWERS)
  @Override
  default Answers answers() {
    return Answers.none();
  }

  /** Validates the counts, and rejects answers that contradict each other or the school. */
  @Value.Check
  default void check() {
    List<Problem> problems = new ArrayList<>();
    Counts.checkRange("/workshopsAttended", workshopsAttended(), 0, 366, problems);
    Counts.checkRange("/workshopsPlanned", workshopsPlanned(), 0, 366, problems);
    Counts.checkRange("/headteacherWorkshops", headteacherWorkshops(), 0, 366, problems);
    Counts.checkRange("/missedWithoutNotice", missedWithoutNotice(), 0, 366, problems);
    Counts.checkRange("/visits", visits(), 0, 366, problems);
    Counts.checkRange("/visitHalfDays", visitHalfDays(), 0, 732, problems);
    Counts.checkProgrammeYear(programmeYear(), problems);
    Counts.checkWorkshops(
        workshopsPlanned(),
        workshopsAttended(),
        headteacherWorkshops(),
        missedWithoutNotice(),
        problems);
    Counts.checkEvents(headteacherAttended(), seniorLeaderAttended(), problems);
    Teachers.checkConsistent(answers(), problems);
    SchoolTypes.checkConsistent(school(), answers(), problems);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /** Returns an empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds the progress of one school. */
  final class Builder {

    private ImmutableProgress.Builder values = ImmutableProgress.builder();

    private Builder() {}

    /** Copies all values of another progress, replacing those set before. */
    public Builder from(Progress progress) {
      values = ImmutableProgress.builder().from(requireNonNull(progress, "progress"));
      return this;
    }

    /** Sets the offering that the school took part in. */
    public Builder offering(Offering offering) {
      values.offering(offering);
      return this;
    }

    /** Sets the school. */
    public Builder school(School school) {
      values.school(school);
      return this;
    }

    /** Sets the release time taken by all lead participants together. */
    public Builder releaseDays(ReleaseTime time) {
      requireNonNull(time, "time");
      values.releaseDays(time);
      return this;
    }

    /** Sets the release time taken; empty if unknown. */
    public Builder releaseDays(Optional<ReleaseTime> time) {
      requireNonNull(time, "time");
      values.releaseDays(time);
      return this;
    }

    /** Sets the number of workshops attended, 0 to 366. */
    public Builder workshopsAttended(int workshops) {
      values.workshopsAttended(workshops);
      return this;
    }

    /** Sets the number of workshops attended; empty if unknown. */
    public Builder workshopsAttended(Optional<Integer> workshops) {
      requireNonNull(workshops, "workshops");
      values.workshopsAttended(workshops);
      return this;
    }

    /** Sets the number of workshops planned, 0 to 366. */
    public Builder workshopsPlanned(int workshops) {
      values.workshopsPlanned(workshops);
      return this;
    }

    /** Sets the number of workshops planned; empty if unknown. */
    public Builder workshopsPlanned(Optional<Integer> workshops) {
      requireNonNull(workshops, "workshops");
      values.workshopsPlanned(workshops);
      return this;
    }

    /** Sets the number of workshops that the headteacher attended, 0 to 366. */
    public Builder headteacherWorkshops(int workshops) {
      values.headteacherWorkshops(workshops);
      return this;
    }

    /** Sets the number of workshops that the headteacher attended; empty if unknown. */
    public Builder headteacherWorkshops(Optional<Integer> workshops) {
      requireNonNull(workshops, "workshops");
      values.headteacherWorkshops(workshops);
      return this;
    }

    /** Sets the number of workshops missed without the notice that the hub asks for, 0 to 366. */
    public Builder missedWithoutNotice(int workshops) {
      values.missedWithoutNotice(workshops);
      return this;
    }

    /**
     * Sets the number of workshops missed without the notice that the hub asks for; empty if
     * unknown.
     */
    public Builder missedWithoutNotice(Optional<Integer> workshops) {
      requireNonNull(workshops, "workshops");
      values.missedWithoutNotice(workshops);
      return this;
    }

    /** Sets the number of support visits to the school, 0 to 366. */
    public Builder visits(int visits) {
      values.visits(visits);
      return this;
    }

    /** Sets the number of support visits; empty if unknown. */
    public Builder visits(Optional<Integer> visits) {
      requireNonNull(visits, "visits");
      values.visits(visits);
      return this;
    }

    /** Sets the number of half-days of support visits to the school, 0 to 732. */
    public Builder visitHalfDays(int halfDays) {
      values.visitHalfDays(halfDays);
      return this;
    }

    /** Sets the number of half-days of support visits; empty if unknown. */
    public Builder visitHalfDays(Optional<Integer> halfDays) {
      requireNonNull(halfDays, "halfDays");
      values.visitHalfDays(halfDays);
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

    /** Sets all tasks that the school has completed so far. */
    public Builder tasksCompleted(Set<Task> tasks) {
      values.tasksCompleted(ImmutableSet.copyOf(requireNonNull(tasks, "tasks")));
      return this;
    }

    /** Sets all tasks that the school has completed so far; empty if unknown. */
    public Builder tasksCompleted(Optional<? extends Set<Task>> tasks) {
      requireNonNull(tasks, "tasks");
      values.tasksCompleted(tasks.map(ImmutableSet::copyOf));
      return this;
    }

    /** Sets all events that the headteacher has attended so far. */
    public Builder headteacherAttended(Set<HeadteacherEvent> events) {
      values.headteacherAttended(ImmutableSet.copyOf(requireNonNull(events, "events")));
      return this;
    }

    /** Sets all events that the headteacher has attended so far; empty if unknown. */
    public Builder headteacherAttended(Optional<? extends Set<HeadteacherEvent>> events) {
      requireNonNull(events, "events");
      values.headteacherAttended(events.map(ImmutableSet::copyOf));
      return this;
    }

    /** Sets all events that the headteacher or another senior leader has attended so far. */
    public Builder seniorLeaderAttended(Set<HeadteacherEvent> events) {
      values.seniorLeaderAttended(ImmutableSet.copyOf(requireNonNull(events, "events")));
      return this;
    }

    /**
     * Sets all events that the headteacher or another senior leader has attended so far; empty if
     * unknown.
     */
    public Builder seniorLeaderAttended(Optional<? extends Set<HeadteacherEvent>> events) {
      requireNonNull(events, "events");
      values.seniorLeaderAttended(events.map(ImmutableSet::copyOf));
      return this;
    }

    /** Sets the answers to the questions of the policy. By default there are none. */
    public Builder answers(Answers answers) {
      values.answers(answers);
      return this;
    }

    /**
     * Returns the progress.
     *
     * @throws InvalidInputException if the offering or the school is missing, if a number is out of
     *     range, or if an answer contradicts another answer or the school; it has every problem
     */
    public Progress build() {
      return RequiredValues.built(values::build);
    }
  }
}
