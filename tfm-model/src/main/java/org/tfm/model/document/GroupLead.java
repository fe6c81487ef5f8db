package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.tfm.model.json.TfmJson;

/**
 * The lead of a work group.
 *
 * @param role the lead's role
 * @param school the URN of the lead's own school, if known
 */
@TfmJson.Strict
public record GroupLead(@JsonProperty(required = true) LeadRole role, Optional<Integer> school) {
  /** Rejects null. */
  public GroupLead {
    requireNonNull(role, "role");
    requireNonNull(school, "school");
  }
}
