package org.tfm.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.ModelArbitraries;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Unstated;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Participation;
import org.tfm.model.document.Place;
import org.tfm.model.document.Progress;
import org.tfm.model.document.Trn;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.Country;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Provision;
import org.tfm.model.term.Purpose;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Section;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;

class TermsTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));
  private static final Citation CITATION = new Citation("flyer", "benefits", Optional.empty());
  private static final Provenance RULE = Provenance.of("national", "any.drl", 1);

  private static final Criterion TRUE = new Confirmed(Facts.APPLIES_INDIVIDUALLY);
  private static final Criterion FALSE = new Not(TRUE);
  private static final Criterion UNKNOWN = new Confirmed(Facts.STATE_FUNDED);
  private static final Criterion TEN_DAYS =
      new Within(Facts.COMBINED_RELEASE, Optional.of(BigDecimal.TEN), Optional.empty());

  private static Application.Builder application() {
    return Application.builder()
        .offering(OFFERING)
        .school(School.builder().urn(100_008).phase(Phase.PRIMARY).build());
  }

  private static Terms terms(Term... terms) {
    return ModelArbitraries.terms(OFFERING, List.of(terms));
  }

  private static Requirement term(
      String id, Aspect aspect, Strength strength, Criterion criterion) {
    return new Requirement(id, aspect, strength, criterion, Optional.empty(), CITATION, RULE);
  }

  private static Requirement must(Criterion criterion) {
    return term("release-time", Aspect.COMMITMENT, Strength.MUST, criterion);
  }

  private static Requirement referring(Strength strength, Criterion needed, Criterion referral) {
    return new Requirement(
        "phase", Aspect.ELIGIBILITY, strength, needed, Optional.of(referral), CITATION, RULE);
  }

  private static Finding only(Requirement term) {
    return terms(term).assess(application().build()).findings().get(0);
  }

  private static Application released(double... days) {
    List<LeadParticipant> people = new ArrayList<>();
    for (double each : days) {
      people.add(
          LeadParticipant.builder()
              .releaseDays(ReleaseTime.ofDays(BigDecimal.valueOf(each)))
              .build());
    }
    return application().leadParticipants(ImmutableList.copyOf(people)).build();
  }

  // Verdicts.

  @ParameterizedTest(name = "a {0} that is {1} gives {2}")
  @CsvSource({
    "MUST, MET, YES",
    "MUST, UNMET, NO",
    "MUST, EVIDENCE_MISSING, MORE_INFORMATION_NEEDED",
    "MUST, REFERRED, REFER_TO_HUB",
    "MUST, POLICY_SILENT, REFER_TO_HUB",
    "SHOULD, MET, YES",
    "SHOULD, EVIDENCE_MISSING, MORE_INFORMATION_NEEDED",
    "SHOULD, REFERRED, REFER_TO_HUB",
    "SHOULD, POLICY_SILENT, REFER_TO_HUB",
    "PREFERRED, MET, NOT_STATED",
    "PREFERRED, UNMET, NOT_STATED",
    "PREFERRED, EVIDENCE_MISSING, NOT_STATED",
    "PREFERRED, REFERRED, NOT_STATED",
    "PREFERRED, POLICY_SILENT, NOT_STATED"
  })
  void oneRequirementDeterminesTheVerdict(Strength strength, Status status, Verdict verdict) {
    Assessment assessment = of(requirement(strength, status));
    assertThat(assessment.findings()).extracting(Finding::status).containsExactly(status);
    assertThat(assessment.verdict()).isEqualTo(verdict);
    assertThat(assessment.commitments()).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "a {0} that is {1} and a {2} that is {3} give {4}")
  @CsvSource({
    "MUST, UNMET, MUST, EVIDENCE_MISSING, NO",
    "MUST, UNMET, SHOULD, EVIDENCE_MISSING, NO",
    "MUST, UNMET, SHOULD, REFERRED, NO",
    "MUST, EVIDENCE_MISSING, SHOULD, REFERRED, MORE_INFORMATION_NEEDED",
    "MUST, EVIDENCE_MISSING, SHOULD, MET, MORE_INFORMATION_NEEDED",
    "SHOULD, EVIDENCE_MISSING, SHOULD, REFERRED, REFER_TO_HUB",
    "SHOULD, EVIDENCE_MISSING, MUST, POLICY_SILENT, REFER_TO_HUB",
    "SHOULD, EVIDENCE_MISSING, MUST, MET, MORE_INFORMATION_NEEDED",
    "SHOULD, REFERRED, MUST, MET, REFER_TO_HUB",
    "PREFERRED, UNMET, MUST, MET, YES",
    "PREFERRED, EVIDENCE_MISSING, MUST, MET, YES"
  })
  void twoRequirementsGiveAVerdictOnlyIfItIsSettled(
      Strength one, Status first, Strength other, Status second, Verdict verdict) {
    assertThat(of(requirement(one, first), requirement(other, second)).verdict())
        .isEqualTo(verdict);
    assertThat(of(requirement(other, second), requirement(one, first)).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void theOverallVerdictDependsOnAllRequirementsAndNotOnTheVerdictsOfAspects() {
    Assessment assessment =
        of(
            term("committed", Aspect.ELIGIBILITY, Strength.SHOULD, UNKNOWN),
            term("release-time", Aspect.COMMITMENT, Strength.SHOULD, FALSE));
    assertThat(assessment.eligibility()).isEqualTo(Verdict.MORE_INFORMATION_NEEDED);
    assertThat(assessment.commitments()).isEqualTo(Verdict.REFER_TO_HUB);
    assertThat(assessment.verdict()).isEqualTo(Verdict.REFER_TO_HUB);
  }

  @Test
  void anOpenReferralCanEndInNoUnlessItHoldsWheneverTheTermDoesNot() {
    assertThat(of(referring(Strength.MUST, FALSE, UNKNOWN)).verdict())
        .isEqualTo(Verdict.MORE_INFORMATION_NEEDED);
    assertThat(
            of(
                    referring(Strength.MUST, FALSE, UNKNOWN),
                    term("release-time", Aspect.COMMITMENT, Strength.SHOULD, FALSE))
                .verdict())
        .isEqualTo(Verdict.MORE_INFORMATION_NEEDED);
    assertThat(
            of(
                    referring(Strength.MUST, UNKNOWN, new Not(UNKNOWN)),
                    term("release-time", Aspect.COMMITMENT, Strength.SHOULD, FALSE))
                .verdict())
        .isEqualTo(Verdict.REFER_TO_HUB);
  }

  private static Assessment of(Requirement... terms) {
    Application application = application().build();
    Assessment assessment = terms(terms).assess(application);
    assertThat(terms(terms).verdict(application)).isEqualTo(assessment.verdict());
    return assessment;
  }

  /** Returns a requirement that has a status on an empty application. */
  private static Requirement requirement(Strength strength, Status status) {
    return term(
        "release-time",
        Aspect.COMMITMENT,
        strength,
        switch (status) {
          case MET -> TRUE;
          case UNMET -> FALSE;
          case EVIDENCE_MISSING -> UNKNOWN;
          case REFERRED -> strength == Strength.SHOULD ? FALSE : new HubDecides();
          case POLICY_SILENT -> new Unstated(Facts.COMBINED_RELEASE);
        });
  }

  @Test
  void anAspectWithoutTermsIsNotStatedAndNeverYes() {
    Assessment assessment =
        terms(term("trn", Aspect.APPLICATION, Strength.MUST, TRUE)).assess(application().build());
    assertThat(assessment.application()).isEqualTo(Verdict.YES);
    assertThat(assessment.eligibility()).isEqualTo(Verdict.NOT_STATED);
    assertThat(assessment.commitments()).isEqualTo(Verdict.NOT_STATED);
    assertThat(assessment.verdict()).isEqualTo(Verdict.YES);
    assertThat(terms().assess(application().build()).verdict()).isEqualTo(Verdict.NOT_STATED);
  }

  @Test
  void groupsAndProgressHaveOneVerdictEach() {
    Terms terms =
        terms(
            term("phase", Aspect.ELIGIBILITY, Strength.MUST, FALSE),
            term("group-size", Aspect.GROUP, Strength.MUST, new Provided(Facts.SCHOOLS)),
            term("workshops", Aspect.PROGRESS, Strength.MUST, new Provided(Facts.VISITS)));
    Assessment group =
        terms.assess(WorkGroup.builder().offering(OFFERING).schools(ImmutableList.of()).build());
    assertThat(group.groupVerdict()).contains(Verdict.YES);
    assertThat(group.verdict()).isEqualTo(Verdict.YES);
    assertThat(group.eligibilityVerdict()).isEmpty();
    assertThat(group.progress()).isEqualTo(Verdict.NOT_STATED);
    assertThat(group.findings()).extracting(Finding::term).containsExactly("group-size");
    Assessment progress =
        terms.assess(
            Progress.builder().offering(OFFERING).school(application().build().school()).build());
    assertThat(progress.progressVerdict()).contains(Verdict.MORE_INFORMATION_NEEDED);
    assertThat(progress.group()).isEqualTo(Verdict.NOT_STATED);
    assertThat(progress.findings()).extracting(Finding::term).containsExactly("workshops");
  }

  // Statuses.

  @Test
  void nineAndAHalfDaysAreNotTen() {
    Assessment assessment = terms(must(TEN_DAYS)).assess(released(4.5, 5));
    assertThat(assessment.verdict()).isEqualTo(Verdict.NO);
    assertThat(assessment.unmet()).extracting(Finding::term).containsExactly("release-time");
    Finding finding = assessment.unmet().get(0);
    assertThat(finding.read()).isEqualTo("9.5 days");
    assertThat(finding.needed())
        .isEqualTo("the lead participants are released for at least 10 days between them");
    assertThat(finding.sentence())
        .isEqualTo(
            "The lead participants must be released for at least 10 days between them; they are released for 9.5 days between them.");
  }

  @Test
  void tenDaysAreTenAndElevenAreEnough() {
    assertThat(terms(must(TEN_DAYS)).assess(released(10, 0)).verdict()).isEqualTo(Verdict.YES);
    Assessment assessment = terms(must(TEN_DAYS)).assess(released(5.5, 5.5));
    assertThat(assessment.verdict()).isEqualTo(Verdict.YES);
    assertThat(assessment.findings().get(0).sentence())
        .isEqualTo(
            "The lead participants are released for 11 days between them (needed: at least 10 days).");
  }

  @Test
  void missingDaysAreAskedForUnlessTheOthersAreEnough() {
    LeadParticipant silent = LeadParticipant.builder().build();
    Terms terms = terms(must(TEN_DAYS));
    Assessment open =
        terms.assess(
            application()
                .leadParticipants(
                    ImmutableList.of(released(9.5).leadParticipants().orElseThrow().get(0), silent))
                .build());
    assertThat(open.verdict()).isEqualTo(Verdict.MORE_INFORMATION_NEEDED);
    assertThat(open.missing()).extracting(MissingFact::fact).containsExactly("combined-release");
    assertThat(open.findings().get(0).read()).isEqualTo("9.5 days so far");
    Assessment enough =
        terms.assess(
            application()
                .leadParticipants(
                    ImmutableList.of(released(10).leadParticipants().orElseThrow().get(0), silent))
                .build());
    assertThat(enough.verdict()).isEqualTo(Verdict.YES);
  }

  @Test
  void everyStatusIsReached() {
    assertThat(only(must(TRUE)).status()).isEqualTo(Status.MET);
    assertThat(only(must(FALSE)).status()).isEqualTo(Status.UNMET);
    assertThat(only(must(UNKNOWN)).status()).isEqualTo(Status.EVIDENCE_MISSING);
    assertThat(only(must(new HubDecides())).status()).isEqualTo(Status.REFERRED);
    assertThat(only(must(new Unstated(Facts.PHASE))).status()).isEqualTo(Status.POLICY_SILENT);
  }

  @Test
  void anUnmetExpectationIsReferredToTheHub() {
    assertThat(only(term("trn", Aspect.APPLICATION, Strength.SHOULD, FALSE)).status())
        .isEqualTo(Status.REFERRED);
    assertThat(only(term("trn", Aspect.APPLICATION, Strength.SHOULD, TRUE)).status())
        .isEqualTo(Status.MET);
  }

  @Test
  void aReferralCountsOnlyIfTheCriterionDoesNotHold() {
    assertThat(only(referring(Strength.MUST, TRUE, TRUE)).status()).isEqualTo(Status.MET);
    assertThat(only(referring(Strength.MUST, FALSE, TRUE)).status()).isEqualTo(Status.REFERRED);
    assertThat(only(referring(Strength.MUST, FALSE, FALSE)).status()).isEqualTo(Status.UNMET);
    assertThat(only(referring(Strength.MUST, UNKNOWN, TRUE)).status())
        .isEqualTo(Status.EVIDENCE_MISSING);
  }

  @Test
  void aReferralThatTheHubDecidesAsksNoQuestion() {
    Finding finding = only(referring(Strength.MUST, FALSE, new HubDecides()));
    assertThat(finding.status()).isEqualTo(Status.REFERRED);
    assertThat(finding.missing()).isEmpty();
  }

  @Test
  void anOpenReferralAsksItsOwnQuestion() {
    Finding finding = only(referring(Strength.MUST, FALSE, UNKNOWN));
    assertThat(finding.status()).isEqualTo(Status.EVIDENCE_MISSING);
    assertThat(finding.missing()).extracting(MissingFact::fact).containsExactly("state-funded");
    assertThat(finding.sentence()).contains("Is the school state-funded?");
  }

  @Test
  void aGapNamesThePersonItConcerns() {
    Requirement trn =
        term(
            "trn",
            Aspect.APPLICATION,
            Strength.MUST,
            new ForMembers(Members.LEAD_PARTICIPANTS, true, new Provided(Facts.TRN)));
    Finding finding =
        terms(trn)
            .assess(
                application()
                    .leadParticipants(
                        ImmutableList.of(
                            LeadParticipant.builder().trn(Trn.parse("1234567")).build(),
                            LeadParticipant.builder().build()))
                    .submittedOn(LocalDate.of(2022, 5, 3))
                    .build())
            .findings()
            .get(0);
    assertThat(finding.status()).isEqualTo(Status.UNMET);
    assertThat(finding.read()).isEqualTo("1 of 2 given");
    assertThat(finding.missing()).extracting(MissingFact::of).containsExactly("lead participant 2");
    assertThat(finding.sentence())
        .isEqualTo(
            "Each lead participant must have a teacher reference number (TRN); lead participant 2 does not.");
    assertThat(only(trn).read()).isEqualTo("not given");
    assertThat(only(trn).status()).isEqualTo(Status.EVIDENCE_MISSING);
  }

  @Test
  void everyObservedValueIsNamed() {
    Criterion teachers = new Within(Facts.TEACHERS, Optional.of(BigDecimal.TEN), Optional.empty());
    Criterion five =
        new ForMembers(
            Members.LEAD_PARTICIPANTS,
            true,
            new Within(Facts.RELEASE_DAYS, Optional.of(BigDecimal.valueOf(5)), Optional.empty()));
    Application application =
        Application.builder()
            .from(released(4, 4.5))
            .headteacherStatement("We are ready.")
            .answers(Answers.of(Map.of("teachers", 12)))
            .build();
    assertThat(read(new AllOf(ImmutableList.of(teachers, TRUE)), application))
        .isEqualTo(
            "the number of teachers: 12 teachers; the school makes its own application: yes");
    assertThat(read(five, application))
        .isEqualTo("lead participant 1: 4 days; lead participant 2: 4.5 days");
    assertThat(
            read(
                new AllOf(ImmutableList.of(new Provided(Facts.HEADTEACHER_STATEMENT), teachers)),
                application))
        .isEqualTo("a statement by the headteacher: given; the number of teachers: 12 teachers");
  }

  @Test
  void presenceIsNotMentionedBesideTheValue() {
    Criterion teachers =
        new AllOf(
            ImmutableList.of(
                new Provided(Facts.TEACHERS),
                new Within(Facts.TEACHERS, Optional.of(BigDecimal.TEN), Optional.empty())));
    assertThat(read(teachers, application().answers(Answers.of(Map.of("teachers", 12))).build()))
        .isEqualTo("12 teachers");
  }

  private static String read(Criterion criterion, Application application) {
    return terms(must(criterion)).assess(application).findings().get(0).read();
  }

  @Test
  void anUnstatedFigureIsUnstatedWithinALargerCondition() {
    Criterion silent = new Unstated(Facts.COMBINED_RELEASE);
    assertThat(only(must(new AllOf(ImmutableList.of(TRUE, silent)))).status())
        .isEqualTo(Status.POLICY_SILENT);
    assertThat(only(must(new AllOf(ImmutableList.of(TRUE, new HubDecides())))).status())
        .isEqualTo(Status.REFERRED);
    assertThat(only(must(new HubDecides())).read()).isEqualTo("not given");
  }

  @Test
  void answersToDifferentQuestionsAreNotMixedUp() {
    Terms terms = terms(must(new Confirmed(fact("committed-to-mastery"))));
    assertThat(terms.verdict(answering("committed-to-mastery"))).isEqualTo(Verdict.YES);
    assertThat(terms.verdict(answering("capacity-for-development")))
        .isEqualTo(Verdict.MORE_INFORMATION_NEEDED);
  }

  @Test
  void eachOfSeveralAnswersCounts() {
    Terms terms =
        terms(
            must(
                new AllOf(
                    ImmutableList.of(
                        new Confirmed(fact("committed-to-mastery")),
                        new Confirmed(fact("capacity-for-development"))))));
    for (boolean one : new boolean[] {true, false}) {
      for (boolean other : new boolean[] {true, false}) {
        Answers answers =
            Answers.of(Map.of("committed-to-mastery", one, "capacity-for-development", other));
        assertThat(terms.verdict(application().answers(answers).build()))
            .isEqualTo(one && other ? Verdict.YES : Verdict.NO);
      }
    }
  }

  @Test
  void findingsOfOneApplicationAreNotReusedForAnother() {
    Criterion five =
        new ForMembers(
            Members.LEAD_PARTICIPANTS,
            true,
            new Within(Facts.RELEASE_DAYS, Optional.of(BigDecimal.valueOf(5)), Optional.empty()));
    Criterion fair =
        new Includes(Facts.EARLIER_PARTICIPATION, ImmutableSet.of("maths-fair"), false);
    for (Criterion each : List.of(five, fair)) {
      for (Criterion deep :
          List.of(
              each,
              new AllOf(ImmutableList.of(each)),
              new AnyOf(ImmutableList.of(each)),
              new Not(new Not(each)))) {
        Terms terms = terms(must(deep));
        assertThat(terms.verdict(tookPartIn("maths-fair", released(5, 6)))).isEqualTo(Verdict.YES);
        assertThat(terms.verdict(tookPartIn("maths-club", released(4, 6)))).isEqualTo(Verdict.NO);
        assertThat(terms.verdict(tookPartIn("maths-fair", released(5, 6)))).isEqualTo(Verdict.YES);
      }
    }
  }

  private static Application tookPartIn(String type, Application application) {
    Participation earlier =
        Participation.builder().type(type).year(OFFERING.year().previous()).build();
    return Application.builder().from(application).history(ImmutableList.of(earlier)).build();
  }

  @Test
  void referralsAndConditionsAreEvaluatedForEachApplication() {
    Criterion committed = new Confirmed(fact("committed-to-mastery"));
    Terms terms = terms(referring(Strength.MUST, FALSE, committed), grant(Optional.of(committed)));
    Assessment yes = terms.assess(answering("committed-to-mastery"));
    Assessment no =
        terms.assess(
            application().answers(Answers.of(Map.of("committed-to-mastery", false))).build());
    assertThat(yes.verdict()).isEqualTo(Verdict.REFER_TO_HUB);
    assertThat(no.verdict()).isEqualTo(Verdict.NO);
    assertThat(yes.entitlements().get(0).status()).isEqualTo(EntitlementStatus.CONDITIONAL);
    assertThat(yes.entitlements().get(0).reason()).contains(EntitlementReason.HUB_DECIDES);
    assertThat(no.entitlements().get(0).status()).isEqualTo(EntitlementStatus.NOT_DUE);
  }

  private static Fact fact(String id) {
    return Objects.requireNonNull(Facts.all().get(id));
  }

  private static Application answering(String id) {
    return application().answers(Answers.of(Map.of(id, true))).build();
  }

  @Test
  void adviceListsUnmetPreferences() {
    Assessment assessment =
        terms(
                must(TRUE),
                term("experience", Aspect.ELIGIBILITY, Strength.PREFERRED, FALSE),
                term("audience", Aspect.ELIGIBILITY, Strength.PREFERRED, TRUE))
            .assess(application().build());
    assertThat(assessment.verdict()).isEqualTo(Verdict.YES);
    assertThat(assessment.advice()).extracting(Finding::term).containsExactly("experience");
    assertThat(assessment.unmet()).isEmpty();
    assertThat(terms(must(FALSE)).assess(application().build()).advice()).isEmpty();
  }

  @Test
  void everyGapIsListedWithEachQuestionOnce() {
    Assessment assessment =
        terms(
                must(TEN_DAYS),
                term("state-funded", Aspect.ELIGIBILITY, Strength.MUST, UNKNOWN),
                term("country", Aspect.ELIGIBILITY, Strength.MUST, UNKNOWN),
                term("trn", Aspect.APPLICATION, Strength.SHOULD, FALSE),
                term("group-size", Aspect.COMMITMENT, Strength.MUST, new Unstated(Facts.SCHOOLS)))
            .assess(application().build());
    assertThat(assessment.missing())
        .extracting(MissingFact::fact)
        .containsExactly("state-funded", "combined-release");
    assertThat(assessment.referred()).extracting(Finding::term).containsExactly("trn");
    assertThat(assessment.silent()).extracting(Finding::term).containsExactly("group-size");
  }

  @Test
  void aTermThatDependsOnUnknownFactsOfTheSchoolAsksForThem() {
    Terms terms =
        Terms.of(
            OFFERING,
            ImmutableList.of(),
            ImmutableList.of(
                new UnsettledTerm(
                    term("phase", Aspect.ELIGIBILITY, Strength.MUST, TRUE),
                    ImmutableList.of(Facts.ESTABLISHMENT_TYPE)),
                new UnsettledTerm(grant(Optional.empty()), ImmutableList.of(Facts.COUNTRY))),
            ImmutableList.of(),
            terms().policy());
    Assessment assessment = terms.assess(application().build());
    assertThat(assessment.eligibility()).isEqualTo(Verdict.MORE_INFORMATION_NEEDED);
    assertThat(assessment.findings().get(0).status()).isEqualTo(Status.EVIDENCE_MISSING);
    assertThat(assessment.missing())
        .extracting(MissingFact::fact)
        .containsExactly("establishment-type");
    assertThat(assessment.findings().get(0).needed())
        .isEqualTo("the school makes its own application");
    assertThat(assessment.entitlements().get(0).status()).isEqualTo(EntitlementStatus.CONDITIONAL);
    assertThat(assessment.entitlements().get(0).waitsFor())
        .extracting(MissingFact::fact)
        .containsExactly("country");
  }

  @Test
  void termsForOneKindOfSchoolRefuseOtherKinds() {
    PartialSchoolKind primary =
        new PartialSchoolKind(Optional.of(Phase.PRIMARY), Optional.empty(), Optional.empty());
    Terms terms = terms(must(TRUE)).forKind(primary);
    assertThat(terms.kind()).contains(primary);
    assertThat(terms.verdict(application().build())).isEqualTo(Verdict.YES);
    School fuller =
        School.builder().urn(100_008).phase(Phase.PRIMARY).country(Country.ENGLAND).build();
    for (School other :
        List.of(
            School.builder().urn(100_008).build(),
            School.builder().urn(100_008).phase(Phase.SECONDARY).build(),
            fuller)) {
      Application application = application().school(other).build();
      Progress progress = Progress.builder().offering(OFFERING).school(other).build();
      for (Document document : List.of(application, progress)) {
        assertThatThrownBy(() -> terms.assess(document))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("the terms are for one that is `PRIMARY`, unknown, unknown");
        assertThatThrownBy(() -> terms.verdict(document)).isInstanceOf(InvalidInputException.class);
      }
    }
    WorkGroup group =
        WorkGroup.builder().offering(OFFERING).schools(ImmutableList.of(fuller)).build();
    assertThat(terms.verdict(group)).isEqualTo(Verdict.NOT_STATED);
  }

  @Test
  void theVerdictCoversAllPossibleTerms() {
    Requirement met = term("a", Aspect.ELIGIBILITY, Strength.MUST, TRUE);
    Requirement unmet = term("b", Aspect.ELIGIBILITY, Strength.MUST, FALSE);
    Requirement referred = term("c", Aspect.ELIGIBILITY, Strength.SHOULD, FALSE);
    List<UnsettledTerm> all =
        Stream.of(met, unmet, referred)
            .map(term -> new UnsettledTerm(term, ImmutableList.of(Facts.PHASE)))
            .toList();
    Map<ImmutableList<ImmutableList<Integer>>, Verdict> expected =
        Map.of(
            ImmutableList.of(ImmutableList.of(0), ImmutableList.of(0)),
            Verdict.YES,
            ImmutableList.of(ImmutableList.of(0), ImmutableList.of()),
            Verdict.MORE_INFORMATION_NEEDED,
            ImmutableList.of(ImmutableList.of(1), ImmutableList.of(0, 1, 2)),
            Verdict.NO,
            ImmutableList.of(ImmutableList.of(1), ImmutableList.of(2)),
            Verdict.MORE_INFORMATION_NEEDED,
            ImmutableList.of(ImmutableList.of(2), ImmutableList.of(0, 2)),
            Verdict.REFER_TO_HUB);
    expected.forEach(
        (alternatives, verdict) -> {
          Terms terms = terms().with(List.of(), all, alternatives);
          assertThat(terms.verdict(application().build())).isEqualTo(verdict);
          assertThat(terms.assess(application().build()).eligibility()).isEqualTo(verdict);
        });
  }

  @Test
  void aGapIsOpenInADraftAndUnmetOnceSubmitted() {
    Requirement two =
        term(
            "lead-participants",
            Aspect.APPLICATION,
            Strength.MUST,
            new Within(
                Facts.LEAD_PARTICIPANTS,
                Optional.of(BigDecimal.valueOf(2)),
                Optional.of(BigDecimal.valueOf(2))));
    Terms terms = terms(two, must(TEN_DAYS));
    LocalDate day = LocalDate.of(2022, 6, 1);
    assertThat(statuses(terms, released(6)))
        .containsExactly(Status.EVIDENCE_MISSING, Status.EVIDENCE_MISSING);
    assertThat(statuses(terms, Application.builder().from(released(6)).submittedOn(day).build()))
        .containsExactly(Status.UNMET, Status.UNMET);
    assertThat(statuses(terms, released(10))).containsExactly(Status.EVIDENCE_MISSING, Status.MET);
    assertThat(statuses(terms, released(4, 5))).containsExactly(Status.MET, Status.UNMET);
    assertThat(statuses(terms, released(4, 5, 6))).containsExactly(Status.UNMET, Status.MET);
    assertThat(statuses(terms, application().build()))
        .containsExactly(Status.EVIDENCE_MISSING, Status.EVIDENCE_MISSING);
    assertThat(statuses(terms, application().submittedOn(day).build()))
        .containsExactly(Status.UNMET, Status.EVIDENCE_MISSING);
  }

  private static List<Status> statuses(Terms terms, Application application) {
    return terms.assess(application).findings().stream().map(Finding::status).toList();
  }

  @Test
  void moreThanOnePersonMeansTwoPeopleInAnyForm() {
    Terms terms =
        terms(
            must(
                new Not(
                    new Within(
                        Facts.LEAD_PARTICIPANTS, Optional.empty(), Optional.of(BigDecimal.ONE)))));
    assertThat(terms.peopleAsked()).isEqualTo(2);
    assertThat(terms.verdict(released(5))).isEqualTo(Verdict.MORE_INFORMATION_NEEDED);
    assertThat(terms.verdict(released(5, 5))).isEqualTo(Verdict.YES);
  }

  @Test
  void aSumWithoutPartsIsNotGiven() {
    LocalDate day = LocalDate.of(2022, 6, 1);
    Terms release =
        terms(
            term("given", Aspect.APPLICATION, Strength.MUST, new Provided(Facts.COMBINED_RELEASE)));
    Application.Builder open =
        application().leadParticipants(List.of(LeadParticipant.builder().build()));
    assertThat(release.verdict(open.submittedOn(day).build())).isEqualTo(Verdict.NO);
    assertThat(release.verdict(Application.builder().from(released(5)).submittedOn(day).build()))
        .isEqualTo(Verdict.YES);
  }

  @Test
  void anEntitlementFollowsTheVerdictWithAReason() {
    Criterion accepted = new OneOf(Facts.PLACE, ImmutableSet.of("ACCEPTED"));
    Requirement hub = must(new HubDecides());
    assertThat(due(must(TRUE), Optional.empty(), Optional.empty()))
        .containsExactly(EntitlementStatus.FIRM, Optional.empty());
    assertThat(due(must(FALSE), Optional.empty(), Optional.empty()))
        .containsExactly(EntitlementStatus.NOT_DUE, Optional.of(EntitlementReason.VERDICT_NO));
    assertThat(due(must(FALSE), Optional.of(accepted), Optional.of(Place.ACCEPTED)))
        .containsExactly(
            EntitlementStatus.NOT_DUE, Optional.of(EntitlementReason.VERDICT_NO_DESPITE_PLACE));
    assertThat(due(must(UNKNOWN), Optional.empty(), Optional.empty()))
        .containsExactly(
            EntitlementStatus.CONDITIONAL, Optional.of(EntitlementReason.VERDICT_OPEN));
    assertThat(due(must(UNKNOWN), Optional.empty(), Optional.of(Place.ACCEPTED)))
        .containsExactly(EntitlementStatus.FIRM, Optional.empty());
    assertThat(due(hub, Optional.empty(), Optional.of(Place.NOT_OFFERED)))
        .containsExactly(EntitlementStatus.CONDITIONAL, Optional.of(EntitlementReason.HUB_DECIDES));
    assertThat(due(hub, Optional.of(accepted), Optional.of(Place.ACCEPTED)))
        .containsExactly(EntitlementStatus.FIRM, Optional.empty());
    assertThat(due(hub, Optional.of(accepted), Optional.of(Place.NOT_OFFERED)))
        .containsExactly(
            EntitlementStatus.NOT_DUE, Optional.of(EntitlementReason.CONDITION_NOT_MET));
    assertThat(due(must(TRUE), Optional.of(accepted), Optional.empty()))
        .containsExactly(
            EntitlementStatus.CONDITIONAL, Optional.of(EntitlementReason.CONDITION_OPEN));
  }

  private static List<Object> due(
      Requirement requirement, Optional<Criterion> when, Optional<Place> place) {
    EntitlementFinding due =
        terms(requirement, grant(when))
            .assess(application().place(place).build())
            .entitlements()
            .get(0);
    return List.of(due.status(), due.reason());
  }

  // Entitlements and listed terms.

  private static Entitlement grant(Optional<Criterion> when) {
    return new Entitlement(
        "grant",
        false,
        Optional.of(Money.parse("GBP 1000")),
        Optional.of(PayUnit.SCHOOL),
        Purpose.RELEASE_TIME,
        Optional.empty(),
        when,
        CITATION,
        RULE);
  }

  private static EntitlementFinding granted(Application application) {
    return terms(grant(Optional.of(new OneOf(Facts.PLACE, ImmutableSet.of("ACCEPTED")))))
        .assess(application)
        .entitlements()
        .get(0);
  }

  @Test
  void aGrantIsFirmConditionalOrNotDue() {
    EntitlementFinding firm = granted(application().place(Place.ACCEPTED).build());
    assertThat(firm.status()).isEqualTo(EntitlementStatus.FIRM);
    assertThat(firm.sentence())
        .isEqualTo("£1,000 towards release time, because the hub has offered a place.");
    assertThat(firm.waitsFor()).isEmpty();
    EntitlementFinding waiting = granted(application().build());
    assertThat(waiting.status()).isEqualTo(EntitlementStatus.CONDITIONAL);
    assertThat(waiting.waitsFor()).extracting(MissingFact::fact).containsExactly("place");
    EntitlementFinding none = granted(application().place(Place.NOT_OFFERED).build());
    assertThat(none.status()).isEqualTo(EntitlementStatus.NOT_DUE);
    assertThat(none.waitsFor()).isEmpty();
  }

  private static Assessment ranked(Criterion when, Application application) {
    return terms(
            new Priority(
                "first",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(when),
                CITATION,
                RULE))
        .assess(application);
  }

  @Test
  void aPriorityWithAConditionIsFoundAsAGrantIs() {
    Criterion accepted = new OneOf(Facts.PLACE, ImmutableSet.of("ACCEPTED"));
    Assessment assessment = ranked(accepted, application().place(Place.ACCEPTED).build());
    assertThat(assessment.priorities()).isEmpty();
    EntitlementFinding first = assessment.entitlements().get(0);
    assertThat(first.status()).isEqualTo(EntitlementStatus.FIRM);
    assertThat(first.section()).isEqualTo(Section.PRIORITY);
    assertThat(first.sentence())
        .isEqualTo(
            "When there are too few places, the school goes first, because the hub has offered a"
                + " place.");
    EntitlementFinding open = ranked(accepted, application().build()).entitlements().get(0);
    assertThat(open.status()).isEqualTo(EntitlementStatus.CONDITIONAL);
    assertThat(open.waitsFor()).extracting(MissingFact::fact).containsExactly("place");
    EntitlementFinding last =
        ranked(accepted, application().place(Place.NOT_OFFERED).build()).entitlements().get(0);
    assertThat(last.status()).isEqualTo(EntitlementStatus.NOT_DUE);
    assertThat(last.sentence())
        .isEqualTo(
            "When there are too few places, the school does not go first. It goes first only if the"
                + " hub has offered a place.");
  }

  @Test
  void aPriorityWithoutAFigureWaitsForTheHubAlone() {
    EntitlementFinding found =
        ranked(new Unstated(Facts.STATE_FUNDED), application().build()).entitlements().get(0);
    assertThat(found.status()).isEqualTo(EntitlementStatus.CONDITIONAL);
    assertThat(found.waitsFor()).isEmpty();
    assertThat(found.sentence())
        .isEqualTo(
            "When there are too few places, the school goes first if the hub is satisfied that the"
                + " school is state-funded.");
  }

  @Test
  void aGrantWithoutAConditionIsFirm() {
    Assessment assessment = terms(grant(Optional.empty())).assess(application().build());
    assertThat(assessment.entitlements().get(0).status()).isEqualTo(EntitlementStatus.FIRM);
  }

  @Test
  void aGrantThatTheHubConfirmsNeedsNoAnswer() {
    EntitlementFinding finding =
        terms(grant(Optional.of(new HubDecides())))
            .assess(application().build())
            .entitlements()
            .get(0);
    assertThat(finding.status()).isEqualTo(EntitlementStatus.CONDITIONAL);
    assertThat(finding.waitsFor()).isEmpty();
    assertThat(finding.sentence()).isEqualTo("£1,000 towards release time if the hub decides.");
  }

  @Test
  void aGroupIsShownTheEntitlementsOfGroupsOnly() {
    Entitlement ofGroup =
        new Entitlement(
            "group-funding",
            false,
            Optional.empty(),
            Optional.of(PayUnit.WORK_GROUP),
            Purpose.GROUP_WORK,
            Optional.empty(),
            Optional.empty(),
            CITATION,
            RULE);
    Terms terms = terms(grant(Optional.empty()), ofGroup);
    assertThat(terms.assess(WorkGroup.builder().offering(OFFERING).build()).entitlements())
        .extracting(EntitlementFinding::term)
        .containsExactly("group-funding");
    assertThat(terms.assess(application().build()).entitlements())
        .extracting(EntitlementFinding::term)
        .containsExactly("grant", "group-funding");
  }

  @Test
  void groupPaymentsAreShownIfTheirConditionCanBeAnswered() {
    Terms terms =
        terms(
            ofGroup("when-accepted", new OneOf(Facts.PLACE, ImmutableSet.of("ACCEPTED"))),
            ofGroup(
                "when-large",
                new Within(Facts.SCHOOLS, Optional.of(BigDecimal.valueOf(6)), Optional.empty())),
            ofGroup("when-planned", new Confirmed(fact("work-group-plan"))));
    assertThat(terms.assess(WorkGroup.builder().offering(OFFERING).build()).entitlements())
        .extracting(EntitlementFinding::term)
        .containsExactly("when-large", "when-planned");
    assertThat(terms.assess(application().build()).entitlements())
        .extracting(EntitlementFinding::term)
        .containsExactly("when-accepted", "when-planned");
  }

  private static Entitlement ofGroup(String id, Criterion when) {
    return new Entitlement(
        id,
        false,
        Optional.empty(),
        Optional.of(PayUnit.WORK_GROUP),
        Purpose.GROUP_WORK,
        Optional.empty(),
        Optional.of(when),
        CITATION,
        RULE);
  }

  @Test
  void progressHasNoEntitlements() {
    Progress progress =
        Progress.builder().offering(OFFERING).school(application().build().school()).build();
    assertThat(terms(grant(Optional.empty())).assess(progress).entitlements()).isEmpty();
  }

  @Test
  void undertakingsAndProvisionAreListedAndNotTested() {
    Assessment assessment =
        terms(
                new Undertaking(
                    "reports",
                    Strength.MUST,
                    "provide the reports the hub asks for",
                    CITATION,
                    RULE),
                new Provision("workshops", "six workshops are held", CITATION, RULE))
            .assess(application().build());
    assertThat(assessment.verdict()).isEqualTo(Verdict.NOT_STATED);
    assertThat(assessment.findings()).isEmpty();
    assertThat(assessment.undertakings())
        .extracting(StatedTerm::sentence)
        .containsExactly("The school will provide the reports the hub asks for.");
    assertThat(assessment.provision())
        .extracting(StatedTerm::sentence)
        .containsExactly("Six workshops are held.");
    assertThat(assessment.priorities()).isEmpty();
  }

  @Test
  void aTermIsFoundById() {
    Terms terms = terms(must(TRUE), grant(Optional.empty()));
    assertThat(terms.find("grant")).contains(grant(Optional.empty()));
    assertThat(terms.find("charge")).isEmpty();
  }

  // Invalid documents.

  @Test
  void anAnswerToAnUnknownQuestionIsRefusedWithASuggestion() {
    Application application =
        application()
            .answers(Answers.of(Map.of("commited-to-mastery", true, "teachers", true)))
            .build();
    assertThatThrownBy(() -> terms().assess(application))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "answers.commited-to-mastery: no policy asks for `commited-to-mastery`."
                + " Maybe `committed-to-mastery`?\n"
                + "answers.teachers: expected a number that is not negative");
  }

  @Test
  void answersOfTheWrongTypeAreRefusedInGroupsAndProgress() {
    Answers answers = Answers.of(Map.of("reports", "yes", "teachers", -1));
    String message =
        "answers.reports: expected `true` or `false`\n"
            + "answers.teachers: expected a number that is not negative";
    WorkGroup group = WorkGroup.builder().offering(OFFERING).answers(answers).build();
    Progress progress =
        Progress.builder()
            .offering(OFFERING)
            .school(application().build().school())
            .answers(answers)
            .build();
    assertThatThrownBy(() -> terms().assess(group)).hasMessage(message);
    assertThatThrownBy(() -> terms().assess(progress)).hasMessage(message);
  }

  @Test
  void aFactOfThePackCanBeAnswered() {
    Fact own =
        Fact.choice("own-plan", "the plan", "Which plan?", List.of("A", "B"), "answers.own-plan");
    Terms terms =
        Terms.of(
            OFFERING,
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(own),
            terms().policy());
    assertThat(terms.answerFacts()).containsEntry("own-plan", own).containsKey("teachers");
    Application good = application().answers(Answers.of(Map.of("own-plan", "B"))).build();
    assertThat(terms.assess(good).verdict()).isEqualTo(Verdict.NOT_STATED);
    Application bad = application().answers(Answers.of(Map.of("own-plan", "C"))).build();
    assertThatThrownBy(() -> terms.assess(bad))
        .hasMessage("answers.own-plan: expected one of [A, B]");
    assertThatThrownBy(() -> terms().assess(good))
        .hasMessageContaining("no policy asks for `own-plan`");
  }

  @Test
  void aDocumentForAnotherOfferingIsRefused() {
    Offering other =
        Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2021/22"));
    Application application =
        Application.builder().from(application().build()).offering(other).build();
    assertThatThrownBy(() -> terms().assess(application))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "offering: the document is for `cheshire-wirral primary-development 2021/22`, the terms"
                + " are those of `cheshire-wirral primary-development 2022/23`");
  }

  // Terms as values.

  @Test
  void termsAreEqualIfTheirPartsAre() {
    Terms ten = terms(must(TEN_DAYS));
    Terms same = terms(must(TEN_DAYS));
    assertThat(ten).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo("ten days");
    Offering other =
        Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2023/24"));
    UnsettledTerm open = new UnsettledTerm(must(FALSE), ImmutableList.of(Facts.PHASE));
    Fact own = Fact.yesNo("own", "it is so", "Is it?", "answers.own");
    PolicyVersion policy = ten.policy();
    LocalDate later = LocalDate.of(2022, 11, 1);
    List<Terms> others =
        List.of(
            ModelArbitraries.terms(other, List.of(must(TEN_DAYS))),
            terms(must(TRUE)),
            ten.with(ten.terms(), List.of(open), ImmutableList.of()),
            Terms.of(OFFERING, ten.terms(), ten.unsettled(), ImmutableList.of(own), policy),
            ten.asOf(later));
    for (Terms each : others) {
      assertThat(ten).isNotEqualTo(each).doesNotHaveSameHashCodeAs(each);
    }
    assertThat(ten.asOf(later).policy().asOf()).isEqualTo(later);
    assertThat(ten.with(List.of(), List.of(open), ImmutableList.of()).unsettled())
        .containsExactly(open);
    assertThat(others.get(3).ownFacts()).containsExactly(own);
    assertThat(ten).asString().contains("release-time", "primary-development");
  }

  @Test
  void findingsAreEqualIfTheirPartsAre() {
    Finding finding = only(must(UNKNOWN));
    Finding same = only(must(UNKNOWN));
    assertThat(finding).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo("a finding");
    List<Finding> others =
        List.of(
            only(term("other", Aspect.COMMITMENT, Strength.MUST, UNKNOWN)),
            only(term("release-time", Aspect.ELIGIBILITY, Strength.MUST, UNKNOWN)),
            only(term("release-time", Aspect.COMMITMENT, Strength.SHOULD, UNKNOWN)),
            only(must(TRUE)),
            only(must(new Confirmed(Facts.SPECIAL))),
            only(must(UNKNOWN).from(Provenance.of("national", "any.drl", 2))));
    for (Finding each : others) {
      assertThat(finding).isNotEqualTo(each).doesNotHaveSameHashCodeAs(each);
    }
    assertThat(finding)
        .asString()
        .contains("release-time", "EVIDENCE_MISSING", "Is the school state-funded?");
  }

  @Test
  void entitlementsAreEqualIfTheirPartsAre() {
    EntitlementFinding finding = granted(grant(Optional.of(UNKNOWN)));
    EntitlementFinding same = granted(grant(Optional.of(UNKNOWN)));
    assertThat(finding).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo("a grant");
    assertThat(finding.charge()).isFalse();
    Entitlement fee =
        new Entitlement(
            "grant",
            true,
            Optional.of(Money.parse("GBP 1000")),
            Optional.of(PayUnit.SCHOOL),
            Purpose.RELEASE_TIME,
            Optional.empty(),
            Optional.of(UNKNOWN),
            CITATION,
            RULE);
    assertThat(granted(fee).charge()).isTrue();
    List<EntitlementFinding> others =
        List.of(
            granted(fee),
            granted(grant(Optional.empty())),
            granted(grant(Optional.of(new Confirmed(Facts.SPECIAL)))),
            granted(grant(Optional.of(UNKNOWN)).from(Provenance.of("national", "any.drl", 2))));
    for (EntitlementFinding each : others) {
      assertThat(finding).isNotEqualTo(each).doesNotHaveSameHashCodeAs(each);
    }
    assertThat(finding)
        .asString()
        .contains("grant", "CONDITIONAL", "RELEASE_TIME", "Is the school state-funded?");
  }

  private static EntitlementFinding granted(Entitlement grant) {
    return terms(grant).assess(application().build()).entitlements().get(0);
  }

  @Test
  void aPolicyCannotRedefineAFactOfTheLibrary() {
    Terms terms = terms(must(TEN_DAYS));
    Stream.concat(
            Facts.all().values().stream(),
            AcademicYear.all().map(year -> Facts.participationIn(year)))
        .forEach(
            fact ->
                assertThatThrownBy(
                        () ->
                            Terms.of(
                                OFFERING,
                                terms.terms(),
                                terms.unsettled(),
                                ImmutableList.of(fact),
                                terms.policy()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                        "the fact `%s` is the library's; a policy cannot declare it", fact.id()));
  }

  @Test
  void theVerdictAloneEqualsThatOfTheAssessmentAndChecksTheOffering() {
    Terms terms =
        terms(
            must(TEN_DAYS),
            term("size", Aspect.GROUP, Strength.MUST, UNKNOWN),
            term("visits", Aspect.PROGRESS, Strength.MUST, FALSE));
    Application application = application().build();
    WorkGroup group = WorkGroup.builder().offering(OFFERING).build();
    Progress progress =
        Progress.builder().offering(OFFERING).school(application().build().school()).build();
    assertThat(terms.verdict(application)).isEqualTo(terms.assess(application).verdict());
    assertThat(terms.verdict(group)).isEqualTo(terms.assess(group).verdict());
    assertThat(terms.verdict(progress)).isEqualTo(terms.assess(progress).verdict());
    Terms others =
        ModelArbitraries.terms(
            Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2023/24")),
            List.of());
    for (ThrowingCallable asked :
        List.<ThrowingCallable>of(
            () -> others.verdict(application),
            () -> others.verdict(group),
            () -> others.verdict(progress))) {
      assertThatThrownBy(asked).isInstanceOf(InvalidInputException.class);
    }
  }
}
