package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.MoreCollectors;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.rules.book.PolicyBook;

/**
 * The words of rules about sessions, attendance and the year, with the messages for misuse of each
 * word.
 */
class YearWordsTest {

  private static PackFiles files(String term) {
    return SmallPacks.files(
        SmallPacks.PUBLISHER, SmallPacks.PACKAGE + SmallPacks.rule("a", "terms." + term + ";"));
  }

  private static String sentence(String term) {
    PolicyBook book = PolicyBook.builder().files(files(term)).build();
    return book
        .terms(Offering.of("river-hub", "primary-development", AcademicYear.startingIn(2022)))
        .terms()
        .stream()
        .map(one -> one.sentence())
        .collect(MoreCollectors.onlyElement());
  }

  private static List<String> messages(String term) {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> PolicyBook.builder().files(files(term)).build());
    assertThat(refused).as(term).isNotNull();
    return refused.problems().stream().map(Problem::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sessions().where(mode().is(ONLINE)).isAtMost(2) | At most 2 sessions may be online.
          sessions().where(mode().is(ONLINE)).isExactly(0) | No session may be online.
          everySession(mode().is(IN_PERSON)) | Each session must be in person.
          someSession(mode().in(IN_PERSON, ONLINE)) | At least one session must be in person or online.
          everySession(sessionLength().isAtLeast(days(1))) | Each session must last at least 1 day.
          everySession(sessionLength().isAtLeast(halfDays(1))) | Each session must last at least half a day.
          everySession(sessionLength().isExactly(hours(3))) | Each session must last exactly 3 hours.
          sessions().where(sessionLength().isAtLeast(hours(1.5))).isAtLeast(2) | At least 2 sessions must last at least 1.5 hours.
          everySession(sessionLength().isAtMost(hours(1))) | Each session must last at most 1 hour.
          sessionTime().isExactly(days(4)) | All sessions together must last exactly 4 days.
          sessionTime().isBetween(days(3), days(4)) | All sessions together must last 3 to 4 days.
          sessionTime().isAtLeast(hours(36)) | All sessions together must last at least 36 hours.
          sessions().where(date().isBetween("2022-09-01", "2022-10-21")).isAtLeast(1) | At least one session must take place between 1 September 2022 and 21 October 2022.
          someSession(date().isBetween("2022-10-08", "2022-10-08")) | At least one session must take place on 8 October 2022.
          sessions().where(date().isFrom("2023-04-17")).isExactly(2) | Exactly 2 sessions must take place on or after 17 April 2023.
          everySession(date().isBy("2023-07-21")) | Each session must take place on or before 21 July 2023.
          someSession(date().isBetween("2022-02-09 13:00", "2022-02-09 13:00")) | At least one session must start at 13:00 on 9 February 2022.
          everySession(ifThen(sessionNumber().isExactly(1), mode().is(IN_PERSON))) | Session 1 must be in person.
          everySession(ifThen(sessionNumber().isExactly(2), not(mode().is(ONLINE)))) | Session 2 must not be online.
          everySession(ifThen(sessionNumber().isBetween(1, 2), sessionLength().isAtLeast(days(1)))) | If any session is number 1 or 2, that session must last at least 1 day.
          everySession(ifThen(sessionNumber().isAtLeast(2), mode().is(ONLINE))) | If any session is number 2 or later, that session must be online.
          someSession(allOf(sessionNumber().isExactly(1), venue().is("Park School"))) | At least one session must be number 1 and at Park School.
          someSession(venue().is("Burscough Priory Academy")) | At least one session must be at Burscough Priory Academy.
          everySession(venue().in("Park School", "the Town Hall")) | Each session must be at Park School or the Town Hall.
          sessions().where(venue().is("Park School")).isExactly(2) | Exactly 2 sessions must be at Park School.
          everySession(not(venue().is("Park School"))) | No session may be at Park School.
          someSession(sessionKind().is("pedagogy")) | At least one session must be a pedagogy session.
          everySession(sessionKind().in("local", "national")) | Each session must be a local or national session.
          sessions().where(sessionKind().is("maths")).isBetween(3, 4) | 3 or 4 sessions must be maths sessions.
          sessions().where(sessionKind().is("algebra")).isExactly(1) | Exactly one session must be an algebra session.
          sessions().where(sessionKind().in("maths", "algebra")).isAtMost(2) | At most 2 sessions may be maths or algebra sessions.
          someSession(allOf(sessionKind().is("local"), mode().is(ONLINE))) | At least one session must be a local session and online.
          someSession(allOf(mode().is(IN_PERSON), sessionLength().isAtLeast(days(1)))) | At least one session must be in person and last at least 1 day.
          everySession(ifThen(mode().is(ONLINE), sessionLength().isAtMost(hours(2)))) | If any session is online, that session must last at most 2 hours.
          """)
  void aRuleAsksAboutSessions(String must, String sentence) {
    assertThat(sentence("group(\"a\").must(" + must + ")")).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          attendance().isAll() | The school must have attended all the workshops planned.
          attendance().isAtLeast(80) | The school must have attended at least 80% of the workshops planned.
          not(attendance().isAll()) | The school must not have attended all the workshops planned.
          tasksCompleted().includesAll(ACTION_PLAN) | The school must have completed an action plan.
          tasksCompleted().includesAll(GAP_TASKS, REFLECTIVE_LOG, EVALUATION) | The school must have completed the tasks between sessions, a reflective log and the evaluation.
          tasksCompleted().includesAny(CASE_STUDY, PORTFOLIO) | The school must have completed a case study or a portfolio of evidence.
          not(tasksCompleted().includesAny(SURVEYS)) | The school must not have completed the surveys.
          headteacherAttended().includesAll(LAUNCH, FIRST_WORKSHOP) | The headteacher must have attended the launch and the first workshop.
          headteacherAttended().includesAny(NETWORKING_EVENT, SPECIALIST_MEETING) | The headteacher must have attended a networking event or a meeting with the lead of the group.
          seniorLeaderAttended().includesAll(LAUNCH) | The headteacher or another senior leader must have attended the launch.
          seniorLeaderAttended().includesAny(LAUNCH, LEADERSHIP_SESSION) | The headteacher or another senior leader must have attended the launch or a session for senior leaders.
          not(seniorLeaderAttended().includesAny(LAUNCH)) | The headteacher or another senior leader must not have attended the launch.
          headteacherWorkshops().isAtLeast(1) | The headteacher must have attended at least 1 workshop.
          missedWithoutNotice().isAtMost(1) | The school must have missed at most 1 workshop without notice.
          programmeYear().isExactly(2) | The school must be in year 2 of the programme.
          ifThen(programmeYear().isAtLeast(2), workshopsAttended().isAtLeast(3)) | If the school is in year 2 or later of the programme, the school must have attended at least 3 workshops.
          """)
  void aRuleAsksAboutTheYear(String must, String sentence) {
    assertThat(sentence("progress(\"a\").must(" + must + ")")).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application("a").must(expressionOfInterest().isProvided()) | The school must have sent an expression of interest.
          application("a").must(expressionOfInterest().isBy("2022-05-03")) | The school must have sent an expression of interest on or before 3 May 2022.
          grant("a").of(pounds(500)).perSchool().towards(PARTICIPATION).when(tasksCompleted().includesAll(EVALUATION)) | £500 towards the cost of taking part if the school has completed the evaluation.
          group("a").must(leadRole().is(COHORT_LEAD)) | The work group lead must be a Cohort Lead.
          eligibility("a").must(programmeYear().isBetween(1, 2)) | The school must be in year 1 or 2 of the programme.
          eligibility("a").must(everyLeadParticipant(ownCompletedParticipation().includesAny("primary-readiness"))) | Each lead participant must have completed Primary Mastery Readiness.
          charge("a").of(pounds(75)).perSession().towards(PARTICIPATION).when(missedWithoutNotice().isAtLeast(1)) | A charge of £75 for each session missed if the school has missed at least 1 workshop without notice.
          grant("a").of(pounds(500)).perSchool().towards(PARTICIPATION).when(terms.answer("evaluation").isConfirmed()) | £500 towards the cost of taking part if the school has taken part in the evaluation.
          grant("a").of(pounds(200)).perSchool().towards(RELEASE_TIME).when(programmeYear().isExactly(1)) | £200 towards release time if the school is in year 1 of the programme.
          """)
  void aTermDependsOnTheYear(String term, String sentence) {
    assertThat(sentence(term)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          someSession(startsAt().isBy("2022-10-03 09:15")) | unknown word `startsAt`. The time is part of `date()`, as in `date().isFrom("2025-10-03 13:00")`
          someSession(kind().is("maths"))                  | unknown word `kind`. Maybe `sessionKind()`?
          someSession(number().isExactly(1))               | unknown word `number`. Maybe `sessionNumber()`?
          someSession(date().is())                         | the brackets of `is` are empty. Expected a word in capitals or a text; a number is compared with `isExactly`, a day with `isBetween`
          someSession(sessionNumber().is(1))               | `is` does not take a whole number. Expected a word in capitals or a text; a number is compared with `isExactly`, a day with `isBetween`
          """)
  void aWordThatIsNotTheRightOneHasAHintToIt(String must, String message) {
    assertThat(messages("group(\"a\").must(" + must + ")"))
        .singleElement()
        .asString()
        .endsWith(message);
  }

  /** A wrong rule and its message, with placeholders for a word, its fact and its label. */
  private record Mistake(String wrong, String message) {}

  private static final List<Mistake> OF_NUMBERS =
      List.of(
          new Mistake(
              "progress(\"a\").must({word}())",
              "8:25: `must` does not take a fact without a comparison. Expected a criterion"),
          new Mistake(
              "progress(\"a\").must({word}().isConfirmed())",
              "2: in the rule `a`, `{word}()` is a number; expected `isAtLeast`, `isAtMost`, `isBetween` or `isExactly`"),
          new Mistake(
              "progress(\"a\").must({word}().is(ONLINE))",
              "2: in the rule `a`, `{word}()` is a number; expected `isAtLeast`, `isAtMost`, `isBetween` or `isExactly`"),
          new Mistake(
              "progress(\"a\").must({word}().includesAny(\"x\"))",
              "2: in the rule `a`, `{word}()` is a number; expected `isAtLeast`, `isAtMost`, `isBetween` or `isExactly`"),
          new Mistake(
              "progress(\"a\").must({word}().isBy(\"2023-01-31\"))",
              "2: in the rule `a`, `{word}()` is a number; expected `isAtLeast`, `isAtMost`, `isBetween` or `isExactly`"),
          new Mistake(
              "progress(\"a\").must({word}().isAtLeast(days(1)))",
              "2: in the rule `a`, `{word}()` is not a time; compare it with a plain number"),
          new Mistake(
              "progress(\"a\").must({word}().isAtLeast(hours(1)))",
              "2: in the rule `a`, `{word}()` is not measured in hours; expected"
                  + " `sessionLength()` or `sessionTime()`"),
          new Mistake(
              "progress(\"a\").must({word}().isBetween(3, 2))",
              "2: in the rule `a`, no number is at least 3 and at most 2"),
          new Mistake(
              "progress(\"a\").must({word}().where(phase().is(PRIMARY)).isAtLeast(1))",
              "2: in the rule `a`, `{word}()` is not a list; expected"
                  + " `leadParticipants().where(…)`, `schools().where(…)` or"
                  + " `sessions().where(…)`"),
          new Mistake(
              "group(\"a\").must({word}().isAtLeast(1))",
              "2: in the rule `a`, the term `a` asks for {label}; a work group does not record"
                  + " that. Ask it in {where}"));

  static Stream<Arguments> mistakesWithNumbers() {
    return Stream.of(
            Arguments.of("attendance", "share-of-workshops-attended", "the attendance"),
            Arguments.of(
                "headteacherWorkshops",
                "workshops-attended-by-the-headteacher",
                "the number of workshops that the headteacher attended"),
            Arguments.of(
                "missedWithoutNotice",
                "workshops-missed-without-notice",
                "the number of workshops missed without notice"),
            Arguments.of(
                "programmeYear", "year-of-the-programme", "the school's year in the programme"))
        .flatMap(
            word ->
                OF_NUMBERS.stream()
                    .map(
                        mistake ->
                            Arguments.of(
                                filled(mistake.wrong(), word), filled(mistake.message(), word))));
  }

  private static String filled(String text, Arguments word) {
    boolean isOfBoth = word.get()[0].equals("programmeYear");
    return text.replace("{word}", (String) word.get()[0])
        .replace("{id}", (String) word.get()[1])
        .replace("{label}", (String) word.get()[2])
        .replace(
            "{where}",
            isOfBoth
                ? "an `eligibility`, `application` or `commitment` term or a `progress` term"
                : "a `progress` term");
  }

  @ParameterizedTest
  @MethodSource("mistakesWithNumbers")
  void aMistakeWithANumberOfTheYearIsNamed(String term, String message) {
    assertThat(messages(term)).containsExactly("folder/primary-development.drl:" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          everySession(date()) | 8:27: `everySession` does not take a fact without a comparison. Expected a criterion
          date().isBy("2023-07-21") | 2: in the rule `a`, the term `a` asks for the day of the session; a work group records that for each session. Ask it inside `everySession` or `someSession`
          everySession(date().isBy("July")) | 8:52: `"July"` is not a day; expected a day such as `2025-05-23`, or a time such as `2025-05-23 17:00`
          everySession(date().isFrom("2023-02-30")) | 8:54: `"2023-02-30"` is not a day; expected a day such as `2025-05-23`, or a time such as `2025-05-23 17:00`
          everySession(date().isBetween("2023-07-21", "2023-07-20")) | 2: in the rule `a`, no day is from `2023-07-21` and by `2023-07-20`
          everySession(date().isBetween("2023-07-21")) | 8:47: `isBetween` does not take a text. Expected two whole numbers or two texts or two times such as `days(10)` or two lengths such as `hours(3)`
          everySession(date().isAtLeast(1)) | 2: in the rule `a`, `date()` is a day; expected `isBy`, `isFrom` or `isBetween` with days
          everySession(date().is("2023-07-21")) | 2: in the rule `a`, `date()` is a day; expected `isBy`, `isFrom` or `isBetween` with days
          everySession(date().isConfirmed()) | 2: in the rule `a`, `date()` is a day; expected `isBy`, `isFrom` or `isBetween` with days
          everySession(date.isBy("2023-07-21")) | 8:40: unknown word `date`. Maybe `date()`?
          everySession(mode()) | 8:27: `everySession` does not take a fact without a comparison. Expected a criterion
          mode().is(ONLINE) | 2: in the rule `a`, the term `a` asks for the mode of the session; a work group records that for each session. Ask it inside `everySession` or `someSession`
          everySession(mode().is(ON_LINE)) | 8:50: unknown word `ON_LINE`. Maybe `ONLINE`?
          everySession(mode().is(PRIMARY)) | 2: in the rule `a`, `PRIMARY` is not a choice of `mode()`
          everySession(mode().is("online")) | 2: in the rule `a`, `online` is not a choice of `mode()`. Maybe `ONLINE`?
          everySession(mode().includesAny(ONLINE)) | 2: in the rule `a`, `mode()` is one word; expected `is` or `in`
          everySession(mode().isConfirmed()) | 2: in the rule `a`, `mode()` is one word; expected `is` or `in`
          everySession(mode().isAtMost(2)) | 2: in the rule `a`, `mode()` is one word; expected `is` or `in`
          everySession(mode(ONLINE)) | 8:40: `mode` does not take a word in capitals. Expected empty brackets
          everySchool(mode().is(ONLINE)) | 2: in the rule `a`, the term `a` asks for the mode of the session; a work group records that for each session. Ask it inside `everySession` or `someSession`
          everySession(sessionLength()) | 8:27: `everySession` does not take a fact without a comparison. Expected a criterion
          sessionLength().isAtLeast(days(1)) | 2: in the rule `a`, the term `a` asks for the length of the session in days; a work group records that for each session. Ask it inside `everySession` or `someSession`
          everySession(sessionLength().isAtLeast(days(0.3))) | 2: in the rule `a`, `0.3` days is not a whole number of half-days
          everySession(sessionLength().isAtLeast(hours(25))) | 2: in the rule `a`, `hours(25)` is not a length; expected at most 24 hours
          everySession(sessionLength().isAtLeast(hours(1.125))) | 2: in the rule `a`, `hours(1.125)` is not a length; expected at most two decimal places
          everySession(sessionLength().isAtLeast(1.5)) | 8:56: `isAtLeast` does not take a number with a fraction. Expected a whole number or a time such as `days(10)` or a length such as `hours(3)`
          everySession(sessionLength().isAtLeast(hours(3), hours(4))) | 8:56: `isAtLeast` does not take two lengths such as `hours(3)`. Expected a whole number or a time such as `days(10)` or a length such as `hours(3)`
          everySession(sessionLength().isBetween(hours(3), days(1))) | 8:56: `isBetween` does not take a length such as `hours(3)` and a time such as `days(10)`. Expected two whole numbers or two texts or two times such as `days(10)` or two lengths such as `hours(3)`
          everySession(sessionLength().isAtLeast(hour(3))) | 8:66: unknown word `hour`. Maybe `hours`?
          everySession(sessionLength().is(ONLINE)) | 2: in the rule `a`, `sessionLength()` is a number; expected `isAtLeast`, `isAtMost`, `isBetween` or `isExactly`
          everySession(sessionLength().isAtLeast(hours())) | 8:66: the brackets of `hours` are empty. Expected a number with a fraction or a whole number
          everySession(sessionLength().isAtLeast(hours("3"))) | 8:66: `hours` does not take a text. Expected a number with a fraction or a whole number
          schools().isAtLeast(hours(3)) | 2: in the rule `a`, `schools()` is not measured in hours; expected `sessionLength()` or `sessionTime()`
          sessionTime().isAtLeast(hours(8785)) | 2: in the rule `a`, `hours(8785)` is not a length; expected at most 8784 hours
          everySession(sessionTime().isAtLeast(days(1))) | 2: in the rule `a`, the term `a` asks for the length of all sessions together, in days; a work group does not record that for each session. Ask it outside `everySession` and `someSession`
          sessions().where(mode().is(ONLINE)) | 8:22: `must` does not take a count without a comparison. Expected a criterion
          sessions().where(mode()).isAtMost(2) | 8:38: `where` does not take a fact without a comparison. Expected a criterion
          sessions().where(mode().is(ONLINE)).isAtMost(hours(2)) | 8:63: `isAtMost` does not take a length such as `hours(3)`. Expected a whole number
          sessions().where(mode().is(ONLINE)).isAll() | 8:63: unexpected word `isAll`. Expected one of `isAtLeast`, `isAtMost`, `isBetween`, `isExactly`
          sessions().where(phase().is(PRIMARY)).isAtMost(2) | 2: in the rule `a`, the term `a` asks for the phase of the school; a work group records that for each school. Ask it inside `everySchool` or `someSchool`
          sessions().where(sessions().isAtLeast(2)).isAtMost(2) | 2: in the rule `a`, the term `a` asks for the number of sessions planned; a work group does not record that for each session. Ask it outside `everySession` and `someSession`
          sessions().where(sessionLength().isUnstated()).isAtLeast(1) | 2: in the rule `a`, the sessions are counted by a condition that is left to the hub, or has no figure
          sessions().where(mode().is(ONLINE)).isAtLeast(0) | 2: in the rule `a`, `0` is not a number of members; expected 1 to 1000
          sessions().where(mode().is(ONLINE)).isBetween(3, 2) | 2: in the rule `a`, no number is at least 3 and at most 2
          sessionHosts().where(mode().is(ONLINE)).isAtMost(2) | 2: in the rule `a`, `sessionHosts()` is not a list; expected `leadParticipants().where(…)`, `schools().where(…)` or `sessions().where(…)`
          everySession() | 8:27: the brackets of `everySession` are empty. Expected a criterion
          everySession(mode().is(ONLINE), mode().is(ONLINE)) | 8:27: `everySession` does not take two criteria. Expected a criterion
          everySessions(mode().is(ONLINE)) | 8:27: unknown word `everySessions`. Maybe `everySession`?
          everySession(everySession(mode().is(ONLINE))) | 2: in the rule `a`, the term `a` asks about each session; a work group does not record that for each session. Ask it outside `everySession` and `someSession`
          everySession(everySchool(phase().is(PRIMARY))) | 2: in the rule `a`, the term `a` asks about each school; a work group does not record that for each session. Ask it outside `everySession` and `someSession`
          everySession(sessions().isAtLeast(2)) | 2: in the rule `a`, the term `a` asks for the number of sessions planned; a work group does not record that for each session. Ask it outside `everySession` and `someSession`
          everySession(roles().includesAny(MATHS_LEAD)) | 2: in the rule `a`, the term `a` asks for the roles; a work group does not record that. Ask it in an `eligibility`, `application` or `commitment` term
          everySession(terms.answer("work-group-plan").isConfirmed()) | 2: in the rule `a`, the term `a` asks whether the group has shown how it developed its plan; a work group does not record that for each session. Ask it outside `everySession` and `someSession`
          someSession(firstSessionAtLeadsSchool().isConfirmed()) | 2: in the rule `a`, the term `a` asks whether the first session is in the lead's own school; a work group does not record that for each session. Ask it outside `everySession` and `someSession`
          someSession(mode()) | 8:27: `someSession` does not take a fact without a comparison. Expected a criterion
          """)
  void aMistakeWithSessionsIsNamed(String must, String message) {
    assertThat(messages("group(\"a\").must(" + must + ")"))
        .containsExactly("folder/primary-development.drl:" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          progress("a").must(attendance().isAtLeast(101)) | 2: in the rule `a`, `101` is not a percentage; expected 0 to 100, or `isAll()`
          progress("a").must(attendance().isAtLeast(80%)) | 8:55: unexpected `%`. Write the number alone; the fact says what it counts
          progress("a").must(attendance().isAll(1)) | 8:43: `isAll` does not take a whole number. Expected empty brackets
          progress("a").must(attendance().all()) | 8:43: unexpected word `all`. Maybe `isAll`?
          progress("a").must(workshopsAttended().isAll()) | 2: in the rule `a`, `isAll` does not suit `workshopsAttended()`; it follows `attendance()` only
          progress("a").must(attended().isAll()) | 8:30: unknown word `attended`
          commitment("a").must(attendance().isAll()) | 2: in the rule `a`, the term `a` asks whether the school has attended all the workshops planned; an application does not record that. Ask it in a `progress` term
          progress("a").must(everySession(mode().is(ONLINE))) | 2: in the rule `a`, the term `a` asks about each session; a year's progress does not record that. Ask it in a `group` term
          eligibility("a").must(sessions().where(mode().is(ONLINE)).isAtMost(2)) | 2: in the rule `a`, the term `a` asks about each session; an application does not record that. Ask it in a `group` term
          eligibility("a").must(programmeYear().is(2)) | 8:49: `is` does not take a whole number. Expected a word in capitals or a text
          eligibility("a").must(ownCompletedParticipation().includesAny("primary-readiness")) | 2: in the rule `a`, the term `a` asks for the work groups that the person has completed; an application records that for each lead participant. Ask it inside `everyLeadParticipant` or `someLeadParticipant`
          eligibility("a").must(everyLeadParticipant(ownCompletedParticipation())) | 8:33: `everyLeadParticipant` does not take a fact without a comparison. Expected a criterion
          eligibility("a").must(everyLeadParticipant(ownCompletedParticipation().isConfirmed())) | 2: in the rule `a`, `ownCompletedParticipation()` is a list; expected `includesAny` or `includesAll`
          eligibility("a").must(everyLeadParticipant(ownCompletedParticipation().is("primary-readiness"))) | 2: in the rule `a`, `ownCompletedParticipation()` is a list; expected `includesAny` or `includesAll`
          eligibility("a").must(everyLeadParticipant(ownCompletedParticipation().isAtLeast(1))) | 2: in the rule `a`, `ownCompletedParticipation()` is a list; expected `includesAny` or `includesAll`
          eligibility("a").must(everyLeadParticipant(ownCompletedParticipation().includesAny())) | 8:82: the brackets of `includesAny` are empty. Expected a word in capitals, or several or a text, or several
          eligibility("a").must(everyLeadParticipant(completedParticipation().includesAny("primary-readiness"))) | 2: in the rule `a`, the term `a` asks for the work groups that the school has completed; an application does not record that for each lead participant. Ask it outside `everyLeadParticipant` and `someLeadParticipant`
          group("a").must(everySchool(completedParticipation().includesAny("primary-readiness"))) | 2: in the rule `a`, the term `a` asks for the work groups that the school has completed; a work group does not record that. Ask it in an `eligibility`, `application` or `commitment` term
          """)
  void aMistakeInTheWrongPlaceIsNamed(String term, String message) {
    assertThat(messages(term))
        .singleElement()
        .asString()
        .startsWith("folder/primary-development.drl:" + message);
  }
}
