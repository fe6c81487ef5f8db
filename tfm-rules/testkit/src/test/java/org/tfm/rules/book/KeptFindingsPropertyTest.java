package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Application;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.testkit.TfmArbitraries;

/** A book that has assessed much says the same as one that has assessed nothing. */
class KeptFindingsPropertyTest {

  private static final PolicyBook BOOK = PolicyBook.bundled();

  private static final ImmutableList<Offering> OFFERINGS =
      BOOK.packs().stream()
          .flatMap(
              pack ->
                  pack.offers().stream()
                      .map(
                          type ->
                              Offering.of(
                                  pack.hub().id(),
                                  type,
                                  pack.year().orElse(AcademicYear.startingIn(2021)))))
          .collect(ImmutableList.toImmutableList());

  private static final Map<Offering, Arbitrary<Application>> BY_OFFERING =
      new ConcurrentHashMap<>();

  private static Arbitrary<Application> applications(Offering offering) {
    return BY_OFFERING.computeIfAbsent(
        offering, any -> TfmArbitraries.of(BOOK, offering).applications());
  }

  @Provide
  Arbitrary<List<Application>> applications() {
    return Arbitraries.of(OFFERINGS)
        .flatMap(offering -> applications(offering).list().ofMinSize(2).ofMaxSize(8));
  }

  private static Terms terms(Application application) {
    return BOOK.terms(application.offering(), application.school().kind());
  }

  /** Assessed on terms that have kept nothing: every finding is worked out. */
  private static Assessment workedOut(Application application) {
    Terms terms = terms(application);
    return new Terms(
            terms.offering(), terms.terms(), terms.unsettled(), terms.ownFacts(), terms.policy())
        .assess(application);
  }

  private static List<String> assessed(List<Application> applications) {
    return applications.stream()
        .map(application -> TfmJson.write(terms(application).assess(application)))
        .toList();
  }

  @Property(tries = 1_000)
  void whatIsKeptIsWhatWouldBeWorkedOut(@ForAll("applications") List<Application> applications) {
    List<String> alone =
        applications.stream().map(application -> TfmJson.write(workedOut(application))).toList();
    CompletableFuture<List<String>> atTheSameTime =
        CompletableFuture.supplyAsync(() -> assessed(Lists.reverse(applications)));
    assertThat(assessed(applications)).isEqualTo(alone);
    assertThat(Lists.reverse(atTheSameTime.join())).isEqualTo(alone);
    assertThat(assessed(applications)).isEqualTo(alone);
  }

  @Property(tries = 1_000)
  void theVerdictAloneIsTheVerdictOfTheAssessment(
      @ForAll("applications") List<Application> applications) {
    for (Application application : applications) {
      Verdict verdict = terms(application).verdict(application);
      assertThat(verdict).isEqualTo(workedOut(application).verdict());
    }
  }
}
