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
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.rules.book.PolicyBook;

/** The words of rules about money, with the messages for misuse of each word. */
class MoneyWordsTest {

  private static final Offering OFFERING =
      Offering.of("river-hub", "primary-development", AcademicYear.startingIn(2022));

  private static PackFiles files(String term) {
    return SmallPacks.files(
        SmallPacks.PUBLISHER, SmallPacks.PACKAGE + SmallPacks.rule("a", "terms." + term + ";"));
  }

  private static PolicyBook book(String term) {
    return PolicyBook.builder().files(files(term)).build();
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
          grant("a").upTo(pounds(2000)).once().towards(TEXTBOOKS) | Up to £2,000 towards textbooks. It is paid only once.
          grant("a").of(pounds(200)).perDay().forAtMost(15).towards(RELEASE_TIME) | £200 for each of at most 15 days towards release time.
          grant("a").of(pounds(200)).perDay().forAtMost(days(10.5)).towards(RELEASE_TIME) | £200 for each of at most 10.5 days towards release time.
          grant("a").forAtMost(days(1)).amountNotStated().perDay().towards(RELEASE_TIME) | Help with the cost of release time for at most one day. The document does not say how much.
          grant("a").actualCost().towards(RELEASE_TIME).paid("in the summer term") | The actual cost of release time. It is paid in the summer term.
          grant("a").upTo(pounds(2000)).towards(TEXTBOOKS).claimedBy("2022-12-31") | Up to £2,000 towards textbooks. The school must claim it by 31 December 2022.
          grant("a").of(pounds(500)).towards(PARTICIPATION).when(place().is(ACCEPTED)).paid("once the evaluation is sent") | £500 towards the cost of taking part if the hub has offered a place. It is paid once the evaluation is sent.
          grant("a").amountNotStated().towards(TEXTBOOKS).ifHubDecides() | Help with the cost of textbooks if the hub decides to pay it. The document does not say how much.
          charge("a").of(pounds(75)).perSession().towards(PARTICIPATION).ifHubDecides() | A charge of £75 for each session if the hub decides to charge it.
          charge("a").upTo(pounds(75)).perSession().forAtMost(1).towards(PARTICIPATION) | A charge of up to £75 for at most one session.
          charge("a").actualCost().towards(TEXTBOOKS).when(place().is(ACCEPTED)).ifHubDecides() | A charge for the actual cost of textbooks if the hub has offered a place and the hub decides to charge it.
          """)
  void aRuleSaysHowMoneyIsPaid(String term, String sentence) {
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
          grant("a").upTo(pounds(2000)).once().towards(TEXTBOOKS) | FIRM | Up to £2,000 towards textbooks. It is paid only once.
          charge("a").of(pounds(75)).perSession().towards(PARTICIPATION).ifHubDecides() | CONDITIONAL | A charge of £75 for each session if the hub decides to charge it.
          grant("a").of(pounds(75)).towards(TEXTBOOKS).when(place().is(ACCEPTED)).ifHubDecides().claimedBy("2022-12-31") | CONDITIONAL | £75 towards textbooks if the hub has offered a place and the hub decides to pay it. The school must claim it by 31 December 2022.
          grant("a").of(pounds(75)).towards(TEXTBOOKS).when(place().is(NOT_OFFERED)).claimedBy("2022-12-31") | NOT_DUE | £75 towards textbooks: not due. It is due only if the hub has offered no place.
          """)
  void anAcceptedSchoolReadsWhatItGets(String term, String status, String sentence) {
    PolicyBook book = book(term);
    Application application =
        book.readApplication(
            """
            {"offering": {"hub": "river-hub", "type": "primary-development", "year": "2022/23"},
             "school": {"urn": 100008, "phase": "PRIMARY", "establishmentType": "COMMUNITY_SCHOOL",
                        "country": "ENGLAND"}, "place": "ACCEPTED"}
            """);
    EntitlementFinding finding =
        book.decide(application, LocalDate.of(2022, 9, 1)).assessment().entitlements().get(0);
    assertThat(finding.status()).hasToString(status);
    assertThat(finding.sentence()).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          grant("a").upTo().towards(TEXTBOOKS) | 8:22: the brackets of `upTo` are empty. Expected an amount such as `pounds(1000)`
          grant("a").upTo(2000).towards(TEXTBOOKS) | 8:22: `upTo` does not take a whole number. Expected an amount such as `pounds(1000)`
          grant("a").upTo(pounds(1)).of(pounds(2)).towards(TEXTBOOKS) | 8:38: unexpected `of`; the term already has `upTo`. Write two terms for two amounts
          grant("a").actualCost().amountNotStated().towards(TEXTBOOKS) | 8:35: unexpected `amountNotStated`; the term already has `actualCost`. Write two terms for two amounts
          grant("a").actualCost(pounds(3)).towards(TEXTBOOKS) | 8:22: `actualCost` does not take an amount such as `pounds(1000)`. Expected empty brackets
          grant("a").of(pounds(5)).forAtMost(3).towards(TEXTBOOKS) | 2: in the rule `a`, the term `a` needs the unit of `forAtMost`, such as `perDay()`
          grant("a").of(pounds(5)).perSchool().forAtMost(3).towards(TEXTBOOKS) | 2: in the rule `a`, the term `a` needs the unit of `forAtMost`, such as `perDay()`
          grant("a").of(pounds(5)).perDay().forAtMost(0).towards(TEXTBOOKS) | 2: in the rule `a`, the term `a` needs a number above 0 in `forAtMost`
          grant("a").of(pounds(5)).perDay().forAtMost(days(0)).towards(TEXTBOOKS) | 2: in the rule `a`, the term `a` needs a number above 0 in `forAtMost`
          grant("a").of(pounds(5)).perSession().forAtMost(days(3)).towards(TEXTBOOKS) | 2: in the rule `a`, the term `a` needs `perDay()` with the time in `forAtMost`
          grant("a").of(pounds(5)).perDay().forAtMost(2.5).towards(TEXTBOOKS) | 8:45: `forAtMost` does not take a number with a fraction. Expected a whole number or a time such as `days(10)`
          grant("a").of(pounds(5)).once().once().towards(TEXTBOOKS) | 8:43: unexpected `once`; the term already has `once`. Write it once
          grant("a").of(pounds(5)).towards(TEXTBOOKS).paid("it is paid in June") | 8:60: the text makes no sentence: `it is paid in June`. The text completes "It is paid …"; write for example `once the evaluation is sent`
          grant("a").of(pounds(5)).towards(TEXTBOOKS).paid("in June.") | 8:60: the text makes no sentence: `in June.`. The text completes "It is paid …"; write for example `once the evaluation is sent`
          grant("a").of(pounds(5)).towards(TEXTBOOKS).paid("") | 8:60: the text of `paid` is empty
          grant("a").of(pounds(5)).towards(TEXTBOOKS).paid(place().is(ACCEPTED)) | 8:55: `paid` does not take a criterion. Expected a text
          grant("a").of(pounds(5)).towards(TEXTBOOKS).claimedBy("31 December 2022") | 8:65: `"31 December 2022"` is not a date. Write a date such as `"2023-01-31"`
          grant("a").of(pounds(5)).towards(TEXTBOOKS).claimedBy("2022-12-31 17:00") | 8:65: `"2022-12-31 17:00"` is not a date. Write a date such as `"2023-01-31"`
          grant("a").of(pounds(5)).towards(TEXTBOOKS).claimedBy("2022-02-30") | 8:65: `"2022-02-30"` is not a date. Write a date such as `"2023-01-31"`
          charge("a").of(pounds(5)).towards(TEXTBOOKS).claimedBy("2022-12-31") | 2: in the rule `a`, the term `a` needs no `claimedBy`, because a school does not claim a charge
          grant("a").of(pounds(5)).towards(TEXTBOOKS).ifHubDecides(place().is(ACCEPTED)) | 8:55: `ifHubDecides` does not take a criterion. Expected empty brackets
          grant("a").once().towards(TEXTBOOKS) | 2: in the rule `a`, the term `a` needs one of `of(pounds(…))`, `upTo(pounds(…))`, `actualCost()` and `amountNotStated()`
          """)
  void aMistakeIsNamedAtItsPlace(String term, String message) {
    assertThat(messages(term)).containsExactly("folder/primary-development.drl:" + message);
  }
}
