package org.tfm.model.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tfm.model.Policies.CAPACITY;
import static org.tfm.model.Policies.COMMITTED;
import static org.tfm.model.Policies.OFFERING;
import static org.tfm.model.Policies.PRIMARY_ONLY;
import static org.tfm.model.Policies.TEN_DAYS;
import static org.tfm.model.Policies.TRN_OF_EACH;
import static org.tfm.model.Policies.TWO_PEOPLE;
import static org.tfm.model.Policies.application;
import static org.tfm.model.Policies.group;
import static org.tfm.model.Policies.must;
import static org.tfm.model.Policies.person;
import static org.tfm.model.Policies.should;
import static org.tfm.model.Policies.terms;
import static org.tfm.model.Policies.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Provided;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Purpose;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;

class QuestionnaireTest {

  /** More yes/no questions than a search over all answers could try. */
  private static final ImmutableList<Criterion> MANY =
      Facts.answers().values().stream()
          .filter(fact -> fact.kind() == FactKind.YES_NO && !fact.equals(Facts.STATE_FUNDED))
          .limit(13)
          .map(fact -> (Criterion) new Confirmed(fact))
          .collect(ImmutableList.toImmutableList());

  private static String asked(Optional<Question> next) {
    return next.map(
            question ->
                question.of() + (question.of().isEmpty() ? "" : ": ") + question.fact().id())
        .orElse("nothing");
  }

  @Test
  void peopleAreAskedForBeforeAnythingAboutThem() {
    Terms terms =
        terms(
            must("trn", Aspect.APPLICATION, TRN_OF_EACH),
            must("lead-participants", Aspect.ELIGIBILITY, TWO_PEOPLE));
    assertThat(asked(Questionnaire.next(TermsLookup.always(terms), application().build())))
        .isEqualTo("lead-participants");
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms),
                    application(person("1234567", 5), person("", 5)).build())))
        .isEqualTo("lead participant 2: trn");
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms),
                    application(person("1234567", 5), person("2345678", 5)).build())))
        .isEqualTo("nothing");
  }

  @Test
  void afterANoNothingElseIsAsked() {
    Terms terms =
        terms(
            must("phase", Aspect.ELIGIBILITY, PRIMARY_ONLY),
            must("committed-to-mastery", Aspect.ELIGIBILITY, COMMITTED));
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms),
                    application()
                        .school(School.builder().urn(100008).phase(Phase.SECONDARY).build())
                        .build())))
        .isEqualTo("nothing");
    assertThat(asked(Questionnaire.next(TermsLookup.always(terms), application().build())))
        .isEqualTo("committed-to-mastery");
  }

  @Test
  void thePersonWithoutDaysIsAskedAndNotTheSum() {
    Terms terms = terms(must("release-time", Aspect.COMMITMENT, TEN_DAYS));
    LeadParticipant open = LeadParticipant.builder().build();
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms), application(person("1234567", 9), open).build())))
        .isEqualTo("lead participant 2: release-days");
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms), application(person("1234567", 10), open).build())))
        .isEqualTo("nothing");
  }

  @Test
  void expectationsAreNotAskedAboutOnceTheHubDecides() {
    Terms terms =
        terms(
            should("committed-to-mastery", Aspect.ELIGIBILITY, COMMITTED),
            should("capacity-for-development", Aspect.ELIGIBILITY, CAPACITY));
    assertThat(asked(Questionnaire.next(TermsLookup.always(terms), application().build())))
        .isEqualTo("committed-to-mastery");
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms),
                    application()
                        .answers(Answers.of(Map.of("committed-to-mastery", false)))
                        .build())))
        .isEqualTo("nothing");
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms),
                    application()
                        .answers(Answers.of(Map.of("committed-to-mastery", true)))
                        .build())))
        .isEqualTo("capacity-for-development");
  }

  @Test
  void preferencesAreNeverAskedAbout() {
    Requirement wish =
        new Requirement(
            "committed-to-mastery",
            Aspect.ELIGIBILITY,
            Strength.PREFERRED,
            COMMITTED,
            Optional.empty(),
            must("a", Aspect.ELIGIBILITY, COMMITTED).citation(),
            must("a", Aspect.ELIGIBILITY, COMMITTED).provenance());
    assertThat(asked(Questionnaire.next(TermsLookup.always(terms(wish)), application().build())))
        .isEqualTo("nothing");
  }

  @Test
  void aReferralIsAskedAboutIfItDecides() {
    Requirement phase =
        new Requirement(
            "phase",
            Aspect.ELIGIBILITY,
            Strength.MUST,
            PRIMARY_ONLY,
            Optional.of(CAPACITY),
            must("a", Aspect.ELIGIBILITY, COMMITTED).citation(),
            must("a", Aspect.ELIGIBILITY, COMMITTED).provenance());
    assertThat(asked(Questionnaire.next(TermsLookup.always(terms(phase)), application().build())))
        .isEqualTo("nothing");
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms(phase)),
                    application()
                        .school(School.builder().urn(100008).phase(Phase.SECONDARY).build())
                        .build())))
        .isEqualTo("capacity-for-development");
  }

  @Test
  void aSkippedQuestionIsNotAskedAgain() {
    Terms terms =
        terms(
            must("committed-to-mastery", Aspect.ELIGIBILITY, COMMITTED),
            must("capacity-for-development", Aspect.ELIGIBILITY, CAPACITY));
    Question first =
        Questionnaire.next(TermsLookup.always(terms), application().build()).orElseThrow();
    assertThat(first.fact().id()).isEqualTo("committed-to-mastery");
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms), application().build(), List.of(first))))
        .isEqualTo("capacity-for-development");
  }

  @Test
  void afterASkippedQuestionTheNextIsAsked() {
    Terms terms =
        terms(
            must(
                "headteacher-statement",
                Aspect.APPLICATION,
                new Provided(Facts.HEADTEACHER_STATEMENT)),
            must("committed-to-mastery", Aspect.ELIGIBILITY, COMMITTED));
    Question statement =
        Questionnaire.next(TermsLookup.always(terms), application().build()).orElseThrow();
    assertThat(statement.fact()).isEqualTo(Facts.HEADTEACHER_STATEMENT);
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms), application().build(), List.of(statement))))
        .isEqualTo("committed-to-mastery");
    LocalDate day = LocalDate.of(2022, 5, 3);
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms), application().submittedOn(day).build())))
        .isEqualTo("nothing");
  }

  @Test
  void eitherOfTwoAnswersIsEnough() {
    Terms terms =
        terms(
            must(
                "prior-participation",
                Aspect.ELIGIBILITY,
                new AnyOf(ImmutableList.of(COMMITTED, CAPACITY))));
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms),
                    application()
                        .answers(Answers.of(Map.of("capacity-for-development", true)))
                        .build())))
        .isEqualTo("nothing");
  }

  @Test
  void factsThatTheTermsDependOnAreAskedFirst() {
    Terms open =
        Terms.of(
            OFFERING,
            terms(must("committed-to-mastery", Aspect.ELIGIBILITY, COMMITTED)).terms(),
            ImmutableList.of(
                new UnsettledTerm(
                    must("trn", Aspect.APPLICATION, TRN_OF_EACH),
                    ImmutableList.of(Facts.ESTABLISHMENT_TYPE))),
            ImmutableList.of(),
            terms().policy());
    assertThat(asked(Questionnaire.next(TermsLookup.always(open), application().build())))
        .isEqualTo("establishment-type");
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(open),
                    application()
                        .answers(Answers.of(Map.of("committed-to-mastery", false)))
                        .build())))
        .as("after a NO")
        .isEqualTo("nothing");
  }

  @Test
  void theQuestionNamesTheClauseAndItsSource() {
    Requirement term = must("release-time", Aspect.COMMITMENT, TEN_DAYS);
    Question question =
        Questionnaire.next(
                TermsLookup.always(terms(term)),
                application(LeadParticipant.builder().build()).build())
            .orElseThrow();
    assertThat(question.term()).isEqualTo("release-time");
    assertThat(question.aspect()).isEqualTo(Aspect.COMMITMENT);
    assertThat(question.clause())
        .isEqualTo("The lead participants must be released for at least 10 days between them.");
    assertThat(question.citation()).isEqualTo(term.citation());
  }

  @Test
  void groupsAndProgressAreAskedAbout() {
    Terms terms =
        terms(
            must(
                "work-group-lead",
                Aspect.GROUP,
                new OneOf(Facts.LEAD_ROLE, ImmutableSet.of("MASTERY_SPECIALIST"))),
            must("workshops", Aspect.PROGRESS, within(Facts.WORKSHOPS_ATTENDED, "5", null)));
    Question lead =
        Questionnaire.next(TermsLookup.always(terms), group(Phase.PRIMARY).build()).orElseThrow();
    assertThat(lead.fact()).isEqualTo(Facts.LEAD_ROLE);
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms), group(Phase.PRIMARY).build(), List.of(lead))))
        .isEqualTo("nothing");
    Progress progress =
        Progress.builder().offering(OFFERING).school(School.builder().urn(100008).build()).build();
    Question workshops = Questionnaire.next(TermsLookup.always(terms), progress).orElseThrow();
    assertThat(workshops.fact()).isEqualTo(Facts.WORKSHOPS_ATTENDED);
    assertThat(asked(Questionnaire.next(TermsLookup.always(terms), progress, List.of(workshops))))
        .isEqualTo("nothing");
  }

  @Test
  void aDocumentForAnotherOfferingIsRefused() {
    assertThatThrownBy(
            () ->
                Questionnaire.next(
                    TermsLookup.always(terms()),
                    application()
                        .offering(Offering.of("archimedes-ne", OFFERING.type(), OFFERING.year()))
                        .build()))
        .isInstanceOf(InvalidInputException.class);
    Offering other = Offering.of("archimedes-ne", OFFERING.type(), OFFERING.year());
    assertThatThrownBy(
            () ->
                Questionnaire.next(
                    TermsLookup.always(terms()), WorkGroup.builder().offering(other).build()))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(
            () ->
                Questionnaire.next(
                    TermsLookup.always(terms()),
                    Progress.builder()
                        .offering(other)
                        .school(School.builder().urn(100008).build())
                        .build()))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void nestedFactsOfTheSchoolAreAsked() {
    for (Criterion deep :
        List.of(
            new Not(COMMITTED),
            new AllOf(ImmutableList.of(PRIMARY_ONLY, COMMITTED)),
            new AnyOf(ImmutableList.of(new Not(PRIMARY_ONLY), COMMITTED)),
            new Not(new AnyOf(ImmutableList.of(new AllOf(ImmutableList.of(COMMITTED))))))) {
      Terms terms = terms(must("ready", Aspect.ELIGIBILITY, deep));
      assertThat(asked(Questionnaire.next(TermsLookup.always(terms), application().build())))
          .as("%s", deep)
          .isEqualTo("committed-to-mastery");
      for (boolean answer : List.of(true, false)) {
        Answers answers = Answers.of(Map.of("committed-to-mastery", answer));
        assertThat(
                asked(
                    Questionnaire.next(
                        TermsLookup.always(terms), application().answers(answers).build())))
            .as("%s", deep)
            .isEqualTo("nothing");
      }
    }
  }

  @Test
  void nestedFactsOfAPersonAreAskedOfThem() {
    Criterion numbered = new Provided(Facts.TRN);
    for (Criterion deep :
        List.of(
            new AllOf(ImmutableList.of(numbered)),
            new AnyOf(ImmutableList.of(numbered)),
            new Not(new Not(numbered)))) {
      Terms terms =
          terms(
              must(
                  "trn",
                  Aspect.ELIGIBILITY,
                  new ForMembers(Members.LEAD_PARTICIPANTS, true, deep)));
      assertThat(
              asked(
                  Questionnaire.next(
                      TermsLookup.always(terms),
                      application(person("1234567", 5), person("", 5)).build())))
          .as("%s", deep)
          .isEqualTo("lead participant 2: trn");
    }
  }

  @Test
  void questionsThatDecideNothingAreNotAsked() {
    for (Criterion settled :
        List.of(
            new AnyOf(ImmutableList.of(PRIMARY_ONLY, COMMITTED)),
            new AllOf(ImmutableList.of(new Not(PRIMARY_ONLY), COMMITTED)))) {
      assertThat(
              asked(
                  Questionnaire.next(
                      TermsLookup.always(terms(must("ready", Aspect.ELIGIBILITY, settled))),
                      application().build())))
          .isEqualTo("nothing");
    }
  }

  // People and schools.

  @Test
  void peopleAreAskedForWhateverIsAskedAboutThem() {
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms(must("trn", Aspect.APPLICATION, TRN_OF_EACH))),
                    application().build())))
        .isEqualTo("lead-participants");
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(
                        terms(
                            must(
                                "group-composition",
                                Aspect.GROUP,
                                new ForMembers(Members.SCHOOLS, true, PRIMARY_ONLY)))),
                    WorkGroup.builder().offering(OFFERING).build())))
        .isEqualTo("schools");
  }

  @Test
  void theNumberOfPeopleIsAskedIfItDecides() {
    for (Criterion number :
        List.of(
            within(Facts.LEAD_PARTICIPANTS, null, "1"),
            within(Facts.LEAD_PARTICIPANTS, null, "2"),
            within(Facts.LEAD_PARTICIPANTS, "2", null),
            new Not(within(Facts.LEAD_PARTICIPANTS, "2", null)))) {
      assertThat(
              asked(
                  Questionnaire.next(
                      TermsLookup.always(terms(must("people", Aspect.ELIGIBILITY, number))),
                      application().build())))
          .as("%s", number)
          .isEqualTo("lead-participants");
    }
  }

  @Test
  void peopleAreAskedForEvenIfOnePersonCannotHaveAllTheDays() {
    Criterion threeAtMost =
        new ForMembers(Members.LEAD_PARTICIPANTS, true, within(Facts.RELEASE_DAYS, null, "3"));
    Terms terms =
        terms(
            must("release-time", Aspect.COMMITMENT, TEN_DAYS),
            must("release-each", Aspect.COMMITMENT, threeAtMost));
    assertThat(asked(Questionnaire.next(TermsLookup.always(terms), application().build())))
        .isEqualTo("lead-participants");
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms), application(person("1234567", 3)).build())))
        .isEqualTo("nothing");
  }

  @Test
  void manySchoolsAreAskedAbout() {
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(
                        terms(must("group-size", Aspect.GROUP, within(Facts.SCHOOLS, "20", null)))),
                    WorkGroup.builder().offering(OFFERING).build())))
        .isEqualTo("schools");
  }

  // Decisive answers.

  @Test
  void answeredFactsAreNotAskedAgain() {
    Terms terms =
        terms(must("ready", Aspect.ELIGIBILITY, new AnyOf(ImmutableList.of(COMMITTED, CAPACITY))));
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms),
                    application()
                        .answers(Answers.of(Map.of("committed-to-mastery", false)))
                        .build())))
        .isEqualTo("capacity-for-development");
  }

  @Test
  void aQuestionThatChangesNothingIsSkipped() {
    Criterion hub = new HubDecides();
    Criterion refusedOrLeftToHub = new AllOf(ImmutableList.of(COMMITTED, hub));
    Criterion capacityDecides = new AnyOf(ImmutableList.of(refusedOrLeftToHub, hub, CAPACITY));
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms(must("ready", Aspect.ELIGIBILITY, capacityDecides))),
                    application().build())))
        .isEqualTo("capacity-for-development");
  }

  @Test
  void questionsBetweenYesAndTheHubAreNotAskedOnceTheHubDecides() {
    Requirement hub = must("school-type", Aspect.ELIGIBILITY, new HubDecides());
    Requirement should = should("capacity", Aspect.ELIGIBILITY, CAPACITY);
    Requirement must = must("committed", Aspect.ELIGIBILITY, COMMITTED);
    assertThat(
            asked(
                Questionnaire.next(TermsLookup.always(terms(hub, should)), application().build())))
        .isEqualTo("nothing");
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms(hub, should, must)), application().build())))
        .isEqualTo("committed-to-mastery");
  }

  @Test
  void afterOneNoNothingIsAsked() {
    Requirement lost =
        must("phase", Aspect.ELIGIBILITY, new OneOf(Facts.PHASE, ImmutableSet.of("SECONDARY")));
    Requirement open = must("many", Aspect.ELIGIBILITY, new AllOf(MANY));
    assertThat(asked(Questionnaire.next(TermsLookup.always(terms(open)), application().build())))
        .isEqualTo("most-teachers-using-mastery");
    assertThat(
            asked(Questionnaire.next(TermsLookup.always(terms(open, lost)), application().build())))
        .isEqualTo("nothing");
  }

  @Test
  void settledPartsAreNotAskedAboutWhileOthersAreOpen() {
    Criterion secondary = new OneOf(Facts.PHASE, ImmutableSet.of("SECONDARY"));
    Criterion experienced =
        new ForMembers(Members.LEAD_PARTICIPANTS, true, within(Facts.YEARS_TEACHING, "2", null));
    Requirement referred =
        new Requirement(
            "phase",
            Aspect.ELIGIBILITY,
            Strength.MUST,
            secondary,
            Optional.of(new AnyOf(ImmutableList.of(PRIMARY_ONLY, new AnyOf(MANY)))),
            must("a", Aspect.ELIGIBILITY, COMMITTED).citation(),
            must("a", Aspect.ELIGIBILITY, COMMITTED).provenance());
    LeadParticipant[] people = new LeadParticipant[13];
    Arrays.fill(people, LeadParticipant.builder().build());
    people[12] = LeadParticipant.builder().yearsTeaching(BigDecimal.ONE).build();
    for (Requirement settled :
        List.of(
            must("a", Aspect.ELIGIBILITY, new AllOf(ImmutableList.of(secondary, new AllOf(MANY)))),
            must(
                "b",
                Aspect.ELIGIBILITY,
                new AnyOf(ImmutableList.of(PRIMARY_ONLY, new AnyOf(MANY)))),
            must("c", Aspect.ELIGIBILITY, experienced),
            referred)) {
      assertThat(
              asked(
                  Questionnaire.next(
                      TermsLookup.always(terms(settled)), application(people).build())))
          .as("%s", settled.sentence())
          .isEqualTo("nothing");
    }
  }

  @Test
  void theFigureOfAReferralIsAskedFor() {
    Requirement phase =
        new Requirement(
            "phase",
            Aspect.ELIGIBILITY,
            Strength.MUST,
            PRIMARY_ONLY,
            Optional.of(within(Facts.TEACHERS, "3", null)),
            must("a", Aspect.ELIGIBILITY, COMMITTED).citation(),
            must("a", Aspect.ELIGIBILITY, COMMITTED).provenance());
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms(phase)),
                    application()
                        .school(School.builder().urn(100008).phase(Phase.SECONDARY).build())
                        .build())))
        .isEqualTo("teachers");
  }

  // Facts that the terms depend on.

  private static Terms open(Term term, Requirement... settled) {
    Terms plain = terms(settled);
    return Terms.of(
        OFFERING,
        plain.terms(),
        ImmutableList.of(new UnsettledTerm(term, ImmutableList.of(Facts.ESTABLISHMENT_TYPE))),
        ImmutableList.of(),
        plain.policy());
  }

  @Test
  void factsThatTheTermsDependOnAreNotAskedAgain() {
    Terms terms = open(must("trn", Aspect.APPLICATION, TRN_OF_EACH));
    Question type =
        Questionnaire.next(TermsLookup.always(terms), application().build()).orElseThrow();
    assertThat(type.fact()).isEqualTo(Facts.ESTABLISHMENT_TYPE);
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(terms), application().build(), List.of(type))))
        .isEqualTo("lead-participants");
  }

  @Test
  void conditionsOfPaymentsAndPrioritiesAreNotAskedAbout() {
    Entitlement grant =
        new Entitlement(
            "grant",
            false,
            Optional.of(Money.parse("GBP 500")),
            Optional.of(PayUnit.SCHOOL),
            Purpose.RELEASE_TIME,
            Optional.empty(),
            Optional.empty(),
            must("a", Aspect.ELIGIBILITY, COMMITTED).citation(),
            must("a", Aspect.ELIGIBILITY, COMMITTED).provenance());
    assertThat(asked(Questionnaire.next(TermsLookup.always(open(grant)), application().build())))
        .isEqualTo("nothing");
    Requirement later = must("workshops", Aspect.PROGRESS, COMMITTED);
    assertThat(asked(Questionnaire.next(TermsLookup.always(open(later)), application().build())))
        .isEqualTo("nothing");
  }

  @Test
  void onceTheHubDecidesOnlyMustsAreAskedAbout() {
    Requirement expected = should("committed", Aspect.ELIGIBILITY, COMMITTED);
    Answers no = Answers.of(Map.of("committed-to-mastery", false));
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(
                        open(must("trn", Aspect.APPLICATION, TRN_OF_EACH), expected)),
                    application().answers(no).build())))
        .isEqualTo("establishment-type");
    assertThat(
            asked(
                Questionnaire.next(
                    TermsLookup.always(
                        open(should("trn", Aspect.APPLICATION, TRN_OF_EACH), expected)),
                    application().answers(no).build())))
        .isEqualTo("nothing");
  }
}
