package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.tfm.model.json.TfmJson;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Strength;

/**
 * A requirement whose result differs for the same document.
 *
 * @param aspect the aspect of the requirement
 * @param term the id of the term
 * @param before the earlier result; absent if the earlier policy does not have the term
 * @param after the later result; absent if the later policy does not have the term
 */
@TfmJson.Strict
public record FindingChange(
    Aspect aspect, String term, Optional<Standing> before, Optional<Standing> after) {
  /** Rejects null. */
  public FindingChange {
    requireNonNull(aspect, "aspect");
    requireNonNull(term, "term");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }

  /** Whether it can affect a verdict: it is more than a preference in at least one policy. */
  boolean bears() {
    return bears(before) || bears(after);
  }

  private static boolean bears(Optional<Standing> standing) {
    return standing.filter(one -> one.strength() != Strength.PREFERRED).isPresent();
  }
}
