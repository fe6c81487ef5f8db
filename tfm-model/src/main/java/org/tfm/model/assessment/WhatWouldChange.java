package org.tfm.model.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.common.collect.ImmutableList;

/**
 * What would have to be otherwise for the verdict to be yes.
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

  /** Whether some change, or none at all, leads to yes. */
  @JsonIgnore
  public boolean isPossible() {
    return !ways.isEmpty();
  }
}
