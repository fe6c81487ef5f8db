package org.tfm.model.advice;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.common.collect.ImmutableList;
import java.util.List;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.document.Document;
import org.tfm.model.document.EditedDocument;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.term.Requirement;

/**
 * The smallest changes to a document that lead to yes, or the reasons why none does.
 *
 * <p>Immutable. There are ways, or obstacles, or neither where the policy requires nothing. A
 * document whose verdict is yes has one way: to change nothing. Each value that changes counts for
 * one, and so does each person or school that is added or left out; that is proposed only where a
 * requirement asks how many there are, or where nothing else leads to yes. What is not known of the
 * school, and decides which terms hold, counts like any other value.
 *
 * @param ways the smallest sets of changes that lead to yes; each of them is enough
 * @param obstacles the requirements because of which no change leads to yes
 */
public record WhatWouldChange(
    ImmutableList<ImmutableList<Change>> ways, ImmutableList<Obstacle> obstacles) {
  /** Refuses null. */
  public WhatWouldChange {
    requireNonNull(ways, "ways");
    requireNonNull(obstacles, "obstacles");
  }

  /**
   * Returns the smallest sets of changes that lead to yes.
   *
   * @throws InvalidInputException if there is no policy for the offering, or if the document
   *     answers what nobody asks
   */
  public static WhatWouldChange of(TermsLookup policy, Document document) {
    requireNonNull(policy, "policy");
    requireNonNull(document, "document");
    Terms terms = policy.terms(document.offering(), document.schoolKind());
    terms.check(document);
    EditedDocument edited = EditedDocument.of(document, terms.peopleAsked());
    List<UnsettledTerm> unsettled =
        terms.decidingAlternatives(document).stream().flatMap(List::stream).distinct().toList();
    ChangeSearch search =
        new ChangeSearch(
            terms.deciding(document),
            unsettled.stream().map(open -> (Requirement) open.term()).toList(),
            edited);
    ImmutableList<ImmutableList<Change>> ways =
        unsettled.isEmpty() ? search.ways() : new KindSearch(policy, document, unsettled).ways();
    return new WhatWouldChange(ways, ways.isEmpty() ? search.obstacles() : ImmutableList.of());
  }

  /** Whether some change, or none at all, leads to yes. */
  @JsonIgnore
  public boolean isPossible() {
    return !ways.isEmpty();
  }
}
