package org.tfm.rules.pack;

import com.google.common.collect.ImmutableList;

/** What a pattern asks of an offering or of a kind of school. */
sealed interface Condition {

  /** How many comparisons it makes. */
  int comparisons();

  /** Every part, or at least one part, holds. */
  record Joined(boolean all, ImmutableList<Condition> parts) implements Condition {
    @Override
    public int comparisons() {
      return parts.stream().mapToInt(Condition::comparisons).sum();
    }
  }

  /** The part does not hold. */
  record Negated(Condition part) implements Condition {
    @Override
    public int comparisons() {
      return part.comparisons();
    }
  }

  /** A yes/no property holds. */
  record Flag(Token property) implements Condition {
    @Override
    public int comparisons() {
      return 1;
    }
  }

  /** A property is, or is not, among these words. */
  record Among(Token property, boolean negated, ImmutableList<Token> words) implements Condition {
    @Override
    public int comparisons() {
      return words.size();
    }
  }
}
