package org.tfm.model.comparison;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Section;
import org.tfm.model.term.Term;

/**
 * A comparison of two policies, term by term.
 *
 * <p>Terms are matched by section and id. Citations, provenance and readings are not compared: a
 * term that differs only in these is not a change. Immutable. Changes are ordered by section, then
 * by id, regardless of the order of the rule files.
 *
 * @param before the earlier policy, or the one to compare with
 * @param after the later policy
 * @param changes the terms that were added, removed or changed
 * @param readings the terms of both policies whose source is interpreted differently
 */
@TfmJson.Strict
public record TermsComparison(
    PolicySide before,
    PolicySide after,
    ImmutableList<TermChange> changes,
    ImmutableList<ReadingChange> readings) {
  /** Rejects null. */
  public TermsComparison {
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    requireNonNull(changes, "changes");
    requireNonNull(readings, "readings");
  }

  private static final Comparator<TermChange> IN_ORDER =
      Comparator.comparing(TermChange::section)
          .thenComparing(TermChange::term)
          .thenComparing(TermChange::kind)
          .thenComparing(TermChange::says);

  private static final Comparator<ReadingChange> READINGS_IN_ORDER =
      Comparator.comparing(ReadingChange::section)
          .thenComparing(ReadingChange::term)
          .thenComparing(ReadingChange::says);

  private record Key(Section section, String id) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int bySection = section.compareTo(other.section);
      return bySection != 0 ? bySection : id.compareTo(other.id);
    }
  }

  /** A term, and whether it is settled for all kinds of school in question. */
  private record Held(Term term, boolean settled) {}

  /**
   * Compares two policies.
   *
   * <p>A term that is unsettled in one of them is compared in one of its forms and marked as for
   * some schools; such a change is never stricter or looser, because nothing can be proved. To
   * compare every form, compare the policies for each kind of school and {@linkplain #acrossKinds
   * combine} the comparisons.
   */
  public static TermsComparison of(Terms before, Terms after) {
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    Map<Key, Held> old = held(before);
    Map<Key, Held> current = held(after);
    ImmutableList.Builder<TermChange> changes = ImmutableList.builder();
    ImmutableList.Builder<ReadingChange> readings = ImmutableList.builder();
    for (Key key : new TreeSet<>(Sets.union(old.keySet(), current.keySet()))) {
      Held one = old.get(key);
      Held other = current.get(key);
      if (one != null && other != null) {
        change(one, other).ifPresent(changes::add);
        reading(one.term(), other.term()).ifPresent(readings::add);
      } else if (other != null) {
        changes.add(alone(ChangeKind.ADDED, Effect.STRICTER, other));
      } else if (one != null) {
        changes.add(alone(ChangeKind.REMOVED, Effect.LOOSER, one));
      }
    }
    return new TermsComparison(
        PolicySide.of(before), PolicySide.of(after), changes.build(), readings.build());
  }

  /**
   * Combines the comparisons for several kinds of school; changes that are not in all of them are
   * marked as for some schools.
   *
   * @param kinds comparisons of the same two policies, each for another kind of school
   * @throws InvalidInputException if there are none, or if they compare different policies
   */
  public static TermsComparison acrossKinds(Collection<TermsComparison> kinds) {
    requireNonNull(kinds, "kinds");
    TermsComparison first =
        kinds.stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        Problem.of(ProblemCode.MISSING, "there is no comparison")));
    Map<Section, Map<String, List<TermChange>>> alike = new TreeMap<>();
    TreeSet<ReadingChange> readings = new TreeSet<>(READINGS_IN_ORDER);
    for (TermsComparison one : kinds) {
      if (!one.before.equals(first.before) || !one.after.equals(first.after)) {
        throw new InvalidInputException(
            Problem.of(
                ProblemCode.CONTRADICTION, "the comparisons are not of the same two policies"));
      }
      one.changes.forEach(
          change ->
              alike
                  .computeIfAbsent(change.section(), section -> new TreeMap<>())
                  .computeIfAbsent(change.says(), says -> new ArrayList<>())
                  .add(change));
      readings.addAll(one.readings);
    }
    return new TermsComparison(
        first.before,
        first.after,
        alike.values().stream()
            .flatMap(changes -> changes.values().stream())
            .map(same -> same.size() == kinds.size() ? same.get(0) : same.get(0).forSomeSchools())
            .sorted(IN_ORDER)
            .collect(ImmutableList.toImmutableList()),
        ImmutableList.copyOf(readings));
  }

  /** Whether the policies are the same, except for readings of their sources. */
  @JsonIgnore
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  private static Map<Key, Held> held(Terms terms) {
    Map<Key, Held> held = new TreeMap<>();
    terms.terms().forEach(term -> held.putIfAbsent(key(term), new Held(term, true)));
    for (UnsettledTerm open : terms.unsettled()) {
      held.putIfAbsent(key(open.term()), new Held(open.term(), false));
    }
    return held;
  }

  private static Key key(Term term) {
    return new Key(term.section(), term.id());
  }

  private static TermChange alone(ChangeKind kind, Effect effect, Held held) {
    Term term = held.term();
    Optional<Term> present = Optional.of(term);
    return new TermChange(
        term.section(),
        term.id(),
        kind,
        !held.settled(),
        ImmutableList.of(),
        term instanceof Requirement ? Optional.of(effect) : Optional.empty(),
        kind == ChangeKind.ADDED ? Optional.empty() : present,
        kind == ChangeKind.ADDED ? present : Optional.empty());
  }

  private static Optional<TermChange> change(Held before, Held after) {
    List<AttributeChange> attributes =
        new ArrayList<>(TermDifferences.differences(before.term(), after.term()));
    if (before.settled() != after.settled()) {
      attributes.add(new AttributeChange(Attribute.SCHOOLS, schools(before), schools(after)));
    }
    if (attributes.isEmpty()) {
      return Optional.empty();
    }
    boolean settled = before.settled() && after.settled();
    return Optional.of(
        new TermChange(
            after.term().section(),
            after.term().id(),
            ChangeKind.CHANGED,
            !settled,
            ImmutableList.copyOf(attributes),
            effect(before.term(), after.term(), settled),
            Optional.of(before.term()),
            Optional.of(after.term())));
  }

  private static Optional<Effect> effect(Term before, Term after, boolean settled) {
    return before instanceof Requirement one && after instanceof Requirement other
        ? Optional.of(settled ? Effect.of(one, other) : Effect.DIFFERENT)
        : Optional.empty();
  }

  private static String schools(Held held) {
    return held.settled() ? "all schools" : "some schools";
  }

  private static Optional<ReadingChange> reading(Term before, Term after) {
    Optional<String> one = before.citation().reading();
    Optional<String> other = after.citation().reading();
    return one.equals(other)
        ? Optional.empty()
        : Optional.of(new ReadingChange(after.section(), after.id(), one, other));
  }
}
