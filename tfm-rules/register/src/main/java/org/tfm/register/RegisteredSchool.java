package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.school.School;

/**
 * A school as the register describes it.
 *
 * <p>Absent values are unknown. Immutable.
 *
 * @param school the school with everything that policies can ask for
 * @param status the status on the day of the register
 * @param opened the day on which it opened or is to open
 * @param closed the last day on which it was or is to be open
 * @param reasonOpened the reason for opening, as the register words it
 * @param reasonClosed the reason for closing, as the register words it
 * @param town the town
 * @param postcode the postcode
 * @param trustNumber the number of the trust in the register of groups
 * @param predecessors the schools that it follows
 * @param successors the schools that follow it
 */
public record RegisteredSchool(
    School school,
    RegisterStatus status,
    Optional<LocalDate> opened,
    Optional<LocalDate> closed,
    Optional<String> reasonOpened,
    Optional<String> reasonClosed,
    Optional<String> town,
    Optional<String> postcode,
    Optional<String> trustNumber,
    ImmutableList<SchoolLink> predecessors,
    ImmutableList<SchoolLink> successors) {

  /** Refuses null. */
  public RegisteredSchool {
    requireNonNull(school, "school");
    requireNonNull(status, "status");
    requireNonNull(opened, "opened");
    requireNonNull(closed, "closed");
    requireNonNull(reasonOpened, "reasonOpened");
    requireNonNull(reasonClosed, "reasonClosed");
    requireNonNull(town, "town");
    requireNonNull(postcode, "postcode");
    requireNonNull(trustNumber, "trustNumber");
    requireNonNull(predecessors, "predecessors");
    requireNonNull(successors, "successors");
  }

  /** Returns a school with a status, about which the register says nothing else. */
  public static RegisteredSchool of(School school, RegisterStatus status) {
    return new RegisteredSchool(
        school,
        status,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ImmutableList.of(),
        ImmutableList.of());
  }

  /** The unique reference number. */
  public int urn() {
    return school.urn();
  }

  /**
   * Returns whether the school is open on a day, as far as the register says.
   *
   * <p>If a school closed and the register does not say when, its standing is not known.
   */
  public Standing standingOn(LocalDate day) {
    requireNonNull(day, "day");
    return standing(day, day);
  }

  /** Returns whether the school is open on at least one day of an academic year. */
  public Standing standingIn(AcademicYear year) {
    requireNonNull(year, "year");
    return standing(year.firstDay(), year.lastDay());
  }

  private Standing standing(LocalDate first, LocalDate last) {
    if (closed.isPresent() && first.isAfter(closed.get())) {
      return Standing.CLOSED;
    }
    if (opened.isPresent() && last.isBefore(opened.get())) {
      return Standing.NOT_YET_OPEN;
    }
    if (status.isOpen() || (status == RegisterStatus.CLOSED && closed.isPresent())) {
      return Standing.OPEN;
    }
    return status == RegisterStatus.PROPOSED_TO_OPEN ? Standing.NOT_YET_OPEN : Standing.NOT_KNOWN;
  }

  /** Returns this school with other links. */
  RegisteredSchool linked(
      ImmutableList<SchoolLink> otherPredecessors, ImmutableList<SchoolLink> otherSuccessors) {
    return new RegisteredSchool(
        school,
        status,
        opened,
        closed,
        reasonOpened,
        reasonClosed,
        town,
        postcode,
        trustNumber,
        otherPredecessors,
        otherSuccessors);
  }
}
