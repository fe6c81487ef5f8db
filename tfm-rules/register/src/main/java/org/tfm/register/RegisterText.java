package org.tfm.register;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.tfm.model.problem.PrintableText;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.school.School;

/** The sentences about a school in the register. */
final class RegisterText {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private RegisterText() {}

  static String register(Optional<LocalDate> day) {
    return "the register of schools" + day.map(one -> " of " + text(one)).orElse("");
  }

  private static String text(LocalDate day) {
    return DAY.format(day);
  }

  /** Returns the name of a school with its URN. */
  private static String name(School school) {
    return school
        .name()
        .map(name -> PrintableText.text(name) + " (URN " + school.urn() + ")")
        .orElse("URN " + school.urn());
  }

  static String notFound(int urn, Optional<LocalDate> day) {
    return "URN " + urn + " is not in " + register(day) + ".";
  }

  /** Says what an applicant has to know about the school in a year; empty if it is open. */
  static Optional<String> standing(
      RegisteredSchool school, AcademicYear year, Optional<LocalDate> day) {
    String who = name(school.school());
    return switch (school.standingIn(year)) {
      case CLOSED ->
          Optional.of(
              who + " closed on " + text(school.closed().orElseThrow()) + ", before " + year + ".");
      case NOT_YET_OPEN ->
          Optional.of(
              who
                  + school
                      .opened()
                      .map(
                          opens ->
                              school.status().isOpen()
                                  ? " opened on " + text(opens)
                                  : " is proposed to open on " + text(opens))
                      .orElse(" is proposed to open")
                  + (school.opened().filter(year.lastDay()::isBefore).isPresent()
                      ? ", after " + year
                      : "")
                  + ".");
      case NOT_KNOWN ->
          Optional.of(
              who
                  + " has the status “"
                  + school.status().title()
                  + "” in "
                  + register(day)
                  + ", which gives no day.");
      case OPEN ->
          school
              .closed()
              .filter(year::contains)
              .map(closes -> who + " closes on " + text(closes) + ", during " + year + ".");
    };
  }

  /** Says which school follows another. */
  static String successor(RegisteredSchool school) {
    return "Its successor is " + name(school.school()) + ".";
  }
}
