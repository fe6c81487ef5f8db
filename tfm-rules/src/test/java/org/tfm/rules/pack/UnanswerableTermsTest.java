package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.book.PolicyBook;

/** A term that asks for something that its document never contains does not load. */
class UnanswerableTermsTest {

  private static final String OWN_FACT =
      """
      facts:
        action-group:
          kind: yes-no
          label: the school has a maths action group
          question: Has the school a maths action group?
      """;

  private static PolicyBook book(String then) {
    return PolicyBook.builder()
        .files(
            SmallPacks.files(
                SmallPacks.PUBLISHER + OWN_FACT,
                SmallPacks.PACKAGE + SmallPacks.rule("asks", then)))
        .build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eligibility | must(everyLeadParticipant(phase().is(PRIMARY)))                  | for the phase of the school; an application does not record that for each lead participant. Ask it outside `everyLeadParticipant` and `someLeadParticipant`
          eligibility | must(sessions().isExactly(6))                                    | for the number of sessions planned; an application does not record that. Ask it in a `group` term
          eligibility | must(everySchool(phase().is(PRIMARY)))                           | about each school; an application does not record that. Ask it in a `group` term
          application | must(trn().isProvided())                                         | for a teacher reference number (TRN); an application records that for each lead participant. Ask it inside `everyLeadParticipant` or `someLeadParticipant`
          commitment  | should(everyLeadParticipant(terms.answer("action-group").isConfirmed())) | whether the school has a maths action group; an application does not record that for each lead participant. Ask it outside `everyLeadParticipant` and `someLeadParticipant`
          commitment  | preferred(someLeadParticipant(stateFunded().isConfirmed()))      | whether the school is state-funded; an application does not record that for each lead participant. Ask it outside `everyLeadParticipant` and `someLeadParticipant`
          commitment  | must(everyLeadParticipant(someLeadParticipant(trn().isProvided()))) | about each lead participant; an application does not record that for each lead participant. Ask it outside `everyLeadParticipant` and `someLeadParticipant`
          eligibility | must(anyOf(phase().is(PRIMARY), not(visits().isAtLeast(2))))     | for the number of support visits; an application does not record that. Ask it in a `progress` term
          eligibility | must(phase().is(PRIMARY)).referWhen(leadRole().is(LOCAL_LEADER)) | for the role of the work group lead; an application does not record that. Ask it in a `group` term
          eligibility | referUnless(workshopsAttended().isAtLeast(5))                    | for the number of workshops attended; an application does not record that. Ask it in a `progress` term
          eligibility | must(sessions().isUnstated())                                    | for the number of sessions planned; an application does not record that. Ask it in a `group` term
          eligibility | must(leadParticipants().where(phase().is(PRIMARY)).isAtMost(1))          | for the phase of the school; an application does not record that for each lead participant. Ask it outside `everyLeadParticipant` and `someLeadParticipant`
          eligibility | must(schools().where(phase().is(PRIMARY)).isAtMost(1))                   | about each school; an application does not record that. Ask it in a `group` term
          group       | must(leadParticipants().isExactly(2))                            | for the number of lead participants; a work group does not record that. Ask it in an `eligibility`, `application` or `commitment` term
          group       | must(phase().is(PRIMARY))                                        | for the phase of the school; a work group records that for each school. Ask it inside `everySchool` or `someSchool`
          group       | must(everySchool(terms.answer("action-group").isConfirmed()))    | whether the school has a maths action group; a work group does not record that for each school. Ask it outside `everySchool` and `someSchool`
          group       | must(everySchool(participation().includesAny("primary-readiness"))) | for the work groups that the school has taken part in; a work group does not record that. Ask it in an `eligibility`, `application` or `commitment` term
          group       | must(everySchool(schools().isAtLeast(2)))                        | for the number of schools in the group; a work group does not record that for each school. Ask it outside `everySchool` and `someSchool`
          progress    | must(leadParticipants().isExactly(2))                            | for the number of lead participants; a year's progress does not record that. Ask it in an `eligibility`, `application` or `commitment` term
          progress    | must(someLeadParticipant(trn().isProvided()))                    | about each lead participant; a year's progress does not record that. Ask it in an `eligibility`, `application` or `commitment` term
          progress    | must(trn().isProvided())                                         | for a teacher reference number (TRN); a year's progress does not record that. Ask it in an `eligibility`, `application` or `commitment` term
          grant       | amountNotStated().towards(TEXTBOOKS).when(allOf(place().is(ACCEPTED), workshopsAttended().isAtLeast(5))) | for the hub's decision about a place, which only an application records, and also about the year. Leave one of them out, or ask for it with `terms.answer(…)`, which an application and a year's progress can both have
          charge      | of(pounds(75)).perSession().towards(PARTICIPATION).when(allOf(missedWithoutNotice().isAtLeast(1), schools().isAtLeast(5))) | for the number of schools in the group; a year's progress does not record that. Ask it in a `group` term
          charge      | of(pounds(75)).perWorkGroup().towards(PARTICIPATION).when(missedWithoutNotice().isAtLeast(1)) | for the number of workshops missed without notice; an application does not record that. Ask it in a `progress` term
          charge      | of(pounds(5)).perSchool().towards(PARTICIPATION).when(schools().isAtLeast(5)) | for the number of schools in the group; an application does not record that. Ask it in a `group` term
          grant       | of(pounds(5)).towards(GROUP_WORK).when(allOf(place().is(ACCEPTED), schools().isAtLeast(5))).perWorkGroup() | for the number of schools in the group; an application does not record that. Ask it in a `group` term
          """)
  void aTermIsRefusedThatNoDocumentOfItsSortCanAnswer(String sort, String rest, String asks) {
    assertThatThrownBy(() -> book("terms." + sort + "(\"x\")." + rest + ";"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "folder/primary-development.drl:2: in the rule `asks`, the term `x` asks " + asks);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eligibility(\"x\").must(phase().is(PRIMARY))",
        "eligibility(\"x\").must(terms.answer(\"action-group\").isConfirmed())",
        "application(\"x\").must(everyLeadParticipant(trn().isProvided()))",
        "commitment(\"x\").must(combinedRelease().isUnstated())",
        "group(\"x\").must(everySchool(stateFunded().isConfirmed()))",
        "group(\"x\").must(allOf(schools().isAtLeast(2), someSchool(special().isConfirmed())))",
        "group(\"x\").must(terms.answer(\"action-group\").isConfirmed())",
        "progress(\"x\").must(anyOf(visits().isAtLeast(2), phase().is(PRIMARY)))",
        "progress(\"x\").must(terms.answer(\"reports\").isConfirmed())",
        "eligibility(\"x\").leftToHub()",
        "application(\"x\").must(leadParticipants().where(trn().isProvided()).isExactly(2))",
        "group(\"x\").must(schools().where(stateFunded().isConfirmed()).isAtLeast(2))",
        "grant(\"x\").amountNotStated().towards(TEXTBOOKS).when(place().is(ACCEPTED))",
        "grant(\"x\").amountNotStated().towards(TEXTBOOKS).when(workshopsAttended().isAtLeast(5))",
        "grant(\"x\").amountNotStated().towards(TEXTBOOKS).when(allOf(place().is(ACCEPTED), terms.answer(\"evaluation\").isConfirmed()))",
        "charge(\"x\").of(pounds(75)).perSession().towards(PARTICIPATION).when(missedWithoutNotice().isAtLeast(1))",
        "grant(\"x\").amountNotStated().perWorkGroup().towards(GROUP_WORK).when(place().is(ACCEPTED))",
        "grant(\"x\").amountNotStated().perWorkGroup().towards(GROUP_WORK).when(schools().isAtLeast(6))"
      })
  void aTermLoadsThatItsDocumentCanAnswer(String term) {
    assertThat(book("terms." + term + ";").packs()).hasSize(1);
  }

  @Test
  void aTermOnGroupsCannotDependOnTheKindOfOneSchool() {
    assertThatThrownBy(
            () ->
                PolicyBook.builder()
                    .files(
                        SmallPacks.files(
                            SmallPacks.PUBLISHER,
                            SmallPacks.PACKAGE
                                + SmallPacks.rule(
                                    "asks",
                                    "SchoolKind( special )",
                                    "terms.group(\"x\").must(schools().isAtLeast(2));")))
                    .build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "folder/primary-development.drl:2: in the rule `asks`, the term `x` is about a work"
                + " group, which can have schools of several kinds. Remove `SchoolKind` from `when`,"
                + " and ask about the schools inside `everySchool` or `someSchool`");
  }

  @Test
  void aFactThatTheLibraryMakesForEveryYearIsNotDeclared() {
    assertThatThrownBy(
            () ->
                PolicyBook.builder()
                    .files(
                        SmallPacks.files(
                            SmallPacks.PUBLISHER
                                + OWN_FACT.replace("action-group", "participation-in-2017-18"),
                            SmallPacks.PACKAGE
                                + SmallPacks.rule("asks", "terms.eligibility(\"x\").leftToHub();")))
                    .build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "folder/publisher.yaml:13: the fact `participation-in-2017-18` belongs to the library; a pack"
                + " cannot declare it");
  }
}
