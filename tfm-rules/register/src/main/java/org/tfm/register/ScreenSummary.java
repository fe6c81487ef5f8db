package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tfm.model.programme.Offering;

/**
 * Counts of rows and decisions.
 *
 * <p>Its size does not depend on the number of rows. Not thread-safe.
 */
public final class ScreenSummary {

  private long open;
  private long notOpen;
  private long bad;
  private long leftOut;
  private long notMatched;
  private final Map<Reason, Counted> schools = new LinkedHashMap<>();

  /** The parts of a decision that do not depend on a single school. */
  private record Reason(Offering offering, Decision decision, List<String> demands) {

    static Reason of(Judgement judgement) {
      return new Reason(
          judgement.offering(),
          judgement.decision(),
          judgement.findings().stream()
              .map(finding -> finding.term() + ": " + finding.demanded())
              .toList());
    }
  }

  /** The first decision with a reason, and the number of them. */
  private record Counted(Judgement first, long number) {

    Counted and(Counted other) {
      return new Counted(first, number + other.number);
    }
  }

  /** Creates an empty summary. */
  public ScreenSummary() {}

  /** Counts a row. */
  public void count(RegisterRow row) {
    requireNonNull(row, "row");
    if (row instanceof RegisterRow.Open) {
      open++;
    } else if (row instanceof RegisterRow.NotOpen) {
      notOpen++;
    } else {
      bad++;
    }
  }

  /** Counts the decisions on a school. */
  public void count(List<Judgement> decisions) {
    requireNonNull(decisions, "decisions");
    decisions.forEach(
        judgement -> schools.merge(Reason.of(judgement), new Counted(judgement, 1), Counted::and));
  }

  /**
   * Counts an open school that is not screened.
   *
   * @param isKnown whether a filter leaves it out; otherwise the register does not say
   */
  public void leaveOut(boolean isKnown) {
    if (isKnown) {
      leftOut++;
    } else {
      notMatched++;
    }
  }

  /** The number of open schools that a filter leaves out. */
  public long leftOut() {
    return leftOut;
  }

  /** The number of open schools for which the register does not say whether a filter matches. */
  public long notMatched() {
    return notMatched;
  }

  /** The number of all rows. */
  public long rows() {
    return open + notOpen + bad;
  }

  /** The number of open schools. */
  public long open() {
    return open;
  }

  /** The number of schools that are closed or not yet open. */
  public long notOpen() {
    return notOpen;
  }

  /** The number of unusable rows. */
  public long bad() {
    return bad;
  }

  /**
   * The number of schools for each decision, in the order in which the decisions first occurred.
   * Decisions with the same demands are counted together; the first of them is the key.
   */
  public ImmutableMap<Judgement, Long> judgements() {
    return schools.values().stream()
        .collect(ImmutableMap.toImmutableMap(Counted::first, Counted::number));
  }
}
