package org.tfm.model.advice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tfm.model.assessment.Evaluation;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Value;
import org.tfm.model.document.Document;
import org.tfm.model.document.EditedDocument;
import org.tfm.model.document.Facts;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Term;

/**
 * The search for the smallest changes where the terms depend on what is not known of the school:
 * for each kind that it may be, with the terms for that kind.
 */
final class KindSearch {

  private final TermsLookup policy;
  private final Document document;
  private final ImmutableSet<Fact> open;
  private final ImmutableSet<String> terms;

  /**
   * What to search.
   *
   * @param unsettled the terms that depend on what is not known
   */
  KindSearch(TermsLookup policy, Document document, List<UnsettledTerm> unsettled) {
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

  /** The smallest sets of changes that lead to yes. */
  ImmutableList<ImmutableList<Change>> ways() {
    List<ImmutableList<Change>> found = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (Map<Fact, Value> known : kinds()) {
      Optional<EditedDocument> edited = edited(known);
      if (edited.isPresent()) {
        PartialSchoolKind kind = edited.get().document().schoolKind();
        Terms ofKind = policy.terms(document.offering(), kind);
        List<Requirement> required = ofKind.deciding(document);
        EditedDocument there = EditedDocument.of(edited.get().document(), ofKind.peopleAsked());
        if (ofKind.decidingAlternatives(document).isEmpty()
            && seen.add(
                List.of(
                    required,
                    required.stream()
                        .map(term -> Evaluation.prospect(term, there.evidence()))
                        .toList()))) {
          ImmutableList<Change> first = changes(known);
          new ChangeSearch(required, ImmutableList.of(), there)
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

  /** Every way to fill in what is open of the school. */
  private Set<Map<Fact, Value>> kinds() {
    Set<Map<Fact, Value>> kinds = new LinkedHashSet<>();
    for (SchoolKind kind : document.schoolKind().candidates()) {
      Map<Fact, Value> values = new LinkedHashMap<>();
      values.put(Facts.PHASE, Value.Words.of(kind.phase()));
      values.put(Facts.ESTABLISHMENT_TYPE, Value.Words.of(kind.establishmentType()));
      values.put(Facts.COUNTRY, Value.Words.of(kind.country()));
      values.keySet().retainAll(open);
      kinds.add(values);
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
