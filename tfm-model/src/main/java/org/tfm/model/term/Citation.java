package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The place in a source that a term rests on. It names the place and quotes nothing.
 *
 * @param source the id of the source
 * @param place the section, and the point within it
 * @param reading how an ambiguous sentence is read; absent when the sentence is plain
 */
public record Citation(
    String source,
    String place,
    @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> reading) {

  /**
   * Checks that source and place are given.
   *
   * @throws InvalidInputException if one of them is blank
   */
  public Citation {
    requireNonNull(source, "source");
    requireNonNull(place, "place");
    requireNonNull(reading, "reading");
    if (Blanks.isBlank(source) || Blanks.isBlank(place)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "a citation names a source and a place in it"));
    }
  }
}
