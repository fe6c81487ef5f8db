package org.tfm.model.school;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What is known of a school's kind: each part may be absent.
 *
 * @param phase the phase of education, if known
 * @param establishmentType the type in the register, if known
 * @param country the country the school is in, if known
 */
public record KnownKind(
    Optional<Phase> phase,
    Optional<EstablishmentType> establishmentType,
    Optional<Country> country) {

  /** Nothing known. */
  public static KnownKind unknown() {
    return new KnownKind(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Everything known: exactly this kind. */
  public static KnownKind of(SchoolKind kind) {
    return new KnownKind(
        Optional.of(kind.phase()),
        Optional.of(kind.establishmentType()),
        Optional.of(kind.country()));
  }

  /** Every kind that fits what is known; a single one when all three parts are known. */
  public ImmutableList<SchoolKind> candidates() {
    if (phase.isPresent() && establishmentType.isPresent() && country.isPresent()) {
      return ImmutableList.of(new SchoolKind(phase.get(), establishmentType.get(), country.get()));
    }
    return SchoolKind.all().stream()
        .filter(kind -> phase.isEmpty() || phase.get() == kind.phase())
        .filter(
            kind ->
                establishmentType.isEmpty() || establishmentType.get() == kind.establishmentType())
        .filter(kind -> country.isEmpty() || country.get() == kind.country())
        .collect(ImmutableList.toImmutableList());
  }
}
