package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Something that the school agrees to do in the year. It is listed with the offer and tested only
 * against progress.
 *
 * @param id the id of the term
 * @param strength the strength, as the source words it
 * @param duty the duty as a verb phrase: {@code provide the reports the hub asks for}
 * @param citation the source
 * @param provenance the rule
 */
@JsonTypeName("undertaking")
public record Undertaking(
    String id, Strength strength, String duty, Citation citation, Provenance provenance)
    implements Term {
  /** Rejects null. */
  public Undertaking {
    requireNonNull(id, "id");
    requireNonNull(strength, "strength");
    requireNonNull(duty, "duty");
    requireNonNull(citation, "citation");
    requireNonNull(provenance, "provenance");
  }

  @Override
  public Section section() {
    return Section.UNDERTAKING;
  }

  @Override
  public String clause() {
    return switch (strength) {
      case MUST -> "the school will " + duty;
      case SHOULD -> "the school is expected to " + duty;
      case PREFERRED -> "ideally, the school will " + duty;
    };
  }

  @Override
  public Undertaking from(Provenance other) {
    return new Undertaking(id, strength, duty, citation, other);
  }
}
