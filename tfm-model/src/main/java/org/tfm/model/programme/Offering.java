package org.tfm.model.programme;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;
import org.tfm.model.privacy.PublicWords;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.style.ValueType;

/**
 * What is on offer: one hub's work groups of one type in one academic year.
 *
 * <p>Immutable.
 */
@Value.Immutable
@ValueType
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
   * The offering.
   *
   * @throws InvalidInputException if the hub or the type does not have the form of an id
   */
  static Offering of(String hub, String type, AcademicYear year) {
    return ImmutableOffering.of(hub, type, year);
  }

  /** Checks the form of the ids. */
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
