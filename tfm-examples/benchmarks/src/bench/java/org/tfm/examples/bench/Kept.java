package org.tfm.examples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;

/** The published figures: tables in the README, plots and ratios. */
final class Kept {

  /** The largest factor between a measured and a published ratio that counts as noise. */
  private static final double MARGIN = 2;

  /** Smaller ratios are of a few milliseconds, which a busy machine doubles by itself. */
  private static final double LEAST = 0.02;

  private static final String START = "<!-- figures: written by -Dbench.publish -->";
  private static final String END = "<!-- end of figures -->";

  private final Path folder;

  /** The published figures in this folder. */
  Kept(Path folder) {
    this.folder = folder;
  }

  /** Replaces the published figures. */
  void publish(Path built, Figures figures, String tables) throws IOException {
    Path readme = folder.resolve("README.md");
    String text = Files.readString(readme);
    int start = text.indexOf(START);
    int end = text.indexOf(END);
    if (start < 0 || end < start) {
      throw new IllegalStateException("the README has no place for figures");
    }
    Files.writeString(
        readme, text.substring(0, start) + START + "\n\n" + tables + "\n" + text.substring(end));
    for (String plot : Charts.FILES) {
      if (Files.exists(built.resolve(plot))) {
        Files.copy(built.resolve(plot), folder.resolve(plot), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Figures ratios = ratios(figures);
    Path file = folder.resolve("ratios.json");
    if (Files.exists(file)) {
      Figures earlier = Figures.read(file);
      earlier.addAll(ratios);
      ratios = earlier;
    }
    ratios.write(file);
  }

  /** Describes ratios that are worse than published by more than this factor, or unpublished. */
  String worse(Figures figures) throws IOException {
    Figures recorded = Figures.read(folder.resolve("ratios.json"));
    StringBuilder worse = new StringBuilder();
    for (Map.Entry<String, Double> now : ratios(figures).all().entrySet()) {
      double before = recorded.get(now.getKey());
      if (!(now.getValue() <= Math.max(before, LEAST) * MARGIN)) {
        worse.append(
            String.format(
                Locale.ROOT,
                "%s: %.3f now, %.3f recorded%n",
                now.getKey(),
                now.getValue(),
                before));
      }
    }
    return worse.toString();
  }

  /** The measured ratios; smaller is better. */
  private static Figures ratios(Figures figures) {
    Figures ratios = new Figures();
    put(
        ratios,
        figures,
        "statuses / by hand",
        "contest.libraryStatuses.ns",
        "contest.byHandStatuses.ns");
    put(ratios, figures, "verdict / by hand", "contest.libraryVerdict.ns", "contest.byHand.ns");
    put(ratios, figures, "findings / by hand", "contest.library.ns", "contest.byHand.ns");
    put(
        ratios,
        figures,
        "everything / by hand",
        "contest.libraryEverything.ns",
        "contest.byHandEverything.ns");
    put(
        ratios,
        figures,
        "findings, bytes / by hand",
        "contest.library.bytes",
        "contest.byHand.bytes");
    put(
        ratios,
        figures,
        "statuses / Easy Rules",
        "contest.libraryStatuses.ns",
        "peers.EASY_RULES.ns");
    put(
        ratios,
        figures,
        "statuses / Drools new session",
        "contest.libraryStatuses.ns",
        "peers.DROOLS_NEW_SESSION.ns");
    put(ratios, figures, "load / Drools", "load.first.ms", "load.drools.ms");
    put(ratios, figures, "load again / Drools", "load.again.ms", "load.drools.ms");
    return ratios;
  }

  private static void put(
      Figures ratios, Figures figures, String name, String what, String yardstick) {
    if (figures.has(what) && figures.has(yardstick)) {
      ratios.put(name, figures.ratio(what, yardstick));
    }
  }
}
