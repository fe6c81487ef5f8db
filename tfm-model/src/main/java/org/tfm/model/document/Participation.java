package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.json.TfmJson;
import org.tfm.model.privacy.PublicWords;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.RequiredValues;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Ids;
import org.tfm.model.style.ValueType;

/**
 * A school's participation in one work group in one year.
 *
 * <p>Immutable.
 */
@Value.Immutable
@ValueType
@TfmJson.Strict
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

  /** Whether the school completed the year, if known. */
  Optional<Boolean> completed();

  /** Validates the ids. */
  @Value.Check
  default void check() {
    List<Problem> problems = new ArrayList<>();
    Ids.check("work group type id", "/type", type(), problems);
    hub().ifPresent(hub -> Ids.check("hub id", "/hub", hub, problems));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /** Returns an empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a participation. */
  final class Builder {

    private ImmutableParticipation.Builder values = ImmutableParticipation.builder();

    private Builder() {}

    /** Copies all values of another participation, replacing those set before. */
    public Builder from(Participation participation) {
      values =
          ImmutableParticipation.builder().from(requireNonNull(participation, "participation"));
      return this;
    }

    /** Sets the id of the work group type, such as {@code primary-readiness}. */
    public Builder type(String type) {
      values.type(type);
      return this;
    }

    /** Sets the academic year. */
    public Builder year(AcademicYear year) {
      values.year(year);
      return this;
    }

    /** Sets the id of the hub, such as {@code cheshire-wirral}. */
    public Builder hub(String hub) {
      values.hub(hub);
      return this;
    }

    /** Sets the id of the hub; empty if unknown. */
    public Builder hub(Optional<String> hub) {
      requireNonNull(hub, "hub");
      values.hub(hub);
      return this;
    }

    /** Sets whether the school completed the year. */
    public Builder completed(boolean completed) {
      values.completed(completed);
      return this;
    }

    /** Sets whether the school completed the year; empty if unknown. */
    public Builder completed(Optional<Boolean> completed) {
      requireNonNull(completed, "completed");
      values.completed(completed);
      return this;
    }

    /**
     * Returns the participation.
     *
     * @throws InvalidInputException if the type or the year is missing, or if an id is malformed;
     *     it has every problem
     */
    public Participation build() {
      return RequiredValues.built(values::build);
    }
  }
}
