package org.tfm.rules.book;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.tfm.model.assessment.Terms;
import org.tfm.model.problem.Budget;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.style.Internal;
import org.tfm.model.term.RulePlace;
import org.tfm.model.term.Term;

/**
 * A pack and the packs that it extends for one type of work group, rule by rule; the checks of
 * packs use it.
 *
 * <p>Immutable and thread-safe.
 *
 * @hidden
 */
@Internal
public final class PolicyLayers {

  private final ImmutableList<PackPolicy> layers;
  private final String type;
  private final String book;
  private final Supplier<KindGroups> groups;
  private final Map<Asked, OfferingPolicy> policies = new ConcurrentHashMap<>();

  private record Asked(Offering offering, LocalDate day) {}

  /** Creates the layers of these packs; the bases come first and the pack itself last. */
  PolicyLayers(List<PackPolicy> layers, String type, String book) {
    this.layers = ImmutableList.copyOf(layers);
    this.type = type;
    this.book = book;
    this.groups = Suppliers.memoize(() -> KindGroups.of(this.layers, type));
  }

  /**
   * A term that a rule of the pack writes.
   *
   * @param rule the place of the rule
   * @param term the term
   * @param kinds the kinds of school that it applies to, in order
   * @hidden
   */
  @Internal
  public record Written(RulePlace rule, Term term, ImmutableSet<SchoolKind> kinds) {}

  /**
   * A term of an extended pack that the pack replaces or withdraws.
   *
   * @param before the replaced term
   * @param after the new term; absent if the term is withdrawn
   * @param by the place of the rule that replaces or withdraws it
   * @param derogates whether that rule names a source that allows it
   * @hidden
   */
  @Internal
  public record Replacement(Term before, Optional<Term> after, RulePlace by, boolean derogates) {

    /** Whether the new term provably demands no less and grants no less. */
    public boolean isAtLeastAsStrict(Budget budget) {
      return after.map(term -> term.isAtLeastAsStrictAs(before, budget)).orElse(false);
    }
  }

  private KindGroups groups() {
    return groups.get();
  }

  private PackPolicy own() {
    return layers.get(layers.size() - 1);
  }

  /** The type of work group. */
  public String type() {
    return type;
  }

  /** The rules of the pack that fire for at least one kind of school, in the order of the files. */
  public ImmutableSet<RulePlace> firing() {
    return own().to(type).stream().map(Contribution::rule).collect(ImmutableSet.toImmutableSet());
  }

  /** The terms that the pack itself writes, in the order of the files. */
  public ImmutableList<Written> written() {
    return own().to(type).stream()
        .flatMap(
            contribution ->
                contribution.terms().stream()
                    .map(term -> new Written(contribution.rule(), term, kinds(contribution))))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableSet<SchoolKind> kinds(Contribution contribution) {
    return SchoolKind.all().stream()
        .filter(contribution.kinds()::contains)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** The number of terms that the rules of all packs write or withdraw. */
  public long size() {
    return groups().terms();
  }

  /** One day for each period in which no rule starts or ends; the first is before all rules. */
  public ImmutableList<LocalDate> days() {
    return groups().days();
  }

  /** One kind of school for each distinct set of applicable rules. */
  public ImmutableList<SchoolKind> kinds(LocalDate day) {
    return groups().on(day);
  }

  /** The terms in force for a kind of school on a day. */
  public ImmutableList<Term> terms(SchoolKind kind, LocalDate day) {
    return Overlay.terms(layers, type, kind, day, (layer, change) -> {});
  }

  /** The terms that the pack replaces or withdraws, for a kind of school on a day. */
  public ImmutableList<Replacement> replacements(SchoolKind kind, LocalDate day) {
    ImmutableList.Builder<Replacement> replacements = ImmutableList.builder();
    Overlay.terms(
        layers,
        type,
        kind,
        day,
        (layer, change) -> {
          if (layer.id().equals(own().id())) {
            replacements.add(
                new Replacement(
                    change.before().term(),
                    change.after(),
                    change.by().rule(),
                    change.by().derogates()));
          }
        });
    return replacements.build();
  }

  /** The terms for an offering of the pack and a partly known kind of school on a day. */
  public Terms terms(Offering offering, PartialSchoolKind kind, LocalDate day) {
    return policies
        .computeIfAbsent(
            new Asked(offering, day),
            any -> new OfferingPolicy(offering, layers, day, book, Library.version()))
        .terms(kind, day);
  }

  /** Returns the same layers with one term of the pack replaced by another. */
  public PolicyLayers with(Written one, Term other) {
    PackPolicy own = own();
    ImmutableMap.Builder<String, ImmutableList<Contribution>> contributions =
        ImmutableMap.builder();
    own.contributions()
        .forEach(
            (of, all) ->
                contributions.put(
                    of,
                    of.equals(type)
                        ? all.stream()
                            .map(contribution -> with(contribution, one, other))
                            .collect(ImmutableList.toImmutableList())
                        : all));
    return new PolicyLayers(
        ImmutableList.<PackPolicy>builder()
            .addAll(layers.subList(0, layers.size() - 1))
            .add(own.with(contributions.buildOrThrow()))
            .build(),
        type,
        book);
  }

  private static Contribution with(Contribution contribution, Written one, Term other) {
    if (!contribution.rule().equals(one.rule())) {
      return contribution;
    }
    return contribution.with(
        contribution.terms().stream()
            .map(term -> term.equals(one.term()) ? other : term)
            .collect(ImmutableList.toImmutableList()));
  }
}
