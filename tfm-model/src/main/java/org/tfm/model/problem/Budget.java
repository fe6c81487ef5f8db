package org.tfm.model.problem;

import java.util.concurrent.CancellationException;
import org.tfm.model.style.Internal;

/**
 * The work that one operation may do, in steps.
 *
 * <p>It counts steps, not seconds, so that results do not depend on the machine. Each operation has
 * its own; not thread-safe.
 *
 * @hidden
 */
@Internal
public final class Budget {

  private final long most;
  private long used;
  private boolean leftOut;

  private Budget(long most) {
    this.most = most;
  }

  /** Returns a budget of this many steps. */
  public static Budget of(long most) {
    return new Budget(most);
  }

  /**
   * Takes steps and returns whether they were still within the budget.
   *
   * @throws CancellationException if the thread was interrupted, which it stays
   */
  public boolean take(long steps) {
    checkNotInterrupted();
    used = steps > Long.MAX_VALUE - used ? Long.MAX_VALUE : used + steps;
    return used <= most;
  }

  /** Whether more steps were taken than the budget has. */
  public boolean isSpent() {
    return used > most;
  }

  /** Returns a budget of the steps that are left, whose use this one does not see. */
  public Budget rest() {
    return new Budget(Math.max(0, most - used));
  }

  /** Notes that something was left out for a limit other than the number of steps. */
  public void leaveOut() {
    leftOut = true;
  }

  /** Whether something was left out, because the steps were used up or for another limit. */
  public boolean isIncomplete() {
    return leftOut || isSpent();
  }

  /** The number of steps taken. */
  public long used() {
    return used;
  }

  /**
   * Ends the work of an interrupted thread.
   *
   * @throws CancellationException if the thread was interrupted, which it stays
   */
  public static void checkNotInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the work was interrupted before it was finished");
    }
  }
}
