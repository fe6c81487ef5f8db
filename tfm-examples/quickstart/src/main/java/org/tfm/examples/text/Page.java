package org.tfm.examples.text;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import org.tfm.model.problem.PrintableText;

/**
 * A text in lines of at most {@link #WIDTH} characters. Not thread-safe.
 *
 * <p>It is the writer of text for people: no value in it can start a line or control a terminal.
 * Invisible characters, line breaks among them, become {@code U+FFFD}. Only a list in an indented
 * text has lines of its own, and these are indented too.
 */
public final class Page {

  /** The most characters of a line. */
  public static final int WIDTH = 96;

  private static final String ITEM = "• ";

  private final List<String> lines = new ArrayList<>();

  /** An empty page. */
  public Page() {}

  /** Adds a line. */
  public Page line(String line) {
    lines.add(PrintableText.text(line).stripTrailing());
    return this;
  }

  /** Adds an empty line. */
  public Page gap() {
    return line("");
  }

  /** Adds the lines of another page. */
  public Page page(Page other) {
    lines.addAll(other.lines);
    return this;
  }

  /** Adds words, broken into lines. */
  public Page words(String words) {
    return wrapped("", "", words);
  }

  /**
   * Adds words with values in them, broken into lines. Those after the first are indented, so that
   * the end of a long value cannot pass for a line of ours.
   */
  public Page hanging(String words) {
    wrap("", "  ", PrintableText.text(words));
    return this;
  }

  /** Adds words after an empty line. */
  public Page paragraph(String words) {
    return gap().words(words);
  }

  /** Adds words as an item of a list. */
  public Page item(String words) {
    return wrapped("  - ", "    ", words);
  }

  /** Adds a heading and its items; nothing if there are no items. */
  public Page list(String heading, List<String> items) {
    if (!items.isEmpty()) {
      gap().line(heading);
      items.forEach(this::item);
    }
    return this;
  }

  /**
   * Adds words, broken into lines between words, after an indent for the first line and one for the
   * others. The lines of a list inside indented words are indented like the lines after the first.
   */
  public Page wrapped(String first, String next, String words) {
    String indent = first;
    for (String part : next.isEmpty() ? List.of(words) : parts(words)) {
      wrap(indent, part.startsWith(ITEM) ? next + "  " : next, PrintableText.text(part));
      indent = next;
    }
    return this;
  }

  /** Returns the text before a list, its items, and the text after it. */
  private static List<String> parts(String words) {
    List<String> parts = new ArrayList<>();
    for (String line : Splitter.on('\n').split(words)) {
      int last = parts.size() - 1;
      if (last < 0 || line.startsWith(ITEM) || parts.get(last).startsWith(ITEM)) {
        parts.add(line);
      } else {
        parts.set(last, parts.get(last) + "\n" + line);
      }
    }
    return parts;
  }

  private void wrap(String first, String next, String words) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : Splitter.on(' ').omitEmptyStrings().split(words)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line = new StringBuilder(next);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    line(line.toString());
  }

  /** Returns the text, without a line break at the end. */
  public String text() {
    return String.join("\n", lines).stripTrailing();
  }
}
