package org.tfm.rules.book;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.stream.Stream;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Includes;
import org.tfm.model.document.Facts;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Term;

/**
 * Writes what a pack says of types of work group into its terms: their other names into those that
 * ask for them, so that a school that took part under another name has taken part, and their titles
 * into priorities and into criteria on the history of a school or a person.
 */
final class OtherNames {

  private static final ImmutableSet<String> HISTORIES =
      ImmutableSet.of(Facts.PARTICIPATION.at(), Facts.OWN_PARTICIPATION.at());

  private final ImmutableMap<String, WorkGroupType> types;
  private final ImmutableMap<String, String> titles;

  /**
   * Creates them.
   *
   * @param types the types that the pack names, by id
   */
  OtherNames(ImmutableMap<String, WorkGroupType> types) {
    this.types = types;
    this.titles =
        ImmutableMap.copyOf(
            Maps.transformValues(
                Maps.filterValues(types, OtherNames::isTitledHere), WorkGroupType::title));
  }

  /** Whether only the pack gives the type its title. */
  private static boolean isTitledHere(WorkGroupType type) {
    return !WorkGroupType.known().containsKey(type.id())
        && !type.title().equals(WorkGroupType.of(type.id()).title());
  }

  /** Returns the terms with the other names of each type beside it, and with its title. */
  ImmutableList<Term> in(ImmutableList<Term> terms) {
    return types.isEmpty()
        ? terms
        : terms.stream()
            .map(term -> Leaves.replaced(titled(term), this::in))
            .collect(toImmutableList());
  }

  private Term titled(Term term) {
    if (!(term instanceof Priority priority) || priority.type().isEmpty()) {
      return term;
    }
    WorkGroupType type = types.get(priority.type().get());
    return type == null || type.title().equals(WorkGroupType.of(type.id()).title())
        ? term
        : priority.titled(type.title());
  }

  private Criterion in(Criterion leaf) {
    return leaf instanceof Includes one && HISTORIES.contains(one.fact().at())
        ? in(new Includes(titled(one.fact()), one.words(), one.all()))
        : leaf;
  }

  private Fact titled(Fact fact) {
    return titles.isEmpty() ? fact : fact.named(titles);
  }

  private Criterion in(Includes leaf) {
    return leaf.all() && leaf.words().stream().anyMatch(word -> names(word).size() > 1)
        ? new AllOf(
            leaf.words().stream()
                .<Criterion>map(word -> any(leaf.fact(), Stream.of(word)))
                .collect(toImmutableList()))
        : leaf.all() ? leaf : any(leaf.fact(), leaf.words().stream());
  }

  private Criterion any(Fact fact, Stream<String> words) {
    return new Includes(
        fact,
        words.flatMap(word -> names(word).stream()).collect(ImmutableSet.toImmutableSet()),
        false);
  }

  private ImmutableList<String> names(String word) {
    WorkGroupType type = types.get(word);
    return type == null
        ? ImmutableList.of(word)
        : ImmutableList.<String>builder().add(word).addAll(type.alsoCalled()).build();
  }
}
