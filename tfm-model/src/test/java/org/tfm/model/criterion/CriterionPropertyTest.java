package org.tfm.model.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.tfm.model.ModelArbitraries;
import org.tfm.model.document.Application;
import org.tfm.model.document.DocumentEvidence;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Role;

class CriterionPropertyTest {

  @Provide
  Arbitrary<Criterion> criteria() {
    return ModelArbitraries.criteria(4);
  }

  @Provide
  Arbitrary<Criterion> withoutProvided() {
    return ModelArbitraries.criteriaWithoutProvided(4);
  }

  @Provide
  Arbitrary<Application> applications() {
    return ModelArbitraries.applications();
  }

  @Provide
  Arbitrary<Fact> facts() {
    return ModelArbitraries.facts();
  }

  private static Truth truth(Criterion criterion, Application application) {
    return criterion.evaluate(DocumentEvidence.of(application)).truth();
  }

  @Property(tries = 2000)
  void moreKnowledgeNeverChangesACertainOutcome(
      @ForAll("withoutProvided") Criterion criterion,
      @ForAll("applications") Application full,
      @ForAll Random random) {
    Application poor = ModelArbitraries.poorer(full, random);
    Truth before = truth(criterion, poor);
    if (before.isKnown()) {
      assertThat(truth(criterion, full)).isEqualTo(before);
    }
    Statistics.label("certain from the poorer evidence")
        .collect(before.isKnown() && !poor.equals(full))
        .coverage(checker -> checker.check(true).percentage(share -> share > 10));
  }

  @Property
  void deMorganHoldsForTrees(
      @ForAll("criteria") Criterion a,
      @ForAll("criteria") Criterion b,
      @ForAll("applications") Application application) {
    assertThat(truth(notBoth(a, b), application)).isEqualTo(truth(eitherNot(a, b), application));
    assertThat(truth(notEither(a, b), application)).isEqualTo(truth(bothNot(a, b), application));
  }

  @Property
  void deMorganHoldsForTheSentencesOfTrees(
      @ForAll("withoutProvided") Criterion a,
      @ForAll("withoutProvided") Criterion b,
      @ForAll Mood mood,
      @ForAll boolean negated) {
    assertThat(notBoth(a, b).says(mood, negated)).isEqualTo(eitherNot(a, b).says(mood, negated));
    // An alternative that begins with a negation is said with “if”.
    if (!(a instanceof Not)) {
      assertThat(notEither(a, b).says(mood, negated)).isEqualTo(bothNot(a, b).says(mood, negated));
    }
  }

  private static Criterion notBoth(Criterion a, Criterion b) {
    return new Not(new AllOf(ImmutableList.of(a, b)));
  }

  private static Criterion eitherNot(Criterion a, Criterion b) {
    return new AnyOf(ImmutableList.of(new Not(a), new Not(b)));
  }

  private static Criterion notEither(Criterion a, Criterion b) {
    return new Not(new AnyOf(ImmutableList.of(a, b)));
  }

  private static Criterion bothNot(Criterion a, Criterion b) {
    return new AllOf(ImmutableList.of(new Not(a), new Not(b)));
  }

  @Property
  void theNegationOfEveryIsSomeOfTheNegation(
      @ForAll("facts") Fact fact, @ForAll("applications") Application application) {
    Criterion leaf = new Provided(fact);
    Criterion notEvery = new Not(new ForMembers(Members.LEAD_PARTICIPANTS, true, leaf));
    Criterion oneNot = new ForMembers(Members.LEAD_PARTICIPANTS, false, new Not(leaf));
    assertThat(truth(notEvery, application)).isEqualTo(truth(oneNot, application));
    assertThat(notEvery.says()).isEqualTo(oneNot.says());
  }

  @Property
  void atLeastOneIsSome(
      @ForAll("facts") Fact fact, @ForAll("applications") Application application) {
    Criterion leaf = new Provided(fact);
    Criterion some = new ForMembers(Members.LEAD_PARTICIPANTS, false, leaf);
    Criterion count =
        new CountOfMembers(Members.LEAD_PARTICIPANTS, leaf, Optional.of(1), Optional.empty());
    Evidence evidence = DocumentEvidence.of(application);
    assertThat(count.prospect(evidence)).isEqualTo(some.prospect(evidence));
  }

  @Property
  void morePeopleWhoMeetTheConditionNeverBreakALowerBound(
      @ForAll("applications") Application application,
      @ForAll @IntRange(min = 1, max = 3) int least,
      @ForAll @IntRange(min = 1, max = 3) int more) {
    Criterion count =
        new CountOfMembers(
            Members.LEAD_PARTICIPANTS,
            new Confirmed(Facts.TEACHER),
            Optional.of(least),
            Optional.empty());
    LeadParticipant teacher =
        LeadParticipant.builder().roles(ImmutableSet.of(Role.CLASS_TEACHER)).build();
    ImmutableList<LeadParticipant> people =
        ImmutableList.<LeadParticipant>builder()
            .addAll(application.leadParticipants().orElse(ImmutableList.of()))
            .addAll(Collections.nCopies(more, teacher))
            .build();
    Truth after =
        truth(count, Application.builder().from(application).leadParticipants(people).build());
    if (truth(count, application) == Truth.TRUE || more >= least) {
      assertThat(after).isEqualTo(Truth.TRUE);
    }
  }

  @Property
  void doubleNegationChangesNothing(
      @ForAll("criteria") Criterion criterion, @ForAll("applications") Application application) {
    Criterion twice = new Not(new Not(criterion));
    assertThat(truth(twice, application)).isEqualTo(truth(criterion, application));
    assertThat(twice.says()).isEqualTo(criterion.says());
    assertThat(twice.facts()).isEqualTo(criterion.facts());
  }

  @Property
  void outcomesDoNotDependOnTheOrderOfParts(
      @ForAll("criteria") Criterion a,
      @ForAll("criteria") Criterion b,
      @ForAll("criteria") Criterion c,
      @ForAll("applications") Application application) {
    List<Criterion> parts = List.of(a, b, c);
    ImmutableList<Criterion> there = ImmutableList.copyOf(parts);
    ImmutableList<Criterion> back = ImmutableList.copyOf(Lists.reverse(parts));
    assertThat(truth(new AllOf(back), application)).isEqualTo(truth(new AllOf(there), application));
    assertThat(truth(new AnyOf(back), application)).isEqualTo(truth(new AnyOf(there), application));
  }

  @Property
  void everyUnknownOutcomeHasAReason(
      @ForAll("criteria") Criterion criterion, @ForAll("applications") Application application) {
    Outcome outcome = criterion.evaluate(DocumentEvidence.of(application));
    if (outcome.prospect().isSettled()) {
      assertThat(outcome.silent() && outcome.prospect() != Prospect.HUB).isFalse();
    } else {
      assertThat(outcome.missing()).isNotEmpty();
    }
    if (outcome.truth() == Truth.TRUE) {
      assertThat(outcome.missing()).isEmpty();
    }
  }

  @Property
  void theProspectAloneEqualsThatOfTheOutcome(
      @ForAll("criteria") Criterion criterion, @ForAll("applications") Application application) {
    Evidence evidence = DocumentEvidence.of(application);
    assertThat(criterion.prospect(evidence)).isEqualTo(criterion.evaluate(evidence).prospect());
  }

  @Property
  void onlyFactsOfTheTreeAndTheSizesOfItsListsAreObservedOrMissing(
      @ForAll("criteria") Criterion criterion, @ForAll("applications") Application application) {
    Outcome outcome = criterion.evaluate(DocumentEvidence.of(application));
    List<String> ids = criterion.facts().stream().map(Fact::id).toList();
    assertThat(ids).containsAll(outcome.missing().stream().map(MissingFact::fact).toList());
    List<String> sizes = Arrays.stream(Members.values()).map(Members::countedBy).toList();
    assertThat(ids)
        .containsAll(
            outcome.observed().stream()
                .map(Observation::fact)
                .filter(fact -> !sizes.contains(fact))
                .toList());
  }

  @Property
  void everyFactOfTheLibraryHasAQuestion(@ForAll("facts") Fact fact) {
    assertThat(fact.question()).matches("[A-Z].*\\?( \\(.+\\))?");
    assertThat(fact.isAnswer()).isEqualTo(fact.at().equals("answers." + fact.id()));
    assertThat(Facts.answers().containsKey(fact.id()))
        .isEqualTo(fact.isAnswer() && Facts.all().containsKey(fact.id()));
  }
}
