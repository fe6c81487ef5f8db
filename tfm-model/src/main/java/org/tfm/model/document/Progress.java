package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.privacy.Mask;
import org.tfm.model.privacy.Personal;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.problem.RequiredValues;
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

  /** Checks the counts, and refuses answers that contradict each other or the school. */
  @Value.Check
  default void check() {
    List<Problem> problems = new ArrayList<>();
    checkCount("/workshopsAttended", workshopsAttended(), 366, problems);
    checkCount("/visits", visits(), 366, problems);
    checkCount("/visitHalfDays", visitHalfDays(), 732, problems);
    Teachers.checkConsistent(answers(), problems);
    SchoolTypes.checkConsistent(school(), answers(), problems);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private static void checkCount(
      String pointer, Optional<Integer> count, int most, List<Problem> problems) {
    count
        .filter(number -> number < 0 || number > most)
        .ifPresent(
            number ->
                problems.add(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            "`%s` is out of range; expected 0 to %s",
                            number,
                            most)
                        .atValue(pointer)));
  }

  /** Returns a builder in which nothing is set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds the progress of one school's year. */
  final class Builder {

    private ImmutableProgress.Builder values = ImmutableProgress.builder();

    private Builder() {}

    /** Takes over all values of another progress, in place of what was set before. */
    public Builder from(Progress progress) {
      values = ImmutableProgress.builder().from(requireNonNull(progress, "progress"));
      return this;
    }

    /** Sets the work groups that it is about. */
    public Builder offering(Offering offering) {
      values.offering(offering);
      return this;
    }

    /** Sets the school. */
    public Builder school(School school) {
      values.school(school);
      return this;
    }

    /** Sets the release time that all lead participants together have taken. */
    public Builder releaseDays(ReleaseTime time) {
      requireNonNull(time, "time");
      values.releaseDays(time);
      return this;
    }

    /** Sets the release time taken; empty if it is not known. */
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

    /** Sets the number of workshops attended; empty if it is not known. */
    public Builder workshopsAttended(Optional<Integer> workshops) {
      requireNonNull(workshops, "workshops");
      values.workshopsAttended(workshops);
      return this;
    }

    /** Sets the number of support visits made to the school, 0 to 366. */
    public Builder visits(int visits) {
      values.visits(visits);
      return this;
    }

    /** Sets the number of support visits; empty if it is not known. */
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

    /** Sets the number of half-days of support visits; empty if it is not known. */
    public Builder visitHalfDays(Optional<Integer> halfDays) {
      requireNonNull(halfDays, "halfDays");
      values.visitHalfDays(halfDays);
      return this;
    }

    /** Sets the answers to the questions of the policy. Without this call there are none. */
    public Builder answers(Answers answers) {
      values.answers(answers);
      return this;
    }

    /**
     * Returns the progress.
     *
     * @throws InvalidInputException if the offering or the school is missing; the message names all
     *     that are, or if a number is outside its range, or an answer contradicts another or what
     *     is said of the school
     */
    public Progress build() {
      return RequiredValues.built(values::build);
    }
  }
}
