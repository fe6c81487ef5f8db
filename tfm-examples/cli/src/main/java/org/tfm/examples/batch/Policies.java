package org.tfm.examples.batch;

import org.tfm.model.assessment.Terms;
import org.tfm.model.problem.InvalidInputException;
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
}
