package org.tfm.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tfm.model.problem.PrintableText;

/**
 * The writer of Markdown: a text in it is no markup. It starts no line, cell, link, image or HTML,
 * and an address is not a link either. Not thread-safe.
 */
final class Markdown {

  private static final Pattern SIGN = Pattern.compile("[\\\\`*_\\[\\]|~$]");
  private static final Pattern ENTITY = Pattern.compile("&(?=#?[0-9A-Za-z]+;)");
  private static final Pattern WEB_NAME = Pattern.compile("(?i)(?<=www)\\.");

  /** A cell of a table. */
  record Cell(String markup) {

    /** Words. */
    static Cell of(String words) {
      return new Cell(escaped(words));
    }

    /** An id, shown as code. */
    static Cell code(String id) {
      return new Cell("`" + oneLine(id).replace('`', '\'').replace("|", "\\|") + "`");
    }
  }

  private final List<String> lines = new ArrayList<>();

  /** Adds an item of a list. */
  Markdown item(String text) {
    lines.add("- " + escaped(text));
    return this;
  }

  /** Adds a sentence. */
  Markdown words(String text) {
    lines.add(escaped(text));
    return this;
  }

  /** Adds an empty line. */
  Markdown gap() {
    lines.add("");
    return this;
  }

  /** Adds the head of a table. */
  Markdown head(String... cells) {
    row(Stream.of(cells).map(Cell::of).toArray(Cell[]::new));
    lines.add("|" + " --- |".repeat(cells.length));
    return this;
  }

  /** Adds a row of a table. */
  Markdown row(Cell... cells) {
    lines.add("| " + String.join(" | ", Stream.of(cells).map(Cell::markup).toList()) + " |");
    return this;
  }

  /** Returns the text, without a line break at the end. */
  String text() {
    return String.join("\n", lines);
  }

  private static String oneLine(String text) {
    return PrintableText.text(text.replace('\r', ' ').replace('\n', ' '));
  }

  private static String escaped(String text) {
    String signs = SIGN.matcher(oneLine(text)).replaceAll("\\\\$0");
    String words = ENTITY.matcher(signs).replaceAll("&amp;").replace("<", "&lt;");
    return WEB_NAME
        .matcher(words.replace("://", "&#58;//").replace("@", "&#64;"))
        .replaceAll("&#46;");
  }
}
