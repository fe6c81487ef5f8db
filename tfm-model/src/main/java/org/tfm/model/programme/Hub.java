package org.tfm.model.programme;

import static java.util.Objects.requireNonNull;

import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * A Maths Hub, or the national network as the publisher of policy for all hubs.
 *
 * @param id the id in kebab case, such as {@code cheshire-wirral}
 * @param name the name, such as {@code Cheshire & Wirral Maths Hub}
 */
@TfmJson.Strict
public record Hub(String id, String name) {

  /**
   * Validates the id and the name.
   *
   * @throws InvalidInputException if the id is malformed or the name is blank
   */
  public Hub {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    Ids.check("hub id", id);
    if (Blanks.isBlank(requireNonNull(name))) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "the hub `%s` has no name", id));
    }
  }
}
