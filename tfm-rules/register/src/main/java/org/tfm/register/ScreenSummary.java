package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many rows were read, and how they were decided.
 *
 * <p>Counts only; its size does not depend on how many rows are counted. Not thread-safe.
 */
public final class ScreenSummary {

  private long open;
  private long notOpen;
  private long bad;
  private final Map<Judgement, Long> schools = new LinkedHashMap<>();

  /** An empty summary. */
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
    decisions.forEach(judgement -> schools.merge(judgement, 1L, Long::sum));
  }

  /** Rows of any sort. */
  public long rows() {
    return open + notOpen + bad;
  }

  /** Schools that are open. */
  public long open() {
    return open;
  }

  /** Schools that are closed or not yet open. */
  public long notOpen() {
    return notOpen;
  }

  /** Rows that could not be used. */
  public long bad() {
    return bad;
  }

  /** How many schools were decided in each way, in the order in which the ways first came up. */
  public ImmutableMap<Judgement, Long> judgements() {
    return ImmutableMap.copyOf(schools);
  }
}
