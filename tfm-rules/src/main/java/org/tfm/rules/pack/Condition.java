package org.tfm.rules.pack;

import com.google.common.collect.ImmutableList;

/** A condition of a pattern on an offering or on a kind of school. */
sealed interface Condition {

  /** The number of comparisons that it makes. */
  int comparisons();

  /** Holds if all parts, or at least one part, hold. */
  record Joined(boolean all, ImmutableList<Condition> parts) implements Condition {
    @Override
    public int comparisons() {
      return parts.stream().mapToInt(Condition::comparisons).sum();
    }
  }

  /** Holds if the part does not. */
  record Negated(Condition part) implements Condition {
    @Override
    public int comparisons() {
      return part.comparisons();
    }
  }

  /** Holds if a yes/no property is true. */
  record Flag(Token property) implements Condition {
    @Override
    public int comparisons() {
      return 1;
    }
  }

  /** Holds if a property is, or is not, one of these words. */
  record Among(Token property, boolean negated, ImmutableList<Token> words) implements Condition {
    @Override
    public int comparisons() {
      return words.size();
    }
  }
}
