package org.tfm.examples.bench.contest;

import java.util.Locale;

/** Lines of source, indented. */
final class Writer {

  private final StringBuilder text = new StringBuilder();
  private int depth;

  /** A line in the manner of {@link String#format}; braces at its ends indent what follows. */
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

  /** A text as a literal. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
