package org.tfm.model.problem;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An input that cannot be used, with every problem that was found in it.
 *
 * <p>Thrown for bad input wherever it enters: a document, a rule file, an argument. The message is
 * one line for each problem and is fit to be shown to the author of the input.
 */
public final class InvalidInputException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient ImmutableList<Problem> problems;

  /**
   * The exception for these problems.
   *
   * @throws IllegalArgumentException if there are none
   */
  public InvalidInputException(List<Problem> problems) {
    super(
        requireNonNull(problems, "problems").stream()
            .map(Problem::toString)
            .collect(Collectors.joining("\n")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("an invalid input has at least one problem");
    }
    this.problems = ImmutableList.copyOf(problems);
  }

  /** The exception for a single problem. */
  public InvalidInputException(Problem problem) {
    this(ImmutableList.of(requireNonNull(problem, "problem")));
  }

  /** Every problem, in the order of the input. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /** The same exception with each place prefixed with the name of the input. */
  public InvalidInputException in(String input) {
    requireNonNull(input, "input");
    return new InvalidInputException(
        problems.stream().map(problem -> problem.inFile(input)).toList());
  }
}
