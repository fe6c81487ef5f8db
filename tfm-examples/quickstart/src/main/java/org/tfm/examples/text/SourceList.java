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

  private record Entry(Citation citation, Optional<Provenance> provenance) {}

  private final Names names;
  private final Map<Entry, Integer> numbers = new LinkedHashMap<>();

  /** An empty list. */
  public SourceList(Names names) {
    this.names = names;
  }

  /** Returns the number of a place in a source, in brackets. */
  public String mark(Citation citation) {
    return mark(new Entry(citation, Optional.empty()));
  }

  /** Returns the number of a place in a source and the rule that rests on it, in brackets. */
  public String mark(Citation citation, Provenance provenance) {
    return mark(new Entry(citation, Optional.of(provenance)));
  }

  private String mark(Entry entry) {
    numbers.putIfAbsent(entry, numbers.size() + 1);
    return "[" + numbers.get(entry) + "]";
  }

  /** Writes each source with its places under a heading; nothing if no number was given. */
  public void print(String heading, Page page) {
    if (!numbers.isEmpty()) {
      page.line("").line(heading);
      numbers.keySet().stream()
          .map(entry -> entry.citation().source())
          .distinct()
          .forEach(source -> print(source, names.source(source), page));
    }
  }

  private void print(String source, String title, Page page) {
    page.wrapped("  ", "  ", title);
    numbers.forEach(
        (entry, number) -> {
          if (entry.citation().source().equals(source)) {
            String first = String.format(Locale.ROOT, "  %5s ", "[" + number + "]");
            page.wrapped(first, " ".repeat(first.length()), text(entry));
          }
        });
  }

  private static String text(Entry entry) {
    return Words.capital(entry.citation().place())
        + "."
        + entry.citation().reading().map(one -> " " + interpretation(one)).orElse("")
        + entry.provenance().map(one -> " Rule: " + rule(one) + ".").orElse("");
  }

  private static String interpretation(String reading) {
    return "Our interpretation: " + reading + (reading.endsWith(".") ? "" : ".");
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
