package org.tfm.model.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

/** The cells in which values were read, by the place of the value. Not thread-safe. */
final class CellPlaces {

  private final Map<String, CellPlace> cells = new LinkedHashMap<>();
  private final Set<String> constants = new HashSet<>();
  private final boolean hasSeveralRows;

  /**
   * Creates an empty list.
   *
   * @param hasSeveralRows whether problems name the row, because a document can have several
   */
  CellPlaces(boolean hasSeveralRows) {
    this.hasSeveralRows = hasSeveralRows;
  }

  /**
   * Where a value was read.
   *
   * @param row the row; empty if the document has one row
   */
  private record CellPlace(String heading, int column, OptionalLong row) {

    Problem in(Problem problem) {
      return new Problem(
              problem.code(),
              ImmutableList.of(),
              problem.what(),
              problem.arguments(),
              problem.hint())
          .inCell(heading, column, row);
    }
  }

  /** Remembers the cell of a place, if the column has a heading of its own. */
  void know(Place place, MappedColumn column, FormRow row) {
    column
        .heading()
        .ifPresent(
            heading -> {
              CellPlace cell = cell(heading, column, row);
              cells.put(place.pointer(), cell);
              if (place.name().equals(Place.SUBMITTED_AT)) {
                cells.putIfAbsent("/" + Place.SUBMITTED_ON, cell);
              }
            });
  }

  private CellPlace cell(String heading, MappedColumn column, FormRow row) {
    return new CellPlace(
        heading,
        column.index() + 1,
        hasSeveralRows ? OptionalLong.of(row.number()) : OptionalLong.empty());
  }

  /** Whether a place has a cell of its own. */
  boolean has(String pointer) {
    return cells.containsKey(pointer);
  }

  /** Returns a problem in a cell. */
  Problem in(MappedColumn column, FormRow row, Problem problem) {
    return cell(column.heading().orElse(column.place().name()), column, row).in(problem);
  }

  /** Returns problems with their cells in place of keys, in the order of the rows and columns. */
  List<Problem> placed(List<Problem> problems, ObjectNode document) {
    return problems.stream()
        .map(problem -> placed(problem, document))
        .sorted(
            Comparator.comparingLong((Problem problem) -> problem.line().orElse(Long.MAX_VALUE))
                .thenComparingInt(problem -> problem.column().orElse(Integer.MAX_VALUE)))
        .toList();
  }

  /** Remembers that a place has the same value in all rows, so that no cell has its problems. */
  void knowConstant(Place place) {
    constants.add(place.pointer());
  }

  private Problem placed(Problem problem, ObjectNode document) {
    String pointer = problem.pointer().orElse("");
    if (problem.column().isPresent() || constants.contains(pointer)) {
      return problem;
    }
    CellPlace own = cells.get(pointer);
    if (own != null) {
      return own.in(problem);
    }
    Optional<CellPlace> near = near(pointer);
    boolean isWithoutColumn =
        problem.code() == ProblemCode.MISSING && !document.at(pointer).isObject();
    return near.map(
            cell ->
                cell.in(
                    isWithoutColumn
                        ? Problem.of(ProblemCode.MISSING, "`%s` is needed too", Place.name(pointer))
                            .withHint("Add a column or a constant for it to the form map")
                        : problem))
        .orElse(problem);
  }

  /** Returns the cell of the value that has this one, or else the first that belongs with it. */
  private Optional<CellPlace> near(String pointer) {
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      CellPlace cell = cells.get(at);
      if (cell != null) {
        return Optional.of(cell);
      }
      String start = at + "/";
      Optional<CellPlace> below =
          cells.entrySet().stream()
              .filter(entry -> entry.getKey().startsWith(start))
              .map(Map.Entry::getValue)
              .findFirst();
      if (below.isPresent()) {
        return below;
      }
    }
    return Optional.empty();
  }
}
