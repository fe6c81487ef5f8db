package org.tfm.model.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.InvalidInputException;

class DuringTest {

  private static final Fact FACT = Facts.SUBMITTED;

  private static During by(String last) {
    return new During(FACT, Optional.empty(), Optional.of(Moment.parse(last)));
  }

  private static During from(String first) {
    return new During(FACT, Optional.of(Moment.parse(first)), Optional.empty());
  }

  private static During between(String first, String last) {
    return new During(FACT, Optional.of(Moment.parse(first)), Optional.of(Moment.parse(last)));
  }

  private static Prospect test(Criterion criterion, String moment) {
    Evidence evidence = Known.of(Map.of("submitted", new Value.Day(Moment.parse(moment))));
    assertThat(criterion.evaluate(evidence).prospect()).isEqualTo(criterion.prospect(evidence));
    return criterion.prospect(evidence);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-05-23, 2025-05-22, TRUE",
    "2025-05-23, 2025-05-23, TRUE",
    "2025-05-23, 2025-05-23 23:59, TRUE",
    "2025-05-23, 2025-05-24, FALSE",
    "2025-05-23, 2025-05-24 00:00, FALSE",
    "2025-05-23 17:00, 2025-05-22, TRUE",
    "2025-05-23 17:00, 2025-05-23 17:00, TRUE",
    "2025-05-23 17:00, 2025-05-23 17:01, FALSE",
    "2025-05-23 17:00, 2025-05-24, FALSE",
    "2025-05-23 17:00, 2025-05-23, TRUE_OR_FALSE"
  })
  void theLastMomentBelongsToThePeriod(String last, String moment, Prospect expected) {
    assertThat(test(by(last), moment)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-05-01, 2025-04-30, FALSE",
    "2025-05-01, 2025-04-30 23:59, FALSE",
    "2025-05-01, 2025-05-01, TRUE",
    "2025-05-01, 2025-05-01 00:00, TRUE",
    "2025-05-01 09:00, 2025-05-01 08:59, FALSE",
    "2025-05-01 09:00, 2025-05-01 09:00, TRUE",
    "2025-05-01 09:00, 2025-05-01, TRUE_OR_FALSE"
  })
  void theFirstMomentBelongsToThePeriod(String first, String moment, Prospect expected) {
    assertThat(test(from(first), moment)).isEqualTo(expected);
  }

  @Test
  void aDayThatIsNotGivenIsUnknown() {
    assertThat(by("2025-05-23").prospect(Evidence.nothing(""))).isEqualTo(Prospect.TRUE_OR_FALSE);
    assertThat(test(between("2025-05-01", "2025-05-23"), "2025-05-12")).isEqualTo(Prospect.TRUE);
  }

  @Test
  void aShorterPeriodImpliesALongerOne() {
    assertThat(by("2025-05-22").implies(by("2025-05-23 17:00"))).isTrue();
    assertThat(by("2025-05-23").implies(by("2025-05-23 17:00"))).isFalse();
    assertThat(by("2025-05-23 17:00").implies(by("2025-05-23"))).isTrue();
    assertThat(between("2025-05-01", "2025-05-23").implies(from("2025-05-01"))).isTrue();
    assertThat(from("2025-05-01").implies(from("2025-05-01 09:00"))).isFalse();
    assertThat(by("2025-05-23").implies(new Provided(FACT))).isTrue();
  }

  @Test
  void periodsAreSaid() {
    assertThat(by("2025-05-23").says(Mood.MUST, false))
        .isEqualTo("the application must be submitted on or before 23 May 2025");
    assertThat(by("2025-05-23 17:00").says(Mood.SHOULD, false))
        .isEqualTo("the application should be submitted by 17:00 on 23 May 2025");
    assertThat(from("2025-05-01").says(Mood.MUST, false))
        .isEqualTo("the application must be submitted on or after 1 May 2025");
    assertThat(from("2025-05-01 09:00").says(Mood.IS, false))
        .isEqualTo("the application is submitted at or after 09:00 on 1 May 2025");
    assertThat(between("2025-05-01", "2025-05-23").says(Mood.MUST, false))
        .isEqualTo("the application must be submitted between 1 May 2025 and 23 May 2025");
    assertThat(by("2025-05-23").says(Mood.IS, true))
        .isEqualTo("the application is not submitted on or before 23 May 2025");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "23 May 2025", "2025-5-23", "2025-05-32", "2025-05-23T17:00", "2025-05-23 17:00:01",
        "2025-05-23 24:00", "+999999999-12-31", "0000-01-01", " 2025-05-23", ""
      })
  void anythingElseIsNoMoment(String text) {
    assertThatThrownBy(() -> Moment.parse(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("expected a day such as `2025-05-23`, or a time such as `2025-05-23 17:00`");
  }

  @Test
  void aPeriodHasAStartOrAnEndInTheRightOrder() {
    assertThatThrownBy(() -> new During(FACT, Optional.empty(), Optional.empty()))
        .hasMessage("the fact `submitted` is compared without a day");
    assertThatThrownBy(() -> between("2025-05-23", "2025-05-22"))
        .hasMessage("no day is from `2025-05-23` and by `2025-05-22`");
    assertThatThrownBy(
            () ->
                new During(Facts.PHASE, Optional.of(Moment.parse("2025-05-23")), Optional.empty()))
        .hasMessageContaining("is one word; this criterion needs a day");
  }

  @Test
  void aDemandWithAConditionIsSaidWithIf() {
    Criterion senco = new Includes(Facts.ROLES, ImmutableSet.of("SENCO"), false);
    Criterion special = new Confirmed(Facts.SPECIAL);
    assertThat(
            new AnyOf(ImmutableList.of(new Not(special), by("2025-05-23"))).says(Mood.MUST, false))
        .isEqualTo(
            "if the school is a special school, the application must be submitted on or before 23"
                + " May 2025");
    assertThat(
            new ForMembers(
                    Members.LEAD_PARTICIPANTS,
                    true,
                    new AnyOf(ImmutableList.of(new Not(senco), new Confirmed(Facts.TEACHER))))
                .says(Mood.MUST, false))
        .isEqualTo("if any lead participant is the SENCO, that lead participant must be a teacher");
  }
}
