package org.tfm.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.MoreCollectors;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.assessment.EntitlementFinding;
import org.tfm.model.document.Application;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.rules.book.PolicyBook;

/** What rules say about priority, with the messages for misuse of each word. */
class PriorityWordsTest {

  private static final Offering OFFERING =
      Offering.of("river-hub", "primary-development", AcademicYear.startingIn(2022));

  private static PolicyBook book(String term) {
    return PolicyBook.builder()
        .files(
            SmallPacks.files(
                SmallPacks.PUBLISHER,
                SmallPacks.PACKAGE + SmallPacks.rule("a", "terms." + term + ";")))
        .build();
  }

  private static List<String> messages(String term) {
    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> book(term));
    assertThat(refused).as(term).isNotNull();
    return refused.problems().stream().map(Problem::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          priority("a").of("schools new to mastery") | When there are too few places, schools new to mastery go first.
          priority("a").of("schools that finish the year").goFirstFor("primary-embedding").inYear("2023/24") | Schools that finish the year go first for Primary Mastery Embedding Work Groups in 2023/24.
          priority("a").when(freeMealShare().isAtLeast(30)) | When there are too few places, the school goes first if it has at least 30% of pupils eligible for free school meals.
          priority("a").when(freeMealShare().isAtLeast(30)).goFirstFor("primary-embedding") | The school goes first for Primary Mastery Embedding Work Groups if it has at least 30% of pupils eligible for free school meals.
          priority("a").when(freeMealShare().isUnstated()) | When there are too few places, some schools go first. The school is one of them if the hub decides that the percentage of pupils eligible for free school meals is enough.
          priority("a").earliestFirst(submitted()) | When there are too few places, schools go in the order of the day of submission, the earliest first.
          priority("a").highestFirst(freeMealShare()).goFirstFor("primary-embedding").inYear("2023/24") | For Primary Mastery Embedding Work Groups in 2023/24, schools go in the order of the percentage of pupils eligible for free school meals, the highest first.
          priority("a").lowestFirst(pupils()) | When there are too few places, schools go in the order of the number of pupils, the lowest first.
          """)
  void aRuleSaysWhoGoesFirst(String term, String sentence) {
    assertThat(
            book(term).terms(OFFERING).terms().stream()
                .collect(MoreCollectors.onlyElement())
                .sentence())
        .isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          30   | FIRM        | When there are too few places, the school goes first, because it has at least 30% of pupils eligible for free school meals.
          29.9 | NOT_DUE     | When there are too few places, the school does not go first. It goes first only if it has at least 30% of pupils eligible for free school meals.
          null | CONDITIONAL | When there are too few places, the school goes first if it has at least 30% of pupils eligible for free school meals.
          """)
  void aSchoolReadsWhetherItGoesFirst(String share, String status, String sentence) {
    PolicyBook book = book("priority(\"a\").when(freeMealShare().isAtLeast(30))");
    Application application =
        book.readApplication(
            """
            {"offering": {"hub": "river-hub", "type": "primary-development", "year": "2022/23"},
             "school": {"urn": 100008, "phase": "PRIMARY", "establishmentType": "COMMUNITY_SCHOOL",
                        "country": "ENGLAND", "freeMealShare": %s}}
            """
                .formatted(share));
    EntitlementFinding finding =
        book.decide(application, LocalDate.of(2022, 9, 1)).assessment().entitlements().get(0);
    assertThat(finding.status()).hasToString(status);
    assertThat(finding.sentence()).isEqualTo(sentence);
    assertThat(finding.waitsFor().isEmpty()).isEqualTo(!share.equals("null"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          priority("a").earliestFirst(submitted()) | "submittedOn": "2022-05-03" | FIRM | The application was submitted on 3 May 2022.
          priority("a").earliestFirst(submitted()) | "answers": {} | CONDITIONAL | Please answer: When is the application submitted?
          priority("a").earliestFirst(expressionOfInterest()) | "expressionOfInterestOn": "2022-04-01" | FIRM | The school sent an expression of interest on 1 April 2022.
          priority("a").earliestFirst(expressionOfInterest()) | "answers": {"expression-of-interest": false} | NOT_DUE | The school has not sent an expression of interest.
          priority("a").highestFirst(freeMealShare()) | "submittedOn": "2022-05-03" | CONDITIONAL | Please answer: What percentage of pupils is eligible for free school meals?
          """)
  void aSchoolReadsWhatPutsItInTheOrder(String term, String part, String status, String end) {
    PolicyBook book = book(term);
    Application application =
        book.readApplication(
            """
            {"offering": {"hub": "river-hub", "type": "primary-development", "year": "2022/23"},
             "school": {"urn": 100008}, %s}
            """
                .formatted(part));
    EntitlementFinding finding =
        book.decide(application, LocalDate.of(2022, 9, 1)).assessment().entitlements().get(0);
    assertThat(finding.status()).hasToString(status);
    assertThat(finding.sentence())
        .startsWith("When there are too few places, schools go in the order of the ")
        .endsWith(" first. " + end);
    assertThat(TfmJson.read(TfmJson.write(finding), EntitlementFinding.class)).isEqualTo(finding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          priority("a").goFirstFor("primary-embedding") | 2: in the rule `a`, the term `a` needs exactly one of `of("…")`, `when(…)`, `earliestFirst(…)`, `lowestFirst(…)` and `highestFirst(…)`
          priority("a").of("schools").when(place().is(ACCEPTED)) | 2: in the rule `a`, the term `a` needs exactly one of `of("…")`, `when(…)`, `earliestFirst(…)`, `lowestFirst(…)` and `highestFirst(…)`
          priority("a").of("schools").inYear("2023/24") | 2: in the rule `a`, the term `a` needs `goFirstFor` with `inYear`
          priority("a").when(place().is(ACCEPTED)).when(place().is(ACCEPTED)) | 8:52: unexpected `when`; the term already has `when`. Join criteria with `allOf`
          priority("a").when(workshopsAttended().isAtLeast(1)) | 2: in the rule `a`, the term `a` asks for the number of workshops attended; an application does not record that. Ask it in a `progress` term
          """)
  void aMistakeIsNamedAtItsPlace(String term, String message) {
    assertThat(messages(term)).containsExactly("folder/primary-development.drl:" + message);
  }
}
