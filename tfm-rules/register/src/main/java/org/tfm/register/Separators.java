package org.tfm.register;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Recognises the character between the columns of a table: a comma, a semicolon or a tab. */
public final class Separators {

  private static final String KNOWN = ",;\t";
  private static final char QUOTE = '"';

  /** How many characters at the start of a table are looked at. */
  private static final int PEEKED = 1 << 14;

  private Separators() {}

  /**
   * Returns the separator of a table: the one that most rows have as often as the first row with
   * it; a comma if there is none.
   *
   * @param table the table from its start; nothing of it is consumed
   */
  public static char find(Reader table) throws IOException {
    requireNonNull(table, "table");
    table.mark(PEEKED);
    char[] start = new char[PEEKED];
    int length = 0;
    try {
      for (int read = 0; read >= 0 && length < PEEKED; length += Math.max(0, read)) {
        read = table.read(start, length, PEEKED - length);
      }
    } catch (IOException e) {
      // Who reads the table meets it again, and reports it at its row.
    }
    table.reset();
    String text = new String(start, 0, length);
    char best = ',';
    long most = 0;
    for (int i = 0; i < KNOWN.length(); i++) {
      char separator = KNOWN.charAt(i);
      long score = score(counts(text, separator, length < PEEKED));
      if (score > most) {
        best = separator;
        most = score;
      }
    }
    return best;
  }

  /** Rows that agree count most, and of separators with as many the one that is there oftener. */
  private static long score(List<Integer> counts) {
    int first = counts.stream().filter(count -> count > 0).findFirst().orElse(0);
    return first == 0
        ? 0
        : counts.stream().filter(count -> count == first).count() * PEEKED + first;
  }

  /** How many separators each row has outside quotation marks; of the last only if it is whole. */
  private static List<Integer> counts(String text, char separator, boolean isWhole) {
    List<Integer> counts = new ArrayList<>();
    int count = 0;
    boolean isQuoted = false;
    boolean isFieldStart = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == QUOTE && (isQuoted || isFieldStart)) {
        isQuoted = !isQuoted;
      } else if (!isQuoted && c == '\n') {
        counts.add(count);
        count = 0;
      } else if (!isQuoted && c == separator) {
        count++;
      }
      isFieldStart = !isQuoted && (c == separator || c == '\n' || (c == QUOTE && isFieldStart));
    }
    if (isWhole || counts.isEmpty()) {
      counts.add(count);
    }
    return counts;
  }
}
