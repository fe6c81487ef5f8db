package org.tfm.model.advice;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Document;
import org.tfm.model.problem.InvalidInputException;

/**
 * The questions that are worth asking, one at a time.
 *
 * <p>There is a next question while, and only while, the verdict is {@link
 * Verdict#MORE_INFORMATION_NEEDED}. What kind of school it is comes first, since the terms depend
 * on it; they are looked up for the document as it is known.
 *
 * <p>Pure functions, thread-safe. Each throws {@link InvalidInputException} if there is no policy
 * for the offering, or if the document answers what nobody asks.
 */
public final class Questionnaire {

  private Questionnaire() {}

  /** Returns the next question on a document; empty once the verdict is settled. */
  public static Optional<Question> next(TermsLookup policy, Document known) {
    return next(policy, known, List.of());
  }

  /**
   * Returns the next question on a document that is none of those that were left open; empty once
   * the verdict is settled, or depends only on those.
   *
   * @param left questions that nobody can or will answer
   */
  public static Optional<Question> next(
      TermsLookup policy, Document known, Collection<Question> left) {
    requireNonNull(policy, "policy");
    requireNonNull(known, "known");
    requireNonNull(left, "left");
    Terms terms = policy.terms(known.offering(), known.schoolKind());
    return terms.verdict(known) == Verdict.MORE_INFORMATION_NEEDED
        ? new OpenQuestions(terms, known, left).first()
        : Optional.empty();
  }
}
