package org.tfm.model.problem;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with an input: where, what was read and expected, and a hint.
 *
 * <p>Immutable. The text never holds a personal value: names, statements and teacher reference
 * numbers are left out or masked by whoever makes the problem.
 *
 * @param where the place, such as {@code leadParticipants[1].trn} or {@code grant.drl:12}; empty
 *     when the input as a whole is meant
 * @param what a sentence without a closing full stop
 * @param hint a help such as {@code Maybe `release-time`?}; empty when there is none
 */
public record Problem(String where, String what, String hint) {

  /** Checks that nothing is null, and makes all of it {@linkplain PrintableText visible}. */
  public Problem {
    where = PrintableText.text(requireNonNull(where));
    what = PrintableText.text(requireNonNull(what));
    hint = PrintableText.text(requireNonNull(hint));
  }

  /** The problem without a hint. */
  public static Problem of(String where, String what) {
    return new Problem(where, what, "");
  }

  /** The same problem, its place prefixed with the name of the input it was found in. */
  public Problem in(String input) {
    return new Problem(where.isEmpty() ? input : input + ": " + where, what, hint);
  }

  /** One line: place, sentence, hint. */
  @Override
  public String toString() {
    return (where.isEmpty() ? "" : where + ": ") + what + (hint.isEmpty() ? "" : ". " + hint);
  }
}
