package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Application;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.testkit.TfmArbitraries;

/** The verdict alone agrees with the full assessment under every bundled policy. */
class VerdictPropertyTest {

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

  @Property(tries = 1_000)
  void theVerdictAloneIsTheVerdictOfTheAssessment(
      @ForAll("applications") List<Application> applications) {
    for (Application application : applications) {
      Verdict verdict = terms(application).verdict(application);
      assertThat(verdict).isEqualTo(terms(application).assess(application).verdict());
    }
  }
}
