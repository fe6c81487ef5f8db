package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.advice.Questionnaire;
import org.tfm.model.advice.WhatWouldChange;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Application;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.pack.SmallPacks;

/** Deadlines refuse late applications or leave them to the hub, as the policy says. */
class DeadlineTest {

  private static final LocalDate DAY = LocalDate.of(2022, 9, 1);

  private static PolicyBook book(String... terms) {
    return PolicyBook.builder()
        .files(
            SmallPacks.files(
                "hub", "2022/23", "", SmallPacks.rule("deadline", String.join("\n    ", terms))))
        .build();
  }

  private static Application application(PolicyBook book, String submitted) {
    return book.readApplication(
        """
        {"offering": {"hub": "hub", "type": "primary-development", "year": "2022/23"},
         "school": {"urn": 100008, "phase": "PRIMARY", "establishmentType": "COMMUNITY_SCHOOL",
                    "country": "ENGLAND"}%s}
        """
            .formatted(submitted));
  }

  private static Verdict verdict(String term, String submitted) {
    PolicyBook book = book(term);
    return book.decide(application(book, submitted), DAY).verdict();
  }

  private static String on(String day) {
    return ", \"submittedOn\": \"" + day + "\"";
  }

  private static String at(String day, String time) {
    return on(day) + ", \"submittedAt\": \"" + time + "\"";
  }

  @ParameterizedTest
  @CsvSource({
    "2022-05-26,, YES",
    "2022-05-27,, MORE_INFORMATION_NEEDED",
    "2022-05-27, 17:00, YES",
    "2022-05-27, 17:01, NO",
    "2022-05-28,, NO"
  })
  void aDeadlineAtATimeIsMetUntilThatMinute(String day, String time, Verdict expected) {
    assertThat(
            verdict(
                "terms.application(\"d\").must(submitted().isBy(\"2022-05-27 17:00\"));",
                time == null ? on(day) : at(day, time)))
        .isEqualTo(expected);
  }

  @Test
  void aLateApplicationIsRefusedOrLeftToTheHub() {
    String late = on("2022-05-28");
    assertThat(verdict("terms.application(\"d\").must(submitted().isBy(\"2022-05-27\"));", late))
        .isEqualTo(Verdict.NO);
    assertThat(verdict("terms.application(\"d\").should(submitted().isBy(\"2022-05-27\"));", late))
        .isEqualTo(Verdict.REFER_TO_HUB);
    assertThat(
            verdict(
                "terms.application(\"d\").preferred(submitted().isBy(\"2022-05-27\"));"
                    + "terms.eligibility(\"p\").must(phase().is(PRIMARY));",
                late))
        .isEqualTo(Verdict.YES);
  }

  @Test
  void theFindingSaysWhenTheApplicationWasSubmitted() {
    PolicyBook book =
        book("terms.application(\"d\").must(submitted().isBy(\"2022-05-27 17:00\"));");
    Decision decision = book.decide(application(book, at("2022-05-27", "17:05")), DAY);
    assertThat(decision.assessment().unmet())
        .extracting(Finding::sentence)
        .containsExactly(
            "The application must be submitted by 17:00 on 27 May 2022; it was submitted at 17:05"
                + " on 27 May 2022.");
  }

  @Test
  void nobodyCanSubmitEarlierThanTheyDid() {
    PolicyBook book = book("terms.application(\"d\").must(submitted().isBy(\"2022-05-27\"));");
    assertThat(WhatWouldChange.of(book, application(book, on("2022-05-28"))).ways()).isEmpty();
  }

  @Test
  void aDraftIsAskedWhenItIsSubmitted() {
    PolicyBook book = book("terms.application(\"d\").must(submitted().isBy(\"2022-05-27\"));");
    assertThat(Questionnaire.next(book, application(book, "")).orElseThrow().text())
        .isEqualTo("When is the application submitted?");
  }

  @Test
  void twoDeadlinesBothShow() {
    PolicyBook book =
        book(
            "terms.application(\"form\").must(submitted().isBy(\"2022-05-27\"));",
            "terms.application(\"page\").must(submitted().isBy(\"2022-06-10\"));");
    Decision decision = book.decide(application(book, on("2022-06-01")), DAY);
    assertThat(decision.verdict()).isEqualTo(Verdict.NO);
    assertThat(decision.assessment().unmet()).extracting(Finding::term).containsExactly("form");
    assertThat(decision.assessment().findings()).extracting(Finding::term).contains("form", "page");
  }

  @Test
  void aPackMayAskForDaysOfItsOwn() {
    PolicyBook book =
        PolicyBook.builder()
            .files(
                SmallPacks.files(
                    SmallPacks.PUBLISHER
                        + """
                          facts:
                            checked-on: { kind: day, label: the day of the check, question: "When?" }
                          """,
                    "package river_hub.y2022_23.primary_development\n"
                        + SmallPacks.rule(
                            "check",
                            "terms.eligibility(\"check\").must("
                                + "terms.answer(\"checked-on\").isFrom(\"2021-09-01\"));")))
            .build();
    assertThat(book.offerings()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", \"submittedAt\": \"17:00\"",
        ", \"submittedOn\": \"2022-05-27\", \"submittedAt\": \"5 p.m.\"",
        ", \"submittedOn\": \"2022-05-27\", \"submittedAt\": \"17:00:01\"",
        ", \"submittedOn\": \"2022-05-27\", \"submittedAt\": 17"
      })
  void aTimeIsOfADayAndToTheMinute(String submitted) {
    PolicyBook book = book("terms.application(\"d\").must(submitted().isBy(\"2022-05-27\"));");
    assertThatThrownBy(() -> application(book, submitted))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("submittedAt");
  }

  @Test
  void aDemandWithAConditionHoldsWhereTheConditionDoesNot() {
    String term = "terms.eligibility(\"x\").must(ifThen(phase().is(%s), special().isConfirmed()));";
    assertThat(verdict(term.formatted("PRIMARY"), "")).isEqualTo(Verdict.NO);
    assertThat(verdict(term.formatted("SECONDARY"), "")).isEqualTo(Verdict.YES);
    PolicyBook book = book(term.formatted("PRIMARY"));
    assertThat(book.decide(application(book, ""), DAY).assessment().unmet().get(0).sentence())
        .startsWith("If the school is a primary school, the school must be a special school; ");
  }
}
