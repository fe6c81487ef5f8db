package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterators;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

  /** Returns the documents of an input; if each person has a row, all rows are kept in memory. */
  static Iterator<FormGroup> of(InputFiles rows) {
    if (!rows.hasNext()) {
      return Iterators.transform(rows, FormGroup::alone);
    }
    InputRow first = rows.next();
    Iterator<InputRow> again = Iterators.concat(Iterators.singletonIterator(first), rows);
    return first instanceof CsvRow row && row.form().hasRowForEachPerson()
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
    Map<String, List<String>> remarks = new LinkedHashMap<>();
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
        remarks
            .computeIfAbsent(key, any -> new ArrayList<>())
            .add("Row " + row.line() + " names no school: it is taken for the one above.");
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
                        ImmutableList.copyOf(remarks.getOrDefault(school.getKey(), List.of())),
                        Optional.empty()));
    return Stream.concat(whole, ends.stream()).toList();
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
                    row.form().hasRowForEachPerson() && problem.line().isEmpty()
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
