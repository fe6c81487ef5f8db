package org.tfm.model.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.Policies;
import org.tfm.model.advice.Question;
import org.tfm.model.advice.Questionnaire;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.term.Aspect;

/** The further facts of a person: read, written, asked for and left out of the JSON. */
class PersonFactsTest {

  private static final String PERSON =
      "{\"yearGroups\":[\"YEAR_5\",\"RECEPTION\"],\"yearGroupsTaught\":[\"YEAR_4\"],"
          + "\"subjects\":[\"MATHS\",\"SCIENCE\"],\"careerStage\":\"EARLY_CAREER_YEAR_2\","
          + "\"mathsSpecialist\":false,\"partTime\":true,\"teachesMaths\":true,"
          + "\"supportsMaths\":true,\"releaseDays\":5,\"releaseOutsideMeetings\":1.5,"
          + "\"qualifications\":[\"MATHS_DEGREE\",\"QUALIFIED_TEACHER_STATUS\"],"
          + "\"yearsInRole\":1.5,\"yearsInPhase\":0,"
          + "\"history\":[{\"type\":\"primary-readiness\",\"year\":\"2021/22\"},"
          + "{\"type\":\"primary-sustaining\",\"year\":\"2023/24\"}]}";

  private static Evidence evidence(Application application) {
    return DocumentEvidence.of(application).members(Members.LEAD_PARTICIPANTS).get(0);
  }

  private static Application application(LeadParticipant person) {
    return Policies.application().leadParticipants(ImmutableList.of(person)).build();
  }

  private static String read(LeadParticipant person, Fact fact) {
    return evidence(application(person)).find(fact).map(value -> value.text(fact)).orElse("-");
  }

  @Test
  void eachFactIsReadFromItsPlace() {
    LeadParticipant person = TfmJson.read(PERSON, LeadParticipant.class);
    assertThat(read(person, Facts.YEAR_GROUPS)).isEqualTo("Reception and Year 5");
    assertThat(read(person, Facts.YEAR_GROUPS_TAUGHT)).isEqualTo("Year 4");
    assertThat(read(person, Facts.SUBJECTS)).isEqualTo("maths and science");
    assertThat(read(person, Facts.CAREER_STAGE)).isEqualTo("a second-year early career teacher");
    assertThat(read(person, Facts.MATHS_SPECIALIST)).isEqualTo("no");
    assertThat(read(person, Facts.PART_TIME)).isEqualTo("yes");
    assertThat(read(person, Facts.TEACHES_MATHS)).isEqualTo("yes");
    assertThat(read(person, Facts.SUPPORTS_MATHS)).isEqualTo("yes");
    assertThat(read(person, Facts.RELEASE_OUTSIDE_MEETINGS)).isEqualTo("1.5 days");
    assertThat(read(person, Facts.QUALIFICATIONS))
        .isEqualTo("qualified teacher status and a degree in maths");
    assertThat(read(person, Facts.YEARS_IN_ROLE)).isEqualTo("1.5 years");
    assertThat(read(person, Facts.YEARS_IN_PHASE)).isEqualTo("0 years");
    assertThat(TfmJson.read(TfmJson.write(person), LeadParticipant.class)).isEqualTo(person);
  }

  @Test
  void aWorkGroupAfterTheYearAppliedForDoesNotCount() {
    LeadParticipant person = TfmJson.read(PERSON, LeadParticipant.class);
    assertThat(Policies.OFFERING.year()).isEqualTo(AcademicYear.parse("2022/23"));
    assertThat(evidence(application(person)).find(Facts.OWN_PARTICIPATION))
        .contains(new Value.Words(ImmutableSet.of("primary-readiness")));
  }

  @Test
  void theSubjectsSayWhetherAPersonTeachesMaths() {
    LeadParticipant.Builder person = LeadParticipant.builder();
    assertThat(read(person.build(), Facts.TEACHES_MATHS)).isEqualTo("-");
    assertThat(
            read(
                person.subjects(ImmutableSet.of(TaughtSubject.SCIENCE)).build(),
                Facts.TEACHES_MATHS))
        .isEqualTo("no");
    assertThat(
            read(
                person.subjects(ImmutableSet.of(TaughtSubject.MATHS)).build(), Facts.TEACHES_MATHS))
        .isEqualTo("yes");
  }

  @Test
  void absentIsUnknownAndEmptyIsNone() {
    LeadParticipant nobody = LeadParticipant.builder().build();
    LeadParticipant none =
        LeadParticipant.builder().yearGroups(ImmutableSet.of()).history(ImmutableList.of()).build();
    for (Fact fact :
        ImmutableList.of(
            Facts.YEAR_GROUPS,
            Facts.YEAR_GROUPS_TAUGHT,
            Facts.SUBJECTS,
            Facts.CAREER_STAGE,
            Facts.MATHS_SPECIALIST,
            Facts.PART_TIME,
            Facts.TEACHES_MATHS,
            Facts.SUPPORTS_MATHS,
            Facts.RELEASE_OUTSIDE_MEETINGS,
            Facts.QUALIFICATIONS,
            Facts.YEARS_IN_ROLE,
            Facts.YEARS_IN_PHASE,
            Facts.OWN_PARTICIPATION)) {
      assertThat(read(nobody, fact)).isEqualTo("-");
    }
    assertThat(read(none, Facts.YEAR_GROUPS)).isEqualTo("none");
    assertThat(read(none, Facts.OWN_PARTICIPATION)).isEqualTo("none");
    assertThat(TfmJson.write(nobody)).isEqualTo("{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"yearGroups": ["YEAR_14"]} | `yearGroups[0]` (line 1): `YEAR_14` is not a known value. Maybe `YEAR_1` or `YEAR_10` or `YEAR_11`?
          {"yearGroups": "YEAR_1"} | `yearGroups` (line 1): expected a list
          {"yearGroups": [4]} | `yearGroups[0]` (line 1): expected a text
          {"subjects": ["PHYSICS"]} | `subjects[0]` (line 1): `…` is not a known value
          {"subjects": ["SCIENCE"], "teachesMaths": true} | `subjects` (line 1): `subjects` leaves out maths, but `teachesMaths` is `true`
          {"subjects": ["MATHS"], "teachesMaths": false} | `subjects` (line 1): `subjects` includes maths, but `teachesMaths` is `false`
          {"careerStage": 2} | `careerStage` (line 1): expected a text
          {"careerStage": "EARLY_CAREER_YEAR_4"} | `careerStage` (line 1): `EARLY_CAREER_YEAR_4` is not a known value. Maybe `EARLY_CAREER_YEAR_1` or `EARLY_CAREER_YEAR_2` or `EARLY_CAREER_YEAR_3`?
          {"mathsSpecialist": "yes"} | `mathsSpecialist` (line 1): expected `true` or `false`
          {"partTime": 1} | `partTime` (line 1): expected `true` or `false`
          {"teachesMaths": "yes"} | `teachesMaths` (line 1): expected `true` or `false`
          {"supportsMaths": 0} | `supportsMaths` (line 1): expected `true` or `false`
          {"releaseOutsideMeetings": 0.3} | `releaseOutsideMeetings` (line 1): `0.3` days is not a whole number of half-days
          {"releaseDays": 2, "releaseOutsideMeetings": 2.5} | `releaseOutsideMeetings` (line 1): `2.5` days are more than `releaseDays`, which is `2`
          {"qualifications": ["MATHS_DEGRE"]} | `qualifications[0]` (line 1): `MATHS_DEGRE` is not a known value. Maybe `MATHS_DEGREE`?
          {"yearsInRole": -1} | `yearsInRole` (line 1): `-1` years; expected 0 to 80 with at most two decimal places
          {"yearsInPhase": 81} | `yearsInPhase` (line 1): `81` years; expected 0 to 80 with at most two decimal places
          {"history": {}} | `history` (line 1): expected a list
          {"history": [{"type": "x"}]} | `history[0].year`: missing
          {"histroy": []} | `histroy` (line 1): unknown key. Maybe `history`?
          """)
  void anotherFormIsRefused(String json, String message) {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> TfmJson.read(json, LeadParticipant.class));
    assertThat(refused).as(json).isNotNull();
    assertThat(refused.problems().stream().map(Problem::toString)).containsExactly(message);
  }

  @Test
  void aHistoryHasALimit() {
    Participation one =
        Participation.builder().type("a").year(AcademicYear.startingIn(2020)).build();
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> LeadParticipant.builder().history(Collections.nCopies(1_001, one)).build());
    assertThat(refused).hasMessage("history: 1001 entries; expected at most 1000");
  }

  @Test
  void theHistoryOfAPersonIsAskedForAndAnsweredThere() {
    Criterion before =
        new ForMembers(
            Members.LEAD_PARTICIPANTS,
            true,
            new Includes(Facts.OWN_PARTICIPATION, ImmutableSet.of("primary-readiness"), false));
    TermsLookup policy =
        TermsLookup.always(Policies.terms(Policies.must("before", Aspect.ELIGIBILITY, before)));
    Application application = application(LeadParticipant.builder().build());
    Question question = Questionnaire.next(policy, application).orElseThrow();
    assertThat(question.expected()).isEqualTo("the work groups, each with its type and year");
    assertThat(question.pointer()).isEqualTo("/leadParticipants/0/history");
    Participation readiness =
        Participation.builder()
            .type("primary-readiness")
            .year(AcademicYear.startingIn(2021))
            .build();
    Application answered = question.answer(application, ImmutableList.of(readiness));
    assertThat(answered.leadParticipants().orElseThrow().get(0).history())
        .contains(ImmutableList.of(readiness));
    assertThat(answered.history()).isEqualTo(application.history());
    assertThat(Questionnaire.next(policy, answered)).isEqualTo(Optional.empty());
    assertThat(
            catchThrowableOfType(
                InvalidInputException.class,
                () -> question.answer(application, "primary-readiness")))
        .hasMessageContaining("expected the work groups, each with its type and year");
  }
}
