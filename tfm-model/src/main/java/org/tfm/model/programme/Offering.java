package org.tfm.model.programme;

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
import org.tfm.model.style.ValueType;

/**
 * The work groups of one type that a hub offers in one academic year.
 *
 * <p>Immutable.
 */
@Value.Immutable
@ValueType
@TfmJson.Strict
@JsonSerialize(as = ImmutableOffering.class)
@JsonDeserialize(as = ImmutableOffering.class)
public interface Offering {

  /** The id of the hub, such as {@code cheshire-wirral}. */
  @Value.Parameter
  @PublicWords
  String hub();

  /** The id of the work group type, such as {@code primary-development}. */
  @Value.Parameter
  @PublicWords
  String type();

  /** The academic year. */
  @Value.Parameter
  AcademicYear year();

  /**
   * The intake within the year, such as {@code january}; absent if the year has one, or if it is
   * not known. The policy is that of the year; its rules can ask for the intake.
   */
  @PublicWords
  Optional<String> intake();

  /**
   * Returns the offering of a hub, type and year.
   *
   * @throws InvalidInputException if the id of the hub or of the type is malformed
   */
  static Offering of(String hub, String type, AcademicYear year) {
    return ImmutableOffering.of(hub, type, year);
  }

  /** Returns the same offering in an intake within its year. */
  default Offering in(String intake) {
    return ImmutableOffering.builder().from(this).intake(intake).build();
  }

  /** The offering of the whole year: this one without its intake. */
  default Offering ofYear() {
    return intake().isEmpty() ? this : of(hub(), type(), year());
  }

  /** Validates the ids. */
  @Value.Check
  default void check() {
    List<Problem> problems = new ArrayList<>();
    Ids.check("hub id", "/hub", hub(), problems);
    Ids.check("work group type id", "/type", type(), problems);
    intake().ifPresent(intake -> Ids.check("name of an intake", "/intake", intake, problems));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }
}
