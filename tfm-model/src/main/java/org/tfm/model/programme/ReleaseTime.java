package org.tfm.model.programme;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The time for which a teacher is released from class, in days and half-days.
 *
 * <p>Immutable. The JSON form is a number of days, such as {@code 4.5}.
 *
 * @param halfDays the number of half-days, 0 to 732
 */
@TfmJson.Strict
public record ReleaseTime(int halfDays) implements Comparable<ReleaseTime> {

  private static final int MOST = 2 * 366;

  /** No release time. */
  public static final ReleaseTime NONE = new ReleaseTime(0);

  /**
   * Validates the range.
   *
   * @throws InvalidInputException if the number is negative or more than a year
   */
  public ReleaseTime {
    if (halfDays < 0 || halfDays > MOST) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.INVALID_VALUE,
              "`%s` days of release time; expected 0 to 366",
              BigDecimal.valueOf(halfDays).divide(BigDecimal.valueOf(2)).toPlainString()));
    }
  }

  /** Returns a release time in half-days. */
  public static ReleaseTime ofHalfDays(int halfDays) {
    return new ReleaseTime(halfDays);
  }

  /** Returns a release time in whole days. */
  public static ReleaseTime ofDays(int days) {
    return ofDays(BigDecimal.valueOf(days));
  }

  /**
   * Returns a release time in days.
   *
   * @throws InvalidInputException if the number is not from 0 to 366 or not a multiple of 0.5
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ReleaseTime ofDays(BigDecimal days) {
    requireNonNull(days, "days");
    // Compare before any arithmetic, because 1e1000000000 would be expensive.
    if (days.signum() < 0 || days.compareTo(BigDecimal.valueOf(MOST / 2)) > 0) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.INVALID_VALUE,
              "%s days of release time; expected 0 to 366",
              days.scale() < -9 || days.precision() > 20 ? "too many" : "`" + days + "`"));
    }
    if (days.scale() > 20
        || days.multiply(BigDecimal.valueOf(2)).stripTrailingZeros().scale() > 0) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.INVALID_VALUE,
              "`%s` days is not a whole number of half-days",
              days.scale() > 20 ? "…" : days));
    }
    return new ReleaseTime(days.multiply(BigDecimal.valueOf(2)).intValueExact());
  }

  /** Returns the sum of both. */
  public ReleaseTime plus(ReleaseTime other) {
    requireNonNull(other, "other");
    return new ReleaseTime(halfDays + other.halfDays);
  }

  /** The time in days. */
  @JsonValue
  public BigDecimal days() {
    return halfDays % 2 == 0
        ? BigDecimal.valueOf(halfDays / 2)
        : BigDecimal.valueOf(halfDays * 5L, 1);
  }

  @Override
  public int compareTo(ReleaseTime other) {
    requireNonNull(other, "other");
    return Integer.compare(halfDays, other.halfDays);
  }

  /** The time in words, such as {@code 4.5 days}. */
  @Override
  public String toString() {
    return days().toPlainString() + (halfDays == 2 ? " day" : " days");
  }
}
