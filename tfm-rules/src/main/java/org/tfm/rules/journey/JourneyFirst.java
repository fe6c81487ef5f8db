package org.tfm.rules.journey;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Citation;

/**
 * What a school has to do before it can join an offering.
 *
 * @param offering the offering
 * @param title the title of its type of work group
 * @param required whether a requirement demands it; otherwise it is the usual order
 * @param types the ids of the types of work group; one of them comes first
 * @param now the types of them that the school may join in the first year of the journey, by their
 *     titles
 * @param sentence the demand or the statement in plain English
 * @param pack the id of the pack
 * @param citation the place in a source of that pack
 */
@TfmJson.Strict
public record JourneyFirst(
    Offering offering,
    String title,
    @JsonProperty(required = true) boolean required,
    ImmutableList<String> types,
    ImmutableList<String> now,
    String sentence,
    String pack,
    Citation citation) {
  /** Refuses null. */
  public JourneyFirst {
    requireNonNull(offering, "offering");
    requireNonNull(title, "title");
    requireNonNull(types, "types");
    requireNonNull(now, "now");
    requireNonNull(sentence, "sentence");
    requireNonNull(pack, "pack");
    requireNonNull(citation, "citation");
  }
}
