package org.tfm.model.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.document.Application;
import org.tfm.model.document.DocumentEvidence;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Role;
import org.tfm.model.document.Trn;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;

class CountOfMembersTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));
  private static final Criterion ASSISTANT =
      new Includes(Facts.ROLES, ImmutableSet.of("TEACHING_ASSISTANT"), false);
  private static final Criterion MATHS_LEAD =
      new Includes(Facts.ROLES, ImmutableSet.of("MATHS_LEAD"), false);
  private static final Criterion PRIMARY = new OneOf(Facts.PHASE, ImmutableSet.of("PRIMARY"));

  private static CountOfMembers people(Criterion where, String least, String most) {
    return new CountOfMembers(Members.LEAD_PARTICIPANTS, where, number(least), number(most));
  }

  private static Optional<Integer> number(String bound) {
    return Optional.of(bound).filter(text -> !text.isEmpty()).map(Integer::valueOf);
  }

  /** Returns people by one letter each: an assistant, a teacher, or unknown. */
  private static Application application(String people) {
    return Application.builder()
        .offering(OFFERING)
        .school(School.builder().urn(100_008).build())
        .leadParticipants(
            people
                .chars()
                .mapToObj(CountOfMembersTest::person)
                .collect(ImmutableList.toImmutableList()))
        .build();
  }

  private static LeadParticipant person(int letter) {
    LeadParticipant.Builder person = LeadParticipant.builder();
    return switch (letter) {
      case 'a' -> person.roles(ImmutableSet.of(Role.TEACHING_ASSISTANT)).build();
      case 't' -> person.roles(ImmutableSet.of(Role.CLASS_TEACHER)).build();
      default -> person.build();
    };
  }

  private static Application handedIn(String people) {
    return Application.builder()
        .from(application(people))
        .submittedOn(LocalDate.of(2022, 5, 3))
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "t,   TRUE,  FALSE, FALSE, FALSE",
    "a,   TRUE,  TRUE,  TRUE,  FALSE",
    "aa,  FALSE, TRUE,  FALSE, TRUE",
    "aat, FALSE, TRUE,  FALSE, TRUE",
    "aaa, FALSE, TRUE,  FALSE, FALSE",
    "?,   TRUE,  UNKNOWN, UNKNOWN, FALSE",
    "a?,  UNKNOWN, TRUE, UNKNOWN, UNKNOWN",
    "t?,  TRUE,  UNKNOWN, UNKNOWN, FALSE",
    "aa?, FALSE, TRUE,  FALSE, UNKNOWN",
    "??,  UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
    "'',  UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
  })
  void aCountIsDecidedWhenNoAnswerCanChangeIt(
      String people, Truth atMostOne, Truth atLeastOne, Truth exactlyOne, Truth two) {
    for (Application application : List.of(application(people), handedIn(people))) {
      Evidence evidence = DocumentEvidence.of(application);
      assertThat(people(ASSISTANT, "", "1").evaluate(evidence).truth()).isEqualTo(atMostOne);
      assertThat(people(ASSISTANT, "1", "").evaluate(evidence).truth()).isEqualTo(atLeastOne);
      assertThat(people(ASSISTANT, "1", "1").evaluate(evidence).truth()).isEqualTo(exactlyOne);
      assertThat(people(ASSISTANT, "2", "2").evaluate(evidence).truth()).isEqualTo(two);
    }
  }

  @Test
  void peopleWhoCanStillBeAddedCount() {
    Evidence draft = DocumentEvidence.of(application("a"), 2);
    assertThat(people(ASSISTANT, "", "1").prospect(draft)).isEqualTo(Prospect.TRUE_OR_FALSE);
    assertThat(people(ASSISTANT, "", "2").prospect(draft)).isEqualTo(Prospect.TRUE);
    assertThat(people(ASSISTANT, "2", "").prospect(draft)).isEqualTo(Prospect.TRUE_OR_FALSE);
    assertThat(people(ASSISTANT, "3", "").prospect(draft)).isEqualTo(Prospect.FALSE);
    Evidence closed = DocumentEvidence.of(handedIn("a"), 2);
    assertThat(people(ASSISTANT, "", "1").prospect(closed)).isEqualTo(Prospect.TRUE);
    assertThat(people(ASSISTANT, "2", "").prospect(closed)).isEqualTo(Prospect.FALSE);
  }

  @Test
  void aPersonWhoIsListedTwiceCountsOnce() {
    LeadParticipant assistant =
        LeadParticipant.builder().from(person('a')).trn(Trn.parse("1234567")).build();
    LeadParticipant again = LeadParticipant.builder().trn(Trn.parse("1234567")).build();
    Application twice =
        Application.builder()
            .from(application(""))
            .leadParticipants(ImmutableList.of(assistant, assistant, again))
            .build();
    Evidence evidence = DocumentEvidence.of(twice);
    assertThat(people(ASSISTANT, "1", "1").evaluate(evidence).truth()).isEqualTo(Truth.TRUE);
    assertThat(people(ASSISTANT, "2", "").evaluate(evidence).truth()).isEqualTo(Truth.FALSE);
    assertThat(people(new Not(ASSISTANT), "1", "").evaluate(evidence).truth())
        .as("the second entry says nothing else")
        .isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void aSchoolOfAGroupThatIsListedTwiceCountsOnce() {
    School school = School.builder().urn(100_008).phase(Phase.PRIMARY).build();
    WorkGroup group =
        WorkGroup.builder().offering(OFFERING).schools(ImmutableList.of(school, school)).build();
    CountOfMembers two =
        new CountOfMembers(Members.SCHOOLS, PRIMARY, Optional.of(2), Optional.empty());
    assertThat(two.prospect(DocumentEvidence.of(group))).isEqualTo(Prospect.FALSE);
  }

  @Test
  void anOutcomeShowsThoseWhoDecideIt() {
    Evidence evidence = DocumentEvidence.of(application("ata?"));
    assertThat(people(ASSISTANT, "", "1").evaluate(evidence).observed())
        .extracting(Observation::of)
        .containsExactly("lead participant 1", "lead participant 3");
    assertThat(people(ASSISTANT, "2", "").evaluate(evidence).observed())
        .extracting(Observation::of)
        .containsExactly("lead participant 1", "lead participant 3");
    Outcome open = people(ASSISTANT, "3", "").evaluate(evidence);
    assertThat(open.observed()).hasSize(4);
    assertThat(open.missing()).extracting(MissingFact::of).containsExactly("lead participant 4");
    Outcome tooFew = people(ASSISTANT, "4", "").evaluate(DocumentEvidence.of(application("ata")));
    assertThat(tooFew.truth()).isEqualTo(Truth.FALSE);
    assertThat(tooFew.observed())
        .as("the number of people, and the one who is no teaching assistant")
        .extracting(Observation::fact, Observation::of)
        .containsExactly(tuple("lead-participants", ""), tuple("roles", "lead participant 2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1|-|IS|at least one lead participant is a teaching assistant",
        "2|-|IS|at least 2 lead participants are teaching assistants",
        "2|-|MUST|at least 2 lead participants must be teaching assistants",
        "-|1|IS|at most one lead participant is a teaching assistant",
        "-|1|MUST|at most one lead participant may be a teaching assistant",
        "-|2|MUST|at most 2 lead participants may be teaching assistants",
        "-|2|SHOULD|at most 2 lead participants should be teaching assistants",
        "-|2|IDEALLY|at most 2 lead participants are ideally teaching assistants",
        "1|1|MUST|exactly one lead participant must be a teaching assistant",
        "2|2|IS|exactly 2 lead participants are teaching assistants",
        "1|2|MUST|1 or 2 lead participants must be teaching assistants",
        "2|4|IS|2 to 4 lead participants are teaching assistants",
        "-|0|IS|no lead participant is a teaching assistant",
        "-|0|MUST|no lead participant may be a teaching assistant"
      })
  void aCountIsWordedWithItsBounds(String least, String most, Mood mood, String expected) {
    assertThat(count(least, most).says(mood, false)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1|-|IS|no lead participant is a teaching assistant",
        "1|-|MUST|no lead participant may be a teaching assistant",
        "3|-|IS|at most 2 lead participants are teaching assistants",
        "3|-|MUST|at most 2 lead participants may be teaching assistants",
        "-|0|MUST|at least one lead participant must be a teaching assistant",
        "-|1|MUST|at least 2 lead participants must be teaching assistants",
        "1|1|MUST|not exactly one lead participant must be a teaching assistant",
        "2|2|IS|not exactly 2 lead participants are teaching assistants",
        "2|4|IS|fewer than 2 or more than 4 lead participants are teaching assistants"
      })
  void aDeniedCountIsWordedWithTheOtherNumbers(
      String least, String most, Mood mood, String expected) {
    assertThat(count(least, most).says(mood, true)).isEqualTo(expected);
    assertThat(new Not(count(least, most)).says(mood, false)).isEqualTo(expected);
  }

  private static CountOfMembers count(String least, String most) {
    return people(ASSISTANT, least == null ? "" : least, most == null ? "" : most);
  }

  @Test
  void everyKindOfFactIsWordedInThePlural() {
    Criterion days =
        new Within(Facts.RELEASE_DAYS, Optional.of(BigDecimal.valueOf(5)), Optional.empty());
    Criterion either =
        new Includes(Facts.ROLES, ImmutableSet.of("CLASS_TEACHER", "MATHS_LEAD"), false);
    assertThat(people(days, "2", "").says(Mood.MUST, false))
        .isEqualTo("at least 2 lead participants must be released for at least 5 days");
    assertThat(people(new Confirmed(Facts.TEACHER), "2", "").says())
        .isEqualTo("at least 2 lead participants are teachers");
    assertThat(people(new Not(new Confirmed(Facts.TEACHER)), "", "2").says())
        .isEqualTo("at most 2 lead participants are not teachers");
    assertThat(people(new Provided(Facts.TRN), "2", "").says())
        .isEqualTo("at least 2 lead participants have a teacher reference number (TRN)");
    assertThat(people(new Provided(Facts.RELEASE_DAYS), "2", "").says())
        .isEqualTo("the release time is given for at least 2 lead participants");
    assertThat(people(either, "2", "").says())
        .isEqualTo("at least 2 lead participants are class teachers or the maths lead");
    assertThat(
            people(new AllOf(ImmutableList.of(MATHS_LEAD, days)), "", "1").says(Mood.MUST, false))
        .isEqualTo(
            "at most one lead participant may be the maths lead and be released for at least 5"
                + " days");
    assertThat(
            new CountOfMembers(Members.SCHOOLS, PRIMARY, Optional.of(2), Optional.empty()).says())
        .isEqualTo("at least 2 schools are primary schools");
  }

  @Test
  void aCountNeedsBoundsThatANumberCanMeet() {
    assertThatThrownBy(() -> people(ASSISTANT, "", ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("the lead participants are counted without a number");
    assertThatThrownBy(() -> people(ASSISTANT, "0", ""))
        .hasMessage("`0` is not a number of members; expected 1 to 1000");
    assertThatThrownBy(() -> people(ASSISTANT, "", "-1"))
        .hasMessage("`-1` is not a number of members; expected 0 to 1000");
    assertThatThrownBy(() -> people(ASSISTANT, "1001", ""))
        .hasMessage("`1001` is not a number of members; expected 1 to 1000");
    assertThatThrownBy(() -> people(ASSISTANT, "3", "2"))
        .hasMessage("no number is at least 3 and at most 2");
  }

  @Test
  void aConditionThatIsLeftToTheHubCannotBeCounted() {
    for (Criterion open : List.of(new HubDecides(), new Unstated(Facts.YEARS_TEACHING))) {
      assertThatThrownBy(() -> people(new AnyOf(ImmutableList.of(ASSISTANT, open)), "1", ""))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage(
              "the lead participants are counted by a condition that is left to the hub, or has no"
                  + " figure");
    }
  }
}
