package org.tfm.model.document;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tfm.model.criterion.Value;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.RegisterName;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Funding;
import org.tfm.model.school.ProvisionType;
import org.tfm.model.school.School;

/** Values derived from the establishment type of a school. */
final class SchoolTypes {

  /** The id of the answer about funding, for types that do not determine it. */
  static final String STATE_FUNDED = "state-funded";

  private SchoolTypes() {}

  static Optional<Value> isSpecial(School school) {
    return find(SPECIAL, school);
  }

  static Optional<Value> isMainstream(School school) {
    return find(MAINSTREAM, school);
  }

  private static final ImmutableMap<EstablishmentType, Optional<Value>> SPECIAL =
      byType(type -> Optional.of(type.provision() == ProvisionType.SPECIAL));

  private static final ImmutableMap<EstablishmentType, Optional<Value>> MAINSTREAM =
      byType(type -> Optional.of(type.provision() == ProvisionType.MAINSTREAM));

  private static final ImmutableMap<EstablishmentType, Optional<Value>> STATE_FUNDED_BY_TYPE =
      byType(
          type ->
              type.funding() == Funding.NOT_SAID
                  ? Optional.empty()
                  : Optional.of(type.funding() == Funding.STATE));

  private static ImmutableMap<EstablishmentType, Optional<Value>> byType(
      Function<EstablishmentType, Optional<Boolean>> is) {
    return Maps.toMap(
        List.of(EstablishmentType.values()),
        type -> is.apply(type).map(yes -> new Value.YesNo(yes, SchoolNames.type(type))));
  }

  private static Optional<Value> find(
      ImmutableMap<EstablishmentType, Optional<Value>> byType, School school) {
    return school.establishmentType().isPresent()
        ? byType.getOrDefault(school.establishmentType().get(), Optional.empty())
        : Optional.empty();
  }

  /** Empty if the type is unknown or does not determine the funding. */
  static Optional<Value> isStateFunded(School school) {
    return find(STATE_FUNDED_BY_TYPE, school);
  }

  /** Whether the type is known and does not determine the funding. */
  static boolean isSilentOnFunding(School school) {
    return school.establishmentType().map(type -> type.funding() == Funding.NOT_SAID).orElse(false);
  }

  /** Returns the number of different mainstream schools; open if a type is unknown. */
  static Value numberOfMainstream(List<School> schools) {
    return new Value.Quantity(
        BigDecimal.valueOf(
            schools.stream()
                .filter(SchoolTypes::isOfMainstream)
                .map(School::urn)
                .distinct()
                .count()),
        schools.stream().anyMatch(one -> one.establishmentType().isEmpty()));
  }

  /** Types of school that are never part of an academy trust. */
  private static final ImmutableSet<EstablishmentType> WITHOUT_TRUST =
      Sets.immutableEnumSet(
          EstablishmentType.COMMUNITY_SCHOOL,
          EstablishmentType.COMMUNITY_SPECIAL_SCHOOL,
          EstablishmentType.VOLUNTARY_AIDED_SCHOOL,
          EstablishmentType.VOLUNTARY_CONTROLLED_SCHOOL,
          EstablishmentType.LA_NURSERY_SCHOOL,
          EstablishmentType.PUPIL_REFERRAL_UNIT,
          EstablishmentType.INDEPENDENT_SCHOOL,
          EstablishmentType.INDEPENDENT_SPECIAL_SCHOOL);

  /**
   * Returns the number of different trusts, where each school without a trust counts as one; open
   * if a trust is unknown.
   */
  static Value numberOfTrusts(List<School> schools) {
    Set<String> trusts = new HashSet<>();
    boolean isOpen = false;
    for (School school : schools) {
      Optional<String> trust = school.trust().filter(name -> !Blanks.isBlank(name));
      if (trust.isPresent()) {
        trusts.add(RegisterName.key(trust.get()));
      } else if (school.establishmentType().filter(WITHOUT_TRUST::contains).isPresent()) {
        trusts.add("urn " + school.urn());
      } else {
        isOpen = true;
      }
    }
    return new Value.Quantity(BigDecimal.valueOf(trusts.size()), isOpen);
  }

  private static boolean isOfMainstream(School school) {
    return school
        .establishmentType()
        .map(type -> type.provision() == ProvisionType.MAINSTREAM)
        .orElse(false);
  }

  /** Rejects an answer that contradicts the type. */
  static void checkConsistent(School school, Answers answers, List<Problem> problems) {
    if (answers.contradict(STATE_FUNDED, isStateFunded(school))) {
      problems.add(
          Problem.of(ProblemCode.CONTRADICTION, "this contradicts `school.establishmentType`")
              .atValue("/answers/" + STATE_FUNDED));
    }
  }
}
