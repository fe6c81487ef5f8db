package org.tfm.model.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tfm.model.ModelArbitraries;

class ProgrammePropertyTest {

  @Provide
  Arbitrary<AcademicYear> years() {
    return ModelArbitraries.academicYears();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(1990, 9, 1).toEpochDay(), LocalDate.of(2099, 8, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Property
  void everyWrittenFormIsParsedAsTheSameYear(@ForAll("years") AcademicYear year) {
    int start = year.start();
    int end = start + 1;
    String lastTwo = String.valueOf(10_000 + end).substring(3);
    for (String separator : new String[] {"/", "-"}) {
      assertThat(AcademicYear.parse(start + separator + lastTwo)).isEqualTo(year);
      assertThat(AcademicYear.parse(start + separator + end)).isEqualTo(year);
      if (start >= 2000) {
        String firstTwo = String.valueOf(10_000 + start).substring(3);
        assertThat(AcademicYear.parse(firstTwo + separator + lastTwo)).isEqualTo(year);
      }
    }
    assertThat(AcademicYear.parse(year.toString())).isEqualTo(year);
    assertThat(AcademicYear.parse(year.inFileName())).isEqualTo(year);
  }

  @Property
  void onlyConsecutiveYearsAreValid(
      @ForAll("years") AcademicYear year, @ForAll @IntRange(min = 0, max = 99) int lastTwo) {
    String written = year.start() + "/" + String.valueOf(100 + lastTwo).substring(1);
    if (lastTwo == (year.start() + 1) % 100) {
      assertThat(AcademicYear.parse(written)).isEqualTo(year);
    } else {
      assertThatThrownBy(() -> AcademicYear.parse(written))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property
  void everyDayIsInExactlyOneYear(
      @ForAll("days") LocalDate day, @ForAll("years") AcademicYear other) {
    AcademicYear year = AcademicYear.containing(day);
    assertThat(year.contains(day)).isTrue();
    assertThat(other.contains(day)).isEqualTo(other.equals(year));
  }

  @Property
  void anyTextIsAYearOrRefused(@ForAll String text) {
    try {
      assertThat(AcademicYear.parse(text).toString()).hasSize(7);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("academic year");
    }
  }

  @Property
  void releaseTimeIsExactToTheHalfDay(@ForAll @IntRange(min = 0, max = 732) int halfDays) {
    ReleaseTime time = ReleaseTime.ofHalfDays(halfDays);
    assertThat(time.days().multiply(BigDecimal.valueOf(2)))
        .isEqualByComparingTo(BigDecimal.valueOf(halfDays));
    assertThat(ReleaseTime.ofDays(time.days())).isEqualTo(time);
    assertThat(ReleaseTime.ofDays(time.days().setScale(3))).isEqualTo(time);
  }

  @Property
  void releaseTimesAreAddedAndComparedByHalfDays(
      @ForAll @IntRange(min = 0, max = 366) int one,
      @ForAll @IntRange(min = 0, max = 366) int two) {
    ReleaseTime a = ReleaseTime.ofHalfDays(one);
    ReleaseTime b = ReleaseTime.ofHalfDays(two);
    assertThat(a.plus(b)).isEqualTo(ReleaseTime.ofHalfDays(one + two)).isEqualTo(b.plus(a));
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(Integer.signum(one - two));
  }

  @Property
  void quartersOfADayAreRefused(@ForAll @IntRange(min = 0, max = 700) int quarters) {
    BigDecimal days = BigDecimal.valueOf(quarters).add(new BigDecimal("0.25"));
    if (days.compareTo(BigDecimal.valueOf(366)) < 0) {
      assertThatThrownBy(() -> ReleaseTime.ofDays(days))
          .hasMessageContaining("is not a whole number of half-days");
    } else {
      assertThatThrownBy(() -> ReleaseTime.ofDays(days)).hasMessageContaining("expected 0 to 366");
    }
  }
}
