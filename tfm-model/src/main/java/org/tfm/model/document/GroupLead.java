package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * Who leads a work group.
 *
 * @param role the role in which the person leads
 * @param school the URN of the person's own school, if known
 */
public record GroupLead(@JsonProperty(required = true) LeadRole role, Optional<Integer> school) {
  /** Refuses null. */
  public GroupLead {
    requireNonNull(role, "role");
    requireNonNull(school, "school");
  }
}
