package org.tfm.model.document;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.tfm.model.criterion.Value;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Funding;
import org.tfm.model.school.ProvisionType;
import org.tfm.model.school.School;

/** What follows from the type of a school. */
final class SchoolTypes {

  /** The id of the answer that says what a type does not. */
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
        type -> is.apply(type).map(yes -> new Value.YesNo(yes, name(type))));
  }

  private static Optional<Value> find(
      ImmutableMap<EstablishmentType, Optional<Value>> byType, School school) {
    return school.establishmentType().isPresent()
        ? byType.getOrDefault(school.establishmentType().get(), Optional.empty())
        : Optional.empty();
  }

  /** Empty where the type is not known, or says nothing of who pays for the school. */
  static Optional<Value> isStateFunded(School school) {
    return find(STATE_FUNDED_BY_TYPE, school);
  }

  /** Whether the type is known and says nothing of who pays for the school. */
  static boolean isSilentOnFunding(School school) {
    return school.establishmentType().map(type -> type.funding() == Funding.NOT_SAID).orElse(false);
  }

  /** How many different mainstream schools there are; open upwards where a type is not known. */
  static Value mainstream(List<School> schools) {
    return new Value.Quantity(
        BigDecimal.valueOf(
            schools.stream()
                .filter(SchoolTypes::isOfMainstream)
                .map(School::urn)
                .distinct()
                .count()),
        schools.stream().anyMatch(one -> one.establishmentType().isEmpty()));
  }

  private static boolean isOfMainstream(School school) {
    return school
        .establishmentType()
        .map(type -> type.provision() == ProvisionType.MAINSTREAM)
        .orElse(false);
  }

  private static String name(EstablishmentType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Refuses an answer that contradicts the type: no decision can rest on both. */
  static void checkConsistent(School school, Answers answers, List<Problem> problems) {
    if (answers.contradict(STATE_FUNDED, isStateFunded(school))) {
      problems.add(
          Problem.of(ProblemCode.CONTRADICTION, "this contradicts `school.establishmentType`")
              .atValue("/answers/" + STATE_FUNDED));
    }
  }
}
