package com.example;

import java.time.LocalDate;
import org.tfm.model.advice.Questionnaire;
import org.tfm.model.advice.WhatWouldChange;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Application;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.record.DecisionRecord;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.rules.book.PolicyBook;

/** Asks whether a school may join, and prints the answer with its reasons. */
public final class QuickStart {

  private QuickStart() {}

  /** Takes no arguments. */
  public static void main(String... args) {
    PolicyBook book = PolicyBook.bundled(); // build one, share it: immutable and thread-safe
    School school =
        School.builder()
            .urn(100008)
            .phase(Phase.PRIMARY)
            .establishmentType(EstablishmentType.COMMUNITY_SCHOOL)
            .country(Country.ENGLAND)
            .build();
    Offering offering =
        Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));
    Application application = Application.builder().offering(offering).school(school).build();

    Terms terms = book.terms(offering, school.kind());
    Assessment assessment = terms.assess(application);

    System.out.println(assessment.verdict());
    assessment.unmet().forEach(finding -> System.out.println(finding.sentence()));
    assessment.missing().forEach(fact -> System.out.println(fact.question()));
    assessment.entitlements().forEach(entitled -> System.out.println(entitled.sentence()));

    WhatWouldChange.of(book, application) // the smallest sets of changes that lead to YES
        .ways()
        .forEach(way -> way.forEach(change -> System.out.println(change.sentence())));
    Questionnaire.next(book, application) // empty once no answer can change the verdict
        .ifPresent(question -> System.out.println(question.fact().question()));
    DecisionRecord record = DecisionRecord.of(terms, application, LocalDate.of(2022, 5, 3));
    System.out.println(record.id()); // its JSON is for the file: personal data is masked
  }
}
