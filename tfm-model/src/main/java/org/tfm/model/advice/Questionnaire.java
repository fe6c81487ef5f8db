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
 * Asks the questions that can still change the verdict, one at a time.
 *
 * <p>There is a next question exactly while the verdict is {@link Verdict#MORE_INFORMATION_NEEDED}.
 * Questions about the kind of school come first, because the terms depend on it.
 *
 * <p>All methods are pure functions and thread-safe. They throw {@link InvalidInputException} if
 * there is no policy for the offering, or if the document answers an unknown question.
 */
public final class Questionnaire {

  private Questionnaire() {}

  /** Returns the next question about a document; empty if the verdict is settled. */
  public static Optional<Question> next(TermsLookup policy, Document known) {
    return next(policy, known, List.of());
  }

  /**
   * Returns the next question about a document, except for skipped ones; empty if the verdict is
   * settled or depends only on skipped questions.
   *
   * @param left the skipped questions, which cannot be answered
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
