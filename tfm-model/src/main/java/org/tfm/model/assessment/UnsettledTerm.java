package org.tfm.model.assessment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.json.TfmJson;
import org.tfm.model.term.Term;

/**
 * A term that does not apply in the same form to all kinds of school that the known facts allow.
 *
 * @param term the term in one of its forms
 * @param dependsOn the facts of the school that would settle it
 */
@TfmJson.Strict
public record UnsettledTerm(Term term, ImmutableList<Fact> dependsOn) {
  /** Rejects null. */
  public UnsettledTerm {
    requireNonNull(term, "term");
    requireNonNull(dependsOn, "dependsOn");
  }

  /** The facts of the school that would settle it, as missing facts. */
  ImmutableList<MissingFact> missing() {
    return dependsOn.stream().map(MissingFact::of).collect(ImmutableList.toImmutableList());
  }
}
