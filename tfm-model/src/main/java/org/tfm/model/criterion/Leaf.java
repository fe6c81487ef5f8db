package org.tfm.model.criterion;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** Shared code of the leaves. */
final class Leaf {

  private Leaf() {}

  static void check(Fact fact, FactKind expected) {
    if (fact.kind() != expected) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.WRONG_TYPE,
              "the fact `%s` is %s; this criterion needs %s",
              fact.id(),
              fact.kind().inWords(),
              expected.inWords()));
    }
  }

  static void checkWords(Fact fact, Set<String> words) {
    if (words.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "the fact `%s` is compared without a word", fact.id()));
    }
    for (String word : words) {
      if (!fact.choices().isEmpty() && !fact.choices().contains(word)) {
        throw new InvalidInputException(
            Problem.of(
                    ProblemCode.UNKNOWN_WORD,
                    "`%s` is not a choice of the fact `%s`",
                    word,
                    fact.id())
                .withHint(DidYouMean.hint(word, fact.choices())));
      }
    }
  }

  /** Whether it is known that there is no value: an expression of interest that was not sent. */
  static boolean isNone(Fact fact, Optional<Value> found) {
    return fact.kind() != FactKind.YES_NO
        && found.orElse(null) instanceof Value.YesNo answer
        && !answer.yes();
  }

  /**
   * Tests the value of a fact; the outcome is unknown if the fact is not given, and false if it is
   * known that there is none.
   */
  static <V extends Value> Outcome evaluate(
      Fact fact, Evidence evidence, Class<V> type, Function<V, Prospect> test) {
    Optional<Value> found = evidence.find(fact);
    if (isNone(fact, found)) {
      return Outcome.decided(Prospect.FALSE, Observation.of(fact, evidence, found));
    }
    if (found.isEmpty() || !type.isInstance(found.get())) {
      return Outcome.missing(
          Prospect.TRUE_OR_FALSE, fact, Observation.of(fact, evidence, Optional.empty()), evidence);
    }
    Observation observed = Observation.of(fact, evidence, found);
    Prospect prospect = test.apply(type.cast(found.get()));
    return prospect.isSettled()
        ? Outcome.decided(prospect, observed)
        : Outcome.missing(prospect, fact, observed, evidence);
  }
}
