package org.tfm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Application;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.School;
import org.tfm.rules.book.PolicyBook;

/** The generated documents are valid everywhere, and their results vary. */
class TfmArbitrariesPropertyTest {

  private static final PolicyBook BOOK = PolicyBook.bundled();

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.startingIn(2022));

  private static final TfmArbitraries ARBITRARIES = TfmArbitraries.of(BOOK, OFFERING);

  @Provide
  Arbitrary<Application> applications() {
    return ARBITRARIES.applications();
  }

  @Provide
  Arbitrary<WorkGroup> groups() {
    return ARBITRARIES.groups();
  }

  @Provide
  Arbitrary<Progress> progress() {
    return ARBITRARIES.progress();
  }

  @Provide
  Arbitrary<WorkGroup> groupsOfTerms() {
    return TfmArbitraries.of(BOOK.terms(OFFERING)).groups();
  }

  @Property
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void applicationsDoNotAllComeOutAlike(@ForAll("applications") Application application) {
    Verdict verdict =
        BOOK.terms(OFFERING, application.school().kind()).assess(application).commitments();
    assertThat(TfmJson.read(TfmJson.write(application), Application.class)).isEqualTo(application);
    Statistics.collect(verdict);
    Statistics.coverage(
        seen -> {
          seen.check(Verdict.YES).count(count -> count > 0);
          seen.check(Verdict.NO).count(count -> count > 0);
          seen.check(Verdict.MORE_INFORMATION_NEEDED).count(count -> count > 0);
        });
  }

  @Property(tries = 1_000)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void groupsDoNotAllComeOutAlike(@ForAll("groups") WorkGroup group) {
    Statistics.collect(BOOK.terms(OFFERING).assess(group).group());
    Statistics.coverage(
        seen -> {
          seen.check(Verdict.REFER_TO_HUB).count(count -> count > 0);
          seen.check(Verdict.NO).count(count -> count > 0);
          seen.check(Verdict.MORE_INFORMATION_NEEDED).count(count -> count > 0);
        });
  }

  @Property
  void termsAloneAreEnough(@ForAll("groupsOfTerms") WorkGroup group) {
    assertThat(BOOK.terms(OFFERING).assess(group).offering()).isEqualTo(OFFERING);
  }

  @Property
  void progressIsAssessed(@ForAll("progress") Progress progress) {
    assertThat(BOOK.terms(OFFERING, progress.school().kind()).assess(progress).progress())
        .isNotEqualTo(Verdict.NOT_STATED);
  }

  @Property
  void onlyWhatThePolicyAsksIsAnswered(@ForAll("applications") Application application) {
    ImmutableSet<String> asked =
        ImmutableSet.of(
            "committed-to-mastery",
            "capacity-for-development",
            "state-funded",
            "action-plan",
            "reports",
            "evaluation",
            "lead-developments",
            "school-policies",
            "work-with-colleagues",
            "meetings",
            "classroom-changes",
            "headteacher-meetings",
            "whole-school-introduction",
            "teacher-research-groups");
    assertThat(Sets.difference(application.answers().byFact().keySet(), asked)).isEmpty();
  }

  @Example
  void anApplicationShrinksUntilOnlyTheRequiredPartsAreLeft() {
    Shrinkable<Application> smallest = ARBITRARIES.applications().generator(1).next(new Random(1));
    Optional<Shrinkable<Application>> smaller = Optional.of(smallest);
    while (smaller.isPresent()) {
      smallest = smaller.get();
      ShrinkingDistance now = smallest.distance();
      smaller = smallest.shrink().findFirst();
      assertThat(smaller.stream()).allMatch(less -> less.distance().compareTo(now) < 0);
    }
    assertThat(smallest.value())
        .isEqualTo(
            Application.builder()
                .offering(OFFERING)
                .school(School.builder().urn(smallest.value().school().urn()).build())
                .build());
  }
}
