package org.tfm.register;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts of rows and decisions.
 *
 * <p>Its size does not depend on the number of rows. Not thread-safe.
 */
public final class ScreenSummary {

  private long open;
  private long notOpen;
  private long bad;
  private final Map<Judgement, Long> schools = new LinkedHashMap<>();

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
    decisions.forEach(judgement -> schools.merge(judgement, 1L, Long::sum));
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
   */
  public ImmutableMap<Judgement, Long> judgements() {
    return ImmutableMap.copyOf(schools);
  }
}
