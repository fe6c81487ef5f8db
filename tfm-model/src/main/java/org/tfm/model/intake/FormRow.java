package org.tfm.model.intake;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * A row of a form.
 *
 * @param number the number of the row, for messages
 * @param cells the cells in the order of the headings; those that are missing at the end are empty
 */
public record FormRow(long number, ImmutableList<String> cells) {

  /** Refuses null. */
  public FormRow {
    requireNonNull(cells, "cells");
  }

  /** Returns the cell at an index; empty after the last. */
  String cell(int index) {
    return index < cells.size() ? cells.get(index) : "";
  }

  /** The number of the row only, because its cells are personal. */
  @Override
  public String toString() {
    return "row " + number;
  }
}
