package org.tfm.model.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tfm.model.Policies;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.During;
import org.tfm.model.criterion.Moment;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Prospect;
import org.tfm.model.criterion.Provided;
import org.tfm.model.problem.InvalidInputException;

/** The expression of interest that came before an application, and other days and years in it. */
class InterestTest {

  private static final LocalDate DAY = LocalDate.of(2022, 5, 3);

  private static final Criterion BY =
      new During(
          Facts.EXPRESSION_OF_INTEREST, Optional.empty(), Optional.of(Moment.parse("2022-05-03")));
  private static final Criterion GIVEN = new Provided(Facts.EXPRESSION_OF_INTEREST);
  private static final Criterion SENT =
      new Confirmed(Optional.ofNullable(Facts.all().get("expression-of-interest")).orElseThrow());

  private static Application.Builder application() {
    return Policies.application().submittedOn(Optional.empty());
  }

  private static Application answered(boolean sent) {
    return application().answers(Answers.of(Map.of("expression-of-interest", sent))).build();
  }

  private static Prospect prospect(Criterion criterion, Application application) {
    Prospect prospect = criterion.prospect(DocumentEvidence.of(application));
    assertThat(criterion.evaluate(DocumentEvidence.of(application)).prospect()).isEqualTo(prospect);
    return prospect;
  }

  @Test
  void aSchoolThatSentNoneHasNotSentItInTime() {
    Application none = answered(false);
    assertThat(prospect(BY, none)).isEqualTo(Prospect.FALSE);
    assertThat(prospect(GIVEN, none)).isEqualTo(Prospect.FALSE);
    assertThat(prospect(SENT, none)).isEqualTo(Prospect.FALSE);
    Observation read = BY.evaluate(DocumentEvidence.of(none)).observed().get(0);
    assertThat(read.says(Facts.EXPRESSION_OF_INTEREST))
        .isEqualTo("the school has not sent an expression of interest");
  }

  @Test
  void aSchoolThatSentOneOnAnUnknownDayMayHaveSentItInTime() {
    Application sent = answered(true);
    Application handedIn = Application.builder().from(sent).submittedOn(DAY).build();
    for (Application application : List.of(sent, handedIn)) {
      assertThat(prospect(BY, application)).isEqualTo(Prospect.TRUE_OR_FALSE);
      assertThat(prospect(GIVEN, application)).isEqualTo(Prospect.TRUE);
      assertThat(prospect(SENT, application)).isEqualTo(Prospect.TRUE);
    }
  }

  @Test
  void theDaySaysThatOneWasSent() {
    Application inTime = application().expressionOfInterestOn(DAY).build();
    assertThat(prospect(SENT, inTime)).isEqualTo(Prospect.TRUE);
    assertThat(prospect(BY, inTime)).isEqualTo(Prospect.TRUE);
    Application late = application().expressionOfInterestOn(DAY.plusDays(1)).build();
    assertThat(prospect(SENT, late)).isEqualTo(Prospect.TRUE);
    assertThat(prospect(BY, late)).isEqualTo(Prospect.FALSE);
  }

  @Test
  void nothingIsKnownOfASchoolThatSaysNothing() {
    assertThat(prospect(BY, application().build())).isEqualTo(Prospect.TRUE_OR_FALSE);
    assertThat(prospect(SENT, application().build())).isEqualTo(Prospect.TRUE_OR_FALSE);
  }

  @Test
  void aDayContradictsTheAnswerThatNoneWasSent() {
    Application.Builder both =
        Application.builder().from(answered(false)).expressionOfInterestOn(DAY);
    assertThatThrownBy(both::build)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "expressionOfInterestOn: this contradicts `answers.expression-of-interest`, which says"
                + " that the school has sent none");
    assertThatCode(
            () -> Application.builder().from(answered(true)).expressionOfInterestOn(DAY).build())
        .doesNotThrowAnyException();
  }

  @Test
  void anExpressionOfInterestIsNotSentAfterTheApplication() {
    assertThatCode(application().submittedOn(DAY).expressionOfInterestOn(DAY)::build)
        .doesNotThrowAnyException();
    assertThatThrownBy(
            application().submittedOn(DAY).expressionOfInterestOn(DAY.plusDays(1))::build)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "expressionOfInterestOn: `2022-05-04` is after `submittedOn`, which is `2022-05-03`");
  }

  private static LeadParticipant.Builder taught(int years) {
    return LeadParticipant.builder().yearsTeaching(BigDecimal.valueOf(years));
  }

  @Test
  void nobodyHasTaughtLongerInAPhaseThanInAll() {
    assertThatCode(taught(6).yearsInPhase(BigDecimal.valueOf(6))::build).doesNotThrowAnyException();
    assertThatThrownBy(taught(6).yearsInPhase(BigDecimal.valueOf(7))::build)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("yearsInPhase: `7` is more than `yearsTeaching`, which is `6`");
  }

  @Test
  void onlyTeachingAssistantsHaveBeenLongerInTheirRoleThanTheyHaveTaught() {
    BigDecimal seven = BigDecimal.valueOf(7);
    assertThatCode(taught(7).yearsInRole(seven)::build).doesNotThrowAnyException();
    assertThatThrownBy(taught(6).yearsInRole(seven)::build)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("yearsInRole: `7` is more than `yearsTeaching`, which is `6`");
    assertThatCode(
            taught(0).roles(ImmutableSet.of(Role.TEACHING_ASSISTANT)).yearsInRole(seven)::build)
        .doesNotThrowAnyException();
  }

  @Test
  void aDayInTheYear1IsRefused() {
    assertThatThrownBy(application().expressionOfInterestOn(LocalDate.of(1, 5, 3))::build)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "expressionOfInterestOn: `0001-05-03` is out of range; expected a day in a year of four"
                + " digits");
  }
}
