package org.tfm.model.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeTest {

  @ParameterizedTest
  @ValueSource(strings = {"2022/23", "2022-23", "2022/2023", "2022-2023", "22-23", "22/23"})
  void everyWrittenFormIsParsed(String written) {
    assertThat(AcademicYear.parse(written)).hasToString("2022/23");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2022",
        "2022/24",
        "2022/22",
        "2022/3",
        "22/2023",
        "2022 23",
        "2022/23 ",
        "2022–23",
        "1989/90",
        "2099/00",
        "2022/2123",
        "٢٠٢٢/٢٣",
        "2022/23\n"
      })
  void otherTextsAreRefused(String written) {
    assertThatThrownBy(() -> AcademicYear.parse(written))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void messagesSayWhatIsWrong() {
    assertThatThrownBy(() -> AcademicYear.parse("next year"))
        .hasMessage("`next year` is not an academic year; expected one such as `2022/23`");
    assertThatThrownBy(() -> AcademicYear.parse("2022/24"))
        .hasMessage("`2022/24` is not an academic year: it must end in the year after it starts");
    assertThatThrownBy(() -> AcademicYear.parse("x".repeat(1000)))
        .hasMessage(
            "`xxxxxxxxxxxxxxxxxxxx…` is not an academic year; expected one such as `2022/23`");
    assertThatThrownBy(() -> AcademicYear.startingIn(1989))
        .hasMessage("`1989` is not a year of the programme; expected 1990 to 2098");
  }

  @Test
  void theTurnOfACenturyIsWrittenWithTwoZeros() {
    assertThat(AcademicYear.startingIn(1999)).hasToString("1999/00");
    assertThat(AcademicYear.parse("1999/2000")).isEqualTo(AcademicYear.startingIn(1999));
  }

  @Test
  void aYearIsWrittenTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(AcademicYear.startingIn(2022)).hasToString("2022/23");
      assertThat(ReleaseTime.ofHalfDays(9)).hasToString("4.5 days");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aYearRunsFromSeptemberToAugust() {
    AcademicYear year = AcademicYear.parse("2022/23");
    assertThat(year.contains(LocalDate.of(2022, 8, 31))).isFalse();
    assertThat(year.contains(LocalDate.of(2022, 9, 1))).isTrue();
    assertThat(year.contains(LocalDate.of(2023, 8, 31))).isTrue();
    assertThat(year.contains(LocalDate.of(2023, 9, 1))).isFalse();
    assertThat(year.next().previous()).isEqualTo(year);
    assertThat(year.isBefore(year.next())).isTrue();
    assertThat(year.isBefore(year)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, 0 days", "0.5, 0.5 days", "1, 1 day", "4.50, 4.5 days", "366, 366 days"})
  void releaseTimeIsWrittenInDays(BigDecimal days, String written) {
    assertThat(ReleaseTime.ofDays(days)).hasToString(written);
  }

  @ParameterizedTest
  @CsvSource({
    "8.25, `8.25` days is not a whole number of half-days",
    "0.1, `0.1` days is not a whole number of half-days",
    "-0.5, `-0.5` days of release time; expected 0 to 366",
    "366.5, `366.5` days of release time; expected 0 to 366"
  })
  void releaseTimeOutOfRangeOrFinerThanHalfDaysIsRefused(BigDecimal days, String message) {
    assertThatThrownBy(() -> ReleaseTime.ofDays(days)).hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e1000000000", "-1e1000000000", "1e-1000000000", "0e-1000000000"})
  void hugeNumbersAreRefusedWithoutArithmetic(String number) {
    assertThatThrownBy(() -> ReleaseTime.ofDays(new BigDecimal(number)))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .hasSizeLessThan(100);
  }

  @Test
  void zeroInAnyNotationIsNone() {
    assertThat(ReleaseTime.ofDays(new BigDecimal("0e1000000000"))).isEqualTo(ReleaseTime.NONE);
    assertThat(ReleaseTime.ofDays(new BigDecimal("1e1"))).isEqualTo(ReleaseTime.ofDays(10));
  }

  @Test
  void anOfferingHasIdsInKebabCase() {
    AcademicYear year = AcademicYear.parse("2022/23");
    assertThat(Offering.of("national", "lesson-design", year).hub()).isEqualTo("national");
    assertThatThrownBy(() -> Offering.of("Cheshire", "lesson-design", year))
        .hasMessage("hub: `Cheshire` is not a hub id; expected lower-case words joined by hyphens");
    assertThatThrownBy(() -> Offering.of("national", "lesson_design", year))
        .hasMessage(
            "type: `lesson_design` is not a work group type id; expected lower-case words joined by hyphens");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "a--b", "A", "2-a", "a b", "a_b", "é", "a\n"})
  void aTextThatIsNotKebabCaseIsNotAnId(String text) {
    assertThat(Ids.isId(text)).isFalse();
  }

  @Test
  void anIdHasAtMostEightyCharacters() {
    assertThat(Ids.isId("a".repeat(80))).isTrue();
    assertThatThrownBy(() -> Ids.check("hub id", "a".repeat(81)))
        .hasMessageStartingWith("`" + "a".repeat(80) + "…` is not a hub id");
  }

  @Test
  void theJourneyGoesFromReadinessToSustainingAndStaysThere() {
    assertThat(Stage.READINESS.next()).isEqualTo(Stage.DEVELOPMENT);
    assertThat(Stage.DEVELOPMENT.next()).isEqualTo(Stage.EMBEDDING);
    assertThat(Stage.EMBEDDING.next()).isEqualTo(Stage.SUSTAINING);
    assertThat(Stage.SUSTAINING.next()).isEqualTo(Stage.SUSTAINING);
    assertThat(Stage.values()).filteredOn(Stage::isOptional).containsExactly(Stage.READINESS);
    assertThat(Stage.values()).filteredOn(Stage::isRepeating).containsExactly(Stage.SUSTAINING);
  }

  @Test
  void continuingGroupsAreNotTheSustainingStage() {
    assertThat(WorkGroupType.of("continuing-2017-18-groups").stage()).isEmpty();
    assertThat(WorkGroupType.of("primary-sustaining").stage()).contains(Stage.SUSTAINING);
  }

  @Test
  void anUnknownTypeIsTitledWithTheWordsOfItsId() {
    assertThat(WorkGroupType.of("early-years"))
        .isEqualTo(
            new WorkGroupType(
                "early-years",
                "Early years",
                Optional.empty(),
                ImmutableList.of(),
                ImmutableList.of()));
    assertThatThrownBy(() -> WorkGroupType.of("Early Years"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHubHasAnIdAndAName() {
    assertThat(new Hub("archimedes-ne", "Archimedes NE").id()).isEqualTo("archimedes-ne");
    assertThatThrownBy(() -> new Hub("archimedes-ne", " "))
        .hasMessage("the hub `archimedes-ne` has no name");
    assertThatThrownBy(() -> new Hub("Archimedes NE", "Archimedes NE"))
        .hasMessageContaining("is not a hub id");
  }

  @Test
  void anAcademicYearStartsOnTheFirstOfSeptember() {
    AcademicYear year = AcademicYear.parse("2022/23");
    assertThat(AcademicYear.containing(LocalDate.of(2022, 8, 31))).isEqualTo(year.previous());
    assertThat(AcademicYear.containing(LocalDate.of(2022, 9, 1))).isEqualTo(year);
    assertThat(AcademicYear.containing(LocalDate.of(2022, 12, 31))).isEqualTo(year);
    assertThat(AcademicYear.containing(LocalDate.of(2023, 1, 1))).isEqualTo(year);
    assertThat(AcademicYear.containing(LocalDate.of(2023, 8, 31))).isEqualTo(year);
  }

  @Test
  void theFirstAndTheLastYearOfTheProgrammeAreValid() {
    assertThat(AcademicYear.startingIn(1990)).hasToString("1990/91");
    assertThat(AcademicYear.startingIn(2098)).hasToString("2098/99");
    assertThatThrownBy(() -> AcademicYear.startingIn(2099))
        .hasMessageContaining("expected 1990 to 2098");
    assertThat(AcademicYear.startingIn(1990)).isLessThan(AcademicYear.startingIn(2098));
  }

  @Test
  void releaseTimesAreAddedAndOrdered() {
    ReleaseTime two = ReleaseTime.ofHalfDays(2);
    assertThat(two.plus(ReleaseTime.ofHalfDays(1))).isEqualTo(ReleaseTime.ofHalfDays(3));
    assertThat(two).isLessThan(ReleaseTime.ofHalfDays(3)).isGreaterThan(ReleaseTime.ofHalfDays(1));
  }

  @Test
  void aBlankOtherThanTheSpaceIsNamedInMessagesAboutIdsAndYears() {
    assertThatThrownBy(() -> Ids.check("hub id", "cheshire\u00A0wirral"))
        .hasMessage(
            "`cheshire\u00A0wirral` is not a hub id; expected lower-case words joined by hyphens; it"
                + " contains a no-break space (U+00A0) at position 9");
    assertThatThrownBy(() -> AcademicYear.parse("2022/23\u200B"))
        .hasMessage(
            "`2022/23\uFFFD` is not an academic year; expected one such as `2022/23`; it contains a"
                + " zero width space (U+200B) at position 8");
    assertThatThrownBy(() -> new Hub("a-hub", "\u00A0\u200B")).hasMessageContaining("has no name");
  }
}
