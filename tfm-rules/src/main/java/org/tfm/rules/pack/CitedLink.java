package org.tfm.rules.pack;

import static java.util.Objects.requireNonNull;

import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.JourneyLink;
import org.tfm.model.term.Citation;

/**
 * A statement of a pack about the journey of a school.
 *
 * @param link the statement
 * @param citation the place in a source of the pack that makes it
 */
@TfmJson.Strict
public record CitedLink(JourneyLink link, Citation citation) {
  /** Refuses null. */
  public CitedLink {
    requireNonNull(link, "link");
    requireNonNull(citation, "citation");
  }
}
