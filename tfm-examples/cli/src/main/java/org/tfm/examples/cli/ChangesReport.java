package org.tfm.examples.cli;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.tfm.examples.text.Page;
import org.tfm.model.advice.Change;
import org.tfm.model.advice.Obstacle;
import org.tfm.model.advice.WhatWouldChange;

/** The smallest changes that lead to yes, as text. */
final class ChangesReport {

  private ChangesReport() {}

  /** The ways to yes, or what prevents it. */
  static Page page(WhatWouldChange changes) {
    List<ImmutableList<Change>> ways = changes.ways();
    if (!changes.isPossible()) {
      return obstacles(changes);
    }
    if (ways.get(0).isEmpty()) {
      return new Page().line("Nothing needs to change: the answer is yes.");
    }
    Page page = new Page();
    page.line(
        ways.size() == 1
            ? "What would lead to yes"
            : "What would lead to yes: any one of these " + ways.size() + " ways");
    for (int way = 0; way < ways.size(); way++) {
      if (ways.size() > 1) {
        page.line("  Way " + (way + 1));
      }
      ways.get(way).forEach(change -> page.item(change.sentence()));
    }
    if (changes.cutShort()) {
      page.words("Not everything was tried, so fewer changes may be enough.");
    }
    return page;
  }

  private static Page obstacles(WhatWouldChange changes) {
    List<Obstacle> obstacles = changes.obstacles();
    if (obstacles.isEmpty() && !changes.cutShort()) {
      return new Page().line("No change leads to yes, because the policy sets no requirements.");
    }
    Page page = new Page();
    if (!obstacles.isEmpty()) {
      page.line("What prevents a yes, whatever else changes");
      obstacles.forEach(obstacle -> page.item(obstacle.sentence()));
    }
    if (changes.cutShort()) {
      page.words(
          obstacles.isEmpty()
              ? "Nothing was found that leads to yes, but not everything was tried."
              : "Not everything was tried, so more may prevent a yes.");
    }
    return page;
  }
}
