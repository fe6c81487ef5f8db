package org.tfm.model.advice;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.common.collect.ImmutableList;
import org.tfm.model.assessment.Terms;
import org.tfm.model.document.Document;
import org.tfm.model.document.Draft;
import org.tfm.model.problem.InvalidInputException;

/**
 * The smallest changes to a document that lead to yes, or the reasons why none does.
 *
 * <p>Immutable. There are ways, or obstacles, or neither where the policy requires nothing. A
 * document whose verdict is yes has one way: to change nothing. Each value that changes counts for
 * one, and so does each person or school that is added or left out; that is proposed only where a
 * requirement asks how many there are, or where nothing else leads to yes.
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
   * @throws InvalidInputException if the document is for another offering than the terms, or
   *     answers what nobody asks
   */
  public static WhatWouldChange of(Terms terms, Document document) {
    requireNonNull(terms, "terms");
    requireNonNull(document, "document");
    terms.check(document);
    ChangeSearch search =
        new ChangeSearch(
            terms.deciding(document), terms.decidingUnsettled(document), Draft.of(document));
    ImmutableList<ImmutableList<Change>> ways = search.ways();
    return new WhatWouldChange(ways, ways.isEmpty() ? search.obstacles() : ImmutableList.of());
  }

  /** Whether some change, or none at all, leads to yes. */
  @JsonIgnore
  public boolean isPossible() {
    return !ways.isEmpty();
  }
}
