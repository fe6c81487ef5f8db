package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.tfm.model.json.TfmJson;
import org.tfm.model.style.Internal;

/**
 * A fact that is needed and not given.
 *
 * @param fact the id of the fact
 * @param of the member that it is about, such as {@code lead participant 2}; empty for the document
 *     as a whole
 * @param question the question to ask
 * @param at the place of the answer, such as {@code leadParticipants[].trn}
 */
@TfmJson.Strict
public record MissingFact(String fact, String of, String question, String at) {
  /** Rejects null. */
  public MissingFact {
    requireNonNull(fact, "fact");
    requireNonNull(of, "of");
    requireNonNull(question, "question");
    requireNonNull(at, "at");
  }

  /** Returns the missing fact of the subject of some evidence. */
  static MissingFact of(Fact fact, Observation observed, Evidence evidence) {
    return new MissingFact(
        fact.id(), evidence.describes(), question(fact, observed.value()), fact.at());
  }

  /**
   * Returns the question about a fact; if some members of a list are known and others may follow,
   * it asks for the others: {@code Which other …?} If a day is known, it asks for the time.
   *
   * @param known the value so far
   * @hidden
   */
  @Internal
  public static String question(Fact fact, Optional<Value> known) {
    requireNonNull(fact, "fact");
    requireNonNull(known, "known");
    boolean hasSome =
        known.isPresent()
            && known.get() instanceof Value.Quantity number
            && number.open()
            && number.amount().signum() > 0;
    return hasSome
        ? fact.questionForOthers()
        : known.isPresent() && known.get() instanceof Value.Day
            ? fact.questionOfTime()
            : fact.question();
  }
}
