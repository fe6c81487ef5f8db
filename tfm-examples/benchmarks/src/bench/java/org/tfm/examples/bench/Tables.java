package org.tfm.examples.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/** Writes the figures as Markdown tables. */
final class Tables {

  private static final double MOST_PACKS = 1e9;

  private final Figures figures;
  private final StringBuilder out = new StringBuilder();

  Tables(Figures figures) {
    this.figures = figures;
  }

  /** Returns all tables that have figures. */
  String all() {
    line(
        "Measured on %s: %s %s, %s %s, %d cores."
            + " Absolute times vary between machines: compare the ratios.",
        LocalDate.now(ZoneOffset.UTC),
        System.getProperty("java.vm.name"),
        System.getProperty("java.vm.version"),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors());
    targets();
    contest();
    oneOffering();
    packs();
    growth();
    return out.toString();
  }

  private void targets() {
    line("");
    line("| what | measured | must | aim | |");
    line("|---|---:|---:|---:|---|");
    most(
        "statuses and verdicts / by hand, the same",
        ratio("contest.libraryStatuses.ns", "contest.byHandStatuses.ns"),
        1.2,
        0.8);
    most(
        "verdict alone / by hand with findings",
        ratio("contest.libraryVerdict.ns", "contest.byHand.ns"),
        0.6,
        0.35);
    most(
        "everything (value read, value needed, sentences, questions) / by hand, the same",
        ratio("contest.libraryEverything.ns", "contest.byHandEverything.ns"),
        1.7,
        1.2);
    least("statuses: Drools, new session / tfm", peer(Peer.DROOLS_NEW_SESSION), 10, 20);
    least(
        "statuses: Drools, fastest arrangement / tfm",
        Math.min(peer(Peer.DROOLS_POOL), peer(Peer.DROOLS_POOL_SINGLE_FACTS)),
        5,
        10);
    least("statuses: Easy Rules / tfm", peer(Peer.EASY_RULES), 5, 10);
    least("statuses: CEL / tfm", peer(Peer.CEL), 20, 40);
    least("statuses: Evrete / tfm", peer(Peer.EVRETE), 20, 40);
    least("statuses: Drools DMN / tfm", peer(Peer.DMN), 20, 40);
    most("bytes an application, statuses", figures.get("contest.libraryStatuses.bytes"), 800, 400);
    most("bytes an application, verdict", figures.get("contest.libraryVerdict.bytes"), 200, 0);
    most(
        "process, start to end, by the launcher / by hand",
        ratio("startup.library.ms", "startup.byHand.ms"),
        3,
        1.5);
    most(
        "process, start to end, `java -jar` / by hand",
        ratio("startup.jar.ms", "startup.byHand.ms"),
        3,
        1.5);
    most(
        "20-rule pack loaded / Drools alone",
        ratio("load.first.ms", "load.drools.ms"),
        1.2,
        Double.NaN);
    most(
        "the same content again / Drools alone",
        ratio("load.again.ms", "load.drools.ms"),
        0.1,
        Double.NaN);
    most(
        "all bundled packs loaded from snapshots, ms",
        figures.get("load.snapshots.ms"),
        200,
        Double.NaN);
    most(
        "assess, many packs loaded / one",
        last("packs.one.ns") / last("packs.first.ns"),
        1.2,
        1.05);
    most(
        "memory of a pack after 2,000 applications to each, KB",
        last("memory.used.each.kb"),
        80,
        40);
    least(
        "two threads / one, applications a second",
        2 * ratio("threads1.library.ns", "threads2.library.ns"),
        1.8,
        1.95);
    most(
        "register screened, by the launcher / copied",
        ratio("screen.ms", "screen.copy.ms"),
        2,
        1.2);
    most(
        "register screened, `java -jar` / copied",
        ratio("screen.jar.ms", "screen.copy.ms"),
        2,
        1.2);
  }

  private double peer(Peer peer) {
    return ratio("peers." + peer + ".ns", "contest.libraryStatuses.ns");
  }

  private double ratio(String name, String yardstick) {
    return figures.ratio(name, yardstick);
  }

  private double last(String series) {
    return at(figures.series(series), MOST_PACKS);
  }

  private static double at(Map<Double, Double> series, double x) {
    return series.entrySet().stream()
        .min(java.util.Comparator.comparing(entry -> Math.abs(entry.getKey() - x)))
        .map(Map.Entry::getValue)
        .orElse(Double.NaN);
  }

  private void most(String what, double measured, double must, double aim) {
    if (!Double.isNaN(measured)) {
      row(what, measured, "≤ ", must, aim, measured <= must, measured <= aim);
    }
  }

  private void least(String what, double measured, double must, double aim) {
    if (!Double.isNaN(measured)) {
      row(what, measured, "≥ ", must, aim, measured >= must, measured >= aim);
    }
  }

  private void row(
      String what,
      double measured,
      String bound,
      double must,
      double aim,
      boolean reached,
      boolean aimed) {
    line(
        "| %s | %s | %s%s | %s | %s |",
        what,
        number(measured),
        bound,
        number(must),
        Double.isNaN(aim) ? "" : bound + number(aim),
        aimed ? "aim reached" : reached ? "reached" : "**not reached**");
  }

  private void contest() {
    if (!figures.has("contest.library.ns")) {
      return;
    }
    line("");
    line("| one application, assessed once, one thread, warm | ns | ± | bytes |");
    line("|---|---:|---:|---:|");
    contestant("by hand, statuses and verdicts", "contest.byHandStatuses");
    contestant("by hand, findings with value read and needed", "contest.byHand");
    contestant("by hand, everything", "contest.byHandEverything");
    contestant("tfm, verdict alone", "contest.libraryVerdict");
    contestant("tfm, statuses and verdicts", "contest.libraryStatuses");
    contestant("tfm, findings with value read and needed", "contest.library");
    contestant("tfm, everything", "contest.libraryEverything");
    line("");
    line("| statuses and verdicts of one application by a rule engine | ns | ± | bytes |");
    line("|---|---:|---:|---:|");
    for (Peer peer : Peer.values()) {
      contestant(peer.title(), "peers." + peer);
    }
    for (Peer peer : Peer.values()) {
      contestant(peer.title().replace(" each", "") + ", batches of 100", "batch." + peer);
    }
  }

  private void contestant(String title, String name) {
    if (figures.has(name + ".ns")) {
      line(
          "| %s | %,.0f | %,.0f | %,.0f |",
          title,
          figures.get(name + ".ns"),
          figures.get(name + ".error.ns"),
          figures.get(name + ".bytes"));
    }
  }

  private void oneOffering() {
    if (!figures.has("one.byHand.ns")) {
      return;
    }
    line("");
    line(
        "| one offering, the whole assessment, written by a person | ns | times by hand | bytes |");
    line("|---|---:|---:|---:|");
    figures.all().keySet().stream()
        .filter(name -> name.startsWith("one.") && name.endsWith(".ns") && !name.contains("error"))
        .map(name -> name.substring(0, name.length() - ".ns".length()))
        .forEach(
            name ->
                line(
                    "| `%s` | %,.0f | %s | %,.0f |",
                    name.substring("one.".length()),
                    figures.get(name + ".ns"),
                    number(ratio(name + ".ns", "one.byHand.ns")),
                    figures.get(name + ".bytes")));
  }

  private void packs() {
    if (figures.has("load.first.ms")) {
      line("");
      line("| a pack of 20 rules | ms |");
      line("|---|---:|");
      line("| Drools alone | %.1f |", figures.get("load.drools.ms"));
      line("| loaded the first time | %.1f |", figures.get("load.first.ms"));
      line("| the same content again | %.2f |", figures.get("load.again.ms"));
      line("");
      line("| a bundled pack that extends no other | rules, ms | snapshot, ms |");
      line("|---|---:|---:|");
      figures.all().keySet().stream()
          .filter(name -> name.startsWith(LoadRun.RULES_OF))
          .map(name -> name.substring(LoadRun.RULES_OF.length()))
          .forEach(
              id ->
                  line(
                      "| `%s` | %.0f | %.1f |",
                      id,
                      figures.get(LoadRun.RULES_OF + id),
                      figures.get(LoadRun.SNAPSHOT_OF + id)));
      line("");
      line("| all bundled packs from snapshots | ms |");
      line("|---|---:|");
      line("| packs | %.0f |", figures.get("load.snapshots"));
      line("| the first time in a process | %.0f |", figures.get("load.snapshots.first.ms"));
      line("| again | %.0f |", figures.get("load.snapshots.ms"));
    }
    Map<Double, Double> memory = figures.series("memory.kb");
    if (!memory.isEmpty()) {
      line("");
      line(
          "| packs in the book | heap, KB | KB for each | after 2,000 applications to each | ns, all"
              + " to one pack | ns, spread over all packs |");
      line("|---:|---:|---:|---:|---:|---:|");
      memory.forEach(
          (packs, kb) ->
              line(
                  "| %,.0f | %,.0f | %s | %s | %,.0f | %,.0f |",
                  packs,
                  kb,
                  number(at(figures.series("memory.each.kb"), packs)),
                  number(at(figures.series("memory.used.each.kb"), packs)),
                  at(figures.series("packs.one.ns"), packs),
                  at(figures.series("packs.all.ns"), packs)));
    }
  }

  private void growth() {
    if (figures.series("applications.s").isEmpty()) {
      return;
    }
    line("");
    line("| cost against | from | to | grows with the power |");
    line("|---|---:|---:|---:|");
    growth("applications, s", "applications.s");
    growth("rules in a pack, ns for an assessment", "rules.ns");
    growth("rules in a pack, ms to load it", "rules.load.ms");
    growth("packs in a book, ns for an assessment", "packs.one.ns");
    growth("packs in a book, KB", "memory.kb");
    growth("kinds of school asked for the first time, µs", "kinds.first.us");
  }

  /** The logarithmic slope over the upper half of the series, where fixed costs matter little. */
  private void growth(String what, String name) {
    Map<Double, Double> series = figures.series(name);
    if (series.size() < 2) {
      return;
    }
    double[] xs = series.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    double from = xs[xs.length / 2 == xs.length - 1 ? 0 : xs.length / 2];
    double to = xs[xs.length - 1];
    double power = Math.log(at(series, to) / at(series, from)) / Math.log(to / from);
    line(
        "| %s | %s (%,.0f) | %s (%,.0f) | %.2f |",
        what, number(at(series, from)), from, number(at(series, to)), to, power);
  }

  private static String number(double value) {
    return Math.abs(value) >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.3g", value)
            .replaceAll("(\\.\\d*?)0+$", "$1")
            .replaceAll("\\.$", "");
  }

  private void line(String format, Object... arguments) {
    out.append(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments))
        .append('\n');
  }
}
