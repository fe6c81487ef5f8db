package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.tfm.model.intake.FormReader;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/**
 * The rows of the first visible sheet of a workbook that have a value. Only the texts that the
 * workbook shares between cells are kept in memory. Not thread-safe.
 */
final class WorkbookRecords implements TableRecords {

  /** The most columns that a sheet can have. */
  static final int MOST_COLUMNS = 16_384;

  private final String name;
  private Optional<Open> open;
  private long row;

  /** One more than the numbers that the library gives to rows without a number. */
  private int offset;

  /**
   * The rows of this workbook.
   *
   * @param name the name of the input in messages
   * @param file the workbook
   * @throws InvalidInputException if it is not a workbook that can be read, or has no visible sheet
   */
  WorkbookRecords(String name, Path file) throws IOException {
    this.name = name;
    boolean hasFormats = WorkbookFile.check(name, file);
    ReadableWorkbook workbook;
    try {
      workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(hasFormats, true));
    } catch (IOException | RuntimeException e) {
      throw WorkbookFile.damaged(name);
    }
    try {
      Stream<Row> stream = sheet(workbook).openStream();
      this.open = Optional.of(new Open(workbook, stream, stream.iterator()));
    } catch (InvalidInputException e) {
      workbook.close();
      throw e;
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw WorkbookFile.damaged(name);
    }
  }

  /** The workbook that is read; dropped when memory runs out, to have memory for the message. */
  private record Open(ReadableWorkbook workbook, Stream<Row> stream, Iterator<Row> rows) {}

  private Sheet sheet(ReadableWorkbook workbook) {
    return workbook
        .getSheets()
        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Problem.of(ProblemCode.MISSING, "all sheets of the workbook are hidden")
                        .withHint("Show the sheet with the rows")
                        .inFile(name)));
  }

  @Override
  public Optional<TableRow> next() {
    try {
      return nextFilled();
    } catch (InvalidInputException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MALFORMED, "the workbook cannot be read from this row on")
              .withHint("Open it in Excel and save it again")
              .inFile(name, row + 1));
    } catch (OutOfMemoryError e) {
      open = Optional.empty();
      throw WorkbookFile.tooLarge(name);
    }
  }

  private Optional<TableRow> nextFilled() {
    while (open.isPresent() && open.get().rows().hasNext()) {
      SheetRow read = read(open.get().rows().next());
      row = read.line();
      if (read.filled() > 0) {
        return Optional.of(read);
      }
    }
    return Optional.empty();
  }

  private SheetRow read(Row read) {
    offset = read.getRowNum() == 0 ? 1 : offset;
    long number = (long) read.getRowNum() + offset;
    if (read.getCellCount() > MOST_COLUMNS) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.TOO_MUCH, "the row has more than %s columns", MOST_COLUMNS)
              .inFile(name, number));
    }
    List<String> cells = new ArrayList<>();
    ImmutableMap.Builder<Integer, Problem> problems = ImmutableMap.builder();
    long size = 0;
    int filled = 0;
    for (int i = 0; i < read.getCellCount(); i++) {
      Cell cell = read.getOptionalCell(i).orElse(null);
      String text = CellText.of(cell);
      Optional<Problem> problem = CellText.problem(cell);
      size += 1 + (long) text.length();
      if (problem.isPresent()) {
        problems.put(i, problem.get());
      }
      if (problem.isPresent() || !Blanks.isBlank(text)) {
        filled = i + 1;
      }
      if (size <= CsvRow.LONGEST) {
        cells.add(text);
      }
    }
    boolean isTooLong = size > CsvRow.LONGEST;
    return new SheetRow(
        number,
        filled,
        (int) Math.min(Integer.MAX_VALUE, size),
        isTooLong
            ? ImmutableList.of()
            : ImmutableList.copyOf(cells.subList(0, Math.min(filled, cells.size()))),
        problems.buildOrThrow());
  }

  @Override
  public Problem empty() {
    return Problem.of(
            ProblemCode.MISSING, "the first visible sheet is empty; expected a row of headings")
        .withHint("Move the sheet with the rows to the front");
  }

  @Override
  public Optional<Problem> problem(ImmutableList<String> headings, List<TableRow> below) {
    return withoutHeading(headings, below.stream().map(TableRow::texts).toList());
  }

  /**
   * The problem that a column has values but no heading; empty if there is none.
   *
   * @param below the rows below the headings
   */
  static Optional<Problem> withoutHeading(
      List<String> headings, List<? extends List<String>> below) {
    for (List<String> cells : below) {
      for (int i = 0; i < cells.size(); i++) {
        if (!cells.get(i).isEmpty() && isWithoutHeading(headings, i)) {
          return Optional.of(
              Problem.of(ProblemCode.MISSING, "column %s has values but no heading", i + 1)
                  .withHint(
                      "Maybe headings are merged or take two rows? Write each heading in a cell of"
                          + " one row"));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isWithoutHeading(List<String> headings, int index) {
    return index >= headings.size() || headings.get(index).isEmpty();
  }

  @Override
  public void close() throws IOException {
    if (open.isPresent()) {
      open.get().stream().close();
      open.get().workbook().close();
    }
  }

  /**
   * A row of the sheet.
   *
   * @param cells the cells up to the last that is not empty; none if they are too long
   * @param wrong what is wrong with cells, by their index
   */
  private record SheetRow(
      long line,
      int filled,
      int size,
      ImmutableList<String> cells,
      ImmutableMap<Integer, Problem> wrong)
      implements TableRow {

    @Override
    public int kept() {
      return cells.size();
    }

    @Override
    public ImmutableList<String> texts() {
      return cells.stream().map(Blanks::strip).collect(ImmutableList.toImmutableList());
    }

    @Override
    public ImmutableList<Problem> problems(FormReader form, ImmutableList<String> headings) {
      ImmutableList.Builder<Problem> problems = ImmutableList.builder();
      for (int i = 0; i < cells.size(); i++) {
        if (isWithoutHeading(headings, i) && !Blanks.isBlank(cells.get(i))) {
          problems.add(
              Problem.of(ProblemCode.CONTRADICTION, "column %s has a value but no heading", i + 1));
        }
      }
      for (Map.Entry<Integer, Problem> cell : wrong.entrySet()) {
        int index = cell.getKey();
        if (form.writtenColumns().contains(index) && index < headings.size()) {
          String shown = FormReader.shown(headings.get(index));
          OptionalLong row = form.joinsRows() ? OptionalLong.of(line) : OptionalLong.empty();
          problems.add(cell.getValue().inCell(shown, index + 1, row));
        }
      }
      return problems.build();
    }

    /** The number of the row only, because its cells are personal. */
    @Override
    public String toString() {
      return "row " + line;
    }
  }
}
