package com.example;

import org.tfm.model.document.Application;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.rules.book.PolicyBook;

/** The first lines a developer writes. */
public final class QuickStart {

  private QuickStart() {}

  /** Asks whether a school may join, and prints the answer with its reasons. */
  public static void main(String... args) {
    // quick start
    PolicyBook book = PolicyBook.bundled(); // build one, share it: immutable and thread-safe
    Offering offering =
        Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));
    School school =
        School.builder()
            .urn(100008)
            .phase(Phase.PRIMARY)
            .establishmentType(EstablishmentType.COMMUNITY_SCHOOL)
            .country(Country.ENGLAND)
            .build();
    Application application = Application.builder().offering(offering).school(school).build();

    Terms terms = book.terms(offering, school.kind());
    Assessment assessment = terms.assess(application);

    System.out.println(assessment.verdict());
    assessment.unmet().forEach(finding -> System.out.println(finding.sentence()));
    assessment.missing().forEach(fact -> System.out.println(fact.question()));
    assessment.entitlements().forEach(entitled -> System.out.println(entitled.sentence()));
    // end
  }
}
