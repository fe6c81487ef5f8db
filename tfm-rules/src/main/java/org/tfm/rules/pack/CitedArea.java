package org.tfm.rules.pack;

import static java.util.Objects.requireNonNull;

import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.HubArea;
import org.tfm.model.term.Citation;

/**
 * The area that a pack states for its own hub.
 *
 * @param area the area
 * @param citation the place in a source of the pack that names it
 */
@TfmJson.Strict
public record CitedArea(HubArea area, Citation citation) {
  /** Refuses null. */
  public CitedArea {
    requireNonNull(area, "area");
    requireNonNull(citation, "citation");
  }
}
