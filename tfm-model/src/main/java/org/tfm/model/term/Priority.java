package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.WorkGroupType;

/**
 * The priority that some schools have for a later offering.
 *
 * @param id the id of the term
 * @param who the schools with priority, as a noun phrase
 * @param type the id of the work group type that they have priority for
 * @param title the title of that type, if the pack gives one; otherwise that of the library
 * @param year the academic year that they have priority in; absent if not stated
 * @param citation the source
 * @param provenance the rule
 */
@JsonTypeName("priority")
public record Priority(
    String id,
    String who,
    String type,
    Optional<String> title,
    Optional<AcademicYear> year,
    Citation citation,
    Provenance provenance)
    implements Term {
  /** Rejects null. */
  public Priority {
    requireNonNull(id, "id");
    requireNonNull(who, "who");
    requireNonNull(type, "type");
    requireNonNull(title, "title");
    requireNonNull(year, "year");
    requireNonNull(citation, "citation");
    requireNonNull(provenance, "provenance");
  }

  /** Returns a priority for a type with the title of the library. */
  public Priority(
      String id,
      String who,
      String type,
      Optional<AcademicYear> year,
      Citation citation,
      Provenance provenance) {
    this(id, who, type, Optional.empty(), year, citation, provenance);
  }

  /** Returns this priority with the title that a pack gives to the type. */
  public Priority titled(String other) {
    requireNonNull(other, "other");
    return new Priority(id, who, type, Optional.of(other), year, citation, provenance);
  }

  @Override
  public Section section() {
    return Section.PRIORITY;
  }

  @Override
  public String clause() {
    return who + " go first for " + groups() + year.map(y -> " in " + y).orElse("");
  }

  /** Returns the groups by the title of the type, which may say already that it is one. */
  private String groups() {
    WorkGroupType known = WorkGroupType.known().get(type);
    String words = type.replace('-', ' ').replace("work group", "Work Group");
    String name = title.orElse(known == null ? words : known.title());
    boolean isGroup = name.matches("(?i).*\\bwork groups?");
    return isGroup ? name : name + " Work Groups";
  }

  @Override
  public Priority from(Provenance other) {
    return new Priority(id, who, type, title, year, citation, other);
  }
}
