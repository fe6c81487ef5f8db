package org.tfm.model.advice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * A change of one value.
 *
 * <p>Immutable.
 *
 * @param fact the id of the fact
 * @param of whom it is about, such as {@code lead participant 2}, as the document counts them now;
 *     where there are to be fewer people or schools, those left out; empty for the whole
 * @param at where the value stands, such as {@code leadParticipants[].trn}
 * @param from the value now, as a person would write it, or {@code not given}
 * @param to the nearest value that leads to yes
 * @param terms the ids of the terms that need it
 * @param sentence the change in plain English
 */
public record Change(
    String fact,
    String of,
    String at,
    String from,
    String to,
    ImmutableList<String> terms,
    String sentence) {
  /** Refuses null. */
  public Change {
    requireNonNull(fact, "fact");
    requireNonNull(of, "of");
    requireNonNull(at, "at");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(terms, "terms");
    requireNonNull(sentence, "sentence");
  }
}
