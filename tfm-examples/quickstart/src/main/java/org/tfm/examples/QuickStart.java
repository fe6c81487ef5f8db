package org.tfm.examples;

import java.time.LocalDate;
import org.tfm.model.advice.Questionnaire;
import org.tfm.model.advice.WhatWouldChange;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.document.Application;
import org.tfm.rules.book.Decision;
import org.tfm.rules.book.PolicyBook;

/** Asks whether a school may join, and prints the answer with its reasons. */
public final class QuickStart {

  private static final String JSON =
      """
      {
        "offering": { "hub": "cheshire-wirral", "type": "primary-development", "year": "2022/23" },
        "school": {
          "urn": 100008,
          "phase": "PRIMARY",
          "establishmentType": "COMMUNITY_SCHOOL",
          "country": "ENGLAND"
        }
      }
      """;

  private QuickStart() {}

  /** Takes no arguments. */
  public static void main(String... args) {
    PolicyBook book = PolicyBook.bundled(); // build one, share it: immutable and thread-safe
    Application application = book.readApplication(JSON); // or Application.builder()
    Decision decision = book.decide(application, LocalDate.of(2022, 5, 3));

    System.out.println(decision.verdict());
    decision.assessment().unmet().forEach(finding -> System.out.println(finding.sentence()));
    decision.assessment().missing().forEach(fact -> System.out.println(fact.question()));
    decision.assessment().entitlements().forEach(due -> System.out.println(due.sentence()));
    System.out.println(decision.record().id()); // its JSON is for the file: personal data is masked

    TermsLookup policy = book.on(decision.day().used());
    WhatWouldChange.of(policy, application) // the smallest changes that lead to YES
        .ways()
        .forEach(way -> way.forEach(change -> System.out.println(change.sentence())));
    Questionnaire.next(policy, application) // empty once no answer can change the verdict
        .ifPresent(question -> System.out.println(question.text()));
  }
}
