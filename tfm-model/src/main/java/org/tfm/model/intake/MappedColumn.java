package org.tfm.model.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * A column that gives a value.
 *
 * @param index the index of its cells
 * @param heading the heading in messages; absent if the heading is the name of the place
 * @param place the place
 * @param values the values of words, by folded word
 */
record MappedColumn(
    int index, Optional<String> heading, Place place, ImmutableMap<String, JsonNode> values) {

  /** Returns the column whose heading is the name of its place. */
  static MappedColumn named(int index, Place place) {
    return new MappedColumn(index, Optional.empty(), place, ImmutableMap.of());
  }

  /**
   * Returns a column of a form.
   *
   * @param heading the heading in messages
   */
  static MappedColumn of(int index, String heading, FormKind kind, FormColumn column) {
    ImmutableMap.Builder<String, JsonNode> values = ImmutableMap.builder();
    column
        .values()
        .ifPresent(all -> all.forEach((word, value) -> values.put(Labels.fold(word), value)));
    return new MappedColumn(
        index,
        Optional.of(heading),
        Place.find(kind, column.to()).orElseThrow(),
        values.buildKeepingLast());
  }

  /** Returns the value of a cell that is not blank; a missing node if it gives none. */
  JsonNode value(Cell cell, String text, Reading reading) {
    return values.isEmpty()
        ? cell.value(text, reading)
        : cell instanceof ListCell list
            ? own(list.with(this::own, one -> values.containsKey(Labels.fold(one))))
                .value(text, reading)
            : own(cell).value(text, reading);
  }

  /** Returns a cell that reads the words of the form before all others. */
  private Cell own(Cell cell) {
    return (text, reading) -> {
      JsonNode value = values.get(Labels.fold(text));
      if (value == null) {
        return cell.value(text, reading);
      }
      if (!value.isTextual()) {
        return value;
      }
      return value.asText().isEmpty()
          ? MissingNode.getInstance()
          : cell.value(value.asText(), reading);
    };
  }
}
