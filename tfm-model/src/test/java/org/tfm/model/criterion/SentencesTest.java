package org.tfm.model.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tfm.model.criterion.Mood.IDEALLY;
import static org.tfm.model.criterion.Mood.IS;
import static org.tfm.model.criterion.Mood.MUST;
import static org.tfm.model.criterion.Mood.SHOULD;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tfm.model.document.Facts;

class SentencesTest {

  private static final Criterion TEN_DAYS = within(Facts.COMBINED_RELEASE, "10", "");
  private static final Criterion PRIMARY = new OneOf(Facts.PHASE, ImmutableSet.of("PRIMARY"));
  private static final Criterion STATE = new Confirmed(Facts.STATE_FUNDED);

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

  @Test
  void aLeastNumberInEveryMood() {
    says(
        TEN_DAYS,
        IS,
        "the lead participants are released for at least 10 days between them",
        "the combined release time is not at least 10 days");
    says(
        TEN_DAYS,
        MUST,
        "the combined release time must be at least 10 days",
        "the combined release time must not be at least 10 days");
    says(
        TEN_DAYS,
        SHOULD,
        "the combined release time should be at least 10 days",
        "the combined release time should not be at least 10 days");
    says(
        TEN_DAYS,
        IDEALLY,
        "the combined release time is ideally at least 10 days",
        "the combined release time is ideally not at least 10 days");
  }

  @Test
  void aStatementIsWhatIsSaidWithoutAMood() {
    assertThat(TEN_DAYS.says()).isEqualTo(TEN_DAYS.says(IS, false));
  }

  @Test
  void rangesExactNumbersAndHalves() {
    assertThat(within(Facts.SCHOOLS, "6", "7").says(MUST, false))
        .isEqualTo("the group must have 6 or 7 schools");
    assertThat(within(Facts.LEAD_PARTICIPANTS, "2", "2").says(MUST, false))
        .isEqualTo("the number of lead participants must be exactly 2");
    assertThat(within(Facts.VISIT_HALF_DAYS, "2", "4").says(SHOULD, false))
        .isEqualTo("the time of support visits should be from 2 to 4 half-days");
    assertThat(within(Facts.RELEASE_DAYS, "", "4.50").says(MUST, false))
        .isEqualTo("the person's release time must be at most 4.5 days");
    assertThat(within(Facts.RELEASE_DAYS, "1", "").says(MUST, false))
        .isEqualTo("the person's release time must be at least 1 day");
  }

  @Test
  void oneOfTwoWords() {
    says(
        new OneOf(Facts.PHASE, ImmutableSet.of("PRIMARY", "MIDDLE_DEEMED_PRIMARY")),
        MUST,
        "the school must be a primary school or a middle school deemed primary",
        "the phase of the school must not be primary or middle deemed primary");
  }

  @Test
  void listsThatIncludeWords() {
    says(
        new Includes(
            Facts.EARLIER_PARTICIPATION,
            ImmutableSet.of("primary-readiness", "primary-development", "primary-embedding"),
            false),
        MUST,
        "the school must have taken part in Primary Mastery Readiness, Primary Mastery Development or Primary Mastery Embedding before",
        "the list of the school's earlier work groups must not include primary-readiness,"
            + " primary-development or primary-embedding");
    says(
        new Includes(Facts.ROLES, ImmutableSet.of("MATHS_LEAD", "SENCO"), true),
        IDEALLY,
        "the person's list of roles ideally includes maths lead and senco",
        "the person's list of roles ideally does not include maths lead and senco");
    assertThat(new Includes(Facts.ROLES, ImmutableSet.of("SENCO"), true).says(IS, true))
        .isEqualTo("the person's list of roles does not include senco");
    assertThat(new Includes(Facts.ROLES, ImmutableSet.of("SENCO"), true).says(SHOULD, false))
        .isEqualTo("the person's list of roles should include senco");
  }

  @Test
  void confirmations() {
    says(
        STATE,
        MUST,
        "the school must be state-funded",
        "it must not be so that the school is state-funded");
    says(
        STATE,
        IS,
        "it is so that the school is state-funded",
        "it is not so that the school is state-funded");
  }

  @Test
  void thingsToBeGiven() {
    says(
        new Provided(Facts.HEADTEACHER_STATEMENT),
        MUST,
        "the application must include a statement by the headteacher",
        "the headteacher's statement must not be given");
    assertThat(new Provided(Facts.STATE_FUNDED).says(SHOULD, false))
        .isEqualTo("an answer on whether the school is state-funded should be given");
  }

  @Test
  void eachMemberAndAtLeastOne() {
    says(
        new ForMembers(Members.LEAD_PARTICIPANTS, true, new Provided(Facts.TRN)),
        MUST,
        "each lead participant must have a teacher reference number (TRN)",
        "for at least one lead participant, the teacher reference number must not be given");
    says(
        new ForMembers(Members.SCHOOLS, false, new Confirmed(Facts.SPECIAL)),
        SHOULD,
        "for at least one school, it should be so that the school is a special school",
        "for each school, it should not be so that the school is a special school");
  }

  @Test
  void partsJoinedByAndAndOr() {
    says(
        new AllOf(ImmutableList.of(PRIMARY, STATE)),
        MUST,
        "the school must be a primary school and state-funded",
        "the phase of the school must not be primary, or it must not be so that the school is"
            + " state-funded");
    says(
        new AnyOf(ImmutableList.of(PRIMARY, TEN_DAYS)),
        IS,
        "the phase of the school is primary, or the combined release time is at least 10 days",
        "the phase of the school is not primary, and the combined release time is not at least 10"
            + " days");
  }

  @Test
  void thatAFactIsGivenGoesWithoutSayingWhereItIsComparedToo() {
    Criterion given = new Provided(Facts.STATE_FUNDED);
    assertThat(new AllOf(ImmutableList.of(given, STATE)).says()).isEqualTo(STATE.says());
    assertThat(new AllOf(ImmutableList.of(given, PRIMARY)).says())
        .isEqualTo(given.says() + ", and " + PRIMARY.says());
    assertThat(new AllOf(ImmutableList.of(given, given)).says())
        .isEqualTo(given.says() + ", and " + given.says());
  }

  @Test
  void whatThePolicyDoesNotStateAndWhatTheHubDecides() {
    assertThat(new Unstated(Facts.COMBINED_RELEASE).says(MUST, false))
        .isEqualTo(
            "the document does not state the release time of all lead participants together");
    assertThat(new HubDecides().says()).isEqualTo("the hub decides");
    for (Mood mood : ImmutableList.of(MUST, SHOULD, IDEALLY)) {
      assertThat(new HubDecides().says(mood, false)).isEqualTo("the hub must agree");
    }
  }
}
