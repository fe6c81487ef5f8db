package org.tfm.model.document;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.ReleaseTime;

/** The maximum lengths of lists in documents, far above any real length, and ranges of numbers. */
final class Counts {

  static final int LEAD_PARTICIPANTS = 100;
  static final int HISTORY = 1_000;
  static final int SCHOOLS = 1_000;
  static final int SESSIONS = 366;
  static final int ANSWERS = 1_000;
  static final int WORDS = 1_000;

  private static final int PROGRAMME_YEARS = 10;
  private static final BigDecimal MOST_YEARS = BigDecimal.valueOf(80);

  private Counts() {}

  static void checkProgrammeYear(Optional<Integer> year, List<Problem> problems) {
    checkRange("/programmeYear", year, 1, PROGRAMME_YEARS, problems);
  }

  static void checkRange(
      String pointer, Optional<Integer> count, int least, int most, List<Problem> problems) {
    count
        .filter(number -> number < least || number > most)
        .ifPresent(
            number ->
                problems.add(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            "`%s` is out of range; expected %s to %s",
                            number,
                            least,
                            most)
                        .atValue(pointer)));
  }

  /** Rejects years that are not from 0 to 80 with at most two decimal places. */
  static void checkYears(String pointer, Optional<BigDecimal> years, List<Problem> problems) {
    years
        .filter(
            number -> number.signum() < 0 || number.scale() > 2 || number.compareTo(MOST_YEARS) > 0)
        .ifPresent(
            number ->
                problems.add(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            "`%s` years; expected 0 to 80 with at most two decimal places",
                            number)
                        .atValue(pointer)));
  }

  /** Rejects more years in a part of the career than years of teaching. */
  static void checkYearsWithin(
      Optional<BigDecimal> teaching,
      String pointer,
      Optional<BigDecimal> years,
      List<Problem> problems) {
    if (teaching.isPresent() && years.isPresent() && years.get().compareTo(teaching.get()) > 0) {
      problems.add(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "`%s` is more than `yearsTeaching`, which is `%s`",
                  years.get(),
                  teaching.get())
              .atValue(pointer));
    }
  }

  /** Rejects more release outside meetings than release as a whole. */
  static void checkReleaseWithin(
      Optional<ReleaseTime> whole, Optional<ReleaseTime> outside, List<Problem> problems) {
    if (whole.isPresent()
        && outside.isPresent()
        && outside.get().halfDays() > whole.get().halfDays()) {
      problems.add(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  "`%s` days are more than `releaseDays`, which is `%s`",
                  outside.get().days().toPlainString(),
                  whole.get().days().toPlainString())
              .atValue("/releaseOutsideMeetings"));
    }
  }

  /** Rejects more workshops than were planned. */
  static void checkWorkshops(
      Optional<Integer> planned,
      Optional<Integer> attended,
      Optional<Integer> byHeadteacher,
      Optional<Integer> missed,
      List<Problem> problems) {
    if (planned.isPresent()) {
      int most = planned.get();
      int others = most - attended.orElse(0);
      checkWorkshops("/workshopsAttended", attended, most, problems);
      checkWorkshops("/headteacherWorkshops", byHeadteacher, most, problems);
      checkWorkshops("/missedWithoutNotice", missed, others < 0 ? most : others, problems);
    }
  }

  /** Rejects events of the headteacher that are not among those of all senior leaders. */
  static void checkEvents(
      Optional<ImmutableSet<HeadteacherEvent>> ofHeadteacher,
      Optional<ImmutableSet<HeadteacherEvent>> ofSeniorLeaders,
      List<Problem> problems) {
    if (ofHeadteacher.isPresent() && ofSeniorLeaders.isPresent()) {
      Sets.difference(ofHeadteacher.get(), ofSeniorLeaders.get()).stream()
          .findFirst()
          .ifPresent(
              event ->
                  problems.add(
                      Problem.of(
                              ProblemCode.CONTRADICTION,
                              "`%s` is not in `seniorLeaderAttended`, which includes what the"
                                  + " headteacher attended",
                              event)
                          .atValue("/headteacherAttended")));
    }
  }

  private static void checkWorkshops(
      String pointer, Optional<Integer> number, int most, List<Problem> problems) {
    number
        .filter(workshops -> workshops > most)
        .ifPresent(
            workshops ->
                problems.add(
                    Problem.of(
                            ProblemCode.CONTRADICTION,
                            "`%s` contradicts `workshopsPlanned`; expected at most %s",
                            workshops,
                            most)
                        .atValue(pointer)));
  }

  static void check(
      String pointer, Optional<? extends Collection<?>> list, int most, List<Problem> problems) {
    if (list.isPresent()) {
      check(pointer, list.get().size(), most, problems);
    }
  }

  static void check(String pointer, int count, int most, List<Problem> problems) {
    if (count > most) {
      problems.add(
          Problem.of(ProblemCode.TOO_MUCH, "%s entries; expected at most %s", count, most)
              .atValue(pointer));
    }
  }
}
