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
import org.tfm.examples.text.Page;
import org.tfm.model.programme.Offering;
import org.tfm.register.Decision;
import org.tfm.register.Judgement;
import org.tfm.register.ScreenSummary;

/** The counts of a screened register, as text for people. */
public final class SummaryText {

  /** A name with its number, or words with what comes before them. */
  private record Line(String name, String number, String words) {
    static Line count(String name, long number) {
      return new Line(name, String.format(Locale.ROOT, "%,d", number), "");
    }
  }

  private SummaryText() {}

  /**
   * The summary as aligned lines.
   *
   * @param summary what was counted
   * @param offerings the offerings, in the order in which they are shown
   * @param hubs the names of the hubs
   */
  public static Page of(ScreenSummary summary, List<Offering> offerings, Names hubs) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.count("Schools in the register", summary.rows()));
    lines.add(Line.count("  open", summary.open()));
    lines.add(Line.count("  closed or not yet open", summary.notOpen()));
    lines.add(Line.count("  rows that cannot be used", summary.bad()));
    if (summary.leftOut() + summary.notMatched() > 0) {
      lines.add(Line.count("  open, but left out by the options", summary.leftOut()));
      lines.add(Line.count("  open, but not known whether the options fit", summary.notMatched()));
    }
    for (Offering offering : offerings) {
      lines.add(new Line("", "", ""));
      lines.add(new Line("", "", hubs.offering(offering)));
      for (Decision decision : Decision.values()) {
        add(summary.judgements(), offering, decision, lines);
      }
    }
    int nameWidth = 0;
    int numberWidth = 0;
    for (Line line : lines) {
      if (!line.number().isEmpty()) {
        nameWidth = Math.max(nameWidth, line.name().length());
        numberWidth = Math.max(numberWidth, line.number().length());
      }
    }
    Page page = new Page();
    for (Line line : lines) {
      if (line.number().isEmpty()) {
        page.line(line.name() + line.words());
      } else {
        page.line(
            Strings.padEnd(line.name(), nameWidth + 2, ' ')
                + Strings.padStart(line.number(), numberWidth, ' '));
      }
    }
    return page;
  }

  private static void add(
      ImmutableMap<Judgement, Long> judgements,
      Offering offering,
      Decision decision,
      List<Line> lines) {
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
    lines.add(Line.count("  " + words(decision), all));
    byReason.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(
            entry ->
                // The number first, because the demands are sentences of any length.
                lines.add(
                    new Line(
                        String.format(Locale.ROOT, "    %,9d  ", entry.getValue()),
                        "",
                        inOneLine(entry.getKey()))));
  }

  /** Returns a demand with its lists on one line. */
  private static String inOneLine(String demand) {
    return demand.replace(":\n• ", ": ").replace("\n• ", "; ").replace('\n', ' ');
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
}
