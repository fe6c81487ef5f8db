package org.tfm.examples.batch;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tfm.examples.csv.CsvOutput;
import org.tfm.model.intake.FormKind;
import org.tfm.model.problem.Blanks;

/**
 * How the rows of a form are written: the person's own columns in their order, then ours.
 *
 * @param excel whether it is for Excel: with a byte order mark, and dates as in the United Kingdom
 */
public record FormOutput(boolean excel) {

  private static final String MARK = "\uFEFF";

  /** The mark of a heading of a form that is called like one of ours. */
  private static final String OF_FORM = " (form)";

  private static final Pattern ISO_DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

  /** Returns a new table of CSV, with the rejected rows elsewhere. */
  public FormTable csv() {
    return new CsvTable(this);
  }

  /** Returns a new workbook of these documents, with sheets for problems and for the summary. */
  public FormTable workbook(FormKind kind) {
    return new WorkbookTable(this, kind);
  }

  /** Returns the row of headings. */
  String head(List<String> own, List<String> ours) {
    return (excel ? MARK : "") + row(named(own, ours), ours);
  }

  /** Returns a person's own headings, with a mark on those that are called like one of ours. */
  static List<String> named(List<String> own, List<String> ours) {
    Set<String> taken = ours.stream().map(FormOutput::fold).collect(Collectors.toSet());
    Set<String> others = own.stream().map(FormOutput::fold).collect(Collectors.toSet());
    List<String> named = new ArrayList<>(own.size());
    for (String heading : own) {
      String name = heading;
      if (taken.contains(fold(heading))) {
        do {
          name = Blanks.strip(name) + OF_FORM;
        } while (taken.contains(fold(name)) || others.contains(fold(name)));
      }
      named.add(name);
    }
    return named;
  }

  private static String fold(String heading) {
    return Blanks.strip(heading).toLowerCase(Locale.ROOT);
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
