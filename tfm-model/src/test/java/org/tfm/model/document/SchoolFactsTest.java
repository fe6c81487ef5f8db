package org.tfm.model.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.Policies;
import org.tfm.model.advice.Obstacle;
import org.tfm.model.advice.Question;
import org.tfm.model.advice.Questionnaire;
import org.tfm.model.advice.WhatWouldChange;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Truth;
import org.tfm.model.criterion.Within;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.school.OfstedGrade;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;

/** The facts of a school that its register gives: read, compared, asked for and never changed. */
class SchoolFactsTest {

  private static final String SCHOOL =
      "{\"urn\":900001,\"localAuthority\":\"Example Shire\",\"district\":\"Example Vale\","
          + "\"region\":\"North West\",\"lowestAge\":3,\"highestAge\":11,"
          + "\"trust\":\"Example Trust\",\"nurseryProvision\":true,\"freeMealShare\":12.5,"
          + "\"pupils\":80,\"ofsted\":\"REQUIRES_IMPROVEMENT\"}";

  private static final Criterion AT_MOST_80 =
      new Within(Facts.PUPILS, Optional.empty(), Optional.of(BigDecimal.valueOf(80)));

  private static Application application(School school) {
    return Policies.application().school(school).build();
  }

  private static School.Builder school() {
    return School.builder().urn(900_001);
  }

  private static String read(School school, Fact fact) {
    return DocumentEvidence.of(application(school))
        .find(fact)
        .map(value -> value.text(fact))
        .orElse("-");
  }

  private static Terms terms(TermsLookup policy, Document document) {
    return policy.terms(document.offering(), document.schoolKind());
  }

  private static Truth truth(School school, Criterion criterion) {
    return criterion.evaluate(DocumentEvidence.of(application(school))).truth();
  }

  private static OneOf in(Fact fact, String... names) {
    return new OneOf(fact, ImmutableSet.copyOf(names));
  }

  private static Includes hasYear(YearGroup year) {
    return new Includes(Facts.SCHOOL_YEARS, ImmutableSet.of(year.name()), false);
  }

  @Test
  void eachFactIsReadFromItsPlace() {
    School school = TfmJson.read(SCHOOL, School.class);
    assertThat(read(school, Facts.LOCAL_AUTHORITY)).isEqualTo("Example Shire");
    assertThat(read(school, Facts.DISTRICT)).isEqualTo("Example Vale");
    assertThat(read(school, Facts.REGION)).isEqualTo("North West");
    assertThat(read(school, Facts.TRUST)).isEqualTo("Example Trust");
    assertThat(read(school, Facts.LOWEST_AGE)).isEqualTo("3 years");
    assertThat(read(school, Facts.HIGHEST_AGE)).isEqualTo("11 years");
    assertThat(read(school, Facts.NURSERY_PROVISION)).isEqualTo("yes");
    assertThat(read(school, Facts.FREE_MEAL_SHARE)).isEqualTo("12.5%");
    assertThat(read(school, Facts.PUPILS)).isEqualTo("80 pupils");
    assertThat(read(school, Facts.OFSTED_GRADE)).isEqualTo("requires improvement");
    assertThat(read(school, Facts.SCHOOL_YEARS))
        .isEqualTo("a nursery class, Reception and Years 1 to 6");
    assertThat(TfmJson.write(school)).isEqualTo(SCHOOL);
  }

  @Test
  void absentIsUnknownAndIsNotWritten() {
    School school = school().build();
    for (Fact fact :
        ImmutableList.of(
            Facts.LOCAL_AUTHORITY,
            Facts.DISTRICT,
            Facts.REGION,
            Facts.TRUST,
            Facts.LOWEST_AGE,
            Facts.HIGHEST_AGE,
            Facts.SCHOOL_YEARS,
            Facts.NURSERY_PROVISION,
            Facts.FREE_MEAL_SHARE,
            Facts.PUPILS,
            Facts.OFSTED_GRADE)) {
      assertThat(read(school, fact)).isEqualTo("-");
    }
    assertThat(truth(school, in(Facts.LOCAL_AUTHORITY, "Cumbria"))).isEqualTo(Truth.UNKNOWN);
    assertThat(truth(school, in(Facts.OFSTED_GRADE, "GOOD"))).isEqualTo(Truth.UNKNOWN);
    assertThat(truth(school, new Not(in(Facts.OFSTED_GRADE, "GOOD")))).isEqualTo(Truth.UNKNOWN);
    assertThat(truth(school, AT_MOST_80)).isEqualTo(Truth.UNKNOWN);
    assertThat(TfmJson.write(school)).isEqualTo("{\"urn\":900001}");
  }

  @Test
  void aBlankNameIsUnknown() {
    School school = school().localAuthority(" \u00a0").build();
    assertThat(truth(school, in(Facts.LOCAL_AUTHORITY, "Cumbria"))).isEqualTo(Truth.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Cumbria | Cumbria | TRUE
          cumbria | CUMBRIA | TRUE
          Tyne & Wear | Tyne and  Wear | TRUE
          Tyne&Wear | TYNE AND WEAR | TRUE
          King\u2019s Lynn | King's Lynn | TRUE
          Cumbria | Cumbria West | FALSE
          Sandwell | Sand well | FALSE
          """)
  void namesAreComparedAsPeopleWriteThem(String given, String asked, Truth expected) {
    School school = school().localAuthority(given.replace("\\u2019", "\u2019")).build();
    assertThat(truth(school, in(Facts.LOCAL_AUTHORITY, "Elsewhere", asked))).isEqualTo(expected);
  }

  @Test
  void oneNameImpliesAListWithIt() {
    Criterion one = in(Facts.REGION, "north west");
    Criterion two = in(Facts.REGION, "London", "North West");
    assertThat(one.implies(two)).isTrue();
    assertThat(two.implies(one)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          4, 11, YEAR_6, TRUE
          4, 10, YEAR_6, FALSE
          4, 11, YEAR_7, FALSE
          4, 11, RECEPTION, TRUE
          5, 11, RECEPTION, FALSE
          5, 11, YEAR_1, TRUE
          6, 11, YEAR_1, FALSE
          3, 11, NURSERY_CLASS, TRUE
          4, 11, NURSERY_CLASS, FALSE
          11, 18, YEAR_13, TRUE
          11, 17, YEAR_13, FALSE
          11, 16, YEAR_11, TRUE
          """)
  void yearGroupsFollowFromTheAges(int lowest, int highest, YearGroup year, Truth expected) {
    School school = school().lowestAge(lowest).highestAge(highest).build();
    assertThat(truth(school, hasYear(year))).isEqualTo(expected);
  }

  @Test
  void oneAgeDoesNotSayWhichYearGroupsThereAre() {
    assertThat(truth(school().lowestAge(4).build(), hasYear(YearGroup.YEAR_4)))
        .isEqualTo(Truth.UNKNOWN);
    assertThat(truth(school().highestAge(11).build(), hasYear(YearGroup.YEAR_4)))
        .isEqualTo(Truth.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"24.99, FALSE", "25, TRUE", "25.01, TRUE"})
  void aPercentageIsComparedExactly(BigDecimal share, Truth expected) {
    assertThat(
            truth(
                school().freeMealShare(share).build(),
                new Within(
                    Facts.FREE_MEAL_SHARE, Optional.of(BigDecimal.valueOf(25)), Optional.empty())))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, TRUE", "79, TRUE", "80, TRUE", "81, FALSE", "99999, FALSE"})
  void aNumberOfPupilsIsComparedWithABound(int pupils, Truth expected) {
    assertThat(truth(school().pupils(pupils).build(), AT_MOST_80)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "OUTSTANDING, FALSE",
    "GOOD, FALSE",
    "REQUIRES_IMPROVEMENT, TRUE",
    "INADEQUATE, TRUE"
  })
  void aGradeIsComparedWithSomeGrades(OfstedGrade grade, Truth expected) {
    assertThat(
            truth(
                school().ofsted(grade).build(),
                in(Facts.OFSTED_GRADE, "REQUIRES_IMPROVEMENT", "INADEQUATE")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"urn": 900001, "pupils": -1} | `pupils` (line 1): `-1` is not a number of pupils; expected 0 to 99,999
          {"urn": 900001, "pupils": 100000} | `pupils` (line 1): `100000` is not a number of pupils; expected 0 to 99,999
          {"urn": 900001, "pupils": 80.5} | `pupils` (line 1): expected a whole number
          {"urn": 900001, "pupils": "80"} | `pupils` (line 1): expected a whole number
          {"urn": 900001, "ofsted": "good"} | `ofsted` (line 1): `good` is not a known value. Maybe `GOOD`?
          {"urn": 900001, "ofsted": "RI"} | `ofsted` (line 1): `…` is not a known value. Expected one of `OUTSTANDING`, `GOOD`, `REQUIRES_IMPROVEMENT`, `INADEQUATE`
          {"urn": 900001, "lowestAge": -1} | `lowestAge` (line 1): `-1` is not an age; expected 0 to 99
          {"urn": 900001, "highestAge": 100} | `highestAge` (line 1): `100` is not an age; expected 0 to 99
          {"urn": 900001, "lowestAge": 11, "highestAge": 4} | `highestAge` (line 1): `4` is below the lowest age, `11`
          {"urn": 900001, "lowestAge": "4"} | `lowestAge` (line 1): expected a whole number
          {"urn": 900001, "freeMealShare": 100.5} | `freeMealShare` (line 1): `100.5` per cent; expected 0 to 100 with at most two decimal places
          {"urn": 900001, "freeMealShare": 1.234} | `freeMealShare` (line 1): `1.234` per cent; expected 0 to 100 with at most two decimal places
          {"urn": 900001, "freeMealShare": "12%"} | `freeMealShare` (line 1): expected a number
          {"urn": 900001, "nurseryProvision": "yes"} | `nurseryProvision` (line 1): expected `true` or `false`
          {"urn": 900001, "region": 5} | `region` (line 1): expected a text
          {"urn": 900001, "localAuthorty": "x"} | `localAuthorty` (line 1): unknown key. Maybe `localAuthority`?
          """)
  void anotherFormIsRefused(String json, String message) {
    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> TfmJson.read(json, School.class));
    assertThat(refused).as(json).isNotNull();
    assertThat(refused.problems().stream().map(Problem::toString)).containsExactly(message);
  }

  @Test
  void everyHubThatIsNoIdIsNamedAtItsPlace() {
    String json = "{\"urn\": 900001, \"hubs\": [\"\", \"mobius\", \"A B\", \"bbo\", \"\"]}";
    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> TfmJson.read(json, School.class));
    assertThat(refused.problems())
        .extracting(problem -> problem.pointer().orElse(""))
        .containsExactly("/hubs/0", "/hubs/2", "/hubs/4");
  }

  @Test
  void equalPercentagesAreEqual() {
    assertThat(school().freeMealShare(new BigDecimal("25.00")).build())
        .isEqualTo(school().freeMealShare(new BigDecimal("25")).build());
  }

  @Test
  void theAgesAreAskedForUntilTheYearGroupsAreKnown() {
    TermsLookup policy =
        TermsLookup.always(
            Policies.terms(Policies.must("years", Aspect.ELIGIBILITY, hasYear(YearGroup.YEAR_4))));
    Application start = application(school().build());
    Question first = Questionnaire.next(policy, start).orElseThrow();
    assertThat(first.pointer()).isEqualTo("/school/lowestAge");
    assertThat(first.text()).isEqualTo("How old are the school's youngest pupils?");
    assertThat(first.expected()).isEqualTo("a number of years");
    Application next = first.answer(start, 4);
    Question second = Questionnaire.next(policy, next).orElseThrow();
    assertThat(second.pointer()).isEqualTo("/school/highestAge");
    Application last = second.answer(next, 11);
    assertThat(Questionnaire.next(policy, last)).isEmpty();
    assertThat(truth(last.school(), hasYear(YearGroup.YEAR_4))).isEqualTo(Truth.TRUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"per cent", "percent", "%"})
  void aPercentageIsAskedForByItsName(String unit) {
    Fact share = Fact.number("share", "the share", "What is the share?", unit, "answers.share");
    Criterion half = new Within(share, Optional.of(BigDecimal.valueOf(50)), Optional.empty());
    TermsLookup policy =
        TermsLookup.always(Policies.terms(Policies.must("share", Aspect.ELIGIBILITY, half)));
    Question question = Questionnaire.next(policy, application(school().build())).orElseThrow();
    assertThat(question.expected()).isEqualTo("a percentage");
  }

  @Test
  void aNameIsAnsweredAsPeopleWriteIt() {
    TermsLookup policy =
        TermsLookup.always(
            Policies.terms(
                Policies.must(
                    "area", Aspect.ELIGIBILITY, in(Facts.LOCAL_AUTHORITY, "Tyne and Wear"))));
    Application start = application(school().build());
    Question question = Questionnaire.next(policy, start).orElseThrow();
    assertThat(question.text()).isEqualTo("Which local authority is the school in?");
    assertThat(question.expected()).isEqualTo("a name");
    Application answered = question.answer(start, "tyne & wear");
    assertThat(answered.school().localAuthority()).contains("tyne & wear");
    assertThat(terms(policy, answered).assess(answered).findings().get(0).sentence())
        .isEqualTo("The school is in tyne & wear.");
  }

  @Test
  void theGradeAndTheNumberOfPupilsAreAskedForAndKept() {
    TermsLookup policy =
        TermsLookup.always(
            Policies.terms(
                Policies.must("grade", Aspect.ELIGIBILITY, in(Facts.OFSTED_GRADE, "GOOD")),
                Policies.must("size", Aspect.ELIGIBILITY, AT_MOST_80)));
    Application start = application(school().build());
    Question grade = Questionnaire.next(policy, start).orElseThrow();
    assertThat(grade.pointer()).isEqualTo("/school/ofsted");
    assertThat(grade.text()).isEqualTo("What is the school's latest overall Ofsted grade?");
    assertThat(grade.expected())
        .isEqualTo("one of these: outstanding, good, requires improvement or inadequate");
    Application next = grade.answer(start, "GOOD");
    Question size = Questionnaire.next(policy, next).orElseThrow();
    assertThat(size.pointer()).isEqualTo("/school/pupils");
    assertThat(size.text()).isEqualTo("How many pupils does the school have?");
    assertThat(size.expected()).isEqualTo("a number of pupils");
    Application last = size.answer(next, 80);
    assertThat(last.school().ofsted()).contains(OfstedGrade.GOOD);
    assertThat(last.school().pupils()).contains(80);
    assertThat(terms(policy, last).assess(last).findings())
        .extracting(Finding::sentence)
        .containsExactly(
            "The school is graded good by Ofsted.",
            "The school has 80 pupils (needed: at most 80 pupils).");
  }

  @Test
  void aSchoolCannotChangeItsGradeOrItsNumberOfPupils() {
    for (Criterion criterion : ImmutableList.of(in(Facts.OFSTED_GRADE, "GOOD"), AT_MOST_80)) {
      TermsLookup policy =
          TermsLookup.always(Policies.terms(Policies.must("a", Aspect.ELIGIBILITY, criterion)));
      School school = school().ofsted(OfstedGrade.INADEQUATE).pupils(81).build();
      WhatWouldChange changes = WhatWouldChange.of(policy, application(school));
      assertThat(changes.ways()).isEmpty();
      assertThat(changes.obstacles())
          .extracting(Obstacle::reason)
          .containsExactly(Obstacle.Reason.FIXED);
    }
  }

  private static School graded(int urn, OfstedGrade grade) {
    return School.builder().urn(urn).ofsted(grade).build();
  }

  @ParameterizedTest
  @CsvSource({
    "GOOD, INADEQUATE, school 2 is graded inadequate by Ofsted.",
    "INADEQUATE, INADEQUATE, schools 1 and 2 are each graded inadequate by Ofsted."
  })
  void aSchoolOfAGroupIsNamedWithItsGrade(OfstedGrade one, OfstedGrade two, String sentence) {
    Criterion each = new ForMembers(Members.SCHOOLS, true, in(Facts.OFSTED_GRADE, "GOOD"));
    TermsLookup policy =
        TermsLookup.always(Policies.terms(Policies.must("grade", Aspect.GROUP, each)));
    WorkGroup group =
        WorkGroup.builder()
            .offering(Policies.OFFERING)
            .schools(ImmutableList.of(graded(900_001, one), graded(900_002, two)))
            .build();
    assertThat(terms(policy, group).assess(group).findings().get(0).sentence())
        .isEqualTo("Each school must be graded good by Ofsted; " + sentence);
  }

  @Test
  void aSchoolCannotChangeItsArea() {
    Criterion area = in(Facts.LOCAL_AUTHORITY, "Example Shire");
    TermsLookup policy =
        TermsLookup.always(Policies.terms(Policies.must("area", Aspect.ELIGIBILITY, area)));
    WhatWouldChange changes =
        WhatWouldChange.of(policy, application(school().localAuthority("Elsewhere").build()));
    assertThat(changes.ways()).isEmpty();
    assertThat(changes.obstacles().stream().map(Obstacle::reason))
        .containsExactly(Obstacle.Reason.FIXED);
  }

  @Test
  void yearGroupsThatAreNotKnownDoNotPreventAYes() {
    TermsLookup policy =
        TermsLookup.always(
            Policies.terms(Policies.must("years", Aspect.ELIGIBILITY, hasYear(YearGroup.YEAR_4))));
    assertThat(WhatWouldChange.of(policy, application(school().build())).obstacles())
        .extracting(Obstacle::sentence)
        .containsExactly(
            "The school must have Year 4. This is not known yet. Answer the open questions"
                + " first.");
    School closedAtSeven = school().lowestAge(4).highestAge(7).build();
    assertThat(WhatWouldChange.of(policy, application(closedAtSeven)).obstacles())
        .extracting(Obstacle::reason)
        .containsExactly(Obstacle.Reason.FIXED);
  }

  @Test
  void aGroupCanChooseAnotherSchool() {
    Criterion each = new ForMembers(Members.SCHOOLS, true, hasYear(YearGroup.YEAR_4));
    TermsLookup policy =
        TermsLookup.always(Policies.terms(Policies.must("years", Aspect.GROUP, each)));
    WorkGroup group =
        WorkGroup.builder()
            .offering(Policies.OFFERING)
            .schools(ImmutableList.of(school().lowestAge(11).highestAge(16).build()))
            .build();
    assertThat(terms(policy, group).assess(group).findings().get(0).sentence())
        .isEqualTo("Each school must have Year 4; school 1 has Years 7 to 11.");
    WhatWouldChange changes = WhatWouldChange.of(policy, group);
    assertThat(Policies.said(changes.ways().get(0)))
        .containsExactly("School 1's youngest pupils are 8 years old (now: 11 years).");
  }
}
