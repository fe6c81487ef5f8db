package org.tfm.rules.language;

import java.util.Optional;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;

/**
 * What all terms have: an id, a source and a rule.
 *
 * @param id the id of the term
 * @param citation the source
 * @param provenance the rule
 */
record TermHead(String id, Citation citation, Provenance provenance) {

  /** The refusal of a term of which a part was not written. */
  IllegalStateException unfinished(String lacks) {
    return new IllegalStateException("the term `" + id + "` lacks " + lacks);
  }

  /**
   * The part of the term.
   *
   * @throws IllegalStateException if it was not written
   */
  <T> T need(Optional<T> part, String lacks) {
    return part.orElseThrow(() -> unfinished(lacks));
  }
}
