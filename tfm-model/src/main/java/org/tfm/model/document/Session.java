package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * A session of a work group.
 *
 * @param number the number in the year, counted from 1
 * @param host the URN of the host school, if known
 * @param date the day; absent if it is to be confirmed
 */
@TfmJson.Strict
public record Session(
    @JsonProperty(required = true) int number, Optional<Integer> host, Optional<LocalDate> date) {

  /**
   * Validates the number and the day.
   *
   * @throws InvalidInputException if the number is not from 1 to 366, or the year of the day does
   *     not have four digits
   */
  public Session {
    requireNonNull(host, "host");
    List<Problem> problems = new ArrayList<>();
    Days.check("/date", requireNonNull(date, "date"), problems);
    if (number < 1 || number > 366) {
      problems.add(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "`%s` is not a session number; expected 1 to 366",
                  number)
              .atValue("/number"));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }
}
