package org.tfm.rules.journey;

import static java.util.Objects.requireNonNull;

import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.JourneyLink;
import org.tfm.model.term.Citation;

/**
 * A statement of a pack about the journey, as a sentence.
 *
 * @param link the statement
 * @param sentence the statement in plain English
 * @param pack the id of the pack
 * @param citation the place in a source of that pack
 */
@TfmJson.Strict
public record StatedLink(JourneyLink link, String sentence, String pack, Citation citation) {
  /** Refuses null. */
  public StatedLink {
    requireNonNull(link, "link");
    requireNonNull(sentence, "sentence");
    requireNonNull(pack, "pack");
    requireNonNull(citation, "citation");
  }
}
