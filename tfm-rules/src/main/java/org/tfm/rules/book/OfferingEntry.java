package org.tfm.rules.book;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Hub;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.WorkGroupType;

/**
 * An offering in the list of a book.
 *
 * @param hub the hub that offers the work groups
 * @param type the type of work group
 * @param year the academic year; absent for any year
 * @param pack the id of the pack with the policy
 */
@TfmJson.Strict
public record OfferingEntry(Hub hub, WorkGroupType type, Optional<AcademicYear> year, String pack) {

  /** Refuses null. */
  public OfferingEntry {
    requireNonNull(hub, "hub");
    requireNonNull(type, "type");
    requireNonNull(year, "year");
    requireNonNull(pack, "pack");
  }

  /** The offering; absent if the policy is for any year. */
  public Optional<Offering> offering() {
    return year.map(this::in);
  }

  /**
   * Returns the offering in an academic year.
   *
   * @throws InvalidInputException if the policy is for another year
   */
  public Offering in(AcademicYear asked) {
    requireNonNull(asked, "asked");
    if (year.isPresent() && !year.get().equals(asked)) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.NO_POLICY, "the policy is for %s, not for %s", year.get(), asked)
              .atValue("/offering/year"));
    }
    return Offering.of(hub.id(), type.id(), asked);
  }
}
