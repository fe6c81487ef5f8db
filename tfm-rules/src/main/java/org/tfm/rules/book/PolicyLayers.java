package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tfm.model.assessment.Terms;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.style.Internal;
import org.tfm.model.term.RulePlace;
import org.tfm.model.term.Term;

/**
 * What a pack says on one type of work group, laid open rule by rule for those who check packs.
 *
 * <p>The pack lies on those it extends. Immutable and thread-safe.
 *
 * @hidden
 */
@Internal
public final class PolicyLayers {

  private final ImmutableList<PackPolicy> layers;
  private final String type;
  private final String book;
  private final Map<Asked, OfferingPolicy> policies = new ConcurrentHashMap<>();

  private record Asked(Offering offering, LocalDate day) {}

  /** The layers: the underlying packs first, the pack itself last. */
  PolicyLayers(List<PackPolicy> layers, String type, String book) {
    this.layers = ImmutableList.copyOf(layers);
    this.type = type;
    this.book = book;
  }

  /**
   * A term as one rule of the pack writes it.
   *
   * @param rule where the rule stands
   * @param term the term
   * @param kinds the kinds of school it concerns, in their order
   * @hidden
   */
  @Internal
  public record Written(RulePlace rule, Term term, ImmutableSet<SchoolKind> kinds) {}

  /**
   * A term of an underlying pack that gives way to the pack.
   *
   * @param before the term that gives way
   * @param after what takes its place; absent where it is withdrawn
   * @param by where the rule stands that makes it give way
   * @param derogates whether that rule names a source that allows it
   * @hidden
   */
  @Internal
  public record Replacement(Term before, Optional<Term> after, RulePlace by, boolean derogates) {

    /** Whether what takes its place is proved to ask no less and to give no less. */
    public boolean isAtLeastAsStrict() {
      return after.map(term -> term.isAtLeastAsStrictAs(before)).orElse(false);
    }
  }

  private PackPolicy own() {
    return layers.get(layers.size() - 1);
  }

  /** The type of work group. */
  public String type() {
    return type;
  }

  /** The rules of the pack that fire for some kind of school, in the order of the files. */
  public ImmutableSet<RulePlace> firing() {
    return own().to(type).stream().map(Contribution::rule).collect(ImmutableSet.toImmutableSet());
  }

  /** Every term that the pack itself writes, in the order of the files. */
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

  /** A day of every stretch on which no rule starts or ends; the first is before all rules. */
  public ImmutableList<LocalDate> days() {
    return Layers.days(layers, type);
  }

  /** A kind of school for each set of rules that some kind of school is concerned by. */
  public ImmutableList<SchoolKind> kinds(LocalDate day) {
    return Layers.representatives(layers, type, day);
  }

  /** The terms that hold for a kind of school on a day. */
  public ImmutableList<Term> terms(SchoolKind kind, LocalDate day) {
    return Overlay.terms(layers, type, kind, day, (layer, change) -> {});
  }

  /** The terms of underlying packs that give way to the pack, for a kind of school on a day. */
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

  /** The terms for an offering of the pack and what is known of a school's kind, on a day. */
  public Terms terms(Offering offering, PartialSchoolKind kind, LocalDate day) {
    return policies
        .computeIfAbsent(
            new Asked(offering, day),
            any -> new OfferingPolicy(offering, layers, day, book, Library.version()))
        .terms(kind, day);
  }

  /** The same layers, the pack writing another term in the place of one of its own. */
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
            .add(
                new PackPolicy(
                    own.id(),
                    own.hash(),
                    own.hub(),
                    own.year(),
                    own.bases(),
                    own.sources(),
                    own.facts(),
                    contributions.buildOrThrow()))
            .build(),
        type,
        book);
  }

  private static Contribution with(Contribution contribution, Written one, Term other) {
    if (!contribution.rule().equals(one.rule())) {
      return contribution;
    }
    return new Contribution(
        contribution.rule(),
        contribution.terms().stream()
            .map(term -> term.equals(one.term()) ? other : term)
            .collect(ImmutableList.toImmutableList()),
        contribution.withdraws(),
        contribution.kinds(),
        contribution.guarded(),
        contribution.derogates(),
        contribution.from(),
        contribution.until());
  }
}
