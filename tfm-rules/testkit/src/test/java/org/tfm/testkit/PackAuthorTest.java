package org.tfm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Application;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Place;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.School;
import org.tfm.rules.book.PolicyBook;

/** An example of the tests that a pack author writes with the published test kit. */
class PackAuthorTest {

  private static final PolicyBook BOOK = PolicyBook.bundled();

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));

  private static final RuleVerifier.OfferingVerifier POLICY =
      RuleVerifier.forBook(BOOK).offering(OFFERING);

  private static Application.Builder application() {
    return Application.builder().offering(OFFERING).school(School.builder().urn(900_001).build());
  }

  private static Application released(int first, int second) {
    return application()
        .leadParticipants(
            Stream.of(first, second)
                .map(
                    halfDays ->
                        LeadParticipant.builder()
                            .releaseDays(ReleaseTime.ofHalfDays(halfDays))
                            .build())
                .collect(ImmutableList.toImmutableList()))
        .build();
  }

  @Test
  void nineAndAHalfDaysAreNotTen() {
    POLICY.term("release-time").given(released(19, 0)).isUnmet();
    POLICY.term("release-time").given(released(19, 1)).isMet();
    POLICY.term("release-time").given(application().build()).lacksEvidence("combined-release");
  }

  @ParameterizedTest
  @CsvSource({"ACCEPTED,true", "NOT_OFFERED,false"})
  void theGrantFollowsThePlace(Place place, boolean firm) {
    RuleVerifier.Verification grant =
        POLICY.term("grant").given(application().place(place).build());
    if (firm) {
      grant.isFirm();
    } else {
      grant.isNotDue();
    }
  }

  @TestFactory
  Stream<DynamicTest> thePolicyHoldsTheInvariants() {
    return PackInvariants.forBook(BOOK).tries(50).tests(OFFERING);
  }

  @Provide
  Arbitrary<Application> applications() {
    return TfmArbitraries.of(BOOK, OFFERING).applications();
  }

  @Property(tries = 100)
  void noSchoolIsTurnedAwayWithoutAReason(@ForAll("applications") Application application) {
    var assessment = BOOK.terms(OFFERING, application.school().kind()).assess(application);
    assertThat(assessment.verdict() == Verdict.NO).isEqualTo(!assessment.unmet().isEmpty());
  }
}
