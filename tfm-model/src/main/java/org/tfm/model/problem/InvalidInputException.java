package org.tfm.model.problem;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown for invalid input of any kind: a document, a rule file, an argument.
 *
 * <p>Carries every problem that was found. The message has one line for each and can be shown to
 * the author of the input. After Java serialisation the problems have only their lines of the
 * message.
 */
public final class InvalidInputException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient ImmutableList<Problem> problems;

  /**
   * Creates an exception with these problems.
   *
   * @throws IllegalArgumentException if the list is empty
   */
  public InvalidInputException(List<Problem> problems) {
    super(
        requireNonNull(problems, "problems").stream()
            .map(Problem::toString)
            .collect(Collectors.joining("\n")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("`problems` is empty; expected at least one");
    }
    this.problems = ImmutableList.copyOf(problems);
  }

  /** Creates an exception with a single problem. */
  public InvalidInputException(Problem problem) {
    this(ImmutableList.of(requireNonNull(problem, "problem")));
  }

  /** Returns the same message with a problem for each line; codes and places are not serialised. */
  private Object readResolve() {
    return new InvalidInputException(
        String.valueOf(getMessage())
            .lines()
            .map(line -> Problem.of(ProblemCode.INVALID_VALUE, line))
            .toList());
  }

  /** The problems, in the order of the input. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /** Returns this exception with the name of the input added to the place of each problem. */
  public InvalidInputException in(String input) {
    requireNonNull(input, "input");
    return new InvalidInputException(
        problems.stream().map(problem -> problem.inFile(input)).toList());
  }
}
