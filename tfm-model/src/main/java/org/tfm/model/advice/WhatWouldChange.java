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
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.term.Requirement;

/**
 * The smallest changes to a document that lead to yes, or the reasons why none does.
 *
 * <p>Immutable. There are either ways or obstacles, or neither if the policy requires nothing. A
 * document whose verdict is yes has one way, without changes. Every changed value counts as one
 * change, and so does every person or school that is added or removed. People and schools are added
 * or removed only if a requirement is about their number, or if nothing else leads to yes. Unknown
 * facts of the school that determine the terms count like other values.
 *
 * @param ways the smallest sets of changes that lead to yes; one of them is enough
 * @param obstacles the requirements that prevent a yes
 */
@TfmJson.Strict
public record WhatWouldChange(
    ImmutableList<ImmutableList<Change>> ways, ImmutableList<Obstacle> obstacles) {
  /** Rejects null. */
  public WhatWouldChange {
    requireNonNull(ways, "ways");
    requireNonNull(obstacles, "obstacles");
  }

  /**
   * Returns the smallest sets of changes that lead to yes.
   *
   * @throws InvalidInputException if there is no policy for the offering, or if the document
   *     answers an unknown question
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

  /** Whether there is a way to yes, with or without changes. */
  @JsonIgnore
  public boolean isPossible() {
    return !ways.isEmpty();
  }
}
