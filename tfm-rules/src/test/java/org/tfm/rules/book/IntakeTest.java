package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.MoreCollectors;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.advice.Questionnaire;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Application;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.rules.pack.SmallPacks;

/** An offering may have several intakes, and an applicant need not be a school. */
class IntakeTest {

  private static final Offering OFFERING =
      Offering.of("hub", "primary-development", AcademicYear.startingIn(2022));
  private static final String DEADLINE =
      "terms.application(\"deadline\").must(ifThen(intake().is(\"january\"),"
          + " submitted().isBy(\"2022-11-30\")));";

  private static PolicyBook book(String term) {
    return PolicyBook.builder()
        .files(SmallPacks.files("hub", "2022/23", "", SmallPacks.rule("a", term)))
        .build();
  }

  private static Application application(PolicyBook book, String intake, String more) {
    return book.readApplication(
        """
        {"offering": {"hub": "hub", "type": "primary-development", "year": "2022/23"%s},
         "school": {"urn": 100008, "phase": "PRIMARY", "establishmentType": "COMMUNITY_SCHOOL",
                    "country": "ENGLAND"}%s}
        """
            .formatted(intake, more));
  }

  private static String sentence(String term) {
    return book(term).terms(OFFERING).terms().stream()
        .collect(MoreCollectors.onlyElement())
        .sentence();
  }

  @ParameterizedTest
  @CsvSource({
    "january, 2022-11-30, YES",
    "january, 2022-12-01, NO",
    "september, 2022-12-01, YES",
    ", 2022-12-01, MORE_INFORMATION_NEEDED",
    ", 2022-11-30, YES"
  })
  void aRuleDependsOnTheIntake(String intake, String day, Verdict expected) {
    PolicyBook book = book(DEADLINE);
    Application application =
        application(
            book,
            intake == null ? "" : ", \"intake\": \"" + intake + "\"",
            ", \"submittedOn\": \"" + day + "\"");
    assertThat(book.decide(application, LocalDate.of(2022, 9, 1)).verdict()).isEqualTo(expected);
  }

  @Test
  void theIntakeIsAskedForAndShown() {
    PolicyBook book = book(DEADLINE);
    Application open = application(book, "", ", \"submittedOn\": \"2022-12-01\"");
    assertThat(Questionnaire.next(book, open).orElseThrow().text())
        .isEqualTo("Which intake of the year is it for?");
    Application january = application(book, ", \"intake\": \"january\"", "");
    Assessment assessment = book.decide(january, LocalDate.of(2022, 9, 1)).assessment();
    assertThat(assessment.offering()).isEqualTo(OFFERING.in("january"));
    assertThat(book.terms(OFFERING.in("january"))).isEqualTo(book.terms(OFFERING));
  }

  @Test
  void anIntakeIsAnId() {
    PolicyBook book = book(DEADLINE);
    assertThatThrownBy(() -> application(book, ", \"intake\": \"January 2023\"", ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "is not a name of an intake; expected lower-case words joined by hyphens");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          terms.eligibility("a").must(applicant().is(TRAINING_PROVIDER)); | The applicant must be a training provider.
          terms.eligibility("a").must(applicant().in(TRUST, GROUP_OF_SCHOOLS)); | The applicant must be a trust or a group of schools.
          terms.eligibility("a").must(intake().in("september", "january")); | The application must be for the September or January intake.
          """)
  void aRuleAsksForTheApplicant(String term, String sentence) {
    assertThat(sentence(term)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource({"SCHOOL, NO", "TRUST, NO", "TRAINING_PROVIDER, YES"})
  void onlyTheRightApplicantMayTakePart(String by, Verdict expected) {
    PolicyBook book = book("terms.eligibility(\"a\").must(applicant().is(TRAINING_PROVIDER));");
    Application application = application(book, "", ", \"submittedBy\": \"" + by + "\"");
    assertThat(book.decide(application, LocalDate.of(2022, 9, 1)).verdict()).isEqualTo(expected);
  }
}
