package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tfm.model.criterion.Fact;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Section;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;

/** Overlays the contributions of packs for one kind of school on one day. */
final class Overlay {

  private static final ImmutableSet<String> LISTS =
      Stream.of(Section.values()).map(Overlay::list).collect(ImmutableSet.toImmutableSet());

  /** The key of a term within a policy. */
  record Key(String list, String id) {
    static Key of(Term term) {
      return new Key(Overlay.list(term), term.id());
    }
  }

  /** A term, and whether extending packs may only make it stricter. */
  record Written(Term term, boolean guarded) {}

  /** A term that was replaced or withdrawn. */
  record Change(Written before, Optional<Term> after, Contribution by) {}

  private Overlay() {}

  /**
   * The list that the id is unique in: the findings of an application are one list, and so is what
   * depends on them, the grants, charges and priorities.
   */
  private static String list(Term term) {
    return list(term.section());
  }

  private static String list(Section section) {
    return switch (section) {
      case ELIGIBILITY, APPLICATION, COMMITMENT -> Section.APPLICATION.name();
      case ENTITLEMENT, PRIORITY -> Section.ENTITLEMENT.name();
      default -> section.name();
    };
  }

  /**
   * Returns the key of what the progress is asked about the undertaking that a term replaces: the
   * same rule wrote both.
   */
  private static Optional<Key> checkOf(
      Term term, Map<Key, Written> below, List<PackPolicy> layers) {
    Key check = new Key(Section.PROGRESS.name(), term.id());
    Written duty = below.get(Key.of(term));
    Written asked = below.get(check);
    boolean isOfOneRule =
        term instanceof Undertaking
            && duty != null
            && asked != null
            && duty.term().provenance().rule().equals(asked.term().provenance().rule())
            && asksForIt(asked.term(), layers);
    return isOfOneRule ? Optional.of(check) : Optional.empty();
  }

  /** Whether a requirement asks for an answer with its own id, in a pack that can check duties. */
  private static boolean asksForIt(Term asked, List<PackPolicy> layers) {
    String pack = asked.provenance().rule().pack();
    return asked.facts().stream().map(Fact::id).toList().equals(List.of(asked.id()))
        && layers.stream().anyMatch(layer -> layer.id().equals(pack) && layer.language() > 1);
  }

  /**
   * Returns the terms in force, by section, then bases first.
   *
   * @param layers the packs, bases first
   * @param changes receives every term that an extending pack replaces or withdraws
   */
  static ImmutableList<Term> terms(
      List<PackPolicy> layers,
      String type,
      SchoolKind kind,
      LocalDate day,
      BiConsumer<PackPolicy, Change> changes) {
    Map<Key, Written> terms = new LinkedHashMap<>();
    for (PackPolicy layer : layers) {
      List<Contribution> applicable =
          layer.to(type).stream()
              .filter(c -> c.kinds().contains(kind) && c.isEffective(day))
              .toList();
      for (Contribution contribution : applicable) {
        for (String id : contribution.withdraws()) {
          for (String list : LISTS) {
            Written before = terms.remove(new Key(list, id));
            if (before != null) {
              changes.accept(layer, new Change(before, Optional.empty(), contribution));
            }
          }
        }
      }
      // Looked up in the layers below: the rules of one layer never replace each other.
      Map<Key, Written> below = Map.copyOf(terms);
      Set<Key> written =
          applicable.stream()
              .flatMap(contribution -> contribution.terms().stream())
              .map(Key::of)
              .collect(Collectors.toSet());
      for (Contribution contribution : applicable) {
        for (Term term : contribution.terms()) {
          Key key = Key.of(term);
          checkOf(term, below, layers)
              .filter(check -> !written.contains(check))
              .map(terms::remove)
              .ifPresent(
                  check ->
                      changes.accept(layer, new Change(check, Optional.empty(), contribution)));
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
