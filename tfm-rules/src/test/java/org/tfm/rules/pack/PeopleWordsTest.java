package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.MoreCollectors;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Requirement;
import org.tfm.rules.book.PolicyBook;

/** The words of rules about people, with the messages for misuse of each word. */
class PeopleWordsTest {

  private static PackFiles files(String must) {
    return SmallPacks.files(
        SmallPacks.PUBLISHER,
        SmallPacks.PACKAGE + SmallPacks.rule("a", "terms.commitment(\"a\").must(" + must + ");"));
  }

  private static String sentence(String must) {
    PolicyBook book = PolicyBook.builder().files(files(must)).build();
    return book
        .terms(Offering.of("river-hub", "primary-development", AcademicYear.startingIn(2022)))
        .terms()
        .stream()
        .map(term -> ((Requirement) term).sentence())
        .collect(MoreCollectors.onlyElement());
  }

  private static List<String> messages(String must) {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> PolicyBook.builder().files(files(must)).build());
    assertThat(refused).as(must).isNotNull();
    return refused.problems().stream().map(Problem::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          leadParticipants().where(teacher().isConfirmed()).isAtLeast(2) | At least 2 lead participants must be teachers.
          leadParticipants().where(roles().includesAny(TEACHING_ASSISTANT)).isAtMost(1) | At most one lead participant may be a teaching assistant.
          leadParticipants().where(roles().includesAny(TEACHING_ASSISTANT)).isAtMost(2) | At most 2 lead participants may be teaching assistants.
          leadParticipants().where(roles().includesAny(TEACHING_ASSISTANT)).isExactly(0) | No lead participant may be a teaching assistant.
          leadParticipants().where(roles().includesAny(MATHS_LEAD)).isExactly(1) | Exactly one lead participant must be the maths lead.
          leadParticipants().where(teacher().isConfirmed()).isBetween(1, 2) | 1 or 2 lead participants must be teachers.
          leadParticipants().where(teacher().isConfirmed()).isBetween(0, 2) | At most 2 lead participants may be teachers.
          """)
  void aRuleCountsPeople(String must, String sentence) {
    assertThat(sentence(must)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          everyLeadParticipant(yearGroups().includesAny(RECEPTION, YEAR_1, YEAR_2)) | Each lead participant must teach Reception, Year 1 or Year 2.
          someLeadParticipant(yearGroups().includesAll(YEAR_4, YEAR_5)) | At least one lead participant must teach Year 4 and Year 5.
          leadParticipants().where(yearGroups().includesAny(RECEPTION)).isAtLeast(2) | At least 2 lead participants must teach Reception.
          everyLeadParticipant(careerStage().in(EARLY_CAREER_YEAR_1, EARLY_CAREER_YEAR_2)) | Each lead participant must be a first-year early career teacher or a second-year early career teacher.
          everyLeadParticipant(careerStage().is(LATER_CAREER)) | Each lead participant must be past the early career years.
          leadParticipants().where(careerStage().is(EARLY_CAREER_YEAR_1)).isAtMost(2) | At most 2 lead participants may be first-year early career teachers.
          everyLeadParticipant(not(mathsSpecialist().isConfirmed())) | No lead participant may have trained as a specialist maths teacher.
          everyLeadParticipant(not(partTime().isConfirmed())) | No lead participant may work part time.
          leadParticipants().where(partTime().isConfirmed()).isAtMost(2) | At most 2 lead participants may work part time.
          everyLeadParticipant(teachesMaths().isConfirmed()) | Each lead participant must teach maths.
          leadParticipants().where(teachesMaths().isConfirmed()).isAtLeast(2) | At least 2 lead participants must teach maths.
          someLeadParticipant(subjects().includesAny(SCIENCE)) | At least one lead participant must teach science.
          everyLeadParticipant(subjects().includesAny(MATHS, SCIENCE)) | Each lead participant must teach maths or science.
          someLeadParticipant(yearGroupsTaught().includesAll(YEAR_6, YEAR_7)) | At least one lead participant must have taught Year 6 and Year 7.
          everyLeadParticipant(not(qualifications().includesAny(TRAINING_IN_MATHS))) | No lead participant may have training in maths.
          someLeadParticipant(roles().includesAny(SPECIALIST_LEADER, CONSULTANT, WORK_GROUP_LEAD)) | At least one lead participant must be a specialist leader of education, a consultant or a lead of Work Groups.
          everyLeadParticipant(supportsMaths().isConfirmed()) | Each lead participant must support the teaching of maths.
          everyLeadParticipant(releaseOutsideMeetings().isAtLeast(halfDays(2))) | Each lead participant must be released for at least 1 day in addition to the meetings.
          someLeadParticipant(releaseOutsideMeetings().isAtMost(days(2.5))) | At least one lead participant must be released for at most 2.5 days in addition to the meetings.
          everyLeadParticipant(qualifications().includesAny(QUALIFIED_TEACHER_STATUS)) | Each lead participant must have qualified teacher status.
          everyLeadParticipant(not(qualifications().includesAny(MATHS_TEACHER_TRAINING, MATHS_DEGREE))) | No lead participant may have initial teacher training in maths or a degree in maths.
          someLeadParticipant(qualifications().includesAny(ACCREDITED_SPECIALIST)) | At least one lead participant must have accreditation as a Mastery Specialist.
          everyLeadParticipant(yearsInRole().isAtMost(2)) | Each lead participant must have been in the present role for at most 2 years.
          everyLeadParticipant(yearsInRole().isAtLeast(1)) | Each lead participant must have been in the present role for at least 1 year.
          everyLeadParticipant(yearsInPhase().isAtMost(1)) | Each lead participant must have taught in the present phase for at most 1 year.
          everyLeadParticipant(ownParticipation().includesAny("primary-readiness")) | Each lead participant must have taken part in Primary Mastery Readiness.
          someLeadParticipant(allOf(teacher().isConfirmed(), yearGroups().includesAny(RECEPTION))) | At least one lead participant must be a teacher and teach Reception.
          participationThisYear().includesAny("primary-sustaining") | The school must take part in Primary Mastery Sustaining in the same year.
          participationThisYear().includesAll("primary-sustaining", "mastering-number") | The school must take part in Primary Mastery Sustaining and Mastering Number in the same year.
          not(participationThisYear().includesAny("primary-sustaining")) | The school must not take part in Primary Mastery Sustaining in the same year.
          someLeadParticipant(roles().includesAny(TEACHER_TRAINER)) | At least one lead participant must be a tutor in teacher training.
          leadParticipants().where(roles().includesAny(SYSTEM_LEADER)).isAtLeast(2) | At least 2 lead participants must be leaders working with several schools.
          leadParticipants().where(roles().includesAny(TEACHER_TRAINER, SYSTEM_LEADER)).isExactly(0) | No lead participant may be a tutor in teacher training or a leader working with several schools.
          someLeadParticipant(roles().includesAny(DEPUTY_HEADTEACHER, PHASE_LEADER)) | At least one lead participant must be a deputy headteacher or a phase leader.
          """)
  void aRuleAsksAboutAPerson(String must, String sentence) {
    assertThat(sentence(must)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          leadParticipants().where(teacher().isConfirmed()) | 8:27: `must` does not take a count without a comparison. Expected a criterion
          leadParticipants().where(teacher()).isAtLeast(1) | 8:51: `where` does not take a fact without a comparison. Expected a criterion
          leadParticipants().where(teacher().isConfirmed()).isAtLeast(days(1)) | 8:82: `isAtLeast` does not take a time such as `days(10)`. Expected a whole number
          leadParticipants().where(teacher().isConfirmed()).isConfirmed() | 8:82: unexpected word `isConfirmed`. Expected one of `isAtLeast`, `isAtMost`, `isBetween`, `isExactly`
          leadParticipants().where().isAtLeast(1) | 8:51: the brackets of `where` are empty. Expected a criterion
          where(teacher().isConfirmed()).isAtLeast(1) | 8:32: unknown word `where`
          phase().where(teacher().isConfirmed()).isAtLeast(1) | 2: in the rule `a`, `phase()` is not a list; expected `leadParticipants().where(…)`, `schools().where(…)` or `sessions().where(…)`
          leadParticipants().where(teacher().isConfirmed()).isAtLeast(0) | 2: in the rule `a`, `0` is not a number of members; expected 1 to 1000
          leadParticipants().where(teacher().isConfirmed()).isBetween(3, 2) | 2: in the rule `a`, no number is at least 3 and at most 2
          leadParticipants().where(yearsTeaching().isUnstated()).isAtLeast(1) | 2: in the rule `a`, the lead participants are counted by a condition that is left to the hub, or has no figure
          yearGroups().includesAny(YEAR_4) | 2: in the rule `a`, the term `a` asks for the year groups; an application records that for each lead participant. Ask it inside `everyLeadParticipant` or `someLeadParticipant`
          careerStage().is(LATER_CAREER) | 2: in the rule `a`, the term `a` asks for the stage of the career; an application records that for each lead participant. Ask it inside `everyLeadParticipant` or `someLeadParticipant`
          ownParticipation().includesAny("primary-readiness") | 2: in the rule `a`, the term `a` asks for the work groups that the person has taken part in; an application records that for each lead participant. Ask it inside `everyLeadParticipant` or `someLeadParticipant`
          everyLeadParticipant(yearGroups().is(YEAR_4)) | 2: in the rule `a`, `yearGroups()` is a list; expected `includesAny` or `includesAll`
          everyLeadParticipant(yearGroups().includesAny(YEAR_14)) | 8:78: unknown word `YEAR_14`. Maybe `YEAR_1` or `YEAR_10` or `YEAR_11`?
          everyLeadParticipant(yearGroups().includesAny(MATHS_LEAD)) | 2: in the rule `a`, `MATHS_LEAD` is not a choice of `yearGroups()`
          everyLeadParticipant(careerStage().includesAny(LATER_CAREER)) | 2: in the rule `a`, `careerStage()` is one word; expected `is` or `in`
          everyLeadParticipant(careerStage().isAtLeast(2)) | 2: in the rule `a`, `careerStage()` is one word; expected `is` or `in`
          everyLeadParticipant(mathsSpecialist().is(MATHS_LEAD)) | 2: in the rule `a`, `mathsSpecialist()` is answered with yes or no; expected `isConfirmed`
          everyLeadParticipant(subjects().includesAny(YEAR_4)) | 2: in the rule `a`, `YEAR_4` is not a choice of `subjects()`
          supportsMaths().isConfirmed() | 2: in the rule `a`, the term `a` asks whether the person supports the teaching of maths; an application records that for each lead participant. Ask it inside `everyLeadParticipant` or `someLeadParticipant`
          everyLeadParticipant(releaseOutsideMeetings().isAtLeast(2)) | 2: in the rule `a`, `releaseOutsideMeetings()` is a time, so `2` needs a unit; expected `days(2)` or `halfDays(2)`
          everyLeadParticipant(partTime()) | 8:32: `everyLeadParticipant` does not take a fact without a comparison. Expected a criterion
          everyLeadParticipant(ownParticipation().isConfirmed()) | 2: in the rule `a`, `ownParticipation()` is a list; expected `includesAny` or `includesAll`
          everyLeadParticipant(ownParticipation()) | 8:32: `everyLeadParticipant` does not take a fact without a comparison. Expected a criterion
          leadParticipants().where(leadParticipants().isAtLeast(1)).isAtLeast(1) | 2: in the rule `a`, the term `a` asks for the number of lead participants; an application does not record that for each lead participant. Ask it outside `everyLeadParticipant` and `someLeadParticipant`
          """)
  void aMistakeIsNamed(String must, String message) {
    assertThat(messages(must)).containsExactly("folder/primary-development.drl:" + message);
  }
}
