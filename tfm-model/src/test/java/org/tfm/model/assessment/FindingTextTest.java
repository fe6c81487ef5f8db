package org.tfm.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.During;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Moment;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Outcome;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Truth;
import org.tfm.model.criterion.Unstated;
import org.tfm.model.criterion.Value;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.DocumentEvidence;
import org.tfm.model.document.Facts;
import org.tfm.model.document.Session;
import org.tfm.model.document.SessionMode;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Purpose;
import org.tfm.model.term.Strength;

class FindingTextTest {

  private static final Criterion PRIMARY = new OneOf(Facts.PHASE, ImmutableSet.of("PRIMARY"));
  private static final Criterion STATE = new Confirmed(Facts.STATE_FUNDED);
  private static final Criterion ACCEPTED = new OneOf(Facts.PLACE, ImmutableSet.of("ACCEPTED"));
  private static final Criterion TRN = each(new Provided(Facts.TRN));
  private static final Criterion TEN_DAYS = atLeast(Facts.COMBINED_RELEASE, 10);
  private static final Criterion BEFORE =
      new Includes(
          Facts.EARLIER_PARTICIPATION,
          ImmutableSet.of(
              "primary-readiness",
              "primary-development",
              "primary-embedding",
              "primary-sustaining",
              "secondary-development",
              "secondary-embedding"),
          false);

  private static Criterion each(Criterion criterion) {
    return new ForMembers(Members.LEAD_PARTICIPANTS, true, criterion);
  }

  private static Criterion atLeast(Fact fact, int number) {
    return new Within(fact, Optional.of(BigDecimal.valueOf(number)), Optional.empty());
  }

  private static Criterion all(Criterion... parts) {
    return new AllOf(ImmutableList.copyOf(parts));
  }

  private static Observation read(Fact fact, String of, Value value) {
    return new Observation(fact.id(), of, Optional.of(value));
  }

  private static Observation read(Fact fact, Value value) {
    return read(fact, "", value);
  }

  private static Observation notGiven(Fact fact, String of) {
    return new Observation(fact.id(), of, Optional.empty());
  }

  private static Value words(String... words) {
    return new Value.Words(ImmutableSet.copyOf(words));
  }

  private static Value days(String days) {
    return Value.Quantity.of(new BigDecimal(days));
  }

  private static String found(Criterion demand, Status status, Observation... observed) {
    return FindingText.sentence(
        new DemandText(demand, Strength.MUST), status, Arrays.asList(observed), List.of());
  }

  private static String missing(Criterion demand, MissingFact... missing) {
    return FindingText.sentence(
        new DemandText(demand, Strength.MUST),
        Status.EVIDENCE_MISSING,
        List.of(),
        Arrays.asList(missing));
  }

  private static MissingFact asked(Fact fact, String of) {
    return new MissingFact(fact.id(), of, fact.question(), fact.at());
  }

  // Met.

  @Test
  void aMetFindingStatesTheValue() {
    assertThat(found(PRIMARY, Status.MET, read(Facts.PHASE, words("PRIMARY"))))
        .isEqualTo("The school is a primary school.");
    assertThat(found(STATE, Status.MET, read(Facts.STATE_FUNDED, Value.YesNo.of(true))))
        .isEqualTo("The school is state-funded.");
    assertThat(found(TEN_DAYS, Status.MET, read(Facts.COMBINED_RELEASE, days("10.5"))))
        .isEqualTo(
            "The lead participants are released for 10.5 days between them (needed: at least 10"
                + " days).");
    assertThat(found(PRIMARY, Status.MET)).isEqualTo("The school is a primary school.");
  }

  @Test
  void anExactNumberNeedsNoBound() {
    Criterion two =
        new Within(
            Facts.LEAD_PARTICIPANTS,
            Optional.of(BigDecimal.valueOf(2)),
            Optional.of(BigDecimal.valueOf(2)));
    assertThat(found(two, Status.MET, read(Facts.LEAD_PARTICIPANTS, days("2"))))
        .isEqualTo("The application names 2 lead participants.");
  }

  @Test
  void aBoundIsShownWithItsNumber() {
    assertThat(
            found(
                all(atLeast(Facts.TEACHERS, 2), STATE),
                Status.MET,
                read(Facts.TEACHERS, days("3")),
                read(Facts.STATE_FUNDED, Value.YesNo.of(true))))
        .isEqualTo(
            "The school has 3 teachers of maths (needed: at least 2 teachers) and is"
                + " state-funded.");
  }

  @Test
  void aValueThatAllMembersShareIsStatedOnce() {
    assertThat(
            found(
                TRN,
                Status.MET,
                read(Facts.TRN, "lead participant 1", new Value.Given()),
                read(Facts.TRN, "lead participant 2", new Value.Given())))
        .isEqualTo("Each lead participant has a teacher reference number (TRN).");
    Criterion days = each(atLeast(Facts.RELEASE_DAYS, 4));
    assertThat(
            found(
                days,
                Status.MET,
                read(Facts.RELEASE_DAYS, "lead participant 1", days("5")),
                read(Facts.RELEASE_DAYS, "lead participant 2", days("5"))))
        .isEqualTo("Each lead participant is released for 5 days (needed: at least 4 days).");
    assertThat(
            found(
                days,
                Status.MET,
                read(Facts.RELEASE_DAYS, "lead participant 1", days("5")),
                read(Facts.RELEASE_DAYS, "lead participant 2", days("4"))))
        .isEqualTo(
            "Lead participant 1 is released for 5 days; lead participant 2 is released for 4 days"
                + " (needed: at least 4 days).");
  }

  @Test
  void theBoundOfAConditionIsNotShown() {
    Criterion small = new Within(Facts.TEACHERS, Optional.empty(), Optional.of(BigDecimal.TEN));
    Criterion ifSmall = new AnyOf(ImmutableList.of(new Not(small), TEN_DAYS));
    assertThat(
            found(
                ifSmall,
                Status.MET,
                read(Facts.TEACHERS, days("12")),
                read(Facts.COMBINED_RELEASE, days("11"))))
        .isEqualTo(
            "The school has 12 teachers of maths; the lead participants are released for 11 days"
                + " between them (needed: at least 10 days).");
  }

  @Test
  void theBoundByWhichMembersAreCountedIsNotShown() {
    Criterion two =
        new CountOfMembers(
            Members.LEAD_PARTICIPANTS,
            atLeast(Facts.YEARS_TEACHING, 2),
            Optional.of(1),
            Optional.empty());
    assertThat(
            found(
                two,
                Status.MET,
                read(Facts.YEARS_TEACHING, "lead participant 1", days("1")),
                read(Facts.YEARS_TEACHING, "lead participant 2", days("3"))))
        .isEqualTo(
            "At least one lead participant has taught for at least 2 years. Lead participant 1 has"
                + " taught for 1 year. Lead participant 2 has taught for 3 years.");
  }

  // Lists of what someone has or has done.

  private static final Criterion EVALUATED =
      new Includes(Facts.TASKS_COMPLETED, ImmutableSet.of("EVALUATION"), false);

  @Test
  void anotherTaskIsNotShownForTheMissingOne() {
    assertThat(found(EVALUATED, Status.UNMET, read(Facts.TASKS_COMPLETED, words("ACTION_PLAN"))))
        .isEqualTo("The school must have completed the evaluation; it has not.");
    assertThat(found(EVALUATED, Status.UNMET, read(Facts.TASKS_COMPLETED, words())))
        .isEqualTo("The school must have completed the evaluation; it has not.");
    assertThat(
            found(
                new Includes(
                    Facts.TASKS_COMPLETED, ImmutableSet.of("ACTION_PLAN", "EVALUATION"), true),
                Status.UNMET,
                read(Facts.TASKS_COMPLETED, words("READING", "ACTION_PLAN"))))
        .isEqualTo(
            "The school must have completed an action plan and the evaluation; it has completed an"
                + " action plan.");
    assertThat(
            found(
                EVALUATED, Status.MET, read(Facts.TASKS_COMPLETED, words("READING", "EVALUATION"))))
        .isEqualTo("The school has completed the evaluation.");
  }

  @Test
  void aMissingTaskIsNamedAmongOtherFacts() {
    assertThat(
            found(
                new AnyOf(ImmutableList.of(EVALUATED, STATE)),
                Status.UNMET,
                read(Facts.TASKS_COMPLETED, words()),
                read(Facts.STATE_FUNDED, Value.YesNo.of(false))))
        .endsWith("; the school has not completed the evaluation and is not state-funded.");
  }

  @Test
  void aMissingQualificationIsNamedForEachPerson() {
    Criterion degree = new Includes(Facts.QUALIFICATIONS, ImmutableSet.of("MATHS_DEGREE"), false);
    Value other = words("MATHS_A_LEVEL");
    assertThat(
            found(
                each(degree),
                Status.UNMET,
                read(Facts.QUALIFICATIONS, "lead participant 1", other),
                read(Facts.QUALIFICATIONS, "lead participant 2", words())))
        .isEqualTo(
            "Each lead participant must have a degree in maths; lead participants 1 and 2 do not.");
    assertThat(
            found(
                each(new Not(degree)),
                Status.MET,
                read(Facts.QUALIFICATIONS, "lead participant 1", other),
                read(Facts.QUALIFICATIONS, "lead participant 2", words())))
        .isEqualTo("No lead participant has a degree in maths.");
  }

  @Test
  void whatAListHasNoneOfIsNamed() {
    assertThat(
            found(
                new Includes(Facts.YEAR_GROUPS, ImmutableSet.of("YEAR_1"), false),
                Status.UNMET,
                read(Facts.YEAR_GROUPS, "lead participant 1", words())))
        .endsWith("; lead participant 1 does not teach any year group.");
    assertThat(
            found(
                new Includes(Facts.SERVING_HUBS, ImmutableSet.of("cheshire-wirral"), false),
                Status.UNMET,
                read(Facts.SERVING_HUBS, words())))
        .endsWith("; it is not in the area of any Maths Hub.");
  }

  @Test
  void aSinglePersonIsThey() {
    Criterion launch =
        new Includes(Facts.HEADTEACHER_ATTENDED, ImmutableSet.of("FIRST_WORKSHOP"), false);
    assertThat(found(launch, Status.UNMET, read(Facts.HEADTEACHER_ATTENDED, words("LAUNCH"))))
        .isEqualTo("The headteacher must have attended the first workshop; they have not.");
    assertThat(
            found(
                atLeast(Facts.HEADTEACHER_WORKSHOPS, 3),
                Status.UNMET,
                read(Facts.HEADTEACHER_WORKSHOPS, days("2"))))
        .endsWith("; they have attended 2 workshops.");
  }

  // The expression of interest.

  @Test
  void anExpressionOfInterestWasSentOnADay() {
    Criterion by =
        new During(
            Facts.EXPRESSION_OF_INTEREST,
            Optional.empty(),
            Optional.of(Moment.parse("2022-05-25")));
    Value late = new Value.Day(Moment.parse("2022-05-26"));
    assertThat(found(by, Status.UNMET, read(Facts.EXPRESSION_OF_INTEREST, late)))
        .isEqualTo(
            "The school must have sent an expression of interest on or before 25 May 2022; it sent"
                + " an expression of interest on 26 May 2022.");
    assertThat(found(by, Status.UNMET, read(Facts.EXPRESSION_OF_INTEREST, Value.YesNo.of(false))))
        .endsWith("; it has not.");
    assertThat(by.says())
        .isEqualTo("the school sent an expression of interest on or before 25 May 2022");
  }

  @Test
  void whatIsGivenOrUnstatedIsWordedForItsKind() {
    assertThat(new Provided(Facts.EXPRESSION_OF_INTEREST).says())
        .isEqualTo("the school has sent an expression of interest");
    assertThat(new Provided(Facts.TASKS_COMPLETED).says())
        .isEqualTo("the tasks completed are given");
    assertThat(new Unstated(Facts.TASKS_COMPLETED).says())
        .isEqualTo("the document does not say what the school must have completed");
    assertThat(new Unstated(Facts.EARLIER_PARTICIPATION).says())
        .isEqualTo("the document does not say what the school must have taken part in before");
    assertThat(new Unstated(Facts.EXPRESSION_OF_INTEREST).says())
        .isEqualTo(
            "the document does not say when the school must have sent an expression of interest");
    assertThat(new Unstated(Facts.COMBINED_RELEASE).says())
        .isEqualTo(
            "the document does not state the release time of all lead participants together");
  }

  // Unmet and referred.

  @Test
  void anUnmetFindingStatesTheDemandAndTheValue() {
    assertThat(found(PRIMARY, Status.UNMET, read(Facts.PHASE, words("SECONDARY"))))
        .isEqualTo("The school must be a primary school; it is a secondary school.");
    assertThat(
            found(STATE, Status.UNMET, read(Facts.STATE_FUNDED, new Value.YesNo(false, "academy"))))
        .isEqualTo("The school must be state-funded; it is not (academy).");
    assertThat(found(TEN_DAYS, Status.UNMET, read(Facts.COMBINED_RELEASE, days("9.5"))))
        .isEqualTo(
            "The lead participants must be released for at least 10 days between them; they are"
                + " released for 9.5 days between them.");
    assertThat(
            found(
                new Provided(Facts.HEADTEACHER_STATEMENT),
                Status.UNMET,
                notGiven(Facts.HEADTEACHER_STATEMENT, "")))
        .isEqualTo("The application must include a statement by the headteacher; it does not.");
    assertThat(found(PRIMARY, Status.UNMET, notGiven(Facts.PHASE, "")))
        .isEqualTo("The school must be a primary school; the phase of the school is not given.");
  }

  @Test
  void onlyTheMembersWithoutANumberAreNamed() {
    assertThat(
            found(
                TRN,
                Status.UNMET,
                read(Facts.TRN, "lead participant 1", new Value.Given()),
                notGiven(Facts.TRN, "lead participant 2")))
        .isEqualTo(
            "Each lead participant must have a teacher reference number (TRN); lead participant 2"
                + " does not.");
  }

  @Test
  void aPersonIsNoIt() {
    Fact fact =
        Fact.yesNo("new", "new", "Is one of them new?", "answers.new")
            .said("a lead participant", "is", "new");
    assertThat(found(new Not(new Confirmed(fact)), Status.UNMET, read(fact, Value.YesNo.of(true))))
        .isEqualTo("No lead participant may be new; one is.");
  }

  @Test
  void oneOfSeveralIsOneAndNoneOfThemNone() {
    Fact led =
        Fact.yesNo("led", "led", "Has one of them led?", "answers.led")
            .said("a lead participant", "has led", "a group");
    assertThat(found(new Confirmed(led), Status.UNMET, read(led, Value.YesNo.of(false))))
        .isEqualTo("A lead participant must have led a group; none has.");
    assertThat(found(new Not(new Confirmed(led)), Status.MET, read(led, Value.YesNo.of(false))))
        .isEqualTo("No lead participant has led a group.");
    Fact all =
        Fact.yesNo("all", "all", "Do all teach maths?", "answers.all")
            .said("every applicant", "teaches", "maths");
    assertThat(found(new Confirmed(all), Status.UNMET, read(all, Value.YesNo.of(false))))
        .isEqualTo("Every applicant must teach maths; not every applicant does.");
    assertThat(
            found(all(new Confirmed(all), STATE), Status.UNMET, read(all, Value.YesNo.of(false))))
        .endsWith("; not every applicant teaches maths.");
  }

  @Test
  void aLeaderOfSeveralIsAPerson() {
    Fact expert =
        Fact.yesNo("expert", "expert", "Is the leader an expert?", "answers.expert")
            .said("the leader among the 2 teachers", "is", "an expert");
    assertThat(found(new Confirmed(expert), Status.UNMET, read(expert, Value.YesNo.of(false))))
        .isEqualTo("The leader among the 2 teachers must be an expert; the leader is not.");
  }

  @Test
  void membersWithTheSameValueShareAClause() {
    assertThat(
            found(
                TRN,
                Status.UNMET,
                notGiven(Facts.TRN, "lead participant 1"),
                notGiven(Facts.TRN, "lead participant 2")))
        .endsWith("; lead participants 1 and 2 do not.");
    Value assistant = new Value.YesNo(false, "a teaching assistant");
    Criterion teachers = each(new Confirmed(Facts.TEACHER));
    assertThat(found(teachers, Status.UNMET, read(Facts.TEACHER, "lead participant 2", assistant)))
        .isEqualTo(
            "Each lead participant must be a teacher; lead participant 2 is a teaching assistant.");
    assertThat(
            found(
                teachers,
                Status.UNMET,
                read(Facts.TEACHER, "lead participant 1", assistant),
                read(Facts.TEACHER, "lead participant 3", assistant)))
        .endsWith("; lead participants 1 and 3 are teaching assistants.");
    assertThat(
            found(
                each(atLeast(Facts.RELEASE_DAYS, 5)),
                Status.UNMET,
                read(Facts.RELEASE_DAYS, "lead participant 1", days("4.5")),
                read(Facts.RELEASE_DAYS, "lead participant 2", days("4.5"))))
        .endsWith("; lead participants 1 and 2 are each released for 4.5 days.");
    assertThat(
            found(
                schools(PRIMARY),
                Status.UNMET,
                read(Facts.PHASE, "school 1", words("NURSERY")),
                read(Facts.PHASE, "school 2", words("SECONDARY")),
                read(Facts.PHASE, "school 4", words("NURSERY"))))
        .endsWith("; schools 1 and 4 are nursery schools; school 2 is a secondary school.");
  }

  private static Criterion schools(Criterion criterion) {
    return new ForMembers(Members.SCHOOLS, true, criterion);
  }

  @Test
  void aStatementAboutEveryMemberIsMadeOnce() {
    Criterion none = schools(new Not(new Confirmed(Facts.SPECIAL)));
    Value community = new Value.YesNo(false, "a community school");
    Value converter = new Value.YesNo(false, "an academy converter");
    assertThat(
            found(
                all(none, schools(STATE)),
                Status.MET,
                read(Facts.SPECIAL, "school 1", community),
                read(Facts.SPECIAL, "school 2", converter),
                read(Facts.STATE_FUNDED, "school 1", Value.YesNo.of(true)),
                read(Facts.STATE_FUNDED, "school 2", Value.YesNo.of(true))))
        .isEqualTo("No school is a special school; each school is state-funded.");
    assertThat(
            found(
                new Not(new ForMembers(Members.SCHOOLS, false, new Confirmed(Facts.SPECIAL))),
                Status.MET,
                read(Facts.SPECIAL, "school 1", community),
                read(Facts.SPECIAL, "school 2", converter)))
        .isEqualTo("No school is a special school.");
    assertThat(
            found(
                all(none, PRIMARY),
                Status.UNMET,
                read(Facts.SPECIAL, "school 2", new Value.YesNo(true, "a special free school"))))
        .endsWith("; school 2 is a special free school.");
  }

  @Test
  void aStatementAboutSomeMembersNamesThem() {
    assertThat(
            found(
                schools(new AnyOf(ImmutableList.of(PRIMARY, new Confirmed(Facts.SPECIAL)))),
                Status.MET,
                read(Facts.PHASE, "school 1", words("PRIMARY")),
                read(Facts.PHASE, "school 2", words("PRIMARY")),
                read(Facts.SPECIAL, "school 3", Value.YesNo.of(true))))
        .isEqualTo("Schools 1 and 2 are primary schools; school 3 is a special school.");
  }

  @Test
  void aSumThatIsNotCompleteIsSaidSoFar() {
    assertThat(
            found(
                TEN_DAYS,
                Status.MET,
                read(Facts.COMBINED_RELEASE, new Value.Quantity(BigDecimal.TEN, true))))
        .isEqualTo(
            "So far, the lead participants are released for 10 days between them (needed: at least"
                + " 10 days).");
  }

  @Test
  void nothingIsNoneAndNotZero() {
    assertThat(
            found(
                atLeast(Facts.LEAD_PARTICIPANTS, 1),
                Status.UNMET,
                read(Facts.LEAD_PARTICIPANTS, days("0"))))
        .isEqualTo(
            "The application must name at least 1 lead participant; it names no lead"
                + " participants.");
    assertThat(found(TEN_DAYS, Status.UNMET, read(Facts.COMBINED_RELEASE, days("0"))))
        .endsWith("; they are released for 0 days between them.");
  }

  @Test
  void aPointForTheHubDoesNotSayThatTheHubDecides() {
    DemandText silent = new DemandText(new HubDecides(Optional.of("it is late")), Strength.MUST);
    assertThat(FindingText.openPoint(silent, Status.REFERRED, List.of(), List.of()))
        .isEqualTo("It is late.");
    List<Observation> allThrough = List.of(read(Facts.PHASE, words("ALL_THROUGH")));
    DemandText primary = new DemandText(PRIMARY, Strength.MUST);
    assertThat(FindingText.openPoint(primary, Status.REFERRED, allThrough, List.of()))
        .isEqualTo("The school must be a primary school; it is an all-through school.");
    assertThat(FindingText.openPoint(primary, Status.POLICY_SILENT, List.of(), List.of()))
        .isEqualTo("The school must be a primary school.");
    assertThat(FindingText.openPoint(primary, Status.UNMET, allThrough, List.of()))
        .isEqualTo("The school must be a primary school; it is an all-through school.");
  }

  @Test
  void anAnswerIsYesOrNo() {
    Fact fact = Fact.yesNo("late", "it came in late", "Is it late?", "answers.late");
    assertThat(found(new Confirmed(fact), Status.UNMET, read(fact, Value.YesNo.of(false))))
        .isEqualTo("The answer to “Is it late?” must be yes; it is no.");
  }

  @Test
  void aLongFindingHasASentenceForEachPart() {
    assertThat(
            found(
                each(atLeast(Facts.RELEASE_DAYS, 5)),
                Status.UNMET,
                read(Facts.RELEASE_DAYS, "lead participant 1", days("4")),
                read(Facts.RELEASE_DAYS, "lead participant 2", days("0.5")),
                notGiven(Facts.RELEASE_DAYS, "lead participant 3")))
        .isEqualTo(
            "Each lead participant must be released for at least 5 days. Lead participant 1 is"
                + " released for 4 days. Lead participant 2 is released for half a day. The release"
                + " time is not given for lead participant 3.");
  }

  @Test
  void aReferredFindingSaysThatTheHubDecides() {
    assertThat(found(PRIMARY, Status.REFERRED, read(Facts.PHASE, words("ALL_THROUGH"))))
        .isEqualTo(
            "The school must be a primary school; it is an all-through school. The hub decides.");
    assertThat(found(new HubDecides(), Status.REFERRED)).isEqualTo("The hub decides.");
    assertThat(
            found(
                new HubDecides(Optional.of("special schools are not mentioned")), Status.REFERRED))
        .isEqualTo("The hub decides: special schools are not mentioned.");
  }

  @Test
  void aSentenceAfterAListIsOnItsOwnLine() {
    assertThat(found(BEFORE, Status.REFERRED, read(Facts.EARLIER_PARTICIPATION, words())))
        .startsWith("The school must have taken part in one of these before:\n• Primary")
        .endsWith(
            "\n• Secondary Mastery Embedding\nIt has not taken part in any Work Group before."
                + " The hub decides.");
    assertThat(found(BEFORE, Status.REFERRED)).endsWith(" Embedding\nThe hub decides.");
    assertThat(found(BEFORE, Status.POLICY_SILENT)).endsWith(" Embedding\nAsk the hub.");
    assertThat(missing(BEFORE, asked(Facts.EARLIER_PARTICIPATION, "")))
        .endsWith(
            " Embedding\nPlease answer: Which work groups has the school taken part in, in which"
                + " years?");
  }

  // Open.

  @Test
  void anOpenFindingAsksEachQuestionOnce() {
    assertThat(missing(PRIMARY, asked(Facts.PHASE, "")))
        .isEqualTo(
            "The school must be a primary school. Please answer: Which phase of education is the"
                + " school?");
    assertThat(
            missing(
                TRN,
                asked(Facts.TRN, "lead participant 1"),
                asked(Facts.TRN, "lead participant 2"),
                asked(Facts.TRN, "lead participant 3")))
        .isEqualTo(
            "Each lead participant must have a teacher reference number (TRN). Please answer for"
                + " lead participants 1, 2 and 3: What is the person's"
                + " teacher reference number? (7 digits)");
    assertThat(missing(all(PRIMARY, STATE), asked(Facts.PHASE, ""), asked(Facts.STATE_FUNDED, "")))
        .endsWith(
            "Please answer: Which phase of education is the school? Is the school state-funded?");
  }

  @Test
  void aSilentFindingSendsTheReaderToTheHub() {
    assertThat(found(new Unstated(Facts.COMBINED_RELEASE), Status.POLICY_SILENT))
        .isEqualTo(
            "The document does not state the release time of all lead participants together. Ask"
                + " the hub.");
  }

  // Entitlements.

  private static String grant(
      String amount, Optional<EntitlementReason> reason, Optional<Criterion> when) {
    return grant(amount, reason, when, ImmutableList.of());
  }

  private static String grant(
      String amount,
      Optional<EntitlementReason> reason,
      Optional<Criterion> when,
      ImmutableList<MissingFact> waitsFor) {
    Optional<Money> money = Optional.of(amount).filter(a -> !a.isEmpty()).map(Money::parse);
    return FindingText.sentence(
        EntitledText.of(
            false,
            money,
            Optional.of(PayUnit.SCHOOL),
            Purpose.RELEASE_TIME,
            Optional.empty(),
            when),
        EntitlementStatus.CONDITIONAL,
        reason,
        when,
        waitsFor);
  }

  private static String grant(EntitlementReason reason) {
    return grant("GBP 1000", Optional.of(reason), Optional.of(ACCEPTED));
  }

  @Test
  void aFirmEntitlementSaysWhy() {
    assertThat(grant("GBP 1000", Optional.empty(), Optional.of(ACCEPTED)))
        .isEqualTo("£1,000 towards release time, because the hub has offered a place.");
    assertThat(grant("GBP 1000", Optional.empty(), Optional.empty()))
        .isEqualTo("£1,000 towards release time.");
    assertThat(grant("", Optional.empty(), Optional.of(ACCEPTED)))
        .isEqualTo(
            "Help with the cost of release time, because the hub has offered a place. The document"
                + " does not say how much.");
  }

  @Test
  void aConditionalEntitlementNamesItsCondition() {
    assertThat(grant(EntitlementReason.CONDITION_OPEN))
        .isEqualTo("£1,000 towards release time if the hub has offered a place.");
    assertThat(grant(EntitlementReason.VERDICT_OPEN))
        .isEqualTo("£1,000 towards release time if the school can take part.");
    assertThat(grant(EntitlementReason.HUB_DECIDES))
        .isEqualTo("£1,000 towards release time if the hub decides that the school can take part.");
    assertThat(grant("GBP 1000", Optional.of(EntitlementReason.CONDITION_OPEN), Optional.empty()))
        .isEqualTo("£1,000 towards release time. The hub confirms it.");
    assertThat(
            grant(
                "GBP 1000",
                Optional.of(EntitlementReason.CONDITION_OPEN),
                Optional.empty(),
                ImmutableList.of(asked(Facts.PHASE, ""))))
        .isEqualTo(
            "£1,000 towards release time. Please answer: Which phase of education is the school?");
  }

  @Test
  void anEntitlementThatIsNotDueSaysWhyNot() {
    assertThat(grant(EntitlementReason.CONDITION_NOT_MET))
        .isEqualTo(
            "£1,000 towards release time: not due. It is due only if the hub has offered a place.");
    assertThat(grant(EntitlementReason.VERDICT_NO))
        .isEqualTo("£1,000 towards release time: not due, because the school cannot take part.");
    assertThat(grant(EntitlementReason.VERDICT_NO_DESPITE_PLACE))
        .isEqualTo(
            "£1,000 towards release time: not due. The hub has offered a place, but the school"
                + " cannot take part.");
  }

  @Test
  void aConditionOfSeveralPartsIsOneClause() {
    Criterion both =
        all(
            ACCEPTED,
            new Confirmed(
                Objects.requireNonNull(Facts.answers().get("dfe-textbook-confirmation"))));
    assertThat(grant("GBP 50", Optional.of(EntitlementReason.CONDITION_OPEN), Optional.of(both)))
        .isEqualTo(
            "£50 towards release time if the hub has offered a place and the Department for"
                + " Education has confirmed the help with textbooks.");
  }

  @Test
  void aListThatIsTooShortIsTheReasonOfACount() {
    Criterion maths = new OneOf(Facts.SESSION_KIND, ImmutableSet.of("maths"));
    Criterion three = new CountOfMembers(Members.SESSIONS, maths, Optional.of(3), Optional.empty());
    WorkGroup two =
        group(
            Session.builder().number(1).kind("maths").build(), Session.builder().number(2).build());
    assertThat(found(three, two))
        .isEqualTo("At least 3 sessions must be maths sessions; the group plans 2 sessions.");
    WorkGroup other =
        group(
            Session.builder().number(1).kind("maths").build(),
            Session.builder().number(2).kind("English").build());
    assertThat(found(three, other))
        .isEqualTo(
            "At least 3 sessions must be maths sessions; the group plans 2 sessions; session 2 is"
                + " an English session.");
  }

  @Test
  void aDemandOnSessionsThatAreNotPlannedSaysThatThereAreNone() {
    Criterion online = new OneOf(Facts.SESSION_MODE, ImmutableSet.of("ONLINE"));
    Criterion later =
        new ForMembers(
            Members.SESSIONS,
            true,
            new AnyOf(ImmutableList.of(new Not(atLeast(Facts.SESSION_NUMBER, 2)), online)));
    assertThat(found(later, group(Session.builder().number(1).build())))
        .isEqualTo("No session is number 2 or later.");
    assertThat(
            found(
                later,
                group(
                    Session.builder().number(1).build(),
                    Session.builder().number(2).mode(SessionMode.ONLINE).build())))
        .isEqualTo("Session 2 is online.");
  }

  private static WorkGroup group(Session... sessions) {
    return WorkGroup.builder()
        .offering(
            Offering.of("cheshire-wirral", "primary-development", AcademicYear.startingIn(2022)))
        .sessions(List.of(sessions))
        .build();
  }

  private static String found(Criterion demand, WorkGroup group) {
    Outcome outcome = demand.evaluate(DocumentEvidence.of(group));
    return FindingText.sentence(
        new DemandText(demand, Strength.MUST),
        outcome.truth() == Truth.TRUE ? Status.MET : Status.UNMET,
        outcome.observed(),
        List.of());
  }
}
