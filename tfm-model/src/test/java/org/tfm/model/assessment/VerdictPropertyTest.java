package org.tfm.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tfm.model.ModelArbitraries;
import org.tfm.model.Policies;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Aspect;

/** The verdict alone and the statuses agree with the full assessment. */
class VerdictPropertyTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));

  @Provide
  Arbitrary<Terms> terms() {
    return ModelArbitraries.terms(OFFERING);
  }

  @Provide
  Arbitrary<Application> applications() {
    return ModelArbitraries.applications(OFFERING);
  }

  @Provide
  Arbitrary<WorkGroup> groups() {
    return ModelArbitraries.workGroups(OFFERING);
  }

  @Provide
  Arbitrary<Progress> progress() {
    return ModelArbitraries.progress(OFFERING);
  }

  @Property
  void theVerdictAloneEqualsThatOfTheAssessment(
      @ForAll("terms") Terms terms,
      @ForAll("applications") Application application,
      @ForAll("groups") WorkGroup group,
      @ForAll("progress") Progress progress) {
    assertThat(terms.verdict(application)).isEqualTo(terms.assess(application).verdict());
    assertThat(terms.verdict(group)).isEqualTo(terms.assess(group).verdict());
    assertThat(terms.verdict(progress)).isEqualTo(terms.assess(progress).verdict());
  }

  @Property
  void theStatusesEqualThoseOfTheAssessment(
      @ForAll("terms") Terms terms,
      @ForAll("applications") Application application,
      @ForAll("groups") WorkGroup group,
      @ForAll("progress") Progress progress) {
    for (Document document : List.of(application, group, progress)) {
      Assessment assessment = terms.assess(document);
      Statuses statuses = terms.statuses(document);

      assertThat(statuses.verdict()).isEqualTo(assessment.verdict());
      assertThat(Stream.of(Aspect.values()).map(statuses::verdict))
          .isEqualTo(
              Stream.of(Aspect.values()).map(aspect -> verdict(assessment, aspect)).toList());
      assertThat(
              IntStream.range(0, statuses.requirements().size())
                  .mapToObj(
                      place ->
                          statuses.requirements().get(place).aspect()
                              + statuses.requirements().get(place).id()
                              + statuses.status(place)))
          .isEqualTo(
              assessment.findings().stream()
                  .map(finding -> finding.aspect() + finding.term() + finding.status())
                  .toList());
      assertThat(statuses)
          .isEqualTo(terms.statuses(document))
          .hasSameHashCodeAs(terms.statuses(document));
    }
  }

  private static Verdict verdict(Assessment assessment, Aspect aspect) {
    return switch (aspect) {
      case ELIGIBILITY -> assessment.eligibility();
      case APPLICATION -> assessment.application();
      case COMMITMENT -> assessment.commitments();
      case GROUP -> assessment.group();
      case PROGRESS -> assessment.progress();
    };
  }

  @Test
  void statusesOfAnotherDocumentAreNotEqual() {
    Terms terms =
        ModelArbitraries.terms(
            OFFERING, List.of(Policies.must("phase", Aspect.ELIGIBILITY, new HubDecides())));
    Terms none = ModelArbitraries.terms(OFFERING, List.of());
    Application application = applications().sample();
    Statuses statuses = terms.statuses(application);

    assertThat(statuses).isNotEqualTo(none.statuses(application)).isNotEqualTo("statuses");
    assertThat(statuses).hasToString("REFER_TO_HUB [REFERRED]");
    assertThatThrownBy(() -> statuses.status(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
