package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.tfm.model.style.ValueType;

/**
 * A planned or running work group.
 *
 * <p>Absent values are unknown. Immutable.
 */
@Value.Immutable
@ValueType
@TfmJson.Strict
@JsonSerialize(as = ImmutableWorkGroup.class)
@JsonDeserialize(as = ImmutableWorkGroup.class)
public non-sealed interface WorkGroup extends Document {

  /** The offering that the group belongs to. */
  @Override
  Offering offering();

  /** The lead. */
  Optional<GroupLead> lead();

  /** The schools that take part; includes the lead's own school only if it takes part. */
  Optional<ImmutableList<School>> schools();

  /** The sessions of the year. */
  Optional<ImmutableList<Session>> sessions();

  /** The answers to the questions of the policy. */
  @Value.Default
  @Personal(Mask.TEXT_ANSWERS)
  @Override
  default Answers answers() {
    return Answers.none();
  }

  /** Rejects lists that are too long, and sessions with the same number. */
  @Value.Check
  default void check() {
    List<Problem> problems = new ArrayList<>();
    Counts.check("/schools", schools(), Counts.SCHOOLS, problems);
    Counts.check("/sessions", sessions(), Counts.SESSIONS, problems);
    List<Session> listed = sessions().orElse(ImmutableList.of());
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < listed.size(); i++) {
      int number = listed.get(i).number();
      if (!numbers.add(number)) {
        problems.add(
            Problem.of(ProblemCode.DUPLICATE, "two sessions have the number `%s`", number)
                .atValue("/sessions/" + i + "/number"));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /** Returns an empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a work group. */
  final class Builder {

    private ImmutableWorkGroup.Builder values = ImmutableWorkGroup.builder();

    private Builder() {}

    /** Copies all values of another work group, replacing those set before. */
    public Builder from(WorkGroup group) {
      values = ImmutableWorkGroup.builder().from(requireNonNull(group, "group"));
      return this;
    }

    /** Sets the offering that the group belongs to. */
    public Builder offering(Offering offering) {
      values.offering(offering);
      return this;
    }

    /** Sets the lead. */
    public Builder lead(GroupLead lead) {
      values.lead(lead);
      return this;
    }

    /** Sets the lead; empty if unknown. */
    public Builder lead(Optional<GroupLead> lead) {
      requireNonNull(lead, "lead");
      values.lead(lead);
      return this;
    }

    /**
     * Sets the schools that take part, at most 1,000. They include the lead's own school only if it
     * takes part.
     */
    public Builder schools(List<School> schools) {
      values.schools(ImmutableList.copyOf(requireNonNull(schools, "schools")));
      return this;
    }

    /** Sets the schools that take part; empty if unknown. */
    public Builder schools(Optional<? extends List<School>> schools) {
      requireNonNull(schools, "schools");
      values.schools(schools.map(ImmutableList::copyOf));
      return this;
    }

    /** Sets the sessions of the year, at most 366, each with a unique number. */
    public Builder sessions(List<Session> sessions) {
      values.sessions(ImmutableList.copyOf(requireNonNull(sessions, "sessions")));
      return this;
    }

    /** Sets the sessions of the year; empty if unknown. */
    public Builder sessions(Optional<? extends List<Session>> sessions) {
      requireNonNull(sessions, "sessions");
      values.sessions(sessions.map(ImmutableList::copyOf));
      return this;
    }

    /** Sets the answers to the questions of the policy. By default there are none. */
    public Builder answers(Answers answers) {
      values.answers(answers);
      return this;
    }

    /**
     * Returns the work group.
     *
     * @throws InvalidInputException if the offering is missing, if a list is too long, or if two
     *     sessions have the same number
     */
    public WorkGroup build() {
      return RequiredValues.built(values::build);
    }
  }
}
