package org.tfm.model.advice;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Document;
import org.tfm.model.problem.InvalidInputException;

/**
 * The questions that are worth asking, one at a time.
 *
 * <p>A question is asked only while its answer can change the verdict; once no answer can, there is
 * no next question. A field of the application that is still empty can be filled, so its question
 * counts as open here although an assessment calls it a gap. After a question about the school
 * itself, take the terms for that school from the book again.
 *
 * <p>Pure functions, thread-safe. Each throws {@link InvalidInputException} if the document is for
 * another offering or answers what nobody asks.
 */
public final class Questionnaire {

  private Questionnaire() {}

  /** The next question on a document; empty once the verdict is settled. */
  public static Optional<Question> next(Terms terms, Document known) {
    requireNonNull(terms, "terms");
    requireNonNull(known, "known");
    return next(terms, known, List.of());
  }

  /**
   * The next question on a document that is none of those that were left open.
   *
   * @param left questions that nobody can or will answer
   */
  public static Optional<Question> next(Terms terms, Document known, Collection<Question> left) {
    requireNonNull(terms, "terms");
    requireNonNull(known, "known");
    requireNonNull(left, "left");
    terms.check(known);
    return new OpenQuestions(terms, known, left).first();
  }
}
