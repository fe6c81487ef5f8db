package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.assessment.Terms;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.term.Term;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.SmallPacks;

/** A policy can change within its year; requests name the day. */
class EffectiveDaysTest {

  private static final Offering OFFERING =
      Offering.of("hub", "primary-development", AcademicYear.startingIn(2022));
  private static final PartialSchoolKind ANY = PartialSchoolKind.unknown();

  private static String rule(String name, String annotation, int schools) {
    return SmallPacks.rule(
            name, "terms.group(\"size\").must(schools().isAtLeast(" + schools + "));")
        .replace("    @Cites", annotation + "\n    @Cites");
  }

  private static PackFiles pack(String... rules) {
    return SmallPacks.files("hub", "2022/23", "", rules);
  }

  private static Terms on(PolicyBook book, String day) {
    return book.terms(OFFERING, ANY, LocalDate.parse(day));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-09-01, 6",
    "2022-12-31, 6",
    "2023-01-01, 7",
    "2023-03-31, 7",
    "2023-04-01, 8",
    "2023-08-31, 8",
  })
  void eachDayHasTheRuleOfItsStretch(String day, int schools) {
    PolicyBook book =
        PolicyBook.builder()
            .files(
                pack(
                    rule("autumn", "    @EffectiveUntil(\"2022-12-31\")", 6),
                    rule(
                        "spring",
                        "    @EffectiveFrom(\"2023-01-01\") @EffectiveUntil(\"2023-03-31\")",
                        7),
                    rule("summer", "    @EffectiveFrom(\"2023-04-01\")", 8)))
            .build();
    Terms terms = on(book, day);
    assertThat(terms.find("size").map(Term::sentence))
        .contains("The group must have at least " + schools + " schools.");
    assertThat(terms.policy().asOf()).isEqualTo(day);
  }

  @Test
  void withoutADayTheFirstOfTheYearIsMeantAndNamed() {
    PolicyBook book =
        PolicyBook.builder()
            .files(pack(rule("later", "    @EffectiveFrom(\"2023-01-01\")", 7)))
            .build();
    Terms terms = book.terms(OFFERING, ANY);
    assertThat(terms.find("size")).isEmpty();
    assertThat(terms.policy().asOf()).isEqualTo("2022-09-01");
    assertThat(on(book, "2023-01-01").find("size")).isPresent();
  }

  @Test
  void rulesThatMeetOnADayAreAConflict() {
    assertThatThrownBy(
            () ->
                PolicyBook.builder()
                    .files(
                        pack(
                            rule("one", "    @EffectiveUntil(\"2023-01-01\")", 6),
                            rule("two", "    @EffectiveFrom(\"2023-01-01\")", 7)))
                    .build())
        .hasMessageContaining("already writes the term `size`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@EffectiveFrom(\"2023-02-30\")|which is not a date",
        "@EffectiveFrom(\"soon\")|which is not a date",
        "@EffectiveFrom(\"2024-01-01\")|which is not in 2022/23",
        "@EffectiveFrom(\"2023-02-01\") @EffectiveUntil(\"2023-01-31\")|before it starts",
      })
  void aDayThatCannotBeMeantIsRefused(String annotation, String message) {
    assertThatThrownBy(() -> PolicyBook.builder().files(pack(rule("one", annotation, 6))).build())
        .hasMessageContaining(message)
        .hasMessageContaining("primary-development.drl:");
  }
}
