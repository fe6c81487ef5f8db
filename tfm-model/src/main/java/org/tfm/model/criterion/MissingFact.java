package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

/**
 * A fact that was not given and is needed.
 *
 * @param fact the id of the fact
 * @param of whom it is about, such as {@code lead participant 2}; empty for the whole
 * @param question the question to put
 * @param at where the answer goes, such as {@code leadParticipants[].trn}
 */
public record MissingFact(String fact, String of, String question, String at) {
  /** Refuses null. */
  public MissingFact {
    requireNonNull(fact, "fact");
    requireNonNull(of, "of");
    requireNonNull(question, "question");
    requireNonNull(at, "at");
  }

  /** The fact, missing of whom the evidence describes. */
  static MissingFact of(Fact fact, Evidence evidence) {
    return new MissingFact(fact.id(), evidence.describes(), fact.question(), fact.at());
  }
}
