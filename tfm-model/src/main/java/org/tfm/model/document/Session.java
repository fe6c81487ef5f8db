package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tfm.model.criterion.Value;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.Urns;

/**
 * A session of a work group.
 *
 * @param number the number in the year, counted from 1
 * @param host the URN of the host school, if known
 * @param date the day; absent if it is to be confirmed
 * @param mode whether it is in person or online; absent if unknown
 * @param days the length in days; absent if unknown, or if it is given in hours
 * @param hours the length in hours; absent if unknown, or if it is given in days
 */
@TfmJson.Strict
public record Session(
    @JsonProperty(required = true) int number,
    Optional<Integer> host,
    Optional<LocalDate> date,
    Optional<SessionMode> mode,
    Optional<ReleaseTime> days,
    Optional<BigDecimal> hours) {

  static final BigDecimal MOST_HOURS = BigDecimal.valueOf(24);

  /**
   * Validates the number, the day and the length, and normalises the hours, so that 3.0 equals 3.
   *
   * @throws InvalidInputException if the number is not from 1 to 366, if the host is not a URN, if
   *     the year of the day does not have four digits, or if the hours are not from 0 to 24 with at
   *     most two decimal places
   */
  public Session {
    requireNonNull(host, "host");
    requireNonNull(mode, "mode");
    requireNonNull(days, "days");
    requireNonNull(hours, "hours");
    List<Problem> problems = new ArrayList<>();
    Days.check("/date", requireNonNull(date, "date"), problems);
    host.ifPresent(urn -> Urns.check("/host", urn, problems));
    if (number < 1 || number > 366) {
      problems.add(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "`%s` is not a session number; expected 1 to 366",
                  number)
              .atValue("/number"));
    }
    hours
        .filter(
            length -> length.signum() < 0 || length.scale() > 2 || length.compareTo(MOST_HOURS) > 0)
        .ifPresent(
            length ->
                problems.add(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            "`%s` hours; expected 0 to 24 with at most two decimal places",
                            length)
                        .atValue("/hours")));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    hours = hours.map(Value.Quantity::plain);
  }

  /**
   * Returns a session whose mode and length are unknown.
   *
   * @throws InvalidInputException if the number, the host or the day is out of range
   */
  public Session(int number, Optional<Integer> host, Optional<LocalDate> date) {
    this(number, host, date, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Returns this session in another school, given by its URN.
   *
   * @throws InvalidInputException if it is not a URN
   */
  public Session withHost(int school) {
    return new Session(number, Optional.of(school), date, mode, days, hours);
  }
}
