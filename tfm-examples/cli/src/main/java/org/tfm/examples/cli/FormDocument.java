package org.tfm.examples.cli;

import org.tfm.model.intake.FormKind;

/** The document that each row of a form gives, as an option names it. */
enum FormDocument {
  APPLICATION(FormKind.APPLICATION, "application", "an application"),
  INTEREST(FormKind.EXPRESSION_OF_INTEREST, "expression-of-interest", "an expression of interest"),
  PROGRESS(FormKind.PROGRESS, "progress", "a report of progress"),
  GROUP(FormKind.GROUP, "group", "a work group");

  private final FormKind kind;
  private final String word;
  private final String title;

  FormDocument(FormKind kind, String word, String title) {
    this.kind = kind;
    this.word = word;
    this.title = title;
  }

  /** The kind of document. */
  FormKind kind() {
    return kind;
  }

  /** The word for it in a form map. */
  String word() {
    return word;
  }

  /** Returns the lines above the map that say what it is for. */
  String comment() {
    return "# A form map: which heading stands for which place in "
        + title
        + ".\n"
        + (this == INTEREST
            ? "# `tfm batch FILE OUT --form MAP --interest-form THIS --interest FORM` joins them to"
                + " applications.\n"
            : "# `tfm batch FILE OUT --form THIS` assesses the rows of the form.\n");
  }
}
