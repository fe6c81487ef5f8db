package org.tfm.rules.pack;

import com.google.common.collect.ImmutableList;

/** What a pattern asks of an offering or of a kind of school. */
sealed interface Condition {

  /** Every part, or at least one part, holds. */
  record Joined(boolean all, ImmutableList<Condition> parts) implements Condition {}

  /** The part does not hold. */
  record Negated(Condition part) implements Condition {}

  /** A yes/no property holds. */
  record Flag(Token property) implements Condition {}

  /** A property is, or is not, among these words. */
  record Among(Token property, boolean negated, ImmutableList<Token> words) implements Condition {}
}
