package org.tfm.model.advice;

import static java.util.Objects.requireNonNull;

import org.tfm.model.criterion.Fact;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;

/**
 * A question whose answer can still change the verdict.
 *
 * <p>Immutable.
 *
 * @param fact the fact asked about, with its question, unit and choices
 * @param of whom it is about, such as {@code lead participant 2}; empty for the whole
 * @param term the id of the term that needs the answer
 * @param aspect what the term is about
 * @param clause what the term says, in plain English
 * @param citation the source of the term
 */
public record Question(
    Fact fact, String of, String term, Aspect aspect, String clause, Citation citation) {
  /** Refuses null. */
  public Question {
    requireNonNull(fact, "fact");
    requireNonNull(of, "of");
    requireNonNull(term, "term");
    requireNonNull(aspect, "aspect");
    requireNonNull(clause, "clause");
    requireNonNull(citation, "citation");
  }
}
