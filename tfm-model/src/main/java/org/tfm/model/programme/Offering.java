package org.tfm.model.programme;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.ArrayList;
import java.util.List;
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
   * Returns the offering of a hub, type and year.
   *
   * @throws InvalidInputException if the id of the hub or of the type is malformed
   */
  static Offering of(String hub, String type, AcademicYear year) {
    return ImmutableOffering.of(hub, type, year);
  }

  /** Validates the ids. */
  @Value.Check
  default void check() {
    List<Problem> problems = new ArrayList<>();
    Ids.check("hub id", "/hub", hub(), problems);
    Ids.check("work group type id", "/type", type(), problems);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }
}
