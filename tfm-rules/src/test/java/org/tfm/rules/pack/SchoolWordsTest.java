package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.MoreCollectors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Requirement;
import org.tfm.rules.book.PolicyBook;

/** The words of rules about a school in the register, with the messages for misuse of each word. */
class SchoolWordsTest {

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
          localAuthority().is("Cumbria") | The school must be in Cumbria.
          localAuthority().in("Cumbria", "Lancashire") | The school must be in Cumbria or Lancashire.
          not(localAuthority().is("Cumbria")) | The school must not be in Cumbria.
          district().in("Eden", "South Lakeland") | The school must be in the district of Eden or South Lakeland.
          region().is("North West") | The school must be in the North West region.
          trust().is("Example Trust") | The school must be part of Example Trust.
          schoolYears().includesAny(YEAR_4) | The school must have Year 4.
          schoolYears().includesAny(RECEPTION, YEAR_1) | The school must have Reception or Year 1.
          schoolYears().includesAll(YEAR_3, YEAR_6) | The school must have Year 3 and Year 6.
          lowestAge().isAtMost(5) | The school's youngest pupils must be at most 5 years old.
          highestAge().isAtLeast(11) | The school's oldest pupils must be at least 11 years old.
          nurseryProvision().isConfirmed() | The school must have nursery provision.
          freeMealShare().isAtLeast(25) | The school must have at least 25% of pupils eligible for free school meals.
          pupils().isAtMost(80) | The school must have at most 80 pupils.
          pupils().isBetween(60, 120) | The school must have 60 to 120 pupils.
          pupils().isExactly(1) | The school must have exactly 1 pupil.
          not(pupils().isAtMost(80)) | The school must not have at most 80 pupils.
          ofsted().is(GOOD) | The school must be graded good by Ofsted.
          ofsted().in(GOOD, OUTSTANDING) | The school must be graded good or outstanding by Ofsted.
          ofsted().in(REQUIRES_IMPROVEMENT, INADEQUATE) | The school must be graded requires improvement or inadequate by Ofsted.
          not(ofsted().is(INADEQUATE)) | The school must not be graded inadequate by Ofsted.
          not(ofsted().in(REQUIRES_IMPROVEMENT, INADEQUATE)) | The school must not be graded requires improvement or inadequate by Ofsted.
          ofsted().isProvided() | The school's latest Ofsted grade must be given.
          ofsted().isUnstated() | The document does not state the school's latest Ofsted grade.
          pupils().isUnstated() | The document does not state the number of pupils.
          allOf(localAuthority().is("Cumbria"), ofsted().is(GOOD), pupils().isAtMost(80)) | The school must be in Cumbria, be graded good by Ofsted and have at most 80 pupils.
          anyOf(ofsted().is(INADEQUATE), pupils().isAtMost(80)) | The school must be graded inadequate by Ofsted or have at most 80 pupils.
          ifThen(pupils().isAtMost(80), ofsted().is(GOOD)) | If the school has at most 80 pupils, the school must be graded good by Ofsted.
          inHubArea().isConfirmed() | The school must be in the area of the river-hub Maths Hub.
          not(inHubArea().isConfirmed()) | The school must not be in the area of the river-hub Maths Hub.
          inHubArea().isUnstated() | The document does not say whether the school is in the area of the river-hub Maths Hub.
          servingHubs().includesAny("mobius") | The school must be in the area of the Mobius Maths Hub.
          servingHubs().includesAny("mobius", "bbo", "mobius") | The school must be in the area of the Mobius Maths Hub or BBO Maths Hub.
          servingHubs().includesAll("mobius", "bbo") | The school must be in the area of the Mobius Maths Hub and BBO Maths Hub.
          not(servingHubs().includesAny("mobius", "bbo")) | The school must not be in the area of the Mobius Maths Hub and not be in the area of the BBO Maths Hub.
          urn().is("100008") | The school must be the one with the URN 100008.
          urn().in("100008", "100009") | The school must be the one with the URN 100008 or 100009.
          allOf(localAuthority().is("Cumbria"), schoolYears().includesAny(YEAR_4)) | The school must be in Cumbria and have Year 4.
          """)
  void aRuleAsksAboutTheSchool(String must, String sentence) {
    assertThat(sentence(must)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          everySchool(localAuthority().in("Cumbria", "Lancashire")) | Each school must be in Cumbria or Lancashire.
          someSchool(schoolYears().includesAny(YEAR_6)) | At least one school must have Year 6.
          schools().where(freeMealShare().isAtLeast(25)).isAtLeast(3) | At least 3 schools must have at least 25% of pupils eligible for free school meals.
          everySchool(pupils().isAtMost(80)) | Each school must have at most 80 pupils.
          everySchool(ofsted().in(GOOD, OUTSTANDING)) | Each school must be graded good or outstanding by Ofsted.
          someSchool(ofsted().is(OUTSTANDING)) | At least one school must be graded outstanding by Ofsted.
          everySchool(not(ofsted().is(INADEQUATE))) | No school may be graded inadequate by Ofsted.
          schools().where(ofsted().is(GOOD)).isAtLeast(2) | At least 2 schools must be graded good by Ofsted.
          schools().where(pupils().isAtMost(80)).isAtMost(1) | At most one school may have at most 80 pupils.
          schools().where(localAuthority().is("Cumbria")).isAtMost(2) | At most 2 schools may be in Cumbria.
          schools().where(schoolYears().includesAny(YEAR_4)).isAtLeast(2) | At least 2 schools must have Year 4.
          everySchool(lowestAge().isAtMost(5)) | Each school's youngest pupils must be at most 5 years old.
          everySchool(inHubArea().isConfirmed()) | Each school must be in the area of the river-hub Maths Hub.
          schools().where(servingHubs().includesAny("mobius")).isAtLeast(2) | At least 2 schools must be in the area of the Mobius Maths Hub.
          trusts().isExactly(1) | The schools of the group must belong to exactly 1 trust.
          trusts().isAtMost(2) | The schools of the group must belong to at most 2 trusts.
          everySchool(not(nurseryProvision().isConfirmed())) | No school may have nursery provision.
          """)
  void aRuleAsksAboutTheSchoolsOfAGroup(String must, String sentence) {
    PolicyBook book = PolicyBook.builder().files(ofGroup(must)).build();
    assertThat(
            book
                .terms(
                    Offering.of("river-hub", "primary-development", AcademicYear.startingIn(2022)))
                .terms()
                .stream()
                .map(term -> ((Requirement) term).sentence()))
        .containsExactly(sentence);
  }

  private static PackFiles ofGroup(String must) {
    return SmallPacks.files(
        SmallPacks.PUBLISHER,
        SmallPacks.PACKAGE + SmallPacks.rule("a", "terms.group(\"a\").must(" + must + ");"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          localAuthority().is(PRIMARY) | 2: in the rule `a`, `localAuthority()` is a name; expected a text such as `"Cumbria"`
          region().in(ENGLAND, WALES) | 2: in the rule `a`, `region()` is a name; expected a text such as `"Cumbria"`
          district().is(" ") | 2: in the rule `a`, `district()` is compared with an empty name
          localAuthority().includesAny("Cumbria") | 2: in the rule `a`, `localAuthority()` is one word; expected `is` or `in`
          trust().isConfirmed() | 2: in the rule `a`, `trust()` is one word; expected `is` or `in`
          schoolYears().is(YEAR_4) | 2: in the rule `a`, `schoolYears()` is a list; expected `includesAny` or `includesAll`
          schoolYears().includesAny(YEAR_14) | 8:58: unknown word `YEAR_14`. Maybe `YEAR_1` or `YEAR_10` or `YEAR_11`?
          schoolYears().includesAny(MATHS_LEAD) | 2: in the rule `a`, `MATHS_LEAD` is not a choice of `schoolYears()`
          lowestAge().is("4") | 2: in the rule `a`, `lowestAge()` is a number; expected `isAtLeast`, `isAtMost`, `isBetween` or `isExactly`
          servingHubs().includesAny("mobuis") | 2: in the rule `a`, unknown hub `mobuis`. Maybe `mobius`?
          servingHubs().includesAny("nowhere-near") | 2: in the rule `a`, unknown hub `nowhere-near`. `tfm hubs` lists those that can be named
          servingHubs() | 8:27: `must` does not take hubs without a comparison. Expected a criterion
          urn().in("10000", "1234567") | 2: in the rule `a`, `1234567` is not a URN; expected a text of five or six digits such as `"100008"`
          urn().is(PRIMARY) | 2: in the rule `a`, `urn()` is a name; expected a text such as `"100008"`
          trusts().isExactly(1) | 2: in the rule `a`, the term `a` asks for the number of trusts that the schools belong to; an application does not record that. Ask it in a `group` term
          highestAge() | 8:27: `must` does not take a fact without a comparison. Expected a criterion
          nurseryProvision().isAtLeast(1) | 2: in the rule `a`, `nurseryProvision()` is answered with yes or no; expected `isConfirmed`
          freeMealShare().isAtLeast(days(25)) | 2: in the rule `a`, `freeMealShare()` is not a time; compare it with a plain number
          localAuthority().is(CUMBRIA) | 8:52: unknown word `CUMBRIA`. RULE-WORDS.md lists the words in capitals; a name is in quotes, such as `"Cumbria"`
          ofsted().is(ENGLAND) | 2: in the rule `a`, `ENGLAND` is not a choice of `ofsted()`
          ofsted().is(SATISFACTORY) | 8:44: unknown word `SATISFACTORY`. Expected one of `OUTSTANDING`, `GOOD`, `REQUIRES_IMPROVEMENT`, `INADEQUATE`
          weeks(3) | 8:32: unknown word `weeks`. Write a length as `days(…)`, `halfDays(…)` or `hours(…)`
          startTime().isBy("13:00") | 8:32: unknown word `startTime`. The time is part of `date()`, as in `date().isFrom("2025-10-03 13:00")`
          ofsted().is(GOOOD) | 8:44: unknown word `GOOOD`. Maybe `GOOD`?
          ofsted().is("good") | 2: in the rule `a`, `good` is not a choice of `ofsted()`. Maybe `GOOD`?
          ofsted().includesAny(GOOD) | 2: in the rule `a`, `ofsted()` is one word; expected `is` or `in`
          ofsted().isAtLeast(2) | 2: in the rule `a`, `ofsted()` is one word; expected `is` or `in`
          ofsted() | 8:27: `must` does not take a fact without a comparison. Expected a criterion
          pupils().is("80") | 2: in the rule `a`, `pupils()` is a number; expected `isAtLeast`, `isAtMost`, `isBetween` or `isExactly`
          pupils().isAtMost(days(80)) | 2: in the rule `a`, `pupils()` is not a time; compare it with a plain number
          pupils().where(ofsted().is(GOOD)).isAtLeast(1) | 2: in the rule `a`, `pupils()` is not a list; expected `leadParticipants().where(…)`, `schools().where(…)` or `sessions().where(…)`
          freeMealShare().isAtLeast(101) | 2: in the rule `a`, `101` is not a percentage; expected 0 to 100
          localAuthorty().is("Cumbria") | 8:32: unknown word `localAuthorty`. Maybe `localAuthority`?
          """)
  void aMistakeIsNamed(String must, String message) {
    assertThat(messages(must)).containsExactly("folder/primary-development.drl:" + message);
  }

  @Test
  void aGroupAsksEachSchool() {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> PolicyBook.builder().files(ofGroup("localAuthority().is(\"Cumbria\")")).build());
    assertThat(refused.problems().stream().map(Problem::toString))
        .containsExactly(
            "folder/primary-development.drl:2: in the rule `a`, the term `a` asks for the local"
                + " authority of the school; a work group records that for each school. Ask it inside"
                + " `everySchool` or `someSchool`");
  }
}
