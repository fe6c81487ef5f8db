package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.tfm.examples.text.TextReport;
import org.tfm.model.advice.Change;
import org.tfm.model.advice.Obstacle;
import org.tfm.model.advice.WhatWouldChange;

/** What would have to be otherwise, as text. */
final class ChangesReport {

  private ChangesReport() {}

  /** The ways to yes, or what stands in the way; without a line break at the end. */
  static String text(WhatWouldChange changes) {
    List<String> lines = new ArrayList<>();
    if (changes.isPossible() && changes.ways().get(0).isEmpty()) {
      lines.add("Nothing needs to change: the verdict is yes");
    } else if (changes.isPossible()) {
      lines.add(
          changes.ways().size() == 1
              ? "What would lead to yes"
              : "What would lead to yes: any one of these " + changes.ways().size() + " ways");
      for (int way = 0; way < changes.ways().size(); way++) {
        if (changes.ways().size() > 1) {
          lines.add("  Way " + (way + 1));
        }
        lines.addAll(changes(changes.ways().get(way)));
      }
    } else if (!changes.obstacles().isEmpty()) {
      lines.add("What stands in the way, whatever else changes");
      for (Obstacle obstacle : changes.obstacles()) {
        lines.addAll(TextReport.wrap("  - ", "    ", obstacle.term() + ": " + obstacle.sentence()));
      }
    } else {
      lines.add("Nothing can change it: the policy requires nothing here");
    }
    return String.join("\n", lines);
  }

  private static List<String> changes(ImmutableList<Change> way) {
    return way.stream()
        .flatMap(
            change ->
                TextReport.wrap(
                    "  - ",
                    "    ",
                    change.sentence()
                        + " ("
                        + change.at()
                        + ", for "
                        + String.join(", ", change.terms())
                        + ")")
                    .stream())
        .toList();
  }
}
