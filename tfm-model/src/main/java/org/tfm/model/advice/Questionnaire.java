package org.tfm.model.advice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Document;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Budget;
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
    return open(policy, known, left, Budget.of(OpenQuestions.MOST_VISITED)).findFirst();
  }

  /**
   * Returns all questions that can still change the verdict, in the order in which {@link #next}
   * would ask them if each was skipped; none if the verdict is settled.
   */
  public static OpenList all(TermsLookup policy, Document known) {
    Budget budget = Budget.of(OpenQuestions.MOST_VISITED);
    ImmutableList<Question> questions =
        open(policy, known, List.of(), budget).collect(ImmutableList.toImmutableList());
    return new OpenList(questions, !budget.isSpent());
  }

  /**
   * The questions about a document.
   *
   * @param questions the questions, the next one first
   * @param isComplete whether these are all; in a very large document or policy, not all are looked
   *     for
   */
  @TfmJson.Strict
  public record OpenList(ImmutableList<Question> questions, boolean isComplete) {
    /** Rejects null. */
    public OpenList {
      requireNonNull(questions, "questions");
    }
  }

  private static Stream<Question> open(
      TermsLookup policy, Document known, Collection<Question> left, Budget budget) {
    requireNonNull(policy, "policy");
    requireNonNull(known, "known");
    requireNonNull(left, "left");
    Terms terms = policy.terms(known.offering(), known.schoolKind());
    return terms.verdict(known) == Verdict.MORE_INFORMATION_NEEDED
        ? new OpenQuestions(terms, known, left, budget).all()
        : Stream.empty();
  }
}
