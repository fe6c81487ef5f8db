package org.tfm.model.school;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tfm.model.style.Internal;

/**
 * What is known of a school's kind: each part may be absent.
 *
 * @param phase the phase of education, if known
 * @param establishmentType the type in the register, if known
 * @param country the country the school is in, if known
 */
public record PartialSchoolKind(
    Optional<Phase> phase,
    Optional<EstablishmentType> establishmentType,
    Optional<Country> country) {
  /** Refuses null. */
  public PartialSchoolKind {
    requireNonNull(phase, "phase");
    requireNonNull(establishmentType, "establishmentType");
    requireNonNull(country, "country");
  }

  private static final int TYPES = EstablishmentType.values().length + 1;
  private static final int COUNTRIES = Country.values().length + 1;

  // Written without a lock: whoever comes second makes an equal one.
  private static final @Nullable PartialSchoolKind[] SHARED =
      new PartialSchoolKind[(Phase.values().length + 1) * TYPES * COUNTRIES];

  /** Nothing known. */
  public static PartialSchoolKind unknown() {
    return of(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What is known; the same instance for the same, since schools are many and kinds few. */
  static PartialSchoolKind of(
      Optional<Phase> phase,
      Optional<EstablishmentType> establishmentType,
      Optional<Country> country) {
    int index = index(phase, establishmentType, country);
    PartialSchoolKind kind = SHARED[index];
    if (kind == null) {
      kind = new PartialSchoolKind(phase, establishmentType, country);
      SHARED[index] = kind;
    }
    return kind;
  }

  private static int index(
      Optional<Phase> phase,
      Optional<EstablishmentType> establishmentType,
      Optional<Country> country) {
    return (number(phase) * TYPES + number(establishmentType)) * COUNTRIES + number(country);
  }

  @SuppressWarnings("EnumOrdinal") // Never leaves the process.
  private static int number(Optional<? extends Enum<?>> word) {
    return word.isPresent() ? 1 + word.get().ordinal() : 0;
  }

  /** Everything known: exactly this kind. */
  public static PartialSchoolKind of(SchoolKind kind) {
    requireNonNull(kind, "kind");
    return of(
        Optional.of(kind.phase()),
        Optional.of(kind.establishmentType()),
        Optional.of(kind.country()));
  }

  /** A number of its own for each. */
  @Override
  public int hashCode() {
    return number();
  }

  /**
   * The number of this kind, from 0 to less than {@link #count}; for tables of kinds that never
   * leave the process.
   *
   * @hidden
   */
  @Internal
  public int number() {
    return index(phase, establishmentType, country);
  }

  /**
   * How many kinds there are.
   *
   * @hidden
   */
  @Internal
  public static int count() {
    return SHARED.length;
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
