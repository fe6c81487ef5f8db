package org.tfm.examples.csv;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Flushable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.PrintableText;

/**
 * The writer of CSV: a line for each record, in which no cell starts a formula in a spreadsheet,
 * fakes a line or controls a terminal. Only the own cells of a form may have line breaks. Not
 * thread-safe.
 */
public final class CsvOutput implements Flushable {

  private static final CharMatcher STARTS_A_FORMULA = CharMatcher.anyOf("=+-@＝＋－＠");

  private final CsvWriter csv;

  private CsvOutput(CsvWriter csv) {
    this.csv = csv;
  }

  /** Buffers records and writes them when there are many or on flush. */
  public static CsvOutput buffered(Writer out) {
    return new CsvOutput(CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out));
  }

  /** Writes each record at once. */
  public static CsvOutput direct(Writer out) {
    return new CsvOutput(
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out));
  }

  /** Returns a record as a text, with its line break. */
  public static String record(Iterable<String> cells) {
    StringWriter text = new StringWriter();
    direct(text).write(ImmutableList.copyOf(cells));
    return text.toString();
  }

  /** Returns a record as a text, with its line break, in which cells keep theirs. */
  public static String recordOfLines(Iterable<String> cells) {
    StringWriter text = new StringWriter();
    direct(text)
        .csv
        .writeRecord(
            Streams.stream(cells).map(cell -> harmless(visibleLines(cell))).toArray(String[]::new));
    return text.toString();
  }

  /** Returns a text whose characters are all visible, except for spaces and line breaks. */
  public static String visibleLines(String text) {
    return text.lines()
        .map(line -> PrintableText.text(line, ' '))
        .collect(Collectors.joining("\n"));
  }

  /** Writes a record. */
  public void write(List<String> cells) {
    String[] safe = new String[cells.size()];
    for (int i = 0; i < safe.length; i++) {
      safe[i] = safe(cells.get(i));
    }
    csv.writeRecord(safe);
  }

  private static String safe(String text) {
    return harmless(PrintableText.text(text, ' '));
  }

  private static String harmless(String visible) {
    String words = Blanks.strip(visible);
    boolean formula = !words.isEmpty() && STARTS_A_FORMULA.matches(words.charAt(0));
    return (formula ? "'" : "") + visible;
  }

  @Override
  public void flush() throws IOException {
    csv.flush();
  }
}
