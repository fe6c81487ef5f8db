package org.tfm.examples.bench.contest;

import java.util.Locale;

/** Writes indented lines of source. */
final class Writer {

  private final StringBuilder text = new StringBuilder();
  private int depth;

  /** Adds a line as {@link String#format} does; braces at its ends change the indentation. */
  Writer line(String format, Object... args) {
    String line = args.length == 0 ? format : String.format(Locale.ROOT, format, args);
    if (line.startsWith("}")) {
      depth--;
    }
    text.append("  ".repeat(depth)).append(line).append('\n');
    if (line.endsWith("{")) {
      depth++;
    }
    return this;
  }

  /** Returns a text as a literal. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
