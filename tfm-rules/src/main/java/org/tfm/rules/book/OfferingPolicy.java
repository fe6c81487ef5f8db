package org.tfm.rules.book;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Equivalence;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Facts;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.RuleLanguage;
import org.tfm.model.term.Term;

/**
 * The policy of one offering in one period: the contributions of its packs, overlaid.
 *
 * <p>No rule starts or ends within the period. Each distinct set of terms is created once and
 * shared. Thread-safe.
 */
final class OfferingPolicy {

  private static final Equivalence<Object> SAME = Equivalence.identity();

  private final Offering offering;
  private final ImmutableList<PackPolicy> layers;
  private final LocalDate day;
  private final PolicyVersion version;
  private final ImmutableList<Fact> facts;
  private final ImmutableList<Contribution> contributions;
  private final Terms none;
  private final Map<BitSet, Terms> distinct = new ConcurrentHashMap<>();

  // A cache by the number of a kind of school. Threads may race: they resolve equal terms.
  private final AtomicReferenceArray<@Nullable Terms> known =
      new AtomicReferenceArray<>(PartialSchoolKind.count());
  private final List<Terms> open = new CopyOnWriteArrayList<>();

  /** Creates the policy of these packs; the bases come first and the offering's own pack last. */
  OfferingPolicy(
      Offering offering, List<PackPolicy> layers, LocalDate day, String book, String library) {
    this.offering = offering;
    this.day = day;
    this.layers = ImmutableList.copyOf(layers);
    this.version =
        new PolicyVersion(
            book,
            layers.stream().map(PackPolicy::id).collect(ImmutableList.toImmutableList()),
            layers.stream().map(PackPolicy::hash).collect(ImmutableList.toImmutableList()),
            library,
            day,
            layers.stream()
                .map(PackPolicy::language)
                .filter(language -> language > RuleLanguage.OLDEST)
                .max(Comparator.naturalOrder()));
    this.contributions =
        layers.stream()
            .flatMap(layer -> layer.to(offering.type()).stream())
            .filter(contribution -> contribution.isEffective(day))
            .collect(ImmutableList.toImmutableList());
    this.facts =
        layers.stream()
            .flatMap(layer -> layer.answersFor(offering.type(), above(layer)))
            .distinct()
            .collect(ImmutableList.toImmutableList());
    this.none = Terms.of(offering, ImmutableList.of(), ImmutableList.of(), facts, version);
  }

  /** The contributions of the packs that extend a layer. */
  private List<Contribution> above(PackPolicy layer) {
    return layers.subList(layers.indexOf(layer) + 1, layers.size()).stream()
        .flatMap(other -> other.to(offering.type()).stream())
        .toList();
  }

  /** The terms on a day of the period. */
  Terms terms(PartialSchoolKind kind, LocalDate on) {
    Terms terms = terms(kind);
    return on.equals(day) ? terms : terms.asOf(on);
  }

  /** The terms on the day of this policy. */
  Terms terms(PartialSchoolKind kind) {
    int number = kind.number();
    Terms terms = known.get(number);
    if (terms == null) {
      terms = resolve(kind);
      known.set(number, terms);
    }
    return terms;
  }

  private Terms resolve(PartialSchoolKind kind) {
    ImmutableList<SchoolKind> candidates = kind.candidates();
    if (candidates.size() == 1) {
      return resolve(candidates.get(0)).forKind(kind);
    }
    ImmutableMap<SchoolKind, ImmutableList<Term>> each =
        Maps.toMap(candidates, candidate -> resolve(candidate).terms());
    // Kinds with the same terms share a list, so few lists are compared term by term.
    ImmutableSet<ImmutableList<Term>> sets =
        each.values().stream()
            .map(SAME::wrap)
            .distinct()
            .map(Equivalence.Wrapper::get)
            .collect(ImmutableSet.toImmutableSet());
    return (sets.size() == 1
            ? resolve(candidates.get(0))
            : shared(unsettled(sets.asList(), kind, each)))
        .forKind(kind);
  }

  /** Separates the terms that all sets share from those that only some sets have. */
  private Terms unsettled(
      ImmutableList<ImmutableList<Term>> sets,
      PartialSchoolKind kind,
      ImmutableMap<SchoolKind, ImmutableList<Term>> each) {
    Map<Overlay.Key, Set<Term>> forms = new LinkedHashMap<>();
    for (ImmutableList<Term> set : sets) {
      for (Term term : set) {
        forms.computeIfAbsent(Overlay.Key.of(term), key -> new TreeSet<>(BY_PLACE)).add(term);
      }
    }
    ImmutableMap<Fact, ImmutableSet<Pair>> pairs = pairs(kind, each);
    ImmutableList.Builder<Term> settled = ImmutableList.builder();
    List<UnsettledTerm> unsettled = new ArrayList<>();
    forms.forEach(
        (key, ofKey) -> {
          Term first = ofKey.iterator().next();
          if (ofKey.size() == 1 && sets.stream().allMatch(set -> set.contains(first))) {
            settled.add(first);
          } else {
            ImmutableList<Fact> dependsOn = dependsOn(key, pairs);
            ofKey.forEach(term -> unsettled.add(new UnsettledTerm(term, dependsOn)));
          }
        });
    ImmutableList<ImmutableList<Integer>> alternatives =
        sets.stream()
            .map(
                set ->
                    IntStream.range(0, unsettled.size())
                        .filter(i -> set.contains(unsettled.get(i).term()))
                        .boxed()
                        .collect(ImmutableList.toImmutableList()))
            .collect(ImmutableList.toImmutableList());
    return none.with(settled.build(), unsettled, alternatives);
  }

  /** Returns an equal object from the cache, or adds this one. */
  private Terms shared(Terms terms) {
    for (Terms other : open) {
      if (other.equals(terms)) {
        return other;
      }
    }
    open.add(terms);
    return terms;
  }

  private static final Comparator<Term> BY_PLACE =
      Comparator.comparing((Term term) -> term.provenance().file())
          .thenComparing(term -> term.provenance().line())
          .thenComparing(Term::toString);

  /** The different terms of two kinds of school that differ in one fact only. */
  private record Pair(
      Equivalence.Wrapper<ImmutableList<Term>> one,
      Equivalence.Wrapper<ImmutableList<Term>> other) {

    boolean differIn(Overlay.Key key) {
      return !find(requireNonNull(one.get()), key).equals(find(requireNonNull(other.get()), key));
    }
  }

  /**
   * Returns, for each unknown fact of the school, the different terms of kinds that differ in this
   * fact only. There are far fewer of these than kinds.
   */
  private static ImmutableMap<Fact, ImmutableSet<Pair>> pairs(
      PartialSchoolKind kind, ImmutableMap<SchoolKind, ImmutableList<Term>> each) {
    SchoolKind first = each.keySet().iterator().next();
    ImmutableMap.Builder<Fact, ImmutableSet<Pair>> pairs = ImmutableMap.builder();
    if (kind.phase().isEmpty()) {
      pairs.put(
          Facts.PHASE,
          pairs(each, k -> new SchoolKind(first.phase(), k.establishmentType(), k.country())));
    }
    if (kind.establishmentType().isEmpty()) {
      pairs.put(
          Facts.ESTABLISHMENT_TYPE,
          pairs(each, k -> new SchoolKind(k.phase(), first.establishmentType(), k.country())));
    }
    if (kind.country().isEmpty()) {
      pairs.put(
          Facts.COUNTRY,
          pairs(each, k -> new SchoolKind(k.phase(), k.establishmentType(), first.country())));
    }
    return pairs.buildOrThrow();
  }

  private static ImmutableSet<Pair> pairs(
      ImmutableMap<SchoolKind, ImmutableList<Term>> each, UnaryOperator<SchoolKind> changed) {
    return each.entrySet().stream()
        .map(
            entry ->
                new Pair(
                    SAME.wrap(entry.getValue()),
                    SAME.wrap(requireNonNull(each.get(changed.apply(entry.getKey()))))))
        .filter(pair -> !pair.one().equals(pair.other()))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** The unknown facts of the school that the term depends on, other things being equal. */
  private static ImmutableList<Fact> dependsOn(
      Overlay.Key key, ImmutableMap<Fact, ImmutableSet<Pair>> pairs) {
    return pairs.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(pair -> pair.differIn(key)))
        .map(Map.Entry::getKey)
        .collect(ImmutableList.toImmutableList());
  }

  private static Optional<Term> find(ImmutableList<Term> terms, Overlay.Key key) {
    return terms.stream().filter(term -> Overlay.Key.of(term).equals(key)).findFirst();
  }

  /** The terms for a kind of school; kinds with the same contributions share one object. */
  private Terms resolve(SchoolKind kind) {
    BitSet applicable = new BitSet(contributions.size());
    for (int i = 0; i < contributions.size(); i++) {
      applicable.set(i, contributions.get(i).kinds().contains(kind));
    }
    return distinct.computeIfAbsent(
        applicable,
        any ->
            none.with(
                Overlay.terms(layers, offering.type(), kind, day, (layer, change) -> {}),
                ImmutableList.of(),
                ImmutableList.of()));
  }
}
