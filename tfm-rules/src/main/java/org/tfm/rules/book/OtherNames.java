package org.tfm.rules.book;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Includes;
import org.tfm.model.document.Facts;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.term.Term;

/**
 * Writes the other names of types of work group into the terms that ask for them, so that a school
 * that took part under another name has taken part.
 *
 * @param types the types with other names, by id
 */
record OtherNames(ImmutableMap<String, WorkGroupType> types) {

  private static final ImmutableSet<String> HISTORIES =
      ImmutableSet.of(Facts.PARTICIPATION.at(), Facts.OWN_PARTICIPATION.at());

  /** Returns the terms with the other names of each type beside it. */
  ImmutableList<Term> in(ImmutableList<Term> terms) {
    return types.isEmpty()
        ? terms
        : terms.stream().map(term -> Leaves.replaced(term, this::in)).collect(toImmutableList());
  }

  private Criterion in(Criterion leaf) {
    return leaf instanceof Includes one && HISTORIES.contains(one.fact().at()) ? in(one) : leaf;
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
