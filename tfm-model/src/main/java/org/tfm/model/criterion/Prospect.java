package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import java.util.stream.Stream;

/**
 * What a criterion can still come out as, once the facts that are unknown are filled in.
 *
 * <p>A criterion comes out true, false, or left to the hub; a prospect is the set of those that are
 * still possible. It is settled if there is only one. Sets are combined in Kleene's logic: false is
 * less than left to the hub, which is less than true; "and" takes the lesser, "or" the greater.
 */
public enum Prospect {
  /** Certainly true. */
  TRUE(0b100),
  /** Certainly false. */
  FALSE(0b001),
  /** Certainly left to the hub. */
  HUB(0b010),
  /** True or false. */
  TRUE_OR_FALSE(0b101),
  /** True, or left to the hub. */
  TRUE_OR_HUB(0b110),
  /** False, or left to the hub. */
  FALSE_OR_HUB(0b011),
  /** True, false, or left to the hub. */
  ANY(0b111);

  private static final int SINGLES = 3;
  private static final Prospect[] BY_SET = bySet();
  private static final Prospect[] AND = combined(true);
  private static final Prospect[] OR = combined(false);

  /** A bit for each outcome, the least first. */
  private final int set;

  Prospect(int set) {
    this.set = set;
  }

  private static Prospect[] bySet() {
    Prospect[] bySet = new Prospect[1 << SINGLES];
    for (Prospect one : values()) {
      bySet[one.set] = one;
    }
    return bySet;
  }

  /** The lesser, or the greater, of every pair, for all pairs of sets. */
  private static Prospect[] combined(boolean lesser) {
    Prospect[] table = new Prospect[1 << (2 * SINGLES)];
    for (Prospect one : values()) {
      for (Prospect other : values()) {
        int set = 0;
        for (int i = 0; i < SINGLES; i++) {
          for (int j = 0; j < SINGLES; j++) {
            if ((one.set & (1 << i)) != 0 && (other.set & (1 << j)) != 0) {
              set |= 1 << (lesser ? Math.min(i, j) : Math.max(i, j));
            }
          }
        }
        table[pair(one, other)] = BY_SET[set];
      }
    }
    return table;
  }

  private static int pair(Prospect one, Prospect other) {
    return (one.set << SINGLES) + other.set;
  }

  /** The prospect of something that is known. */
  public static Prospect of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** The prospect of both being true. */
  public Prospect and(Prospect other) {
    requireNonNull(other, "other");
    return AND[pair(this, other)];
  }

  /** The prospect of either being true. */
  public Prospect or(Prospect other) {
    requireNonNull(other, "other");
    return OR[pair(this, other)];
  }

  /** The prospect of the opposite; what is left to the hub stays so. */
  public Prospect negate() {
    return BY_SET[(set & 0b010) | ((set & 0b001) << 2) | ((set & 0b100) >> 2)];
  }

  /** The prospect of something that may be this or the other. */
  public Prospect either(Prospect other) {
    requireNonNull(other, "other");
    return BY_SET[set | other.set];
  }

  /** The same, but what can come out false comes out as the other instead. */
  public Prospect insteadOfFalse(Prospect other) {
    requireNonNull(other, "other");
    return (set & 0b001) == 0 ? this : BY_SET[(set & 0b110) | other.set];
  }

  /** Whether all that is possible in the other is possible here. */
  public boolean includes(Prospect other) {
    requireNonNull(other, "other");
    return (set & other.set) == other.set;
  }

  /** The outcomes that are possible, each as a prospect of its own. */
  public Stream<Prospect> singles() {
    return Stream.of(TRUE, HUB, FALSE).filter(this::includes);
  }

  /** Whether only one outcome is possible. */
  public boolean isSettled() {
    return (set & (set - 1)) == 0;
  }

  /** The truth value: unknown unless it is certainly true or certainly false. */
  public Truth truth() {
    return this == TRUE ? Truth.TRUE : this == FALSE ? Truth.FALSE : Truth.UNKNOWN;
  }
}
