package org.tfm.rules.language;

import java.util.Optional;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Members;
import org.tfm.model.style.Internal;

/**
 * The number of people, schools or sessions that meet a condition, before it is compared.
 *
 * @hidden
 */
@Internal
public final class CountExpression {

  private final Members members;
  private final Criterion where;

  CountExpression(Members members, Criterion where) {
    this.members = members;
    this.where = where;
  }

  /** Returns the criterion that the number is at least this. */
  public Criterion isAtLeast(int number) {
    return new CountOfMembers(members, where, Optional.of(number), Optional.empty());
  }

  /** Returns the criterion that the number is at most this. */
  public Criterion isAtMost(int number) {
    return new CountOfMembers(members, where, Optional.empty(), Optional.of(number));
  }

  /** Returns the criterion that the number is exactly this. */
  public Criterion isExactly(int number) {
    return isBetween(number, number);
  }

  /** Returns the criterion that the number is in this range, both ends included. */
  public Criterion isBetween(int least, int most) {
    return least == 0
        ? isAtMost(most)
        : new CountOfMembers(members, where, Optional.of(least), Optional.of(most));
  }
}
