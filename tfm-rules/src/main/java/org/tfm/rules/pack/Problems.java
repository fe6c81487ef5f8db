package org.tfm.rules.pack;

import java.util.ArrayList;
import java.util.List;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;

/** Collects the problems of a pack. */
final class Problems {

  private static final int MOST = 200;

  private final List<Problem> found = new ArrayList<>();

  void add(Token at, String file, Problem problem) {
    add(problem.inFile(file, at.line(), at.column()));
  }

  void add(Problem problem) {
    if (found.size() < MOST) {
      found.add(problem);
    }
  }

  void addAll(List<Problem> problems) {
    problems.forEach(this::add);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Whether no more problems are kept, so that looking for them is of no use. */
  boolean isFull() {
    return found.size() >= MOST;
  }

  List<Problem> found() {
    return List.copyOf(found);
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidInputException(found);
    }
  }
}
