package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;
import org.tfm.model.criterion.Sentences;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.WorkGroupType;

/**
 * The priority that some schools have for a later offering.
 *
 * @param id the id of the term
 * @param who the schools with priority, as a noun phrase
 * @param type the id of the work group type that they have priority for
 * @param year the academic year that they have priority in; absent if not stated
 * @param citation the source
 * @param provenance the rule
 */
@JsonTypeName("priority")
public record Priority(
    String id,
    String who,
    String type,
    Optional<AcademicYear> year,
    Citation citation,
    Provenance provenance)
    implements Term {
  /** Rejects null. */
  public Priority {
    requireNonNull(id, "id");
    requireNonNull(who, "who");
    requireNonNull(type, "type");
    requireNonNull(year, "year");
    requireNonNull(citation, "citation");
    requireNonNull(provenance, "provenance");
  }

  @Override
  public Section section() {
    return Section.PRIORITY;
  }

  /** The priority as a clause, with the id of the type. */
  @Override
  public String clause() {
    return who + " go first for " + type + year.map(y -> " in " + y).orElse("");
  }

  @Override
  public String sentence() {
    return Sentences.of(
        who + " go first for " + title() + " Work Groups" + year.map(y -> " in " + y).orElse(""));
  }

  /** Returns the title of the type, or the words of its id if it has none. */
  private String title() {
    WorkGroupType known = WorkGroupType.known().get(type);
    return known == null ? type.replace('-', ' ') : known.title();
  }

  @Override
  public Priority from(Provenance other) {
    return new Priority(id, who, type, year, citation, other);
  }
}
