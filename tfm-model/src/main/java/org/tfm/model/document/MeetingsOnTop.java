package org.tfm.model.document;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Half-day meetings that every lead participant attends and that are not yet inside the release
 * days.
 *
 * @param halfDays the number of half-day meetings for each person, 0 to 732
 */
public record MeetingsOnTop(@JsonProperty(required = true) int halfDays) {

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the number is outside 0 to 732
   */
  public MeetingsOnTop {
    if (halfDays < 0 || halfDays > 732) {
      throw new IllegalArgumentException("`" + halfDays + "` half-day meetings; expected 0 to 732");
    }
  }
}
