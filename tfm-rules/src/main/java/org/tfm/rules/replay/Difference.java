package org.tfm.rules.replay;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A value of an assessment that is another now.
 *
 * @param part the list it is in, such as {@code findings}; else the key of the assessment
 * @param term the id of the term, with its aspect where it has one, such as {@code
 *     commitment/release-time}; empty where no term is meant
 * @param key what differs of it, such as {@code needed} or {@code provenance.line}; empty where all
 *     of it does
 * @param before the value when it was decided; absent where there was none
 * @param after the value now; absent where there is none
 */
public record Difference(
    String part, String term, String key, Optional<String> before, Optional<String> after) {
  /** Refuses null. */
  public Difference {
    requireNonNull(part, "part");
    requireNonNull(term, "term");
    requireNonNull(key, "key");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }
}
