package org.tfm.examples.cli;

import java.util.Locale;
import java.util.Optional;
import org.tfm.examples.cli.Markdown.Cell;
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

  /** The comparison as lines. */
  static Page page(TermsComparison comparison, Names before, Names after) {
    String old = side(comparison.before(), before);
    String current = side(comparison.after(), after);
    Page page =
        new Page().wrapped("Before: ", "        ", old).wrapped("After:  ", "        ", current);
    if (comparison.isEmpty()) {
      page.gap().line(NO_DIFFERENCE);
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
        comparison.readings().stream().map(ReadingChange::says).toList());
  }

  /** The comparison as Markdown tables. */
  static Markdown markdown(TermsComparison comparison, Names before, Names after) {
    Markdown text =
        new Markdown()
            .item("Before: " + side(comparison.before(), before))
            .item("After: " + side(comparison.after(), after))
            .gap();
    if (comparison.isEmpty()) {
      text.words(NO_DIFFERENCE);
    } else {
      text.head("Section", "Term", "Change", "Before", "After", "Effect");
      comparison.changes().forEach(change -> rows(change, text));
    }
    if (!comparison.readings().isEmpty()) {
      text.gap().head("Term", "Interpretation before", "Interpretation after");
      for (ReadingChange reading : comparison.readings()) {
        text.row(
            Cell.code(reading.term()),
            Cell.of(reading.before().orElse("none")),
            Cell.of(reading.after().orElse("none")));
      }
    }
    return text;
  }

  private static void rows(TermChange change, Markdown text) {
    Cell section = Cell.of(Words.heading(change.section()));
    Cell term = Cell.code(change.term());
    Cell kind = Cell.of(word(change.kind()) + (change.someSchools() ? " for some schools" : ""));
    Cell effect = Cell.of(change.effect().map(DiffReport::word).orElse(""));
    if (change.kind() != ChangeKind.CHANGED) {
      text.row(section, term, kind, sentence(change.before()), sentence(change.after()), effect);
    }
    for (AttributeChange part : change.attributes()) {
      text.row(section, term, kind, Cell.of(part.before()), Cell.of(part.after()), effect);
    }
  }

  private static Cell sentence(Optional<Term> term) {
    return Cell.of(term.map(Term::sentence).orElse("–"));
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
