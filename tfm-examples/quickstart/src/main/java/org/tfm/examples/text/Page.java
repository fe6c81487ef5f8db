package org.tfm.examples.text;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/** A text in lines of at most {@link #WIDTH} characters. Not thread-safe. */
public final class Page {

  /** The most characters of a line. */
  public static final int WIDTH = 96;

  private final List<String> lines = new ArrayList<>();

  /** An empty page. */
  public Page() {}

  /** Adds a line as it is. */
  public Page line(String line) {
    lines.add(line.stripTrailing());
    return this;
  }

  /** Adds words, broken into lines. */
  public Page words(String words) {
    return wrapped("", "", words);
  }

  /** Adds words after an empty line. */
  public Page paragraph(String words) {
    return line("").words(words);
  }

  /** Adds words as an item of a list. */
  public Page item(String words) {
    return wrapped("  - ", "    ", words);
  }

  /** Adds a heading and its items; nothing if there are no items. */
  public Page list(String heading, List<String> items) {
    if (!items.isEmpty()) {
      line("").line(heading);
      items.forEach(this::item);
    }
    return this;
  }

  /** Adds words, broken into lines, after an indent for the first line and one for the others. */
  public Page wrapped(String first, String next, String words) {
    wrap(first, next, words).forEach(this::line);
    return this;
  }

  /** Returns the text, without a line break at the end. */
  public String text() {
    return String.join("\n", lines).stripTrailing();
  }

  /**
   * Returns lines of at most {@link #WIDTH} characters, broken between words. The lines of a list
   * inside the words are indented like the lines after the first.
   */
  public static List<String> wrap(String first, String next, String words) {
    List<String> lines = new ArrayList<>();
    for (String line : Splitter.on('\n').split(words)) {
      String indent = lines.isEmpty() ? first : next;
      wrap(indent, line.startsWith("• ") ? next + "  " : next, line, lines);
    }
    return lines;
  }

  private static void wrap(String first, String next, String words, List<String> lines) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : Splitter.on(' ').omitEmptyStrings().split(words)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(next);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
  }
}
