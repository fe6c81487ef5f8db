package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Section;
import org.tfm.model.term.Term;

/** The contributions of packs laid over each other, for one kind of school on one day. */
final class Overlay {

  private static final ImmutableList<Section> ONE_LIST =
      ImmutableList.of(Section.ELIGIBILITY, Section.APPLICATION, Section.COMMITMENT);

  /** What identifies a term within a policy. */
  record Key(String list, String id) {
    static Key of(Term term) {
      return new Key(Overlay.list(term), term.id());
    }
  }

  /** A term, and whether packs on top may only make it stricter. */
  record Written(Term term, boolean guarded) {}

  /** A term that gave way: to another of its id, or to a withdrawal. */
  record Change(Written before, Optional<Term> after, Contribution by) {}

  private Overlay() {}

  /** The findings of an application are one list, so an id stands in it once. */
  private static String list(Term term) {
    return ONE_LIST.contains(term.section()) ? "APPLICATION" : term.section().name();
  }

  /**
   * The terms that hold, by section, then the underlying packs first.
   *
   * @param layers the packs, the underlying ones first
   * @param changes told of every term that gives way to an overlying pack
   */
  static ImmutableList<Term> terms(
      List<PackPolicy> layers,
      String type,
      SchoolKind kind,
      LocalDate day,
      BiConsumer<PackPolicy, Change> changes) {
    Map<Key, Written> terms = new LinkedHashMap<>();
    for (PackPolicy layer : layers) {
      List<Contribution> concerning =
          layer.to(type).stream()
              .filter(c -> c.kinds().contains(kind) && c.isEffective(day))
              .toList();
      for (Contribution contribution : concerning) {
        for (String id : contribution.withdraws()) {
          for (Key key : List.copyOf(terms.keySet())) {
            if (key.id().equals(id)) {
              Written before = terms.remove(key);
              if (before != null) {
                changes.accept(layer, new Change(before, Optional.empty(), contribution));
              }
            }
          }
        }
      }
      // Read below, so that rules of one layer never stand on each other.
      Map<Key, Written> below = Map.copyOf(terms);
      for (Contribution contribution : concerning) {
        for (Term term : contribution.terms()) {
          Key key = Key.of(term);
          Written before = below.get(key);
          terms.remove(key);
          if (before == null) {
            terms.put(key, new Written(term, contribution.guarded()));
          } else {
            changes.accept(layer, new Change(before, Optional.of(term), contribution));
            terms.put(
                key,
                new Written(
                    term.from(term.provenance().replacing(before.term().provenance())),
                    contribution.guarded() || (before.guarded() && !contribution.derogates())));
          }
        }
      }
    }
    List<Term> ordered = new ArrayList<>(terms.values().stream().map(Written::term).toList());
    ordered.sort(Comparator.comparing(Term::section));
    return ImmutableList.copyOf(ordered);
  }
}
