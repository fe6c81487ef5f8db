package org.tfm.examples.batch;

import java.util.List;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.document.Application;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;

/** The policies that applications are assessed with. Thread-safe. */
@FunctionalInterface
public interface Policies extends TermsLookup {

  /**
   * The application assessed.
   *
   * @throws InvalidInputException if there is no policy for it, or none that asks for its answers
   */
  default Assessment assess(Application application) {
    return terms(application.offering(), application.school().kind()).assess(application);
  }

  /** The problems that the policy has with an application whose form is right. */
  default List<Problem> problems(Application application) {
    try {
      terms(application.offering(), application.school().kind()).check(application);
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems();
    }
  }
}
