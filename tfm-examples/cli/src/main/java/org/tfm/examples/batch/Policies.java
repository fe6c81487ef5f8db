package org.tfm.examples.batch;

import java.util.List;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Application;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;

/** The policies that applications are assessed with. Thread-safe. */
@FunctionalInterface
public interface Policies {

  /**
   * What the policy says for an offering and what is known of a school's kind.
   *
   * @throws InvalidInputException if there is no policy for the offering
   */
  Terms terms(Offering offering, PartialSchoolKind kind);

  /**
   * The application assessed.
   *
   * @throws InvalidInputException if there is no policy for it, or none that asks for its answers
   */
  default Assessment assess(Application application) {
    return terms(application.offering(), application.school().kind()).assess(application);
  }

  /** What the policy refuses in an application whose form is right. */
  default List<Problem> problems(Application application) {
    try {
      terms(application.offering(), application.school().kind()).check(application);
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems();
    }
  }
}
