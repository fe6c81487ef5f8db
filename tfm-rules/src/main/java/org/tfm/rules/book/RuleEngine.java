package org.tfm.rules.book;

import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** The rule engine that compiles rule files; an optional dependency of the library. */
final class RuleEngine {

  private static final String ENGINE = "org.drools.model.codegen.ExecutableModelProject";

  private RuleEngine() {}

  /**
   * Checks that the engine is on the class path.
   *
   * @throws InvalidInputException if it is not; the message names the dependency to add
   */
  static void require() {
    try {
      Class.forName(ENGINE, false, RuleEngine.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.MISSING,
              "rule files need Drools, which is not on the class path; add the dependency"
                  + " `org.drools:drools-engine:%s`",
              Library.droolsVersion()));
    }
  }
}
