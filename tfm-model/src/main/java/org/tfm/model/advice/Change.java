package org.tfm.model.advice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.tfm.model.json.TfmJson;

/**
 * A change of one value.
 *
 * <p>Immutable.
 *
 * @param fact the id of the fact
 * @param of the member that it is about, such as {@code lead participant 2}, by its present number;
 *     for a shorter list, the members to remove; empty for the document as a whole
 * @param at the place of the value, such as {@code leadParticipants[].trn}
 * @param from the present value in plain English, or {@code not given}
 * @param to the nearest value that leads to yes
 * @param terms the ids of the terms that need it
 * @param sentence the change in plain English
 */
@TfmJson.Strict
public record Change(
    String fact,
    String of,
    String at,
    String from,
    String to,
    ImmutableList<String> terms,
    String sentence) {
  /** Rejects null. */
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
