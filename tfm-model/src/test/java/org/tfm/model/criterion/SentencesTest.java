package org.tfm.model.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tfm.model.criterion.Mood.IDEALLY;
import static org.tfm.model.criterion.Mood.IS;
import static org.tfm.model.criterion.Mood.MUST;
import static org.tfm.model.criterion.Mood.SHOULD;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;

class SentencesTest {

  private static final Criterion TEN_DAYS = within(Facts.COMBINED_RELEASE, "10", "");
  private static final Criterion PRIMARY = phase("PRIMARY");
  private static final Criterion STATE = new Confirmed(Facts.STATE_FUNDED);
  private static final Criterion PLAN = confirmed("action-plan");
  private static final Criterion BEFORE = before("primary-readiness");

  // One yes/no fact for each form of the verb, and one with an unknown verb.
  private static final Fact IS_SMALL =
      yesNo("small", "Is the school small?").said("the school", "is", "small");
  private static final Fact TAKES_PART =
      yesNo("part", "Does the school take part?").said("the school", "takes", "part");
  private static final Fact ANSWER =
      Fact.yesNo("late", "it came in late", "Is it late?", "answers.late");

  private static Fact yesNo(String id, String question) {
    return Fact.yesNo(id, question, question, "answers." + id);
  }

  private static Criterion phase(String... words) {
    return new OneOf(Facts.PHASE, ImmutableSet.copyOf(words));
  }

  private static Criterion before(String... types) {
    return new Includes(Facts.EARLIER_PARTICIPATION, ImmutableSet.copyOf(types), false);
  }

  private static Criterion confirmed(String answer) {
    return new Confirmed(Objects.requireNonNull(Facts.answers().get(answer)));
  }

  private static Criterion all(Criterion... parts) {
    return new AllOf(ImmutableList.copyOf(parts));
  }

  private static Criterion any(Criterion... parts) {
    return new AnyOf(ImmutableList.copyOf(parts));
  }

  private static Criterion each(Criterion criterion) {
    return new ForMembers(Members.LEAD_PARTICIPANTS, true, criterion);
  }

  private static Criterion one(Criterion criterion) {
    return new ForMembers(Members.LEAD_PARTICIPANTS, false, criterion);
  }

  private static Criterion within(Fact fact, String least, String most) {
    return new Within(fact, number(least), number(most));
  }

  private static Optional<BigDecimal> number(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty()).map(BigDecimal::new);
  }

  private static void says(Criterion criterion, Mood mood, String yes, String no) {
    assertThat(criterion.says(mood, false)).isEqualTo(yes);
    assertThat(criterion.says(mood, true)).isEqualTo(no);
    assertThat(new Not(criterion).says(mood, false)).isEqualTo(no);
    assertThat(new Not(criterion).says(mood, true)).isEqualTo(yes);
  }

  private static String must(Criterion criterion) {
    return criterion.says(MUST, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IS      | the school is small           | the school is not small
          MUST    | the school must be small      | the school must not be small
          SHOULD  | the school should be small    | the school should not be small
          IDEALLY | the school is ideally small   | the school is ideally not small
          """)
  void aVerbOfBeingInEveryMood(Mood mood, String yes, String no) {
    says(new Confirmed(IS_SMALL), mood, yes, no);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IS      | the school has an action plan         | the school does not have an action plan
          MUST    | the school must have an action plan   | the school must not have an action plan
          SHOULD  | the school should have an action plan | the school should not have an action plan
          IDEALLY | the school ideally has an action plan | the school ideally does not have an action plan
          """)
  void aVerbOfHavingInEveryMood(Mood mood, String yes, String no) {
    says(PLAN, mood, yes, no);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IS      | has taken part         | has not taken part
          MUST    | must have taken part   | must not have taken part
          SHOULD  | should have taken part | should not have taken part
          IDEALLY | has ideally taken part | has ideally not taken part
          """)
  void aPerfectVerbInEveryMood(Mood mood, String yes, String no) {
    says(
        BEFORE,
        mood,
        "the school " + yes + " in Primary Mastery Readiness before",
        "the school " + no + " in Primary Mastery Readiness before");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IS      | the school takes part         | the school does not take part
          MUST    | the school must take part     | the school must not take part
          SHOULD  | the school should take part   | the school should not take part
          IDEALLY | the school ideally takes part | the school ideally does not take part
          """)
  void aPresentVerbInEveryMood(Mood mood, String yes, String no) {
    says(new Confirmed(TAKES_PART), mood, yes, no);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IS      | are released for         | are not released for
          MUST    | must be released for     | must not be released for
          SHOULD  | should be released for   | should not be released for
          IDEALLY | are ideally released for | are ideally not released for
          """)
  void severalSubjects(Mood mood, String yes, String no) {
    says(
        TEN_DAYS,
        mood,
        "the lead participants " + yes + " at least 10 days between them",
        "the lead participants " + no + " at least 10 days between them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          have | plans for maths    | the teachers have plans for maths    | the teachers do not have plans for maths    | Do the teachers have plans for maths?
          take | part in training   | the teachers take part in training   | the teachers do not take part in training   | Do the teachers take part in training?
          have begun | to meet      | the teachers have begun to meet      | the teachers have not begun to meet         | Have the teachers begun to meet?
          are  | new                | the teachers are new                 | the teachers are not new                    | Are the teachers new?
          """)
  void severalSubjectsWithOtherVerbs(
      String verb, String complement, String yes, String no, String question) {
    Fact fact = yesNo("several", "Is it so?").said("the teachers", verb, complement);
    says(new Confirmed(fact), IS, yes, no);
    assertThat(fact.askedAsSaid().question()).isEqualTo(question);
    assertThat(fact.pronoun()).isEqualTo("they");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          carries  | carry
          teaches  | teach
          pushes   | push
          fixes    | fix
          goes     | go
          passes   | pass
          makes    | make
          """)
  void theInfinitiveOfAVerb(String verb, String infinitive) {
    Fact fact = yesNo("verb", "Is it so?").said("the school", verb, "it");
    says(
        new Confirmed(fact),
        MUST,
        "the school must " + infinitive + " it",
        "the school must not " + infinitive + " it");
    assertThat(fact.askedAsSaid().question()).isEqualTo("Does the school " + infinitive + " it?");
  }

  @Test
  void aQuestionIsAskedInTheWordsOfTheStatement() {
    assertThat(IS_SMALL.askedAsSaid().question()).isEqualTo("Is the school small?");
    assertThat(
            yesNo("done", "Is it so?")
                .said("the group", "has shown", "its plan")
                .askedAsSaid()
                .question())
        .isEqualTo("Has the group shown its plan?");
    assertThat(yesNo("bare", "Is it so?").said("the group", "meets", "").askedAsSaid().question())
        .isEqualTo("Does the group meet?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"was", "took", "had", "did", "must", "will be", "visited", "not is"})
  void aVerbInAnotherTenseIsRefused(String verb) {
    assertThatThrownBy(() -> new Phrase("the school", verb, "it"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "the verb `%s` is not in the present tense; expected a form such as `is`, `takes` or"
                + " `has taken`",
            verb);
  }

  @Test
  void aPhraseHasASubjectAndAVerb() {
    assertThat(new Phrase(" the school ", " is ", " ready "))
        .isEqualTo(new Phrase("the school", "is", "ready"));
    assertThatThrownBy(() -> new Phrase(" ", "is", "ready"))
        .hasMessage("a fact needs a subject and a verb");
    assertThatThrownBy(() -> new Phrase("the school", "", "ready"))
        .hasMessage("a fact needs a subject and a verb");
  }

  @Test
  void aStatementIsWhatIsSaidWithoutAMood() {
    assertThat(TEN_DAYS.says()).isEqualTo(TEN_DAYS.says(IS, false));
  }

  @Test
  void whatOneMemberMeetsTogetherIsNotToldApart() {
    Criterion online = new OneOf(Facts.SESSION_MODE, ImmutableSet.of("ONLINE"));
    Criterion longer = within(Facts.SESSION_HOURS, "3", "");
    Criterion shorter = within(Facts.SESSION_HOURS, "", "1");
    assertThat(must(all(of(false, all(online, longer)), of(false, all(online, shorter)))))
        .isEqualTo(
            """
            all of these must be true:
            • at least one session is online and lasts at least 3 hours
            • at least one session is online and lasts at most 1 hour""");
    assertThat(must(all(of(true, all(online, longer)), of(true, shorter))))
        .isEqualTo(
            "each session must be online, each session must last at least 3 hours and each"
                + " session must last at most 1 hour");
    assertThat(must(any(of(true, any(online, longer)), of(true, shorter))))
        .isEqualTo(
            "each session must be online or last at least 3 hours; or each session must last at"
                + " most 1 hour");
  }

  private static Criterion of(boolean every, Criterion criterion) {
    return new ForMembers(Members.SESSIONS, every, criterion);
  }

  @Test
  void theValueReplacesItsPlaceholder() {
    assertThat(must(new OneOf(Facts.COUNTRY, ImmutableSet.of("ENGLAND", "WALES"))))
        .isEqualTo("the school must be in England or Wales");
    assertThat(must(within(Facts.RELEASE_TAKEN, "10", "")))
        .isEqualTo("the lead participants must have taken at least 10 days of release time");
    assertThat(must(within(Facts.WORKSHOPS_ATTENDED, "6", "")))
        .isEqualTo("the school must have attended at least 6 workshops");
    assertThat(must(within(Facts.TEACHERS, "12", "")))
        .isEqualTo("the school must have at least 12 teachers of maths");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          6   | 7   | 6 or 7 schools
          6   | 12  | 6 to 12 schools
          2   | 2   | exactly 2 schools
          1   | 1   | exactly 1 school
          1   |     | at least 1 school
              | 8   | at most 8 schools
          """)
  void numbersOfThings(String least, String most, String schools) {
    Criterion criterion =
        within(
            Facts.SCHOOLS,
            Objects.requireNonNullElse(least, ""),
            Objects.requireNonNullElse(most, ""));
    says(criterion, MUST, "the group must have " + schools, "the group must not have " + schools);
  }

  @Test
  void amountsOfTimeGoOnBetweenTheBounds() {
    assertThat(must(each(within(Facts.RELEASE_DAYS, "0.5", ""))))
        .isEqualTo("each lead participant must be released for at least half a day");
    assertThat(must(each(within(Facts.RELEASE_DAYS, "1", "2"))))
        .isEqualTo("each lead participant must be released for 1 to 2 days");
    assertThat(must(each(within(Facts.RELEASE_DAYS, "", "4.50"))))
        .isEqualTo("each lead participant must be released for at most 4.5 days");
    assertThat(within(Facts.VISIT_HALF_DAYS, "2", "4").says(SHOULD, false))
        .isEqualTo("the school should have received 2 to 4 half-days of support visits");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IDEALLY | 2 | 2 | the group ideally has 2 schools
          IDEALLY | 2 | 3 | the group ideally has 2 or 3 schools
          SHOULD  | 2 | 2 | the group should have exactly 2 schools
          MUST    | 2 | 2 | the group must have exactly 2 schools
          """)
  void nothingIsIdeallyExactlyANumber(Mood mood, String least, String most, String says) {
    assertThat(within(Facts.SCHOOLS, least, most).says(mood, false)).isEqualTo(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.75 |      | at least 45 minutes
          1    |      | at least 1 hour
          1.25 |      | at least 1 hour 15 minutes
          1.5  |      | at least 1.5 hours
          5.75 |      | at least 5 hours 45 minutes
          1.33 |      | at least 1.33 hours
          1    | 1.5  | 1 to 1.5 hours
          1    | 1.75 | 1 hour to 1 hour 45 minutes
          0.75 | 1    | 45 minutes to 1 hour
               | 0.5  | at most half an hour
          """)
  void hoursThatAreNotHalvesAreInMinutes(String least, String most, String length) {
    assertThat(
            within(
                    Facts.SESSION_TIME_HOURS,
                    Objects.requireNonNullElse(least, ""),
                    Objects.requireNonNullElse(most, ""))
                .says(MUST, false))
        .isEqualTo("all sessions together must last " + length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"per cent", "percent", "%"})
  void aPercentageHasItsSign(String unit) {
    Fact share = Fact.number("share", "the share", "What is the share?", unit, "answers.share");
    assertThat(within(share, "25", "").says(MUST, false))
        .isEqualTo("the share must be at least 25%");
    assertThat(within(share, "0.5", "30").says(MUST, false))
        .isEqualTo("the share must be 0.5 to 30%");
  }

  @Test
  void oneOfSeveralWords() {
    says(
        phase("PRIMARY", "MIDDLE_DEEMED_PRIMARY", "ALL_THROUGH"),
        MUST,
        "the school must be a primary school, a middle-deemed-primary school or an all-through"
            + " school",
        "the school must not be a primary school, a middle-deemed-primary school or an all-through"
            + " school");
  }

  @Test
  void oneOrAllOfTheWordsOfAList() {
    assertThat(must(before("primary-readiness", "primary-development")))
        .isEqualTo(
            "the school must have taken part in Primary Mastery Readiness or Primary Mastery"
                + " Development before");
    assertThat(
            one(new Includes(Facts.ROLES, ImmutableSet.of("MATHS_LEAD", "SENCO"), true))
                .says(IDEALLY, false))
        .isEqualTo("at least one lead participant is ideally the maths lead and the SENCO");
  }

  @Test
  void aLongListHasALineForEachItem() {
    Criterion any =
        before(
            "primary-readiness",
            "primary-development",
            "primary-embedding",
            "primary-sustaining",
            "secondary-development",
            "secondary-embedding");
    String items =
        """
        :
        • Primary Mastery Readiness
        • Primary Mastery Development
        • Primary Mastery Embedding
        • Primary Mastery Sustaining
        • Secondary Mastery Development
        • Secondary Mastery Embedding"""
            .stripTrailing();
    says(
        any,
        MUST,
        "the school must have taken part in one of these before" + items,
        "the school must not have taken part in any of these before" + items);
    Criterion roles =
        new Includes(
            Facts.ROLES,
            ImmutableSet.of(
                "MATHS_LEAD",
                "SUBJECT_LEADER",
                "MIDDLE_LEADER",
                "SENIOR_LEADER",
                "CLASS_TEACHER",
                "SENCO",
                "HEADTEACHER",
                "INTERVENTION_LEAD"),
            true);
    assertThat(one(roles).says(SHOULD, false))
        .startsWith("at least one lead participant should be all of these:\n• the maths lead\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IS      | all of these are true         | at least one of these is true
          MUST    | all of these must be true     | at least one of these must be true
          SHOULD  | all of these should be true   | at least one of these should be true
          IDEALLY | all of these are ideally true | at least one of these is ideally true
          """)
  void manyPartsHaveALineEach(Mood mood, String all, String any) {
    Criterion other = within(Facts.WORKSHOPS_ATTENDED, "6", "");
    String items =
        ":\n• the lead participants are released for at least 10 days between them"
            + "\n• the school is a primary school and state-funded"
            + "\n• the school has attended at least 6 workshops";
    assertThat(any(TEN_DAYS, all(PRIMARY, STATE), other).says(mood, false)).isEqualTo(any + items);
    assertThat(all(TEN_DAYS, any(PRIMARY, STATE), other).says(mood, false))
        .isEqualTo(all + items.replace("primary school and", "primary school or"));
  }

  @Test
  void aSubjectAndAVerbAreSaidOnce() {
    says(
        all(PRIMARY, STATE),
        MUST,
        "the school must be a primary school and state-funded",
        "the school must not be a primary school or not be state-funded");
    assertThat(all(PRIMARY, STATE).says())
        .isEqualTo("the school is a primary school and state-funded");
    assertThat(all(PRIMARY, STATE, new Confirmed(IS_SMALL)).says(IDEALLY, false))
        .isEqualTo("the school is ideally a primary school, state-funded and small");
  }

  @Test
  void aSubjectIsSaidOnceWithSeveralVerbs() {
    assertThat(must(any(BEFORE, PLAN)))
        .isEqualTo(
            "the school must have taken part in Primary Mastery Readiness before or have an action"
                + " plan");
    assertThat(all(STATE, PLAN).says())
        .isEqualTo("the school is state-funded and has an action plan");
    assertThat(all(new Not(STATE), new Not(PLAN)).says())
        .isEqualTo("the school is not state-funded and does not have an action plan");
    assertThat(all(STATE, PLAN).says(IDEALLY, false))
        .isEqualTo("the school is ideally state-funded and has an action plan");
  }

  @Test
  void aListOfOneKindIsNotMixedWithAnother() {
    assertThat(must(all(phase("PRIMARY", "ALL_THROUGH"), STATE)))
        .isEqualTo(
            "the school must be a primary school or an all-through school, and must be state-funded");
    assertThat(all(STATE, before("primary-readiness", "primary-development")).says())
        .isEqualTo(
            "the school is state-funded, and has taken part in Primary Mastery Readiness or Primary"
                + " Mastery Development before");
  }

  @Test
  void onePredicateIsSaidOnceOfSeveralSubjects() {
    Criterion leadership =
        all(confirmed("school-leadership-commitment"), confirmed("subject-leadership-commitment"));
    assertThat(leadership.says(SHOULD, false))
        .isEqualTo(
            "the school's leadership and the subject leadership should be strongly committed to"
                + " sustaining mastery");
    assertThat(leadership.says())
        .isEqualTo(
            "the school's leadership is strongly committed to sustaining mastery and the subject"
                + " leadership is strongly committed to sustaining mastery");
  }

  @Test
  void partsOfDifferentSubjectsStandSideBySide() {
    Criterion sessions = within(Facts.SESSIONS, "6", "");
    says(
        any(PRIMARY, sessions),
        IS,
        "the school is a primary school or the group plans at least 6 sessions",
        "the school is not a primary school and the group does not plan at least 6 sessions");
    assertThat(any(sessions, all(PRIMARY, PLAN)).says(MUST, false))
        .isEqualTo(
            "the group must plan at least 6 sessions; or the school must be a primary school and"
                + " have an action plan");
    assertThat(any(sessions, any(PRIMARY, PLAN)).says(MUST, false))
        .isEqualTo(
            "the group must plan at least 6 sessions, the school must be a primary school or"
                + " the school must have an action plan");
  }

  @Test
  void aBanOnEveryMemberStartsWithNo() {
    Criterion special = new ForMembers(Members.SCHOOLS, false, new Confirmed(Facts.SPECIAL));
    assertThat(new Not(special).says(MUST, false)).isEqualTo("no school may be a special school");
    assertThat(new Not(special).says()).isEqualTo("no school is a special school");
  }

  @Test
  void everyMemberAndAtLeastOne() {
    says(
        each(new Provided(Facts.TRN)),
        MUST,
        "each lead participant must have a teacher reference number (TRN)",
        "at least one lead participant must not have a teacher reference number (TRN)");
    says(
        new ForMembers(Members.SCHOOLS, false, new Confirmed(Facts.SPECIAL)),
        SHOULD,
        "at least one school should be a special school",
        "no school should be a special school");
    assertThat(
            must(
                new ForMembers(
                    Members.SCHOOLS,
                    true,
                    new OneOf(Facts.ESTABLISHMENT_TYPE, ImmutableSet.of("COMMUNITY_SCHOOL")))))
        .isEqualTo("each school must be a community school");
    assertThat(must(each(PRIMARY)))
        .isEqualTo("for each lead participant, the school must be a primary school");
  }

  @Test
  void oneMemberIsSaidOnceAndTwoAreSaidTwice() {
    Criterion primary = new ForMembers(Members.SCHOOLS, false, PRIMARY);
    Criterion secondary = new ForMembers(Members.SCHOOLS, false, phase("SECONDARY"));
    assertThat(must(all(primary, secondary)))
        .isEqualTo(
            "at least one school must be a primary school and at least one school must be a"
                + " secondary school");
    says(
        new ForMembers(Members.SCHOOLS, false, all(PRIMARY, STATE)),
        IS,
        "at least one school is a primary school and state-funded",
        "each school is not a primary school or is not state-funded");
  }

  @Test
  void requiredFields() {
    says(
        new Provided(Facts.HEADTEACHER_STATEMENT),
        MUST,
        "the application must include a statement by the headteacher",
        "the application must not include a statement by the headteacher");
    assertThat(new Provided(Facts.STATE_FUNDED).says(SHOULD, false))
        .isEqualTo("the answer to “Is the school state-funded?” should be given");
    assertThat(must(new Provided(Facts.PHASE))).isEqualTo("the phase of the school must be given");
  }

  @Test
  void presenceIsNotMentionedBesideAComparison() {
    Criterion given = new Provided(Facts.STATE_FUNDED);
    assertThat(all(given, STATE).says()).isEqualTo(STATE.says());
    assertThat(all(given, PRIMARY).says()).isEqualTo(given.says() + " and " + PRIMARY.says());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IS      | is         | is
          MUST    | must be    | must be
          SHOULD  | should be  | should be
          IDEALLY | is ideally | is ideally
          """)
  void aLabelWithoutAVerbThatIsKnownIsTheAnswerToItsQuestion(Mood mood, String yes, String no) {
    says(
        new Confirmed(ANSWER),
        mood,
        "the answer to “Is it late?” " + yes + " yes",
        "the answer to “Is it late?” " + no + " no");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the school is ready now       | the school   | is         | ready now
          the teachers are ready        | the teachers | are        | ready
          the school has a plan         | the school   | has        | a plan
          the school has taken part     | the school   | has taken  | part
          the school has visited a hub  | the school   | has visited | a hub
          """)
  void aLabelWithIsOrHasIsAPhrase(String label, String subject, String verb, String complement) {
    assertThat(Fact.yesNo("own", label, "Is it so?", "answers.own").phrase())
        .isEqualTo(new Phrase(subject, verb, complement));
  }

  @Test
  void aLabelOfAnotherKindIsANoun() {
    Fact number = Fact.number("rooms", "the number of rooms", "How many?", "room", "answers.rooms");
    Fact word =
        Fact.choice(
            "colour", "the colour", "Which?", ImmutableList.of("DARK_RED"), "answers.colour");
    Fact words =
        Fact.choices("days", "the list of days", "Which?", ImmutableList.of(), "answers.days");
    Fact text = Fact.text("why", "the reason", "Why?", "answers.why");
    assertThat(must(within(number, "2", "")))
        .isEqualTo("the number of rooms must be at least 2 rooms");
    assertThat(must(new OneOf(word, ImmutableSet.of("DARK_RED"))))
        .isEqualTo("the colour must be dark red");
    assertThat(must(new Includes(words, ImmutableSet.of("Monday"), true)))
        .isEqualTo("the list of days must include monday");
    assertThat(must(new Provided(text))).isEqualTo("the application must include the reason");
  }

  @Test
  void aSilentDemandSaysThatTheDocumentDoesNotStateIt() {
    assertThat(must(new Unstated(Facts.COMBINED_RELEASE)))
        .isEqualTo(
            "the document does not state the release time of all lead participants together");
    assertThat(must(new Unstated(Facts.STATE_FUNDED)))
        .isEqualTo("the document does not say whether the school is state-funded");
  }

  @Test
  void aReferralSaysThatTheHubDecides() {
    for (Mood mood : Mood.values()) {
      assertThat(new HubDecides().says(mood, false)).isEqualTo("the hub decides");
      assertThat(new HubDecides(Optional.of("special schools are not mentioned")).says(mood, false))
          .isEqualTo("the hub decides: special schools are not mentioned");
    }
  }

  @Test
  void choicesAreCalledByTheirNames() {
    assertThat(Facts.ROLES.name("SENCO")).isEqualTo("the SENCO");
    assertThat(Facts.PHASE.name("SIXTEEN_PLUS")).isEqualTo("a 16-plus provider");
    assertThat(Facts.COUNTRY.name("NORTHERN_IRELAND")).isEqualTo("Northern Ireland");
    assertThat(Facts.PARTICIPATION.name("primary-readiness"))
        .isEqualTo("Primary Mastery Readiness");
    assertThat(Facts.PARTICIPATION.name("of-another-kind")).isEqualTo("of another kind");
    Fact own =
        Fact.choice(
                "scheme", "the scheme", "Which?", ImmutableList.of("OWN", "HOME_MADE"), "answers.s")
            .named(ImmutableMap.of("OWN", "one of its own"));
    assertThat(own.name("OWN")).isEqualTo("one of its own");
    assertThat(own.name("HOME_MADE")).isEqualTo("home made");
  }

  private static String read(Fact fact, String of, Value value) {
    return new Observation(fact.id(), of, Optional.of(value)).says(fact);
  }

  private static String notGiven(Fact fact, String of) {
    return new Observation(fact.id(), of, Optional.empty()).says(fact);
  }

  private static Value words(String... words) {
    return new Value.Words(ImmutableSet.copyOf(words));
  }

  @Test
  void everyKindOfValueMakesAStatement() {
    assertThat(read(Facts.STATE_FUNDED, "", Value.YesNo.of(true)))
        .isEqualTo("the school is state-funded");
    assertThat(read(Facts.SPECIAL, "school 2", new Value.YesNo(false, "community school")))
        .isEqualTo("school 2 is not a special school (community school)");
    assertThat(read(Facts.RELEASE_DAYS, "lead participant 2", Value.Quantity.of(4)))
        .isEqualTo("lead participant 2 is released for 4 days");
    assertThat(read(Facts.COMBINED_RELEASE, "", new Value.Quantity(BigDecimal.ONE, true)))
        .isEqualTo("so far, the lead participants are released for 1 day between them");
    assertThat(read(Facts.ROLES, "lead participant 1", words("MATHS_LEAD", "SENCO")))
        .isEqualTo("lead participant 1 is the maths lead and the SENCO");
    assertThat(read(Facts.ESTABLISHMENT_TYPE, "school 2", words("COMMUNITY_SCHOOL")))
        .isEqualTo("school 2 is a community school");
    assertThat(read(Facts.STATE_FUNDED, "lead participant 1", Value.YesNo.of(true)))
        .isEqualTo("for lead participant 1, the school is state-funded");
    assertThat(read(ANSWER, "", Value.YesNo.of(true)))
        .isEqualTo("the answer to “Is it late?” is yes");
    assertThat(read(ANSWER, "", new Value.YesNo(false, "2 days")))
        .isEqualTo("the answer to “Is it late?” is no (2 days)");
  }

  @Test
  void anEmptyListMakesAStatement() {
    assertThat(read(Facts.ROLES, "lead participant 1", words()))
        .isEqualTo("lead participant 1 is none of these");
    assertThat(read(Facts.EARLIER_PARTICIPATION, "", words()))
        .isEqualTo("the school has not taken part in any Work Group before");
    assertThat(read(Facts.participationIn(AcademicYear.parse("2021/22")), "", words()))
        .isEqualTo("the school has not taken part in any Work Group in 2021/22");
    assertThat(
            read(
                Fact.choices(
                    "days", "the list of days", "Which?", ImmutableList.of(), "answers.days"),
                "",
                words()))
        .isEqualTo("the list of days does not include any");
  }

  @Test
  void aTextIsGivenOrNot() {
    Value given = new Value.Given();
    assertThat(read(Facts.HEADTEACHER_STATEMENT, "", given))
        .isEqualTo("the application includes a statement by the headteacher");
    assertThat(notGiven(Facts.HEADTEACHER_STATEMENT, ""))
        .isEqualTo("the application does not include a statement by the headteacher");
    assertThat(notGiven(Facts.TRN, "lead participant 2"))
        .isEqualTo("lead participant 2 does not have a teacher reference number (TRN)");
    assertThat(read(Facts.PHASE, "", given)).isEqualTo("the phase of the school is given");
    assertThat(notGiven(Facts.STATE_FUNDED, ""))
        .isEqualTo("the answer to “Is the school state-funded?” is not given");
    assertThat(notGiven(Facts.RELEASE_DAYS, "lead participant 2"))
        .isEqualTo("the release time is not given for lead participant 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          is         | it is   | it is not
          are        | it are  | it are not
          has        | it does | it does not
          has taken  | it has  | it has not
          takes      | it does | it does not
          take       | it do   | it do not
          """)
  void shortAnswersRepeatTheAuxiliary(String verb, String yes, String no) {
    Fact fact = yesNo("short", "Is it so?").said("the school", verb, "part");
    assertThat(fact.inShort("it", true)).isEqualTo(yes);
    assertThat(fact.inShort("it", false)).isEqualTo(no);
  }

  @Test
  void aPronounFollowsTheSubject() {
    assertThat(Facts.STATE_FUNDED.pronoun()).isEqualTo("it");
    assertThat(Facts.COMBINED_RELEASE.pronoun()).isEqualTo("they");
    assertThat(Facts.LEAD_ROLE.pronoun()).isEqualTo("they");
    assertThat(yesNo("new", "Is it so?").said("a lead participant", "is", "new").pronoun())
        .isEqualTo("one");
    assertThat(ANSWER.inShort("it", true)).isEqualTo("it is yes");
    assertThat(ANSWER.inShort("it", false)).isEqualTo("it is no");
  }

  private static Criterion people(boolean every, Criterion criterion) {
    return new ForMembers(Members.LEAD_PARTICIPANTS, every, criterion);
  }

  private static Criterion role(String role) {
    return new Includes(Facts.ROLES, ImmutableSet.of(role), false);
  }

  @Test
  void whatTheSamePersonHasToMeetIsNotSaidOfTwo() {
    Criterion teacher = new Confirmed(Facts.TEACHER);
    Criterion reception = new Includes(Facts.YEAR_GROUPS, ImmutableSet.of("RECEPTION"), false);
    assertThat(
            people(true, any(all(teacher, reception), role("TEACHING_ASSISTANT")))
                .says(MUST, false))
        .isEqualTo(
            "each lead participant must be a teacher and teach Reception; or that lead participant"
                + " must be a teaching assistant");
    assertThat(
            people(false, all(any(teacher, reception), any(role("SENCO"), role("HEADTEACHER"))))
                .says(SHOULD, false))
        .startsWith("at least one lead participant should ")
        .contains("; and that lead participant should ");
  }

  @Test
  void aListOfWhatTheSamePersonHasToMeetNamesThePersonFirst() {
    Criterion long1 = new Confirmed(said("a", "a responsibility for the teaching of mathematics"));
    Criterion long2 = new Confirmed(said("b", "a wish to lead the teaching of mathematics"));
    Criterion long3 = new Confirmed(said("c", "experience of leading the teaching of mathematics"));
    assertThat(people(true, any(long1, long2, long3)).says(MUST, false))
        .isEqualTo(
            """
            for each lead participant, at least one of these must be true:
            • that lead participant has a responsibility for the teaching of mathematics
            • that lead participant has a wish to lead the teaching of mathematics
            • that lead participant has experience of leading the teaching of mathematics\
            """);
  }

  private static Fact said(String id, String complement) {
    return Fact.yesNo(id, id, id + "?", "leadParticipants[].answers." + id)
        .said("the person", "has", complement);
  }

  private static Criterion sessions(Criterion criterion) {
    return new ForMembers(Members.SESSIONS, true, criterion);
  }

  private static Criterion during(String from, String until) {
    return new During(
        Facts.SESSION_DATE,
        Optional.of(from).filter(t -> !t.isEmpty()).map(Moment::parse),
        Optional.of(until).filter(t -> !t.isEmpty()).map(Moment::parse));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-10-03 13:00 | 2025-10-03 13:00 | start at 13:00 on 3 October 2025
          2025-10-03 09:15 | 2025-10-03 15:00 | start between 09:15 and 15:00 on 3 October 2025
          2025-10-03 09:15 | 2025-10-04       | start between 09:15 on 3 October 2025 and 4 October 2025
          ''               | 2025-10-03 15:00 | start by 15:00 on 3 October 2025
          2025-10-03       | 2025-10-04       | take place between 3 October 2025 and 4 October 2025
          """)
  void whatIsComparedWithATimeStartsThen(String from, String until, String says) {
    assertThat(must(sessions(during(from, until)))).isEqualTo("each session must " + says);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-10-03 13:00, session 2 starts at 13:00 on 3 October 2025",
    "2025-10-03, session 2 takes place on 3 October 2025"
  })
  void aSessionStartsAtATimeAndTakesPlaceOnADay(String moment, String says) {
    assertThat(
            new Observation(
                    Facts.SESSION_DATE.id(),
                    "session 2",
                    Optional.of(new Value.Day(Moment.parse(moment))))
                .says(Facts.SESSION_DATE))
        .isEqualTo(says);
  }

  @Test
  void ofAKnownDayOnlyTheTimeIsAsked() {
    Optional<Value> day = Optional.of(new Value.Day(Moment.parse("2025-10-03")));
    assertThat(MissingFact.question(Facts.SESSION_DATE, Optional.empty()))
        .isEqualTo("When does the session take place?");
    assertThat(MissingFact.question(Facts.SESSION_DATE, day))
        .isEqualTo("At what time does the session start?");
    assertThat(MissingFact.question(Facts.SUBMITTED, day))
        .isEqualTo("At what time is the application submitted?");
    Fact label = Fact.day("visit", "the day of the visit", "When is the visit?", "answers.visit");
    assertThat(MissingFact.question(label, day)).isEqualTo("When is the visit?");
  }

  @Test
  void theShorterOfTwoAmountsComesFirstSoThatItDoesNotBelongToTheOther() {
    Criterion inPhase = within(Facts.YEARS_IN_PHASE, "", "1");
    Criterion inAll = within(Facts.YEARS_TEACHING, "2", "");
    String says =
        "each lead participant must have taught for at least 2 years and in the present phase for"
            + " at most 1 year";
    assertThat(must(each(all(inPhase, inAll)))).isEqualTo(says);
    assertThat(must(each(all(inAll, inPhase)))).isEqualTo(says);
  }

  @Test
  void aWishThatNobodyHasSomethingStartsWithTheWish() {
    Criterion nobody = new Not(one(new Confirmed(Facts.PART_TIME)));
    assertThat(nobody.says(IDEALLY, false))
        .isEqualTo("ideally no lead participant works part time");
    assertThat(nobody.says(IS, false)).isEqualTo("no lead participant works part time");
  }

  private static Criterion kind(String... kinds) {
    return new OneOf(Facts.SESSION_KIND, ImmutableSet.copyOf(kinds));
  }

  private static Criterion count(Criterion where) {
    return new CountOfMembers(Members.SESSIONS, where, Optional.of(2), Optional.empty());
  }

  @Test
  void aKindThatEndsWithItsNounDoesNotRepeatIt() {
    assertThat(must(sessions(kind("introductory session"))))
        .isEqualTo("each session must be an introductory session");
    assertThat(must(sessions(kind("Introductory Session", "local"))))
        .isEqualTo("each session must be an Introductory or local session");
    assertThat(must(count(kind("introductory sessions"))))
        .isEqualTo("at least 2 sessions must be introductory sessions");
    assertThat(must(sessions(kind("session")))).isEqualTo("each session must be a session session");
  }

  @Test
  void whatSomethingIsAndHowItIsHaveAVerbEach() {
    Criterion inPerson = new OneOf(Facts.SESSION_MODE, ImmutableSet.of("IN_PERSON"));
    assertThat(must(count(all(kind("local"), inPerson))))
        .isEqualTo("at least 2 sessions must be local sessions and be in person");
    assertThat(must(sessions(all(inPerson, kind("local")))))
        .isEqualTo("each session must be in person and be a local session");
    assertThat(sessions(all(inPerson, kind("local"))).says())
        .isEqualTo("each session is in person and is a local session");
  }

  @Test
  void aProgrammeHasItsArticle() {
    assertThat(must(before("secondary-mastery-specialist")))
        .isEqualTo(
            "the school must have taken part in the Secondary Mastery Specialist Programme before");
    assertThat(must(before("primary-readiness")))
        .isEqualTo("the school must have taken part in Primary Mastery Readiness before");
  }

  @Test
  void membersAreNamedInTheOrderOfTheirNumbers() {
    assertThat(Members.list(ImmutableList.of("session 10", "session 2", "session 1")))
        .isEqualTo("sessions 1, 2 and 10");
  }
}
