package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.comparison.AssessmentComparison;
import org.tfm.model.document.Application;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.rules.book.PolicyBook;

/**
 * The effect of a change of policy on applications. It identifies schools by file name and URN
 * only.
 *
 * @param before the hash of the earlier book
 * @param after the hash of the later book
 * @param applications how many applications there are
 * @param unchanged how many of them have the same result
 * @param changed those with another result, in the order of their files
 * @param notCompared those that one of the policies cannot assess
 */
record Impact(
    String before,
    String after,
    int applications,
    int unchanged,
    ImmutableList<Changed> changed,
    ImmutableList<NotCompared> notCompared) {

  /**
   * An application with another result.
   *
   * @param file the name of its file
   * @param urn the school
   * @param verdict the verdict under the later policy
   * @param difference what differs
   */
  record Changed(String file, int urn, Verdict verdict, AssessmentComparison difference) {}

  /** Which of the policies cannot assess an application. */
  enum Side {
    /** The earlier one. */
    BEFORE,
    /** The later one. */
    AFTER
  }

  /**
   * An application that one of the policies cannot assess.
   *
   * @param file the name of its file
   * @param urn the school
   * @param side which policy cannot
   * @param reason why
   */
  record NotCompared(String file, int urn, Side side, String reason) {}

  /**
   * An application and where it was read.
   *
   * @param file the name of its file
   * @param application what was read
   */
  record Submitted(String file, Application application) {}

  /** An assessment, or why there is none. */
  private record Attempt(Optional<Assessment> assessment, List<Problem> problems) {

    static Attempt of(PolicyBook book, Application application) {
      try {
        return new Attempt(Optional.of(book.decide(application).assessment()), List.of());
      } catch (InvalidInputException e) {
        return new Attempt(Optional.empty(), e.problems());
      }
    }

    String reason() {
      return String.join("; ", problems.stream().map(Problem::toString).toList());
    }
  }

  /**
   * The applications assessed under both policies.
   *
   * @throws InvalidInputException if there are applications that neither policy can assess, with
   *     the problems of them all
   */
  static Impact of(PolicyBook before, PolicyBook after, List<Submitted> applications) {
    ImmutableList.Builder<Changed> changed = ImmutableList.builder();
    ImmutableList.Builder<NotCompared> notCompared = ImmutableList.builder();
    List<Problem> problems = new ArrayList<>();
    int unchanged = 0;
    for (Submitted one : applications) {
      Attempt old = Attempt.of(before, one.application());
      Attempt current = Attempt.of(after, one.application());
      int urn = one.application().school().urn();
      if (old.assessment().isPresent() && current.assessment().isPresent()) {
        AssessmentComparison difference =
            AssessmentComparison.of(old.assessment().get(), current.assessment().get());
        if (difference.isEmpty()) {
          unchanged++;
        } else {
          changed.add(
              new Changed(one.file(), urn, current.assessment().get().verdict(), difference));
        }
      } else if (old.assessment().isPresent()) {
        notCompared.add(new NotCompared(one.file(), urn, Side.AFTER, current.reason()));
      } else if (current.assessment().isPresent()) {
        notCompared.add(new NotCompared(one.file(), urn, Side.BEFORE, old.reason()));
      } else {
        old.problems().forEach(problem -> problems.add(problem.inFile(one.file())));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return new Impact(
        before.hash(),
        after.hash(),
        applications.size(),
        unchanged,
        changed.build(),
        notCompared.build());
  }
}
