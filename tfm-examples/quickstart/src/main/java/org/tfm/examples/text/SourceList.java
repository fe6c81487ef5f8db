package org.tfm.examples.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.RulePlace;

/** Numbers in brackets, and the list of sources that they lead to. Not thread-safe. */
public final class SourceList {

  /** A citation and the pack whose rule makes it; the rule, if it is shown. */
  private record Entry(Citation citation, String pack, Optional<Provenance> rule) {}

  private final Names names;
  private final Map<Entry, Integer> numbers = new LinkedHashMap<>();

  /** An empty list. */
  public SourceList(Names names) {
    this.names = names;
  }

  /** Returns the number of a place in a source of a pack, in brackets. */
  public String mark(Citation citation, String pack) {
    return mark(new Entry(citation, pack, Optional.empty()));
  }

  /** Returns the number of a place in a source and the rule that rests on it, in brackets. */
  public String mark(Citation citation, Provenance provenance) {
    return mark(new Entry(citation, provenance.pack(), Optional.of(provenance)));
  }

  private String mark(Entry entry) {
    numbers.putIfAbsent(entry, numbers.size() + 1);
    return "[" + numbers.get(entry) + "]";
  }

  /** Writes each source with its places under a heading; nothing if no number was given. */
  public void print(String heading, Page page) {
    if (!numbers.isEmpty()) {
      page.line("").line(heading);
      numbers.keySet().stream().map(this::title).distinct().forEach(source -> places(source, page));
    }
  }

  /** Returns the source as people write it; two packs may list the same document. */
  private String title(Entry entry) {
    return names.source(entry.pack(), entry.citation().source());
  }

  private void places(String source, Page page) {
    page.wrapped("  ", "  ", source);
    numbers.forEach(
        (entry, number) -> {
          if (title(entry).equals(source)) {
            String first = String.format(Locale.ROOT, "  %5s ", "[" + number + "]");
            page.wrapped(first, " ".repeat(first.length()), text(entry));
          }
        });
  }

  private static String text(Entry entry) {
    return Words.capital(entry.citation().place())
        + (entry.citation().place().endsWith(".") ? "" : ".")
        + entry.citation().reading().map(one -> " " + Words.interpretation(one)).orElse("")
        + entry.rule().map(one -> " Rule: " + rule(one) + ".").orElse("");
  }

  private static String rule(Provenance provenance) {
    return provenance.rule()
        + provenance.replaces().stream()
            .findFirst()
            .map(RulePlace::toString)
            .map(" in place of "::concat)
            .orElse("");
  }
}
