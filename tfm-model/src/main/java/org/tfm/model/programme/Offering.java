package org.tfm.model.programme;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.immutables.value.Value;
import org.tfm.model.privacy.PublicWords;
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
   * @throws IllegalArgumentException if the hub or the type does not have the form of an id
   */
  static Offering of(String hub, String type, AcademicYear year) {
    return ImmutableOffering.of(hub, type, year);
  }

  /** Checks the form of the ids. */
  @Value.Check
  default void check() {
    Ids.check("hub id", hub());
    Ids.check("work group type id", type());
  }
}
