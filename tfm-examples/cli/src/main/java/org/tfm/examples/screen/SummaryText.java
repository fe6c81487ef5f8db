package org.tfm.examples.screen;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tfm.examples.text.Names;
import org.tfm.model.programme.Offering;
import org.tfm.register.Decision;
import org.tfm.register.Judgement;
import org.tfm.register.ScreenSummary;

/** The counts of a screened register, as text for people. */
public final class SummaryText {

  private SummaryText() {}

  /**
   * The summary as aligned lines.
   *
   * @param summary what was counted
   * @param offerings the offerings, in the order in which they are shown
   * @param hubs the names of the hubs
   */
  public static String of(ScreenSummary summary, List<Offering> offerings, Names hubs) {
    List<String> names = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    line("Schools in the register", summary.rows(), names, numbers);
    line("  open", summary.open(), names, numbers);
    line("  closed or not yet open", summary.notOpen(), names, numbers);
    line("  rows that cannot be used", summary.bad(), names, numbers);
    for (Offering offering : offerings) {
      names.add("");
      numbers.add("");
      names.add(hubs.offering(offering));
      numbers.add("");
      for (Decision decision : Decision.values()) {
        lines(summary.judgements(), offering, decision, names, numbers);
      }
    }
    // Titles and reasons have no number beside them, and may be longer.
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

  private static void lines(
      ImmutableMap<Judgement, Long> judgements,
      Offering offering,
      Decision decision,
      List<String> names,
      List<String> numbers) {
    List<Judgement> same =
        judgements.keySet().stream()
            .filter(judgement -> judgement.offering().equals(offering))
            .filter(judgement -> judgement.decision() == decision)
            .toList();
    if (same.isEmpty()) {
      return;
    }
    long all = 0;
    Map<String, Long> byReason = new TreeMap<>();
    for (Judgement judgement : same) {
      long count = judgements.getOrDefault(judgement, 0L);
      all += count;
      judgement.findings().forEach(finding -> byReason.merge(finding.demanded(), count, Long::sum));
    }
    line("  " + words(decision), all, names, numbers);
    byReason.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(
            entry -> {
              // The number first, because the demands are sentences of any length.
              names.add(
                  String.format(Locale.ROOT, "    %,9d  %s", entry.getValue(), entry.getKey()));
              numbers.add("");
            });
  }

  private static String words(Decision decision) {
    return switch (decision) {
      case ADMITS -> "could join";
      case REFERS -> "the hub decides";
      case MORE_INFORMATION -> "not known";
      case REFUSES -> "cannot join";
      case NOT_STATED -> "no requirements";
    };
  }

  private static void line(String name, long number, List<String> names, List<String> numbers) {
    names.add(name);
    numbers.add(String.format(Locale.ROOT, "%,d", number));
  }
}
