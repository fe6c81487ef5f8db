package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterators;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.criterion.Sentences;
import org.tfm.model.intake.FormReader;
import org.tfm.model.intake.FormRow;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;

/**
 * The rows of one document.
 *
 * @param rows the rows; none if the rest of a file cannot be read
 * @param remarks what to say of them
 * @param end the row that stands for what cannot be read
 */
record FormGroup(
    ImmutableList<CsvRow> rows, ImmutableList<String> remarks, Optional<InputRow> end) {

  /** Returns the documents of an input; if it can have several rows, all are kept in memory. */
  static Iterator<FormGroup> of(InputFiles rows) {
    if (!rows.hasNext()) {
      return Iterators.transform(rows, FormGroup::alone);
    }
    InputRow first = rows.next();
    Iterator<InputRow> again = Iterators.concat(Iterators.singletonIterator(first), rows);
    return first instanceof CsvRow row && row.form().joinsRows()
        ? together(again).iterator()
        : Iterators.transform(again, FormGroup::alone);
  }

  private static FormGroup alone(InputRow row) {
    return row instanceof CsvRow own
        ? new FormGroup(ImmutableList.of(own), ImmutableList.of(), Optional.empty())
        : new FormGroup(ImmutableList.of(), ImmutableList.of(), Optional.of(row));
  }

  private static List<FormGroup> together(Iterator<InputRow> rows) {
    List<FormGroup> ends = new ArrayList<>();
    Map<String, List<CsvRow>> schools = new LinkedHashMap<>();
    Map<String, List<Long>> below = new HashMap<>();
    String above = "";
    while (rows.hasNext()) {
      InputRow next = rows.next();
      if (!(next instanceof CsvRow row)) {
        ends.add(alone(next));
        continue;
      }
      FormReader form = row.form();
      FormRow cells = row.cells();
      boolean isBelow = !above.isEmpty() && form.belongsToRowAbove(cells);
      String key = isBelow ? above : form.key(cells).orElse("row " + row);
      if (isBelow) {
        below.computeIfAbsent(key, any -> new ArrayList<>()).add(row.line());
      }
      schools.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
      above = key;
    }
    Stream<FormGroup> whole =
        schools.entrySet().stream()
            .map(
                school ->
                    new FormGroup(
                        ImmutableList.copyOf(school.getValue()),
                        remarks(school.getValue(), below.getOrDefault(school.getKey(), List.of())),
                        Optional.empty()));
    return Stream.concat(whole, ends.stream()).toList();
  }

  /** Says which rows were taken for those of the document above them. */
  private static ImmutableList<String> remarks(List<CsvRow> rows, List<Long> below) {
    if (below.isEmpty()) {
      return ImmutableList.of();
    }
    boolean isOne = below.size() == 1;
    return ImmutableList.of(
        (isOne ? "Row " : "Rows ")
            + Sentences.list(below.stream().map(String::valueOf).toList(), "and")
            + (isOne ? " names no " : " name no ")
            + FormSentences.whole(rows.get(0).form().kind())
            + (isOne ? ": it is taken for the one above." : ": they are taken for the one above."));
  }

  /** The first row. */
  CsvRow first() {
    return rows.get(0);
  }

  /** Refuses rows that are too long or have other columns than the headings. */
  void check() {
    List<Problem> problems = new ArrayList<>();
    for (CsvRow row : rows) {
      try {
        row.check();
      } catch (InvalidInputException e) {
        e.problems().stream()
            .map(
                problem ->
                    row.form().joinsRows() && problem.line().isEmpty()
                        ? problem.inRow(row.line())
                        : problem)
            .forEach(problems::add);
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }
}
