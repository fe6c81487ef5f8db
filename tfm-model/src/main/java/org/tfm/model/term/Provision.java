package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Something that the hub provides for the schools: workshops, visits, leads, dates.
 *
 * @param id the id of the term
 * @param what the provision as a clause: {@code six workshops are spread over the year}
 * @param citation the source
 * @param provenance the rule
 */
@JsonTypeName("provision")
public record Provision(String id, String what, Citation citation, Provenance provenance)
    implements Term {
  /** Rejects null. */
  public Provision {
    requireNonNull(id, "id");
    requireNonNull(what, "what");
    requireNonNull(citation, "citation");
    requireNonNull(provenance, "provenance");
  }

  @Override
  public Section section() {
    return Section.PROVISION;
  }

  @Override
  public String clause() {
    return what;
  }

  @Override
  public Provision from(Provenance other) {
    return new Provision(id, what, citation, other);
  }
}
