package org.tfm.model.advice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tfm.model.assessment.Evaluation;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Value;
import org.tfm.model.document.Document;
import org.tfm.model.document.EditedDocument;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.Budget;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Term;

/**
 * Searches for the smallest changes if the terms depend on unknown facts of the school: for each
 * possible kind, with the terms for that kind. While the kind is not settled, every term that may
 * apply has to be met.
 */
final class KindSearch {

  private final TermsLookup policy;
  private final Document document;
  private final ImmutableSet<Fact> open;
  private final ImmutableSet<String> terms;
  private final Budget budget;

  /**
   * Creates a search.
   *
   * @param unsettled the terms that depend on unknown facts
   * @param budget the limit of what is tried
   */
  KindSearch(TermsLookup policy, Document document, List<UnsettledTerm> unsettled, Budget budget) {
    this.budget = budget;
    this.policy = policy;
    this.document = document;
    this.open =
        unsettled.stream()
            .flatMap(term -> term.dependsOn().stream())
            .collect(ImmutableSet.toImmutableSet());
    this.terms =
        unsettled.stream()
            .map(UnsettledTerm::term)
            .map(Term::id)
            .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns the smallest sets of changes that lead to yes. */
  ImmutableList<ImmutableList<Change>> ways() {
    List<ImmutableList<Change>> found = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (Map<Fact, Value> known : kinds()) {
      Optional<EditedDocument> edited = edited(known);
      if (edited.isPresent() && !budget.isSpent()) {
        PartialSchoolKind kind = edited.get().document().schoolKind();
        Terms ofKind = policy.terms(document.offering(), kind);
        List<Requirement> required = all(ofKind);
        budget.take(required.size());
        EditedDocument there = EditedDocument.of(edited.get().document(), ofKind.peopleAsked());
        if (isStated(ofKind)
            && seen.add(
                List.of(
                    required,
                    required.stream()
                        .map(term -> Evaluation.prospect(term, there.evidence()))
                        .toList()))) {
          ImmutableList<Change> first = changes(known);
          new ChangeSearch(required, ImmutableList.of(), there, budget)
              .ways()
              .forEach(
                  way ->
                      found.add(ImmutableList.<Change>builder().addAll(first).addAll(way).build()));
        }
      }
    }
    int least = found.stream().mapToInt(List::size).min().orElse(0);
    return found.stream()
        .filter(way -> way.size() == least)
        .limit(ChangeSearch.MOST_SHOWN)
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether a requirement certainly applies. */
  private boolean isStated(Terms ofKind) {
    return !ofKind.deciding(document).isEmpty()
        || ofKind.decidingAlternatives(document).stream().noneMatch(List::isEmpty);
  }

  /** Returns every requirement that applies or may apply. */
  private ImmutableList<Requirement> all(Terms ofKind) {
    return Stream.concat(
            ofKind.deciding(document).stream(),
            ofKind.decidingAlternatives(document).stream()
                .flatMap(List::stream)
                .map(term -> (Requirement) term.term()))
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns every way to fill in none, some or all of the unknown facts of the school, in order.
   */
  private Set<Map<Fact, Value>> kinds() {
    Set<Map<Fact, Value>> kinds = new LinkedHashSet<>();
    for (int size = 0; size <= open.size(); size++) {
      for (Set<Fact> filled : Sets.combinations(open, size)) {
        for (SchoolKind kind : document.schoolKind().candidates()) {
          Map<Fact, Value> values = new LinkedHashMap<>();
          values.put(Facts.PHASE, Value.Words.of(kind.phase()));
          values.put(Facts.ESTABLISHMENT_TYPE, Value.Words.of(kind.establishmentType()));
          values.put(Facts.COUNTRY, Value.Words.of(kind.country()));
          values.keySet().retainAll(filled);
          kinds.add(values);
        }
      }
    }
    return kinds;
  }

  private Optional<EditedDocument> edited(Map<Fact, Value> values) {
    Optional<EditedDocument> edited = Optional.of(EditedDocument.of(document, 0));
    for (Map.Entry<Fact, Value> one : values.entrySet()) {
      edited =
          edited.flatMap(known -> known.with(known.location("", one.getKey()), one.getValue()));
    }
    return edited;
  }

  private ImmutableList<Change> changes(Map<Fact, Value> values) {
    EditedDocument before = EditedDocument.of(document, 0);
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    values.forEach(
        (fact, value) ->
            changes.add(
                ChangeSearch.change(
                    before.location("", fact), "", Optional.empty(), Optional.of(value), terms)));
    return changes.build();
  }
}
