package org.tfm.model.document;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Prospect;
import org.tfm.model.criterion.Value;
import org.tfm.model.criterion.Within;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.School;

/** The share of workshops attended, and other facts of a year. */
class AttendanceTest {

  private static Progress.Builder progress() {
    return Progress.builder()
        .offering(
            Offering.of("cheshire-wirral", "primary-development", AcademicYear.startingIn(2022)))
        .school(School.builder().urn(100_008).build());
  }

  private static Progress attended(@Nullable Integer attended, @Nullable Integer planned) {
    return progress()
        .workshopsAttended(Optional.ofNullable(attended))
        .workshopsPlanned(Optional.ofNullable(planned))
        .build();
  }

  private static Prospect share(int least, Progress progress) {
    Criterion criterion =
        new Within(Facts.ATTENDANCE, Optional.of(BigDecimal.valueOf(least)), Optional.empty());
    return criterion.prospect(DocumentEvidence.of(progress));
  }

  private static Optional<Value> read(Fact fact, Progress progress) {
    return DocumentEvidence.of(progress).find(fact);
  }

  @Test
  void fourOfFiveAreEightyPerCentAndSevenOfNineAreNot() {
    assertThat(share(80, attended(4, 5))).isEqualTo(Prospect.TRUE);
    assertThat(share(80, attended(7, 9))).isEqualTo(Prospect.FALSE);
    assertThat(share(80, attended(null, 5))).isEqualTo(Prospect.TRUE_OR_FALSE);
    assertThat(share(80, attended(4, null))).isEqualTo(Prospect.TRUE_OR_FALSE);
    assertThat(share(80, attended(0, 0))).isEqualTo(Prospect.TRUE_OR_FALSE);
  }

  @Test
  void aShareJustBesideAWholePercentageIsNotTakenForIt() {
    for (int planned = 1; planned <= 366; planned++) {
      for (int attended = 0; attended <= planned; attended++) {
        Value.Quantity share =
            (Value.Quantity) read(Facts.ATTENDANCE, attended(attended, planned)).orElseThrow();
        boolean isWhole = share.amount().stripTrailingZeros().scale() <= 0;
        assertThat(isWhole)
            .as("%s of %s", attended, planned)
            .isEqualTo(100 * attended % planned == 0);
      }
    }
  }

  @Test
  void allIsEveryOne() {
    assertThat(read(Facts.ATTENDED_ALL, attended(6, 6))).contains(Value.YesNo.of(true));
    assertThat(read(Facts.ATTENDED_ALL, attended(5, 6))).contains(Value.YesNo.of(false));
    assertThat(read(Facts.ATTENDED_ALL, attended(6, null))).isEmpty();
    assertThat(read(Facts.ATTENDED_ALL, attended(null, 6))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "7, 0, 0, workshopsAttended: `7` contradicts `workshopsPlanned`; expected at most 6",
    "0, 7, 0, headteacherWorkshops: `7` contradicts `workshopsPlanned`; expected at most 6",
    "4, 0, 3, missedWithoutNotice: `3` contradicts `workshopsPlanned`; expected at most 2"
  })
  void moreWorkshopsThanPlannedAreAContradiction(
      int attended, int byHeadteacher, int missed, String message) {
    assertThatThrownBy(
            () ->
                progress()
                    .workshopsPlanned(6)
                    .workshopsAttended(attended)
                    .headteacherWorkshops(byHeadteacher)
                    .missedWithoutNotice(missed)
                    .build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  @Test
  void theYearOfAProgrammeIsCountedFromOne() {
    assertThat(progress().programmeYear(1).build().programmeYear()).contains(1);
    assertThat(progress().programmeYear(10).build().programmeYear()).contains(10);
    assertThatThrownBy(() -> progress().programmeYear(0).build())
        .hasMessage("programmeYear: `0` is out of range; expected 1 to 10");
    assertThatThrownBy(() -> progress().programmeYear(11).build())
        .hasMessage("programmeYear: `11` is out of range; expected 1 to 10");
  }

  @Test
  void theNumberThatIsUnknownIsTheOneToChange() {
    assertThat(toChange(attended(4, 5))).isEqualTo(Facts.WORKSHOPS_ATTENDED);
    assertThat(toChange(attended(null, 5))).isEqualTo(Facts.WORKSHOPS_ATTENDED);
    assertThat(toChange(attended(4, null))).isEqualTo(Facts.WORKSHOPS_PLANNED);
    assertThat(toChange(attended(null, null))).isEqualTo(Facts.ATTENDANCE);
  }

  private static Fact toChange(Progress progress) {
    return EditedDocument.of(progress, 0).location("", Facts.ATTENDANCE).fact();
  }

  @Test
  void onlyWhatHappensInTheYearIsOfTheYear() {
    assertThat(Facts.isOfYear(Facts.MISSED_WITHOUT_NOTICE)).isTrue();
    assertThat(Facts.isOfYear(Facts.ATTENDANCE)).isTrue();
    assertThat(Facts.isOfYear(requireNonNull(Facts.answers().get("evaluation")))).isTrue();
    assertThat(Facts.isOfYear(Facts.PROGRAMME_YEAR)).isFalse();
    assertThat(Facts.isOfYear(Facts.PHASE)).isFalse();
    assertThat(Facts.isOfYear(Facts.STATE_FUNDED)).isFalse();
    assertThat(Facts.isOfYear(Facts.TEACHERS)).isFalse();
  }
}
