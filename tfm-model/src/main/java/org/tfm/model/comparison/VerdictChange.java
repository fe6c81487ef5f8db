package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.json.TfmJson;
import org.tfm.model.term.Aspect;

/**
 * A verdict that differs for the same document.
 *
 * @param aspect the aspect; absent for the verdict on the document as a whole
 * @param before the verdict under the earlier policy
 * @param after the verdict under the later policy
 */
@TfmJson.Strict
public record VerdictChange(Optional<Aspect> aspect, Verdict before, Verdict after) {
  /** Rejects null. */
  public VerdictChange {
    requireNonNull(aspect, "aspect");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }
}
