package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A fact as it was read from a document.
 *
 * <p>Immutable and thread-safe.
 *
 * @param fact the id of the fact
 * @param of whom it is about, such as {@code lead participant 2}; empty for the whole
 * @param value the value; absent where it was not given. {@link Value.Given} where only the
 *     presence of a value is asked
 */
public record Observation(String fact, String of, Optional<Value> value) {
  /** Refuses null. */
  public Observation {
    requireNonNull(fact, "fact");
    requireNonNull(of, "of");
    requireNonNull(value, "value");
  }

  /** What is shown of a value that was not given. */
  public static final String NOT_GIVEN = "not given";

  static Observation of(Fact fact, Evidence evidence, Optional<Value> value) {
    return new Observation(fact.id(), evidence.describes(), value);
  }

  /**
   * The value as a person would write it, or {@link #NOT_GIVEN}.
   *
   * @param known the fact of the observation
   */
  public String text(Fact known) {
    requireNonNull(known, "known");
    return value.isPresent() ? value.get().text(known) : NOT_GIVEN;
  }
}
