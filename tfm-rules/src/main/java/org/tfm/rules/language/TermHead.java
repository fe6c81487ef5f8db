package org.tfm.rules.language;

import java.util.Optional;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;

/**
 * The parts that all terms have: id, source and rule.
 *
 * @param id the id of the term
 * @param citation the place in the source
 * @param provenance the rule that writes the term
 */
record TermHead(String id, Citation citation, Provenance provenance) {

  /** Returns the exception for a term that lacks a part. */
  IllegalStateException unfinished(String lacks) {
    return new IllegalStateException("the term `" + id + "` needs " + lacks);
  }

  /**
   * Returns the part of the term.
   *
   * @throws IllegalStateException if it is absent
   */
  <T> T need(Optional<T> part, String lacks) {
    return part.orElseThrow(() -> unfinished(lacks));
  }
}
