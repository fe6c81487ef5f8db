package org.tfm.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tfm.model.ModelArbitraries;
import org.tfm.model.document.Application;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;

/** The verdict alone agrees with the whole assessment. */
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
  void theVerdictAloneIsTheVerdictOfTheAssessment(
      @ForAll("terms") Terms terms,
      @ForAll("applications") Application application,
      @ForAll("groups") WorkGroup group,
      @ForAll("progress") Progress progress) {
    assertThat(terms.verdict(application)).isEqualTo(terms.assess(application).verdict());
    assertThat(terms.verdict(group)).isEqualTo(terms.assess(group).verdict());
    assertThat(terms.verdict(progress)).isEqualTo(terms.assess(progress).verdict());
  }
}
