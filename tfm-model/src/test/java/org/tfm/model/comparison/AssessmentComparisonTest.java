package org.tfm.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tfm.model.ModelArbitraries;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.EntitlementStatus;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Purpose;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;

class AssessmentComparisonTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));
  private static final Citation CITATION = new Citation("flyer", "benefits", Optional.empty());
  private static final Provenance RULE = Provenance.of("here", "any.drl", 1);
  private static final Requirement PRIMARY =
      must(
          "phase",
          Aspect.ELIGIBILITY,
          new OneOf(Facts.PHASE, ImmutableSet.of(Phase.PRIMARY.name())));

  private static Requirement must(String id, Aspect aspect, Criterion criterion) {
    return new Requirement(id, aspect, Strength.MUST, criterion, Optional.empty(), CITATION, RULE);
  }

  private static Requirement days(int least) {
    return must(
        "release-time",
        Aspect.COMMITMENT,
        new Within(
            Facts.COMBINED_RELEASE, Optional.of(BigDecimal.valueOf(least)), Optional.empty()));
  }

  private static Entitlement grant(String amount) {
    return new Entitlement(
        "grant",
        false,
        Optional.of(Money.parse(amount)),
        Optional.of(PayUnit.SCHOOL),
        Purpose.RELEASE_TIME,
        Optional.empty(),
        Optional.empty(),
        CITATION,
        RULE);
  }

  /** Assesses a primary school that releases one person for nine days. */
  private static Assessment assessed(Term... terms) {
    LeadParticipant nine = LeadParticipant.builder().releaseDays(ReleaseTime.ofDays(9)).build();
    return ModelArbitraries.terms(OFFERING, List.of(terms))
        .assess(
            Application.builder()
                .offering(OFFERING)
                .school(School.builder().urn(100_008).phase(Phase.PRIMARY).build())
                .leadParticipants(ImmutableList.of(nine))
                .build());
  }

  @Test
  void equalTermsGiveNoDifferences() {
    AssessmentComparison same =
        AssessmentComparison.of(
            assessed(PRIMARY, days(8), grant("GBP 1000")),
            assessed(PRIMARY, days(8), grant("GBP 1000")));
    assertThat(same.isEmpty()).isTrue();
    assertThat(same.verdicts()).isEmpty();
    assertThat(same.findings()).isEmpty();
    assertThat(same.entitlements()).isEmpty();
    assertThat(same.causes()).isEmpty();
  }

  @Test
  void aHigherMinimumChangesTheVerdictAndIsNamedAsTheCause() {
    AssessmentComparison stricter =
        AssessmentComparison.of(assessed(PRIMARY, days(8)), assessed(PRIMARY, days(10)));
    assertThat(stricter.isEmpty()).isFalse();
    assertThat(stricter.verdicts())
        .containsExactly(
            new VerdictChange(Optional.empty(), Verdict.YES, Verdict.NO),
            new VerdictChange(Optional.of(Aspect.COMMITMENT), Verdict.YES, Verdict.NO));
    assertThat(stricter.findings()).extracting(FindingChange::term).containsExactly("release-time");
    assertThat(stricter.causes()).isEqualTo(stricter.findings());
  }

  @Test
  void aRemovedTermIsAChangeButNotACauseIfTheVerdictStays() {
    AssessmentComparison fewer =
        AssessmentComparison.of(
            assessed(PRIMARY, days(8)),
            assessed(PRIMARY, days(8), must("two", Aspect.COMMITMENT, days(7).criterion())));
    assertThat(fewer.isEmpty()).isTrue();
    assertThat(fewer.findings()).extracting(FindingChange::term).containsExactly("two");
    assertThat(fewer.causes()).isEmpty();
  }

  @Test
  void aPreferenceIsACauseOnlyIfItIsStrongerOnTheOtherSide() {
    Requirement wish = wished(days(10));
    AssessmentComparison wished =
        AssessmentComparison.of(assessed(days(8)), assessed(days(10), wish));
    assertThat(wished.findings()).hasSize(2);
    assertThat(wished.causes()).extracting(FindingChange::term).containsExactly("release-time");
    assertThat(AssessmentComparison.of(assessed(wish, days(8)), assessed(days(10))).causes())
        .extracting(FindingChange::term)
        .containsExactly("release-time");
    Requirement must = must("wish", Aspect.COMMITMENT, days(10).criterion());
    for (AssessmentComparison more :
        List.of(
            AssessmentComparison.of(assessed(wish), assessed(must)),
            AssessmentComparison.of(assessed(must), assessed(wish)))) {
      assertThat(more.causes()).extracting(FindingChange::term).containsExactly("wish");
    }
  }

  private static Requirement wished(Requirement term) {
    return new Requirement(
        "wish",
        term.aspect(),
        Strength.PREFERRED,
        term.criterion(),
        Optional.empty(),
        CITATION,
        RULE);
  }

  @Test
  void changedAmountsAndNewGrantsAreChangesOfEntitlements() {
    AssessmentComparison more =
        AssessmentComparison.of(assessed(grant("GBP 1000")), assessed(grant("GBP 800")));
    assertThat(more.isEmpty()).isFalse();
    assertThat(more.verdicts()).isEmpty();
    assertThat(more.entitlements()).extracting(EntitlementChange::term).containsExactly("grant");
    EntitlementChange added =
        AssessmentComparison.of(assessed(), assessed(grant("GBP 800"))).entitlements().get(0);
    assertThat(added.before()).isEmpty();
    assertThat(added.after()).isPresent();
  }

  private static Due due(Optional<Purpose> purpose, Criterion when) {
    return new Due(
        EntitlementStatus.CONDITIONAL,
        purpose.isPresent(),
        purpose.map(use -> Money.parse("GBP 75")),
        purpose.map(use -> PayUnit.SESSION),
        purpose,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(when));
  }

  @Test
  void theConditionOfAPriorityOrAChargeIsSaid() {
    Criterion missed =
        new Within(Facts.MISSED_WITHOUT_NOTICE, Optional.of(BigDecimal.ONE), Optional.empty());
    assertThat(due(Optional.of(Purpose.PARTICIPATION), missed).says())
        .isEqualTo("a charge of £75 for each session missed");
    assertThat(due(Optional.empty(), new Confirmed(Facts.STATE_FUNDED)).says())
        .isEqualTo("when there are too few places, the school goes first if it is state-funded");
  }
}
