package org.tfm.model.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The half-day meetings that every lead participant attends in addition to the release days.
 *
 * @param halfDays the number of half-day meetings for each person, 0 to 732
 */
@TfmJson.Strict
public record MeetingsOnTop(@JsonProperty(required = true) int halfDays) {

  /**
   * Validates the range.
   *
   * @throws InvalidInputException if the number is not from 0 to 732
   */
  public MeetingsOnTop {
    if (halfDays < 0 || halfDays > 732) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.INVALID_VALUE, "`%s` half-day meetings; expected 0 to 732", halfDays)
              .atValue("/halfDays"));
    }
  }
}
