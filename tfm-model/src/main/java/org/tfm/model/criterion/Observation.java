package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The value of a fact, as read from a document.
 *
 * <p>Immutable and thread-safe.
 *
 * @param fact the id of the fact
 * @param of the member that it is about, such as {@code lead participant 2}; empty for the document
 *     as a whole
 * @param value the value; absent if not given, and {@link Value.Given} if the criterion asks only
 *     whether it is given
 */
public record Observation(String fact, String of, Optional<Value> value) {
  /** Rejects null. */
  public Observation {
    requireNonNull(fact, "fact");
    requireNonNull(of, "of");
    requireNonNull(value, "value");
  }

  /** The text for a value that is not given. */
  public static final String NOT_GIVEN = "not given";

  static Observation of(Fact fact, Evidence evidence, Optional<Value> value) {
    return new Observation(fact.id(), evidence.describes(), value);
  }

  /**
   * Returns the value in plain English, or {@link #NOT_GIVEN}.
   *
   * @param known the fact of the observation
   */
  public String text(Fact known) {
    requireNonNull(known, "known");
    return value.isPresent() ? value.get().text(known) : NOT_GIVEN;
  }
}
