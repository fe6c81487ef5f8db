package org.tfm.model.assessment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.term.Term;

/**
 * A term that holds for some of the kinds of school that fit what is known, and not, or not in the
 * same form, for others.
 *
 * @param term the term in one of its forms
 * @param dependsOn the facts of the school that would settle it
 */
public record UnsettledTerm(Term term, ImmutableList<Fact> dependsOn) {
  /** Refuses null. */
  public UnsettledTerm {
    requireNonNull(term, "term");
    requireNonNull(dependsOn, "dependsOn");
  }

  /** The facts of the school that would settle it, as those that are missing. */
  ImmutableList<MissingFact> missing() {
    return dependsOn.stream()
        .map(fact -> new MissingFact(fact.id(), "", fact.question(), fact.at()))
        .collect(ImmutableList.toImmutableList());
  }
}
