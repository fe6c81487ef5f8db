package org.tfm.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tfm.model.Completions;
import org.tfm.model.ModelArbitraries;
import org.tfm.model.Policies;
import org.tfm.model.SmallWorld;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.Facts;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Term;

/** Verdicts are settled: no completion of the document changes them. */
class SettledVerdictPropertyTest {

  private static final LocalDate DAY = LocalDate.of(2022, 5, 3);

  @Provide
  Arbitrary<Terms> terms() {
    return ModelArbitraries.terms(Policies.OFFERING);
  }

  /** Terms about the number of people, and about each of them. */
  @Provide
  Arbitrary<Terms> termsOnPeople() {
    Arbitrary<Requirement> number =
        Combinators.combine(
                Arbitraries.of(Aspect.ELIGIBILITY, Aspect.APPLICATION),
                Arbitraries.integers().between(1, 3),
                Arbitraries.integers().between(0, 1))
            .as(
                (aspect, least, more) ->
                    Policies.must(
                        "lead-participants",
                        aspect,
                        Policies.within(
                            Facts.LEAD_PARTICIPANTS,
                            String.valueOf(least),
                            more == 0 ? String.valueOf(least) : null)));
    return Combinators.combine(number, ModelArbitraries.requirements().list().ofMaxSize(3))
        .as(
            (people, others) ->
                ModelArbitraries.terms(
                    Policies.OFFERING,
                    Stream.concat(Stream.of((Term) people), others.stream()).toList()));
  }

  @Provide
  Arbitrary<Application> applications() {
    return ModelArbitraries.applications(Policies.OFFERING);
  }

  @Provide
  Arbitrary<WorkGroup> groups() {
    return ModelArbitraries.workGroups(Policies.OFFERING);
  }

  @Provide
  Arbitrary<Progress> progress() {
    return ModelArbitraries.progress(Policies.OFFERING);
  }

  @Provide
  Arbitrary<Terms> smallTerms() {
    return SmallWorld.terms();
  }

  @Provide
  Arbitrary<Map<String, Object>> given() {
    return SmallWorld.given();
  }

  private static void assertStays(Terms terms, Document given, Document whole) {
    Assessment before = terms.assess(given);
    Assessment after = terms.assess(whole);
    assertStays(before.verdict(), after.verdict());
    assertStays(before.eligibility(), after.eligibility());
    assertStays(before.application(), after.application());
    assertStays(before.commitments(), after.commitments());
    assertThat(terms.verdict(given)).isEqualTo(before.verdict());
  }

  private static void assertStays(Verdict before, Verdict after) {
    if (before != Verdict.MORE_INFORMATION_NEEDED) {
      assertThat(after).isEqualTo(before);
    }
  }

  @Property(tries = 2_000)
  void noCompletionOfAnApplicationChangesASettledVerdict(
      @ForAll("terms") Terms terms,
      @ForAll("applications") Application given,
      @ForAll("applications") Application other) {
    assertStays(terms, given, Completions.of(given, other, terms));
  }

  @Property(tries = 2_000)
  void noCompletionChangesASettledVerdictWhilePeopleCanBeAdded(
      @ForAll("termsOnPeople") Terms terms,
      @ForAll("applications") Application given,
      @ForAll("applications") Application other) {
    assertStays(terms, given, Completions.of(given, other, terms));
  }

  @Property(tries = 1_000)
  void noCompletionOfAGroupChangesASettledVerdict(
      @ForAll("terms") Terms terms,
      @ForAll("groups") WorkGroup given,
      @ForAll("groups") WorkGroup other) {
    assertStays(terms, given, Completions.of(given, other));
  }

  @Property(tries = 1_000)
  void noCompletionOfProgressChangesASettledVerdict(
      @ForAll("terms") Terms terms,
      @ForAll("progress") Progress given,
      @ForAll("progress") Progress other) {
    assertStays(terms, given, Completions.of(given, other));
  }

  @Property
  void noAnswerChangesASettledVerdict(
      @ForAll("smallTerms") Terms terms, @ForAll("given") Map<String, Object> given) {
    Verdict now = terms.verdict(SmallWorld.application(given));
    if (now != Verdict.MORE_INFORMATION_NEEDED) {
      assertThat(verdicts(terms, given, false)).containsOnly(now);
      assertThat(verdicts(terms, given, true)).containsOnly(now);
    }
  }

  @Property
  void anOpenVerdictHasTwoPossibleResultsIfEachFactOccursOnce(
      @ForAll("smallTerms") Terms terms, @ForAll("given") Map<String, Object> given) {
    if (terms.verdict(SmallWorld.application(given)) == Verdict.MORE_INFORMATION_NEEDED
        && isEachFactAskedOnce(terms)) {
      Set<Verdict> settled = verdicts(terms, given, true);
      settled.remove(Verdict.MORE_INFORMATION_NEEDED);
      assertThat(settled).hasSizeGreaterThan(1);
    }
  }

  /** Returns the verdicts on every completion. */
  private static Set<Verdict> verdicts(Terms terms, Map<String, Object> given, boolean handedIn) {
    Set<Verdict> verdicts = new HashSet<>();
    for (Map<String, Object> answers : SmallWorld.allWith(given, false)) {
      Application.Builder application = Application.builder().from(SmallWorld.application(answers));
      verdicts.add(
          terms.verdict(handedIn ? application.submittedOn(DAY).build() : application.build()));
    }
    return verdicts;
  }

  /** Whether no two leaves ask about the same fact, and each has two possible outcomes. */
  private static boolean isEachFactAskedOnce(Terms terms) {
    List<Requirement> counting =
        terms.terms().stream()
            .filter(Requirement.class::isInstance)
            .map(Requirement.class::cast)
            .filter(SortedTerms::counts)
            .toList();
    List<Criterion> leaves =
        counting.stream()
            .flatMap(
                term ->
                    Stream.concat(
                        term.criterion().leaves(),
                        term.referral().stream().flatMap(Criterion::leaves)))
            .toList();
    List<Fact> facts = leaves.stream().flatMap(leaf -> leaf.facts().stream()).toList();
    boolean alwaysSo =
        leaves.stream()
            .anyMatch(
                leaf ->
                    leaf instanceof Within within
                        && within.most().isEmpty()
                        && within.least().get().signum() == 0);
    boolean cannotBeLeftOut =
        counting.stream()
            .filter(term -> term.aspect() != Aspect.APPLICATION)
            .anyMatch(
                term ->
                    term.criterion().leaves().anyMatch(Provided.class::isInstance)
                        || term.referral().stream()
                            .flatMap(Criterion::leaves)
                            .anyMatch(Provided.class::isInstance));
    return !alwaysSo && !cannotBeLeftOut && new HashSet<>(facts).size() == facts.size();
  }
}
