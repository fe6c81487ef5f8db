package org.tfm.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tfm.examples.text.TextReport;
import org.tfm.model.comparison.AttributeChange;
import org.tfm.model.comparison.ChangeKind;
import org.tfm.model.comparison.PolicySide;
import org.tfm.model.comparison.ReadingChange;
import org.tfm.model.comparison.TermChange;
import org.tfm.model.comparison.TermsComparison;
import org.tfm.model.term.Section;
import org.tfm.model.term.Term;

/** A comparison of policies as text and as Markdown. */
final class DiffReport {

  private static final String NO_DIFFERENCE = "There is no difference in what they ask and give.";

  private DiffReport() {}

  /** The comparison for people at a terminal; without a line break at the end. */
  static String text(TermsComparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.addAll(TextReport.wrap("Before: ", "        ", side(comparison.before())));
    lines.addAll(TextReport.wrap("After:  ", "        ", side(comparison.after())));
    if (comparison.isEmpty()) {
      lines.add("");
      lines.add(NO_DIFFERENCE);
    }
    for (Section section : Section.values()) {
      items(
          name(section),
          comparison.changes().stream()
              .filter(change -> change.section() == section)
              .map(TermChange::says)
              .toList(),
          lines);
    }
    items(
        "Read in another way",
        comparison.readings().stream().map(ReadingChange::says).toList(),
        lines);
    return String.join("\n", lines);
  }

  private static void items(String heading, List<String> items, List<String> lines) {
    if (!items.isEmpty()) {
      lines.add("");
      lines.add(heading);
      items.forEach(item -> lines.addAll(TextReport.wrap("  - ", "    ", item)));
    }
  }

  /** The comparison as tables; without a line break at the end. */
  static String markdown(TermsComparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add("- Before: " + cell(side(comparison.before())));
    lines.add("- After: " + cell(side(comparison.after())));
    lines.add("");
    if (comparison.isEmpty()) {
      lines.add(NO_DIFFERENCE);
    } else {
      lines.add("| Section | Term | Change | Before | After | Effect |");
      lines.add("| --- | --- | --- | --- | --- | --- |");
      comparison.changes().forEach(change -> rows(change, lines));
    }
    if (!comparison.readings().isEmpty()) {
      lines.add("");
      lines.add("| Term | Read before as | Read after as |");
      lines.add("| --- | --- | --- |");
      for (ReadingChange reading : comparison.readings()) {
        lines.add(
            row(
                "`" + reading.term() + "`",
                reading.before().orElse("taken as plain"),
                reading.after().orElse("taken as plain")));
      }
    }
    return String.join("\n", lines);
  }

  private static void rows(TermChange change, List<String> lines) {
    String kind = word(change.kind()) + (change.someSchools() ? " for some schools" : "");
    String term = "`" + change.term() + "`";
    String effect = change.effect().map(DiffReport::word).orElse("");
    if (change.kind() != ChangeKind.CHANGED) {
      lines.add(
          row(
              name(change.section()),
              term,
              kind,
              sentence(change.before()),
              sentence(change.after()),
              effect));
    }
    for (AttributeChange part : change.attributes()) {
      lines.add(row(name(change.section()), term, kind, part.before(), part.after(), effect));
    }
  }

  private static String sentence(Optional<Term> term) {
    return term.map(Term::sentence).orElse("–");
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", List.of(cells).stream().map(DiffReport::cell).toList()) + " |";
  }

  /** A text that stays in its cell, and is no markup of any other kind. */
  private static String cell(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replace("\r", " ")
        .replace("\n", " ");
  }

  private static String side(PolicySide side) {
    return TextReport.title(side.offering())
        + " ("
        + String.join(" on ", side.policy().packs().reverse())
        + ", book "
        + TextReport.shortHash(side.policy().book())
        + ", as of "
        + side.policy().asOf()
        + ")";
  }

  private static String name(Section section) {
    return section.name().charAt(0) + word(section).substring(1);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
