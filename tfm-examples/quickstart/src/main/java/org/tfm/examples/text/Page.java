package org.tfm.examples.text;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import org.tfm.model.problem.PrintableText;

/**
 * A text in lines of at most {@link #WIDTH} characters. Not thread-safe.
 *
 * <p>It is the writer of text for people: no value in it can start a line or control a terminal.
 * Invisible characters, line breaks among them, become {@code U+FFFD}. Only a list in an indented
 * text has lines of its own, and these are indented too. On a page {@linkplain #withoutLists
 * without lists}, for texts that nobody has checked, it has none. No text is broken before a sign
 * that starts an item.
 */
public final class Page {

  /** The most characters of a line. */
  public static final int WIDTH = 96;

  private static final String ITEM = "• ";
  private static final CharMatcher ITEM_SIGN = CharMatcher.anyOf("•-–*");

  /** Blanks of every width, which could fake a sign that stands alone. */
  private static final CharMatcher BLANK = CharMatcher.forPredicate(Character::isSpaceChar);

  private final List<String> lines = new ArrayList<>();
  private final boolean hasLists;

  /** An empty page. */
  public Page() {
    this(true);
  }

  private Page(boolean hasLists) {
    this.hasLists = hasLists;
  }

  /** Returns an empty page on which a list in a text is a part of its sentence. */
  public static Page withoutLists() {
    return new Page(false);
  }

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

  /** Adds words of ours, broken into lines; use {@link #hanging} if there are values in them. */
  public Page words(String words) {
    return wrapped("", "", words);
  }

  /**
   * Adds words with values in them, broken into lines. Those after the first are indented: the end
   * of a long value cannot pass for a line of ours.
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
    String text =
        hasLists ? words : words.replace(":\n• ", ": ").replace("\n• ", "; ").replace('\n', ' ');
    for (String part : next.isEmpty() ? List.of(text) : parts(text)) {
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
    for (String word : unbroken(words)) {
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

  /** Returns the words, each with the signs after it that would look like the start of an item. */
  private static List<String> unbroken(String words) {
    List<String> unbroken = new ArrayList<>();
    for (String word : Splitter.on(BLANK).omitEmptyStrings().split(words)) {
      int last = unbroken.size() - 1;
      if (last >= 0 && ITEM_SIGN.matchesAllOf(word) && unbroken.get(last).length() < WIDTH) {
        unbroken.set(last, unbroken.get(last) + " " + word);
      } else {
        unbroken.add(word);
      }
    }
    return unbroken;
  }

  /** Returns the text, without a line break at the end. */
  public String text() {
    return String.join("\n", lines).stripTrailing();
  }
}
