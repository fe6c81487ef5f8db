package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.tfm.model.criterion.Value.Quantity;
import org.tfm.model.json.TfmJson;
import org.tfm.model.privacy.PublicWords;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.problem.RequiredValues;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.Urns;
import org.tfm.model.style.ValueType;

/**
 * A session of a work group.
 *
 * <p>Immutable.
 */
@Value.Immutable
@ValueType
@TfmJson.Strict
@JsonSerialize(as = ImmutableSession.class)
@JsonDeserialize(as = ImmutableSession.class)
public interface Session {

  /** The number in the year, counted from 1. */
  int number();

  /** The URN of the host school, if known. */
  Optional<Integer> host();

  /** The day; absent if it is to be confirmed. */
  Optional<LocalDate> date();

  /** The time of the start on that day, in London, to the minute; absent if unknown. */
  Optional<LocalTime> startsAt();

  /** The name of the place, such as {@code Park School}; absent if unknown. */
  @PublicWords
  Optional<String> venue();

  /** What the policy calls such a session, such as {@code maths}; absent if unknown. */
  @PublicWords
  Optional<String> kind();

  /** Whether it is in person or online; absent if unknown. */
  Optional<SessionMode> mode();

  /** The length in days; absent if unknown, or if it is given in hours. */
  Optional<ReleaseTime> days();

  /** The length in hours; absent if unknown, or if it is given in days. */
  Optional<BigDecimal> hours();

  /**
   * Validates the number, the host, the day, the time and the length, and normalises the hours: 3.0
   * equals 3.
   */
  @Value.Check
  default Session check() {
    List<Problem> problems = new ArrayList<>();
    Days.check("/date", date(), problems);
    Days.checkTime(
        "/startsAt",
        date(),
        startsAt(),
        Problem.of(ProblemCode.MISSING, "`startsAt` needs the day in `date`"),
        problems);
    host().ifPresent(urn -> Urns.check("/host", urn, problems));
    if (number() < 1 || number() > 366) {
      problems.add(
          Problem.of(
                  ProblemCode.INVALID_VALUE,
                  "`%s` is not a session number; expected 1 to 366",
                  number())
              .atValue("/number"));
    }
    hours()
        .filter(
            length -> length.signum() < 0 || length.scale() > 2 || length.compareTo(Days.HOURS) > 0)
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
    Optional<BigDecimal> plain = hours().map(Quantity::plain);
    return plain.equals(hours()) ? this : builder().from(this).hours(plain).build();
  }

  /** Returns an empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a session. */
  final class Builder {

    private ImmutableSession.Builder values = ImmutableSession.builder();

    private Builder() {}

    /** Copies all values of another session, replacing those set before. */
    public Builder from(Session session) {
      values = ImmutableSession.builder().from(requireNonNull(session, "session"));
      return this;
    }

    /** Sets the number in the year, counted from 1. */
    public Builder number(int number) {
      values.number(number);
      return this;
    }

    /** Sets the URN of the host school. */
    public Builder host(int urn) {
      values.host(urn);
      return this;
    }

    /** Sets the URN of the host school; empty if unknown. */
    public Builder host(Optional<Integer> urn) {
      requireNonNull(urn, "urn");
      values.host(urn);
      return this;
    }

    /** Sets the day. */
    public Builder date(LocalDate day) {
      values.date(requireNonNull(day, "day"));
      return this;
    }

    /** Sets the day; empty if it is to be confirmed. */
    public Builder date(Optional<LocalDate> day) {
      requireNonNull(day, "day");
      values.date(day);
      return this;
    }

    /** Sets the time of the start, in London, to the minute. */
    public Builder startsAt(LocalTime time) {
      values.startsAt(requireNonNull(time, "time"));
      return this;
    }

    /** Sets the time of the start; empty if unknown. */
    public Builder startsAt(Optional<LocalTime> time) {
      requireNonNull(time, "time");
      values.startsAt(time);
      return this;
    }

    /** Sets the name of the place, such as {@code Park School}. */
    public Builder venue(String name) {
      requireNonNull(name, "name");
      values.venue(name);
      return this;
    }

    /** Sets the name of the place; empty if unknown. */
    public Builder venue(Optional<String> name) {
      requireNonNull(name, "name");
      values.venue(name);
      return this;
    }

    /** Sets what the policy calls such a session, such as {@code maths}. */
    public Builder kind(String kind) {
      values.kind(kind);
      return this;
    }

    /** Sets what the policy calls such a session; empty if unknown. */
    public Builder kind(Optional<String> kind) {
      requireNonNull(kind, "kind");
      values.kind(kind);
      return this;
    }

    /** Sets whether it is in person or online. */
    public Builder mode(SessionMode mode) {
      values.mode(mode);
      return this;
    }

    /** Sets whether it is in person or online; empty if unknown. */
    public Builder mode(Optional<SessionMode> mode) {
      requireNonNull(mode, "mode");
      values.mode(mode);
      return this;
    }

    /** Sets the length in days. */
    public Builder days(ReleaseTime length) {
      requireNonNull(length, "length");
      values.days(length);
      return this;
    }

    /** Sets the length in days; empty if unknown. */
    public Builder days(Optional<ReleaseTime> length) {
      requireNonNull(length, "length");
      values.days(length);
      return this;
    }

    /** Sets the length in hours, 0 to 24, with at most two decimal places. */
    public Builder hours(BigDecimal length) {
      requireNonNull(length, "length");
      values.hours(length);
      return this;
    }

    /** Sets the length in hours; empty if unknown. */
    public Builder hours(Optional<BigDecimal> length) {
      requireNonNull(length, "length");
      values.hours(length);
      return this;
    }

    /**
     * Returns the session.
     *
     * @throws InvalidInputException if the number is missing or not from 1 to 366, if the year of
     *     the day does not have four digits, if the time has seconds or no day, or if the hours are
     *     not from 0 to 24 with at most two decimal places; it has every problem
     */
    public Session build() {
      return RequiredValues.built(values::build);
    }
  }
}
