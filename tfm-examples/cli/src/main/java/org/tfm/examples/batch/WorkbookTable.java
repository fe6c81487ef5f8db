package org.tfm.examples.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tfm.examples.csv.CsvOutput;
import org.tfm.model.intake.FormKind;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * A workbook with a sheet of the assessed rows, one of the problems of the others and one with the
 * summary. Cells are texts or numbers, never formulas. Its bytes are written as the rows come; only
 * the problems are kept. Equal rows give equal bytes.
 */
final class WorkbookTable implements FormTable {

  /** The name of the sheet with the problems. */
  static final String PROBLEMS = "Problems";

  /** The most problems that are listed. */
  static final int MOST_PROBLEMS = 100_000;

  /** The most characters that a cell can have. */
  private static final int LONGEST = 32_767;

  private final FormOutput output;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Workbook workbook = new Workbook(bytes, "tfm", null);
  private final Worksheet rows;
  private final List<Listed> listed = new ArrayList<>();
  private long unlisted;
  private int next;

  /** A problem in the sheet of problems. */
  private record Listed(long row, String column, String whatToDo, String file) {}

  WorkbookTable(FormOutput output, FormKind kind) {
    this.output = output;
    this.rows =
        workbook.newWorksheet(
            switch (kind) {
              case APPLICATION, EXPRESSION_OF_INTEREST -> "Applications";
              case PROGRESS -> "Progress";
              case GROUP -> "Work groups";
            });
  }

  @Override
  public void head(List<String> own, List<String> ours) {
    List<String> added = new ArrayList<>();
    added.add(FormBatch.ROW);
    added.addAll(ours);
    List<String> all = new ArrayList<>(FormOutput.named(own, added));
    all.addAll(added);
    head(rows, all);
    next = 1;
  }

  private static void head(Worksheet sheet, List<String> headings) {
    for (int i = 0; i < headings.size(); i++) {
      text(sheet, 0, i, headings.get(i));
      sheet.style(0, i).bold().set();
    }
    sheet.freezePane(0, 1);
  }

  @Override
  public void row(List<String> own, long number, List<String> ours) {
    if (next == Worksheet.MAX_ROWS) {
      throw new InvalidInputException(
          Problem.of(
                  ProblemCode.TOO_MUCH,
                  "a workbook has at most %s rows",
                  String.format(Locale.ROOT, "%,d", Worksheet.MAX_ROWS))
              .withHint("Write CSV")
              .inPart("OUT"));
    }
    int column = 0;
    for (String cell : output.shown(own)) {
      text(rows, next, column++, cell);
    }
    rows.value(next, column++, number);
    for (String cell : ours) {
      text(rows, next, column++, cell);
    }
    next++;
  }

  /** Writes a text as it is: in a cell for texts, nothing starts a formula. */
  private static void text(Worksheet sheet, int row, int column, String text) {
    String visible = CsvOutput.visibleLines(text);
    if (!Blanks.isBlank(visible)) {
      sheet.inlineString(
          row,
          column,
          visible.length() > LONGEST ? visible.substring(0, LONGEST - 1) + "…" : visible);
    }
  }

  @Override
  public void problems(Rejected row, List<String> headings) {
    for (Problem problem : row.problems()) {
      if (listed.size() == MOST_PROBLEMS) {
        unlisted++;
      } else {
        listed.add(listed(row, problem, headings));
      }
    }
  }

  private static Listed listed(Rejected row, Problem problem, List<String> headings) {
    int index = problem.column().orElse(0) - 1;
    boolean isOfRow = index < 0 && problem.line().isPresent();
    return new Listed(
        problem.line().orElse(row.line()),
        index >= 0 && index < headings.size()
            ? headings.get(index)
            : isOfRow ? "" : problem.whereInFile(),
        FormSentences.whatToDo(problem),
        row.file());
  }

  @Override
  public byte[] drain() throws IOException {
    rows.flush();
    byte[] written = bytes.toByteArray();
    bytes.reset();
    return written;
  }

  @Override
  public byte[] end(BatchSummary summary) throws IOException {
    rows.finish();
    problems();
    Worksheet sheet = workbook.newWorksheet("Summary");
    int row = 0;
    for (Map.Entry<String, Long> number : summary.numbers().entrySet()) {
      text(sheet, row, 0, Blanks.strip(number.getKey()));
      sheet.value(row++, 1, number.getValue());
    }
    sheet.finish();
    workbook.setCompressionLevel(Deflater.NO_COMPRESSION);
    workbook.finish();
    return WorkbookTime.fixed(bytes.toByteArray());
  }

  private void problems() throws IOException {
    Worksheet sheet = workbook.newWorksheet(PROBLEMS);
    head(sheet, List.of(FormBatch.ROW, "Column", "What to do", "File"));
    int row = 1;
    for (Listed problem : listed) {
      sheet.value(row, 0, problem.row());
      text(sheet, row, 1, problem.column());
      text(sheet, row, 2, problem.whatToDo());
      text(sheet, row++, 3, problem.file());
    }
    if (unlisted > 0) {
      text(
          sheet, row, 2, String.format(Locale.ROOT, "%,d more problems are not listed.", unlisted));
    }
    sheet.finish();
  }
}
