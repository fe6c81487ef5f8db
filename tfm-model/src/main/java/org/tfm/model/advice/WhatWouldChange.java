package org.tfm.model.advice;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.document.Document;
import org.tfm.model.document.EditedDocument;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Budget;
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
 * @param cutShort whether more was not tried, because the policy or the document is too large: then
 *     there may be smaller sets, and without ways and obstacles there may be ways
 */
@TfmJson.Strict
public record WhatWouldChange(
    ImmutableList<ImmutableList<Change>> ways,
    ImmutableList<Obstacle> obstacles,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean cutShort) {

  /** The limit of values and sets of values that are tried. */
  static final long MOST_TRIED = 5_000_000;

  /** Rejects null. */
  public WhatWouldChange {
    requireNonNull(ways, "ways");
    requireNonNull(obstacles, "obstacles");
  }

  @JsonCreator
  static WhatWouldChange read(
      @JsonProperty("ways") ImmutableList<ImmutableList<Change>> ways,
      @JsonProperty("obstacles") ImmutableList<Obstacle> obstacles,
      @JsonProperty("cutShort") Optional<Boolean> cutShort) {
    return new WhatWouldChange(ways, obstacles, cutShort.orElse(false));
  }

  /** Creates the result of a search that tried everything. */
  public WhatWouldChange(
      ImmutableList<ImmutableList<Change>> ways, ImmutableList<Obstacle> obstacles) {
    this(ways, obstacles, false);
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
    Budget budget = Budget.of(MOST_TRIED);
    ChangeSearch search =
        new ChangeSearch(
            terms.deciding(document),
            unsettled.stream().map(open -> (Requirement) open.term()).toList(),
            edited,
            budget);
    ImmutableList<ImmutableList<Change>> ways =
        unsettled.isEmpty()
            ? search.ways()
            : new KindSearch(policy, document, unsettled, budget).ways();
    ImmutableList<Obstacle> obstacles = ways.isEmpty() ? search.obstacles() : ImmutableList.of();
    return new WhatWouldChange(ways, obstacles, budget.isIncomplete());
  }

  /** Whether there is a way to yes, with or without changes. */
  @JsonIgnore
  public boolean isPossible() {
    return !ways.isEmpty();
  }
}
