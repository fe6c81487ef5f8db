package org.tfm.testkit;

import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Facts;
import org.tfm.model.programme.HubArea;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Term;

/** The facts that a policy uses, and the words and numbers that it compares them with. */
final class AskedFacts {

  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final Map<String, Set<String>> words = new LinkedHashMap<>();
  private final Map<String, Integer> greatest = new LinkedHashMap<>();

  AskedFacts(Stream<Terms> policies) {
    policies
        .flatMap(
            terms ->
                Stream.concat(
                    terms.terms().stream(), terms.unsettled().stream().map(UnsettledTerm::term)))
        .distinct()
        .flatMap(AskedFacts::criteria)
        .forEach(this::add);
  }

  private static Stream<Criterion> criteria(Term term) {
    if (term instanceof Requirement requirement) {
      return Stream.concat(Stream.of(requirement.criterion()), requirement.referral().stream());
    }
    return term.when().stream();
  }

  private void add(Criterion criterion) {
    criterion
        .facts()
        .forEach(
            fact -> {
              facts.putIfAbsent(fact.id(), fact);
              fact.area().ifPresent(this::addArea);
            });
    criterion.leaves().forEach(this::addLeaf);
  }

  private void addArea(HubArea area) {
    Stream.concat(area.localAuthorities().stream(), area.partly().stream())
        .forEach(words(Facts.LOCAL_AUTHORITY)::add);
    words(Facts.DISTRICT).addAll(area.districts());
    words(Facts.SERVING_HUBS).add(area.hub());
    Stream.of(Facts.LOCAL_AUTHORITY, Facts.DISTRICT, Facts.SERVING_HUBS)
        .forEach(fact -> facts.putIfAbsent(fact.id(), fact));
  }

  private void addLeaf(Criterion leaf) {
    if (leaf instanceof OneOf one) {
      words(one.fact()).addAll(one.words());
    } else if (leaf instanceof Includes includes) {
      words(includes.fact()).addAll(includes.words());
    } else if (leaf instanceof Within within) {
      Stream.concat(within.least().stream(), within.most().stream())
          .forEach(bound -> greatest.merge(within.fact().id(), ceiling(bound), Math::max));
    }
  }

  private Set<String> words(Fact fact) {
    return words.computeIfAbsent(fact.id(), id -> new LinkedHashSet<>());
  }

  private static int ceiling(BigDecimal bound) {
    return bound.min(BigDecimal.valueOf(300)).setScale(0, RoundingMode.CEILING).intValue();
  }

  /** The facts that are answers, and the answers that they are computed from. */
  ImmutableSet<Fact> answers() {
    ImmutableSet.Builder<Fact> all = ImmutableSet.builder();
    facts.values().stream().filter(Fact::isAnswer).forEach(all::add);
    if (facts.containsKey(Facts.MOST_TEACHERS_USING_MASTERY.id())) {
      all.add(Facts.TEACHERS, Facts.TEACHERS_USING_MASTERY);
    }
    return all.build();
  }

  /** Whether the policy asks for a fact. */
  boolean includes(Fact fact) {
    return facts.containsKey(fact.id());
  }

  /** The facts that are answers about each person. */
  ImmutableSet<Fact> answersOfPeople() {
    return facts.values().stream()
        .filter(Fact::isAnswerOfMember)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** The words that criteria compare a fact with. */
  ImmutableSet<String> wordsOf(Fact fact) {
    return ImmutableSet.copyOf(words.getOrDefault(fact.id(), Set.of()));
  }

  /** The words that criteria compare the history of the school or of a person with. */
  ImmutableSet<String> history() {
    return facts.values().stream()
        .filter(fact -> fact.at().endsWith("history"))
        .flatMap(fact -> wordsOf(fact).stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** A number above all bounds that a fact is compared with. */
  int beyond(Fact fact) {
    return greatest.getOrDefault(fact.id(), 6) + 3;
  }
}
