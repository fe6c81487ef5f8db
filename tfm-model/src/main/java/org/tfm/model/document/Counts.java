package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final ImmutableSet<HeadteacherEvent> WORKSHOPS =
      Sets.immutableEnumSet(HeadteacherEvent.FIRST_WORKSHOP, HeadteacherEvent.LAST_WORKSHOP);

  private static final Optional<Boolean> COMPLETED = Optional.of(true);
  private static final Optional<Boolean> NOT_COMPLETED = Optional.of(false);

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

  /** Rejects that the headteacher attended no workshop, but the first or the last one. */
  static void checkHeadteacher(
      Optional<Integer> workshops,
      Optional<ImmutableSet<HeadteacherEvent>> events,
      List<Problem> problems) {
    if (workshops.equals(Optional.of(0)) && events.isPresent()) {
      Sets.intersection(WORKSHOPS, events.get()).stream()
          .findFirst()
          .ifPresent(
              event ->
                  problems.add(
                      Problem.of(
                              ProblemCode.CONTRADICTION,
                              "`0` contradicts `headteacherAttended`, which includes `%s`",
                              event)
                          .atValue("/headteacherWorkshops")));
    }
  }

  /** Rejects two entries of one work group that say whether it was completed, and differ. */
  static void checkHistory(Optional<ImmutableList<Participation>> history, List<Problem> problems) {
    List<Participation> entries = history.orElse(ImmutableList.of());
    boolean isCompleted = false;
    boolean isNotCompleted = false;
    for (Participation one : entries) {
      isCompleted |= one.completed().equals(COMPLETED);
      isNotCompleted |= one.completed().equals(NOT_COMPLETED);
    }
    if (!isCompleted || !isNotCompleted) {
      return;
    }
    Map<Participation, Integer> known = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).completed().isPresent()) {
        Integer same =
            known.putIfAbsent(
                Participation.builder().from(entries.get(i)).completed(Optional.empty()).build(),
                i);
        if (same != null && !entries.get(same).completed().equals(entries.get(i).completed())) {
          problems.add(
              Problem.of(
                      ProblemCode.CONTRADICTION,
                      "`completed` contradicts entry %s of the list, which is the same work group",
                      same + 1)
                  .atValue("/history/" + i + "/completed"));
          return;
        }
      }
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
