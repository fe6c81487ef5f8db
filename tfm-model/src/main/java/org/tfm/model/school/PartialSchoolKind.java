package org.tfm.model.school;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tfm.model.json.TfmJson;
import org.tfm.model.style.Internal;

/**
 * A kind of school that may be known only in part.
 *
 * @param phase the phase of education, if known
 * @param establishmentType the type in the register, if known
 * @param country the country, if known
 */
@TfmJson.Strict
public record PartialSchoolKind(
    Optional<Phase> phase,
    Optional<EstablishmentType> establishmentType,
    Optional<Country> country) {
  /** Rejects null. */
  public PartialSchoolKind {
    requireNonNull(phase, "phase");
    requireNonNull(establishmentType, "establishmentType");
    requireNonNull(country, "country");
  }

  private static final int TYPES = EstablishmentType.values().length + 1;
  private static final int COUNTRIES = Country.values().length + 1;

  // Written without a lock: threads that race create equal instances.
  private static final @Nullable PartialSchoolKind[] SHARED =
      new PartialSchoolKind[(Phase.values().length + 1) * TYPES * COUNTRIES];

  /** Returns the completely unknown kind. */
  public static PartialSchoolKind unknown() {
    return of(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns a shared instance, because there are many schools but few kinds. */
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

  /** Returns the kind as fully known. */
  public static PartialSchoolKind of(SchoolKind kind) {
    requireNonNull(kind, "kind");
    return of(
        Optional.of(kind.phase()),
        Optional.of(kind.establishmentType()),
        Optional.of(kind.country()));
  }

  /** The {@linkplain #number() number}, which is unique. */
  @Override
  public int hashCode() {
    return number();
  }

  /**
   * A unique number from 0 to {@link #count} - 1, for tables in memory: it is not stable across
   * versions.
   *
   * @hidden
   */
  @Internal
  public int number() {
    return index(phase, establishmentType, country);
  }

  /**
   * The number of partly or fully known kinds.
   *
   * @hidden
   */
  @Internal
  public static int count() {
    return SHARED.length;
  }

  /** Returns every kind that matches the known parts; a single one if all three are known. */
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
