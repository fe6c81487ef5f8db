package org.tfm.examples.register;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tfm.model.programme.Offering;

/**
 * How many rows were read, and how they were decided.
 *
 * <p>Counts only; its size does not depend on how many rows are counted. Not thread-safe.
 */
public final class ScreenSummary {

  private long open;
  private long notOpen;
  private long bad;
  private final Map<Judgement, Long> schools = new HashMap<>();

  /** An empty summary. */
  public ScreenSummary() {}

  /** Counts a row. */
  public void count(RegisterRow row) {
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

  /** The summary as aligned lines, for the offerings in this order. */
  public String text(List<Offering> offerings) {
    List<String> names = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    line("rows read", rows(), names, numbers);
    line("  open, screened", open, names, numbers);
    line("  closed or not yet open, skipped", notOpen, names, numbers);
    line("  bad, left out", bad, names, numbers);
    for (Offering offering : offerings) {
      names.add("");
      numbers.add("");
      names.add(offering.hub() + " " + offering.type() + " " + offering.year());
      numbers.add("");
      for (Decision decision : Decision.values()) {
        lines(offering, decision, names, numbers);
      }
    }
    // Titles have no number beside them, and may be longer.
    int nameWidth = 0;
    int numberWidth = 0;
    for (int i = 0; i < names.size(); i++) {
      if (!numbers.get(i).isEmpty()) {
        nameWidth = Math.max(nameWidth, names.get(i).length());
        numberWidth = Math.max(numberWidth, numbers.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      text.append(
          numbers.get(i).isEmpty()
              ? names.get(i)
              : Strings.padEnd(names.get(i), nameWidth + 2, ' ')
                  + Strings.padStart(numbers.get(i), numberWidth, ' '));
      text.append('\n');
    }
    return text.toString();
  }

  private void lines(
      Offering offering, Decision decision, List<String> names, List<String> numbers) {
    List<Judgement> same =
        schools.keySet().stream()
            .filter(judgement -> judgement.offering().equals(offering))
            .filter(judgement -> judgement.decision() == decision)
            .toList();
    if (same.isEmpty()) {
      return;
    }
    long all = 0;
    Map<String, Long> byReason = new TreeMap<>();
    for (Judgement judgement : same) {
      long count = schools.getOrDefault(judgement, 0L);
      all += count;
      judgement.reasons().forEach(reason -> byReason.merge(reason, count, Long::sum));
    }
    line("  " + decision, all, names, numbers);
    byReason.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> line("    " + entry.getKey(), entry.getValue(), names, numbers));
  }

  private static void line(String name, long number, List<String> names, List<String> numbers) {
    names.add(name);
    numbers.add(String.format(Locale.ROOT, "%,d", number));
  }
}
