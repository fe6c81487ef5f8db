package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Strength;

/**
 * A requirement that comes out otherwise for the same document.
 *
 * @param aspect what it is about
 * @param term the id of the term
 * @param before how it came out; absent where the earlier policy has no such term
 * @param after how it comes out; absent where the later policy has no such term
 */
public record FindingChange(
    Aspect aspect, String term, Optional<Standing> before, Optional<Standing> after) {
  /** Refuses null. */
  public FindingChange {
    requireNonNull(aspect, "aspect");
    requireNonNull(term, "term");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }

  /** Whether it can bear on a verdict: on one side at least it is more than a wish. */
  boolean bears() {
    return bears(before) || bears(after);
  }

  private static boolean bears(Optional<Standing> standing) {
    return standing.filter(one -> one.strength() != Strength.PREFERRED).isPresent();
  }
}
