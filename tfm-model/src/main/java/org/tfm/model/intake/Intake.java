package org.tfm.model.intake;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.tfm.model.problem.Problem;

/**
 * A document that was read from a form.
 *
 * @param document the document
 * @param remarks what somebody should look at, such as a reference number that looks made up
 * @param <T> the type of the document
 */
public record Intake<T>(T document, ImmutableList<Problem> remarks) {

  /** Refuses null. */
  public Intake {
    requireNonNull(document, "document");
    requireNonNull(remarks, "remarks");
  }
}
