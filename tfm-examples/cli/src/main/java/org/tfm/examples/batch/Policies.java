package org.tfm.examples.batch;

import java.util.List;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.document.Document;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;

/** The policies that documents are assessed with. Thread-safe. */
@FunctionalInterface
public interface Policies extends TermsLookup {

  /**
   * The document assessed.
   *
   * @throws InvalidInputException if there is no policy for it, or none that asks for its answers
   */
  default Assessment assess(Document document) {
    return terms(document.offering(), document.schoolKind()).assess(document);
  }

  /** The problems that the policy has with a document whose form is right. */
  default List<Problem> problems(Document document) {
    try {
      terms(document.offering(), document.schoolKind()).check(document);
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems();
    }
  }
}
