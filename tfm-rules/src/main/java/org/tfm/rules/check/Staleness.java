package org.tfm.rules.check;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.term.Source;

/**
 * When a source counts as stale: if it was last compared with the rules too long before a day.
 *
 * @param day the day
 * @param days the most days before it, 1 to 10,000
 */
@TfmJson.Strict
public record Staleness(LocalDate day, int days) {

  private static final int MOST = 10_000;

  /**
   * Validates the number of days.
   *
   * @throws InvalidInputException if it is not from 1 to 10,000
   */
  public Staleness {
    requireNonNull(day, "day");
    if (days < 1 || days > MOST) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.INVALID_VALUE, "`%s` days; expected 1 to %s", days, MOST));
    }
  }

  /** Returns the staleness after a year of 365 days. */
  public static Staleness afterAYear(LocalDate day) {
    return new Staleness(day, 365);
  }

  /** Whether a source is stale. */
  public boolean isStale(Source source) {
    requireNonNull(source, "source");
    return source.lastChecked().isBefore(day.minusDays(days));
  }
}
