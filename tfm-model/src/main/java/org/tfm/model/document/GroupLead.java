package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.school.Urns;

/**
 * The lead of a work group.
 *
 * @param role the lead's role
 * @param school the URN of the lead's own school, if known
 */
@TfmJson.Strict
public record GroupLead(@JsonProperty(required = true) LeadRole role, Optional<Integer> school) {
  /**
   * Validates the URN.
   *
   * @throws InvalidInputException if the number is not a URN
   */
  public GroupLead {
    requireNonNull(role, "role");
    requireNonNull(school, "school");
    List<Problem> problems = new ArrayList<>();
    school.ifPresent(urn -> Urns.check("/school", urn, problems));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }
}
