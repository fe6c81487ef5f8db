package org.tfm.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tfm.examples.text.Names;
import org.tfm.examples.text.Page;
import org.tfm.examples.text.Words;
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

  private static final String NO_DIFFERENCE = "The policies require and give the same.";

  private DiffReport() {}

  /** The comparison as lines or as Markdown tables; without a line break at the end. */
  static String text(TermsComparison comparison, Names before, Names after, boolean markdown) {
    String old = side(comparison.before(), before);
    String current = side(comparison.after(), after);
    return markdown ? markdown(comparison, old, current) : lines(comparison, old, current);
  }

  private static String lines(TermsComparison comparison, String old, String current) {
    Page page =
        new Page().wrapped("Before: ", "        ", old).wrapped("After:  ", "        ", current);
    if (comparison.isEmpty()) {
      page.line("").line(NO_DIFFERENCE);
    }
    for (Section section : Words.SECTIONS) {
      page.list(
          Words.heading(section),
          comparison.changes().stream()
              .filter(change -> change.section() == section)
              .map(TermChange::says)
              .toList());
    }
    return page.list(
            "Different interpretations",
            comparison.readings().stream().map(ReadingChange::says).toList())
        .text();
  }

  private static String markdown(TermsComparison comparison, String old, String current) {
    List<String> lines = new ArrayList<>();
    lines.add("- Before: " + cell(old));
    lines.add("- After: " + cell(current));
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
      lines.add("| Term | Interpretation before | Interpretation after |");
      lines.add("| --- | --- | --- |");
      for (ReadingChange reading : comparison.readings()) {
        lines.add(
            row(
                "`" + reading.term() + "`",
                reading.before().orElse("none"),
                reading.after().orElse("none")));
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
              Words.heading(change.section()),
              term,
              kind,
              sentence(change.before()),
              sentence(change.after()),
              effect));
    }
    for (AttributeChange part : change.attributes()) {
      lines.add(
          row(Words.heading(change.section()), term, kind, part.before(), part.after(), effect));
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

  private static String side(PolicySide side, Names names) {
    return names.offering(side.offering())
        + " ("
        + String.join(" on ", side.policy().packs().reverse())
        + ", book "
        + Words.shortHash(side.policy().book())
        + ", policy of "
        + Words.day(side.policy().asOf())
        + ")";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
