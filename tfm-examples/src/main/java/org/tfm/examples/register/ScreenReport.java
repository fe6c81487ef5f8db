package org.tfm.examples.register;

import com.google.common.base.CharMatcher;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Flushable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.tfm.model.school.School;

/** The decisions as CSV: one line for each school and offering. */
public final class ScreenReport implements Flushable {

  /** A name that starts with one of these is a formula to a spreadsheet. */
  private static final CharMatcher STARTS_A_FORMULA = CharMatcher.anyOf("=+-@\t\r\n");

  private final CsvWriter csv;

  /** The report on this writer, its first line with the column names written. */
  public ScreenReport(Writer out) {
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord("urn", "name", "type", "decision", "reasons");
  }

  /** Writes the decisions on a school. */
  public void write(School school, List<Judgement> judgements) {
    String urn = Integer.toString(school.urn());
    String name = cell(school.name().orElse(""));
    for (Judgement judgement : judgements) {
      csv.writeRecord(
          urn,
          name,
          judgement.offering().type(),
          judgement.decision().name(),
          String.join(" ", judgement.reasons()));
    }
  }

  /** The text of a stranger, so that it starts no formula and steers no terminal. */
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && STARTS_A_FORMULA.matches(text.charAt(0));
    return (formula ? "'" : "") + CharMatcher.javaIsoControl().replaceFrom(text, ' ');
  }

  @Override
  public void flush() throws IOException {
    csv.flush();
  }
}
