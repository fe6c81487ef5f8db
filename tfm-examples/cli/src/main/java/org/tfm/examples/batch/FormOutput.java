package org.tfm.examples.batch;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tfm.examples.csv.CsvOutput;

/**
 * How the rows of a form are written: the person's own columns in their order, then ours.
 *
 * @param excel whether it is for Excel: with a byte order mark, and dates as in the United Kingdom
 */
public record FormOutput(boolean excel) {

  private static final String MARK = "\uFEFF";
  private static final Pattern ISO_DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

  /** Returns a new table of CSV, with the rejected rows elsewhere. */
  public FormTable csv() {
    return new CsvTable(this);
  }

  /** Returns a new workbook, with sheets for problems and for the summary. */
  public FormTable workbook() {
    return new WorkbookTable(this);
  }

  /** Returns the row of headings. */
  String head(List<String> own, List<String> ours) {
    return (excel ? MARK : "") + row(own, ours);
  }

  /** Returns a row of a table. */
  String row(List<String> own, List<String> ours) {
    return CsvOutput.recordOfLines(Iterables.concat(shown(own), ours));
  }

  /** Returns a person's own cells as they are shown. */
  List<String> shown(List<String> own) {
    return excel ? inTheUnitedKingdom(own) : own;
  }

  private static List<String> inTheUnitedKingdom(List<String> cells) {
    List<String> shown = new ArrayList<>(cells.size());
    for (String cell : cells) {
      Matcher day = ISO_DAY.matcher(cell);
      shown.add(day.matches() ? day.group(3) + "/" + day.group(2) + "/" + day.group(1) : cell);
    }
    return shown;
  }
}
