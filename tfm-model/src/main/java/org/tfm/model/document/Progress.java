package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
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

  /** The number of support visits to the school, 0 to 366. */
  Optional<Integer> visits();

  /** The number of half-days of support visits to the school, 0 to 732. */
  Optional<Integer> visitHalfDays();

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
