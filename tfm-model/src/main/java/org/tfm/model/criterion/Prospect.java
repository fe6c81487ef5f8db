package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import java.util.stream.Stream;
import org.tfm.model.json.TfmJson;

/**
 * The set of outcomes that a criterion can still have when unknown facts are filled in.
 *
 * <p>The possible outcomes are true, false, and left to the hub. A prospect is settled if it
 * contains only one. Prospects are combined in Kleene's logic: false is less than left to the hub,
 * which is less than true; "and" is the minimum, "or" the maximum.
 */
@TfmJson.Strict
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

  /** One bit for each outcome, the lowest for the least outcome. */
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

  /** Tabulates the minimum or maximum for all pairs of sets. */
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

  /** Returns the prospect of a known value. */
  public static Prospect of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Returns the prospect of the conjunction. */
  public Prospect and(Prospect other) {
    requireNonNull(other, "other");
    return AND[pair(this, other)];
  }

  /** Returns the prospect of the disjunction. */
  public Prospect or(Prospect other) {
    requireNonNull(other, "other");
    return OR[pair(this, other)];
  }

  /** Returns the prospect of the negation; left to the hub stays left to the hub. */
  public Prospect negate() {
    return BY_SET[(set & 0b010) | ((set & 0b001) << 2) | ((set & 0b100) >> 2)];
  }

  /** Returns the union of both prospects. */
  public Prospect either(Prospect other) {
    requireNonNull(other, "other");
    return BY_SET[set | other.set];
  }

  /** Returns this prospect with the other in place of false. */
  public Prospect insteadOfFalse(Prospect other) {
    requireNonNull(other, "other");
    return (set & 0b001) == 0 ? this : BY_SET[(set & 0b110) | other.set];
  }

  /** Whether this prospect includes every outcome of the other. */
  public boolean includes(Prospect other) {
    requireNonNull(other, "other");
    return (set & other.set) == other.set;
  }

  /** The possible outcomes, each as a settled prospect. */
  public Stream<Prospect> singles() {
    return Stream.of(TRUE, HUB, FALSE).filter(this::includes);
  }

  /** Whether only one outcome is possible. */
  public boolean isSettled() {
    return (set & (set - 1)) == 0;
  }

  /** The truth value; unknown unless certainly true or certainly false. */
  public Truth truth() {
    return this == TRUE ? Truth.TRUE : this == FALSE ? Truth.FALSE : Truth.UNKNOWN;
  }
}
