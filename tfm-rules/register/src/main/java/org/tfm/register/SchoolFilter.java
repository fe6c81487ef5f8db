package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.criterion.Truth;
import org.tfm.model.programme.HubArea;
import org.tfm.model.programme.RegisterName;
import org.tfm.model.school.OfstedGrade;
import org.tfm.model.school.School;

/**
 * A choice of schools by what the register says of them.
 *
 * <p>A school has to match each part; one of the names of a part is enough, and a part without
 * names matches all. Names are compared without regard to case, blanks and “&amp;” or “and”.
 *
 * @param authorities the names of local authorities
 * @param districts the names of districts
 * @param regions the names of regions
 * @param areas the areas of hubs
 * @param ages the ages of pupils at the start of a school year
 * @param trusts the names or the numbers of trusts
 * @param freeMealsAtLeast the least percentage of pupils who are eligible for free school meals
 * @param ofsted the overall grades of the latest Ofsted inspection that gave one
 * @param pupilsAtMost the largest number of pupils
 */
public record SchoolFilter(
    ImmutableSet<String> authorities,
    ImmutableSet<String> districts,
    ImmutableSet<String> regions,
    ImmutableSet<HubArea> areas,
    ImmutableSet<Integer> ages,
    ImmutableSet<String> trusts,
    Optional<BigDecimal> freeMealsAtLeast,
    ImmutableSet<OfstedGrade> ofsted,
    Optional<Integer> pupilsAtMost) {
  /** Refuses null. */
  public SchoolFilter {
    requireNonNull(authorities, "authorities");
    requireNonNull(districts, "districts");
    requireNonNull(regions, "regions");
    requireNonNull(areas, "areas");
    requireNonNull(ages, "ages");
    requireNonNull(trusts, "trusts");
    requireNonNull(freeMealsAtLeast, "freeMealsAtLeast");
    requireNonNull(ofsted, "ofsted");
    requireNonNull(pupilsAtMost, "pupilsAtMost");
  }

  /** Returns whether a school matches; unknown if the register does not say. */
  public Truth matches(RegisteredSchool registered) {
    requireNonNull(registered, "registered");
    School school = registered.school();
    List<Truth> parts =
        Stream.of(
                named(authorities, school.localAuthority()),
                named(districts, school.district()),
                named(regions, school.region()),
                within(school),
                aged(school),
                trust(registered),
                freeMeals(school),
                graded(school),
                sized(school))
            .toList();
    if (parts.contains(Truth.FALSE)) {
      return Truth.FALSE;
    }
    return parts.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.TRUE;
  }

  private static Truth named(ImmutableSet<String> names, Optional<String> name) {
    return names.isEmpty() ? Truth.TRUE : truth(name.map(one -> RegisterName.isAmong(one, names)));
  }

  private Truth within(School school) {
    if (areas.isEmpty()) {
      return Truth.TRUE;
    }
    List<Optional<Boolean>> each =
        areas.stream()
            .map(area -> area.contains(school.localAuthority(), school.district()))
            .toList();
    if (each.contains(Optional.of(true))) {
      return Truth.TRUE;
    }
    return each.contains(Optional.<Boolean>empty()) ? Truth.UNKNOWN : Truth.FALSE;
  }

  private Truth aged(School school) {
    if (ages.isEmpty()) {
      return Truth.TRUE;
    }
    return truth(
        school
            .lowestAge()
            .flatMap(
                lowest ->
                    school
                        .highestAge()
                        .map(
                            highest ->
                                ages.stream().anyMatch(age -> lowest <= age && age < highest))));
  }

  private Truth trust(RegisteredSchool registered) {
    boolean isNumbered = registered.trustNumber().filter(trusts::contains).isPresent();
    return isNumbered ? Truth.TRUE : named(trusts, registered.school().trust());
  }

  private Truth freeMeals(School school) {
    return freeMealsAtLeast.isEmpty()
        ? Truth.TRUE
        : truth(school.freeMealShare().map(share -> share.compareTo(freeMealsAtLeast.get()) >= 0));
  }

  private Truth graded(School school) {
    return ofsted.isEmpty() ? Truth.TRUE : truth(school.ofsted().map(ofsted::contains));
  }

  private Truth sized(School school) {
    return pupilsAtMost.isEmpty()
        ? Truth.TRUE
        : truth(school.pupils().map(pupils -> pupils <= pupilsAtMost.get()));
  }

  private static Truth truth(Optional<Boolean> known) {
    return known.map(yes -> yes ? Truth.TRUE : Truth.FALSE).orElse(Truth.UNKNOWN);
  }
}
