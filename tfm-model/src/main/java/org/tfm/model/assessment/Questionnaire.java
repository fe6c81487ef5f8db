package org.tfm.model.assessment;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tfm.model.document.Application;
import org.tfm.model.document.Draft;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.term.Aspect;

/**
 * The questions that are worth asking, one at a time.
 *
 * <p>A question is asked only while its answer can change the verdict; when nothing can, there is
 * no next one. A field of the application that is still empty can be filled, so its question counts
 * as open here although an assessment calls it a gap. Where what a school is was asked, take the
 * terms for the school anew from the book.
 *
 * <p>Pure functions, thread-safe. Each throws {@link InvalidInputException} if the document is for
 * another offering or answers what nobody asks.
 */
public final class Questionnaire {

  private Questionnaire() {}

  /** The next question on an application; empty once the verdict is settled. */
  public static Optional<Question> next(Terms terms, Application known) {
    return next(terms, known, ImmutableList.of());
  }

  /**
   * The next question on an application that is none of those that were left open.
   *
   * @param left questions that nobody can or will answer
   */
  public static Optional<Question> next(Terms terms, Application known, Collection<Question> left) {
    terms.check(known.offering(), known.answers());
    return next(terms, Draft.of(known), left, Terms.OF_APPLICATION);
  }

  /** The next question on a work group; empty once the verdict is settled. */
  public static Optional<Question> next(Terms terms, WorkGroup known) {
    return next(terms, known, ImmutableList.of());
  }

  /**
   * The next question on a work group that is none of those that were left open.
   *
   * @param left questions that nobody can or will answer
   */
  public static Optional<Question> next(Terms terms, WorkGroup known, Collection<Question> left) {
    terms.check(known.offering(), known.answers());
    return next(terms, Draft.of(known), left, Terms.OF_GROUP);
  }

  /** The next question on a year's progress; empty once the verdict is settled. */
  public static Optional<Question> next(Terms terms, Progress known) {
    return next(terms, known, ImmutableList.of());
  }

  /**
   * The next question on a year's progress that is none of those that were left open.
   *
   * @param left questions that nobody can or will answer
   */
  public static Optional<Question> next(Terms terms, Progress known, Collection<Question> left) {
    terms.check(known.offering(), known.answers());
    return next(terms, Draft.of(known), left, Terms.OF_PROGRESS);
  }

  private static Optional<Question> next(
      Terms terms, Draft draft, Collection<Question> left, List<Aspect> aspects) {
    return new OpenQuestions(terms, draft, left, aspects).first();
  }
}
