package org.tfm.model.assessment;

import static java.util.Objects.requireNonNull;

import org.tfm.model.json.TfmJson;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Term;

/**
 * A term that is listed but not tested: an undertaking, a provision or a priority without a
 * condition.
 *
 * @param term the id of the term
 * @param sentence the term in plain English
 * @param citation the source
 * @param provenance the rule
 */
@TfmJson.Strict
public record StatedTerm(String term, String sentence, Citation citation, Provenance provenance) {
  /** Rejects null. */
  public StatedTerm {
    requireNonNull(term, "term");
    requireNonNull(sentence, "sentence");
    requireNonNull(citation, "citation");
    requireNonNull(provenance, "provenance");
  }

  static StatedTerm of(Term term) {
    return new StatedTerm(term.id(), term.sentence(), term.citation(), term.provenance());
  }
}
