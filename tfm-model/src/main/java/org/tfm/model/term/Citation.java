package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The place in a source that a term is based on, without a quotation.
 *
 * @param source the id of the source
 * @param place the section, and the point within it
 * @param reading our interpretation of an ambiguous sentence; absent if the sentence is clear
 */
@TfmJson.Strict
public record Citation(
    String source,
    String place,
    @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> reading) {

  /**
   * Validates the source and the place.
   *
   * @throws InvalidInputException if one of them is blank
   */
  public Citation {
    requireNonNull(source, "source");
    requireNonNull(place, "place");
    requireNonNull(reading, "reading");
    if (Blanks.isBlank(source) || Blanks.isBlank(place)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "a citation needs a source and a place in it"));
    }
  }
}
