package org.tfm.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tfm.model.ModelArbitraries;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Application;
import org.tfm.model.json.TfmJson;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;

class ComparisonPropertyTest {

  private static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));

  /** Policies without duplicate ids in a section, like those of a book. */
  @Provide
  Arbitrary<Terms> policies() {
    return ModelArbitraries.terms(OFFERING).map(ComparisonPropertyTest::unique);
  }

  /** Two policies that share some terms and have different terms with the same id. */
  @Provide
  Arbitrary<List<Terms>> relatedPolicies() {
    return Combinators.combine(
            ModelArbitraries.terms(OFFERING),
            ModelArbitraries.terms(OFFERING),
            Arbitraries.of(0, 3))
        .as(
            (one, other, shared) -> {
              List<Term> both = new ArrayList<>(one.terms().stream().limit(shared).toList());
              both.addAll(other.terms());
              Terms related =
                  Terms.of(
                      OFFERING,
                      ImmutableList.copyOf(both),
                      other.unsettled(),
                      other.ownFacts(),
                      other.policy());
              return List.of(unique(one), unique(related));
            });
  }

  @Provide
  Arbitrary<Application> applications() {
    return ModelArbitraries.applications(OFFERING);
  }

  private static Terms unique(Terms terms) {
    Map<String, Term> byKey = new LinkedHashMap<>();
    terms.terms().forEach(term -> byKey.putIfAbsent(term.section() + term.id(), term));
    return with(
        terms,
        ImmutableList.copyOf(byKey.values()),
        terms.unsettled().stream()
            .filter(open -> !byKey.containsKey(open.term().section() + open.term().id()))
            .collect(ImmutableList.toImmutableList()));
  }

  private static Terms with(
      Terms terms,
      ImmutableList<Term> settled,
      ImmutableList<org.tfm.model.assessment.UnsettledTerm> open) {
    return Terms.of(terms.offering(), settled, open, terms.ownFacts(), terms.policy());
  }

  @Property(tries = 300)
  void aPolicyDoesNotDifferFromItself(@ForAll("policies") Terms terms) {
    TermsComparison comparison = TermsComparison.of(terms, terms);
    assertThat(comparison.isEmpty()).isTrue();
    assertThat(comparison.readings()).isEmpty();
  }

  @Property(tries = 300)
  void swappingThePoliciesMirrorsEverything(@ForAll("relatedPolicies") List<Terms> policies) {
    TermsComparison there = TermsComparison.of(policies.get(0), policies.get(1));
    TermsComparison back = TermsComparison.of(policies.get(1), policies.get(0));
    assertThat(there.changes().stream().map(ComparisonPropertyTest::mirrored).toList())
        .isEqualTo(back.changes());
    assertThat(
            there.readings().stream()
                .map(
                    r ->
                        new ReadingChange(
                            r.section(),
                            r.term(),
                            /* before= */ r.after(),
                            /* after= */ r.before()))
                .toList())
        .isEqualTo(back.readings());
  }

  private static TermChange mirrored(TermChange change) {
    return new TermChange(
        change.section(),
        change.term(),
        switch (change.kind()) {
          case ADDED -> ChangeKind.REMOVED;
          case REMOVED -> ChangeKind.ADDED;
          case CHANGED -> ChangeKind.CHANGED;
        },
        change.someSchools(),
        change.attributes().stream()
            .map(
                a ->
                    new AttributeChange(
                        a.attribute(), /* before= */ a.after(), /* after= */ a.before()))
            .collect(ImmutableList.toImmutableList()),
        change
            .effect()
            .map(
                effect ->
                    switch (effect) {
                      case STRICTER -> Effect.LOOSER;
                      case LOOSER -> Effect.STRICTER;
                      case DIFFERENT -> Effect.DIFFERENT;
                    }),
        /* before= */ change.after(),
        /* after= */ change.before());
  }

  @Property(tries = 200)
  void theOrderOfTheTermsDoesNotMatter(
      @ForAll("relatedPolicies") List<Terms> policies, @ForAll Random random) {
    Terms before = policies.get(0);
    List<Term> shuffled = new ArrayList<>(before.terms());
    Collections.shuffle(shuffled, random);
    assertThat(
            TermsComparison.of(
                with(before, ImmutableList.copyOf(shuffled), before.unsettled()), policies.get(1)))
        .isEqualTo(TermsComparison.of(before, policies.get(1)));
  }

  @Property(tries = 200)
  void aComparisonRoundTripsThroughJson(@ForAll("relatedPolicies") List<Terms> policies) {
    TermsComparison comparison = TermsComparison.of(policies.get(0), policies.get(1));
    String json = TfmJson.write(comparison);
    assertThat(TfmJson.read(json, TermsComparison.class)).isEqualTo(comparison);
    assertThat(TfmJson.write(TfmJson.read(json, TermsComparison.class))).isEqualTo(json);
  }

  @Property(tries = 300)
  void everyChangeIsOneLine(@ForAll("relatedPolicies") List<Terms> policies) {
    for (TermChange change : TermsComparison.of(policies.get(0), policies.get(1)).changes()) {
      assertThat(change.says()).startsWith(change.term() + ": ").doesNotContain("\n", "Optional");
      assertThat(change.attributes())
          .allSatisfy(part -> assertThat(part.before()).isNotEqualTo(part.after()));
      assertThat(change.attributes().isEmpty()).isEqualTo(change.kind() != ChangeKind.CHANGED);
      assertThat(change.effect().isPresent())
          .isEqualTo(change.before().or(change::after).orElseThrow() instanceof Requirement);
    }
  }

  @Property(tries = 300)
  void anAddedRequirementNeverMakesASchoolMoreAcceptable(
      @ForAll("policies") Terms terms, @ForAll("applications") Application application) {
    List<Term> others = terms.terms().stream().skip(1).toList();
    Terms fewer = with(terms, ImmutableList.copyOf(others), terms.unsettled());
    Verdict without = fewer.assess(application).verdict();
    boolean added =
        TermsComparison.of(fewer, terms).changes().stream()
            .anyMatch(change -> change.effect().equals(Optional.of(Effect.STRICTER)));
    // Without another requirement, the kind of school may decide whether anything is required.
    boolean isStated = others.stream().anyMatch(Requirement.class::isInstance);
    if (added && isStated && without != Verdict.NOT_STATED) {
      Verdict with = terms.assess(application).verdict();
      if (without == Verdict.NO) {
        assertThat(with).isEqualTo(Verdict.NO);
      } else if (without != Verdict.YES) {
        assertThat(with).isNotEqualTo(Verdict.YES);
      }
    }
  }

  @Property(tries = 300)
  void assessmentsUnderOnePolicyDoNotDiffer(
      @ForAll("policies") Terms terms, @ForAll("applications") Application application) {
    Assessment assessment = terms.assess(application);
    AssessmentComparison comparison = AssessmentComparison.of(assessment, assessment);
    assertThat(comparison.isEmpty()).isTrue();
    assertThat(comparison.findings()).isEmpty();
  }

  /** Whether a finding without evidence asks for something else, which leaves other verdicts. */
  private static boolean isOpenInAnotherWay(Assessment before, Assessment after) {
    return before.findings().stream()
        .filter(one -> one.status() == Status.EVIDENCE_MISSING)
        .anyMatch(
            one ->
                after.findings().stream()
                    .anyMatch(
                        other ->
                            other.status() == Status.EVIDENCE_MISSING
                                && other.term().equals(one.term())
                                && !other.demand().equals(one.demand())));
  }

  @Property(tries = 300)
  void aChangedVerdictHasACauseThatIsNotAPreference(
      @ForAll("relatedPolicies") List<Terms> policies,
      @ForAll("applications") Application application) {
    Assessment before = policies.get(0).assess(application);
    Assessment after = policies.get(1).assess(application);
    AssessmentComparison comparison = AssessmentComparison.of(before, after);
    if (!comparison.verdicts().isEmpty() && !isOpenInAnotherWay(before, after)) {
      assertThat(comparison.causes()).isNotEmpty();
    }
    assertThat(comparison.causes())
        .noneMatch(
            cause ->
                cause.before().or(cause::after).orElseThrow().strength() == Strength.PREFERRED
                    && cause.after().or(cause::before).orElseThrow().strength()
                        == Strength.PREFERRED);
    assertThat(TfmJson.read(TfmJson.write(comparison), AssessmentComparison.class))
        .isEqualTo(comparison);
  }
}
