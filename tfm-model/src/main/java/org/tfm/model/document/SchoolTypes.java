package org.tfm.model.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    return is(school, ProvisionType.SPECIAL);
  }

  static Optional<Value> isMainstream(School school) {
    return is(school, ProvisionType.MAINSTREAM);
  }

  private static Optional<Value> is(School school, ProvisionType provision) {
    return school
        .establishmentType()
        .map(type -> new Value.YesNo(type.provision() == provision, name(type)));
  }

  /** Empty where the type is not known, or says nothing of who pays for the school. */
  static Optional<Value> isStateFunded(School school) {
    return school
        .establishmentType()
        .filter(type -> type.funding() != Funding.NOT_SAID)
        .map(type -> new Value.YesNo(type.funding() == Funding.STATE, name(type)));
  }

  /** Whether the type is known and says nothing of who pays for the school. */
  static boolean isSilentOnFunding(School school) {
    return school.establishmentType().map(type -> type.funding() == Funding.NOT_SAID).orElse(false);
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
