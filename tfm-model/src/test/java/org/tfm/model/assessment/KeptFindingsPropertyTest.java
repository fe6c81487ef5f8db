package org.tfm.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tfm.model.ModelArbitraries;
import org.tfm.model.document.Application;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;

/** What was found of one document never shows in what is found of another. */
class KeptFindingsPropertyTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));

  @Provide
  Arbitrary<Terms> terms() {
    return ModelArbitraries.terms(OFFERING);
  }

  @Provide
  Arbitrary<List<Application>> applications() {
    return ModelArbitraries.applications(OFFERING).list().ofMinSize(1).ofMaxSize(6);
  }

  @Provide
  Arbitrary<WorkGroup> groups() {
    return ModelArbitraries.workGroups(OFFERING);
  }

  @Provide
  Arbitrary<Progress> progress() {
    return ModelArbitraries.progress(OFFERING);
  }

  /** The same terms, which have kept nothing yet. */
  private static Terms fresh(Terms terms) {
    return new Terms(
        terms.offering(), terms.terms(), terms.unsettled(), terms.ownFacts(), terms.policy());
  }

  @Property(tries = 1_000)
  void whatIsFoundDoesNotDependOnWhatWasAssessedBefore(
      @ForAll("terms") Terms terms,
      @ForAll("applications") List<Application> applications,
      @ForAll Random random) {
    List<Application> all = new ArrayList<>();
    for (Application application : applications) {
      all.add(application);
      all.add(ModelArbitraries.poorer(application, random));
      all.add(ModelArbitraries.poorer(application, random));
    }
    List<Application> twice = new ArrayList<>(all);
    twice.addAll(all);
    Collections.shuffle(twice, random);
    for (Application application : twice) {
      Assessment alone = fresh(terms).assess(application);
      assertThat(TfmJson.write(terms.assess(application))).isEqualTo(TfmJson.write(alone));
      assertThat(terms.verdict(application)).isEqualTo(alone.verdict());
      assertThat(fresh(terms).verdict(application)).isEqualTo(alone.verdict());
    }
  }

  @Property
  void theVerdictAloneIsTheVerdictOfTheAssessment(
      @ForAll("terms") Terms terms,
      @ForAll("groups") WorkGroup group,
      @ForAll("progress") Progress progress) {
    assertThat(terms.verdict(group)).isEqualTo(terms.assess(group).verdict());
    assertThat(terms.verdict(progress)).isEqualTo(terms.assess(progress).verdict());
  }

  @Property(tries = 100)
  void otherTermsOfThePolicyShareWhatIsKeptAndNothingElse(
      @ForAll("terms") Terms terms,
      @ForAll("terms") Terms others,
      @ForAll("applications") List<Application> applications) {
    Terms beside = terms.with(others.terms(), others.unsettled());
    for (Application application : applications) {
      assertThat(TfmJson.write(terms.assess(application)))
          .isEqualTo(TfmJson.write(fresh(terms).assess(application)));
      assertThat(TfmJson.write(beside.assess(application)))
          .isEqualTo(TfmJson.write(fresh(beside).assess(application)));
    }
  }
}
