package org.tfm.model.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/**
 * A cell with one of some words.
 *
 * @param labels the words
 */
record LabelCell(Labels labels) implements Cell {

  @Override
  public JsonNode value(String text, Reading reading) {
    Optional<String> word = labels.find(text);
    return word.isPresent()
        ? TextNode.valueOf(word.get())
        : reading.refuseWord(text, labels.problem(text));
  }

  /** Returns the words that a cell or the items of a list can have; empty for other cells. */
  static Optional<Labels> labels(Cell cell) {
    if (cell instanceof ListCell list) {
      return labels(list.item());
    }
    return cell instanceof LabelCell one ? Optional.of(one.labels()) : Optional.empty();
  }
}
