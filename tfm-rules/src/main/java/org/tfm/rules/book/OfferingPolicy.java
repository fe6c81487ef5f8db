package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Facts;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Term;

/**
 * The policy of one offering: the contributions of its packs laid over each other.
 *
 * <p>One object for each stretch of days on which no rule starts or ends. Thread-safe; each
 * distinct set of terms is made once and shared.
 */
final class OfferingPolicy {

  private final Offering offering;
  private final ImmutableList<PackPolicy> layers;
  private final LocalDate day;
  private final PolicyVersion version;
  private final ImmutableList<Fact> facts;
  private final ImmutableList<Contribution> contributions;
  private final Terms none;
  private final Map<BitSet, Terms> distinct = new ConcurrentHashMap<>();
  private final Map<SchoolKind, Terms> byKind = new ConcurrentHashMap<>();
  private final List<Terms> open = new CopyOnWriteArrayList<>();
  private final Map<PartialSchoolKind, Terms> known = new ConcurrentHashMap<>();

  /** The layers: the underlying packs first, the offering's own pack last. */
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
            day);
    this.contributions =
        layers.stream()
            .flatMap(layer -> layer.to(offering.type()).stream())
            .filter(contribution -> contribution.isEffective(day))
            .collect(ImmutableList.toImmutableList());
    this.facts =
        layers.stream()
            .flatMap(layer -> layer.facts().stream())
            .distinct()
            .collect(ImmutableList.toImmutableList());
    this.none = Terms.of(offering, ImmutableList.of(), ImmutableList.of(), facts, version);
  }

  /** The terms as of a day of the stretch that this policy is for. */
  Terms terms(PartialSchoolKind kind, LocalDate on) {
    Terms terms = terms(kind);
    return on.equals(day) ? terms : terms.asOf(on);
  }

  /** The terms as of the day of this policy. */
  Terms terms(PartialSchoolKind kind) {
    Terms terms = known.get(kind);
    return terms != null ? terms : known.computeIfAbsent(kind, this::resolve);
  }

  private Terms resolve(PartialSchoolKind kind) {
    ImmutableList<SchoolKind> candidates = kind.candidates();
    Terms settledAlone = resolved(candidates.get(0));
    ImmutableList<Term> first = settledAlone.terms();
    if (candidates.stream().allMatch(candidate -> terms(candidate).equals(first))) {
      return settledAlone;
    }
    Map<Overlay.Key, Set<Optional<Term>>> forms = new LinkedHashMap<>();
    Set<ImmutableList<Term>> seen = new HashSet<>();
    for (SchoolKind candidate : candidates) {
      if (seen.add(terms(candidate))) {
        terms(candidate)
            .forEach(t -> forms.computeIfAbsent(Overlay.Key.of(t), k -> new HashSet<>()));
      }
    }
    forms.forEach((key, set) -> seen.forEach(terms -> set.add(find(terms, key))));
    ImmutableList.Builder<Term> settled = ImmutableList.builder();
    ImmutableList.Builder<UnsettledTerm> unsettled = ImmutableList.builder();
    forms.forEach(
        (key, set) -> {
          Term term = set.stream().flatMap(Optional::stream).min(BY_PLACE).orElseThrow();
          if (set.size() == 1) {
            settled.add(term);
          } else {
            unsettled.add(new UnsettledTerm(term, dependsOn(key, kind, candidates)));
          }
        });
    return shared(settled.build(), unsettled.build());
  }

  /** The same terms for all kinds that leave the same open. */
  private Terms shared(ImmutableList<Term> settled, ImmutableList<UnsettledTerm> unsettled) {
    for (Terms terms : open) {
      if (terms.terms().equals(settled) && terms.unsettled().equals(unsettled)) {
        return terms;
      }
    }
    Terms terms = none.with(settled, unsettled);
    open.add(terms);
    return terms;
  }

  private static final Comparator<Term> BY_PLACE =
      Comparator.comparing((Term term) -> term.provenance().file())
          .thenComparing(term -> term.provenance().line());

  private static Optional<Term> find(List<Term> terms, Overlay.Key key) {
    return terms.stream().filter(term -> Overlay.Key.of(term).equals(key)).findFirst();
  }

  /** The unknown facts of the school that make a difference to the term, others being equal. */
  private ImmutableList<Fact> dependsOn(
      Overlay.Key key, PartialSchoolKind kind, ImmutableList<SchoolKind> candidates) {
    ImmutableList.Builder<Fact> facts = ImmutableList.builder();
    if (kind.phase().isEmpty()
        && matters(
            key,
            candidates,
            k -> new SchoolKind(candidates.get(0).phase(), k.establishmentType(), k.country()))) {
      facts.add(Facts.PHASE);
    }
    if (kind.establishmentType().isEmpty()
        && matters(
            key,
            candidates,
            k -> new SchoolKind(k.phase(), candidates.get(0).establishmentType(), k.country()))) {
      facts.add(Facts.ESTABLISHMENT_TYPE);
    }
    if (kind.country().isEmpty()
        && matters(
            key,
            candidates,
            k -> new SchoolKind(k.phase(), k.establishmentType(), candidates.get(0).country()))) {
      facts.add(Facts.COUNTRY);
    }
    return facts.build();
  }

  private boolean matters(
      Overlay.Key key, List<SchoolKind> candidates, Function<SchoolKind, SchoolKind> changed) {
    return candidates.stream()
        .anyMatch(kind -> !find(terms(kind), key).equals(find(terms(changed.apply(kind)), key)));
  }

  private ImmutableList<Term> terms(SchoolKind kind) {
    return resolved(kind).terms();
  }

  /** The terms for a kind of school; the same for all kinds with the same contributions. */
  private Terms resolved(SchoolKind kind) {
    Terms terms = byKind.get(kind);
    return terms != null ? terms : byKind.computeIfAbsent(kind, this::resolve);
  }

  private Terms resolve(SchoolKind kind) {
    BitSet concerning = new BitSet(contributions.size());
    for (int i = 0; i < contributions.size(); i++) {
      concerning.set(i, contributions.get(i).kinds().contains(kind));
    }
    return distinct.computeIfAbsent(
        concerning,
        any ->
            none.with(
                Overlay.terms(layers, offering.type(), kind, day, (layer, change) -> {}),
                ImmutableList.of()));
  }
}
