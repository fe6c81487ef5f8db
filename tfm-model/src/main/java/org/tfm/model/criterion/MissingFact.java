package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
 * @param knownToHub whether the hub answers it from its own records, and not the school
 */
@TfmJson.Strict
public record MissingFact(
    String fact,
    String of,
    String question,
    String at,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean knownToHub) {
  /** Rejects null. */
  public MissingFact {
    requireNonNull(fact, "fact");
    requireNonNull(of, "of");
    requireNonNull(question, "question");
    requireNonNull(at, "at");
  }

  /** Returns a missing fact that the school answers. */
  public MissingFact(String fact, String of, String question, String at) {
    this(fact, of, question, at, false);
  }

  /**
   * Returns a fact that nobody has given yet, of the document as a whole.
   *
   * @hidden
   */
  @Internal
  public static MissingFact of(Fact fact) {
    requireNonNull(fact, "fact");
    return new MissingFact(fact.id(), "", fact.question(), fact.at(), fact.knownToHub());
  }

  /** Returns the missing fact of the subject of some evidence. */
  static MissingFact of(Fact fact, Observation observed, Evidence evidence) {
    return new MissingFact(
        fact.id(),
        evidence.describes(),
        question(fact, observed.value()),
        fact.at(),
        fact.knownToHub());
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
