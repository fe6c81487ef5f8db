package org.tfm.model.school;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.common.collect.ImmutableList;
import org.tfm.model.json.TfmJson;
import org.tfm.model.style.Internal;

/**
 * The kind of a school: the properties that rules may match on.
 *
 * @param phase the phase of education
 * @param establishmentType the type in the register
 * @param country the country
 */
@TfmJson.Strict
public record SchoolKind(Phase phase, EstablishmentType establishmentType, Country country)
    implements Comparable<SchoolKind> {
  /** Rejects null. */
  public SchoolKind {
    requireNonNull(phase, "phase");
    requireNonNull(establishmentType, "establishmentType");
    requireNonNull(country, "country");
  }

  private static final ImmutableList<SchoolKind> ALL = every();

  private static ImmutableList<SchoolKind> every() {
    ImmutableList.Builder<SchoolKind> all = ImmutableList.builder();
    for (Phase phase : Phase.values()) {
      for (EstablishmentType type : EstablishmentType.values()) {
        for (Country country : Country.values()) {
          all.add(new SchoolKind(phase, type, country));
        }
      }
    }
    return all.build();
  }

  /** Returns every possible kind, ordered by phase, type and country. */
  public static ImmutableList<SchoolKind> all() {
    return ALL;
  }

  /**
   * Returns the kind that is the better example: a primary school, or else a secondary one, or else
   * this.
   *
   * @hidden
   */
  @Internal
  public SchoolKind orPlainer(SchoolKind other) {
    requireNonNull(other, "other");
    return plainness(other.phase) > plainness(phase) ? other : this;
  }

  private static int plainness(Phase phase) {
    return phase == Phase.PRIMARY ? 2 : phase == Phase.SECONDARY ? 1 : 0;
  }

  /** Whether it is a special school. */
  @JsonIgnore
  public boolean isSpecial() {
    return establishmentType.provision() == ProvisionType.SPECIAL;
  }

  /** Whether it is a mainstream school. */
  @JsonIgnore
  public boolean isMainstream() {
    return establishmentType.provision() == ProvisionType.MAINSTREAM;
  }

  /** The funding that follows from the type. */
  public Funding funding() {
    return establishmentType.funding();
  }

  @Override
  public int compareTo(SchoolKind other) {
    requireNonNull(other, "other");
    int byPhase = phase.compareTo(other.phase);
    int byType = establishmentType.compareTo(other.establishmentType);
    return byPhase != 0 ? byPhase : byType != 0 ? byType : country.compareTo(other.country);
  }
}
