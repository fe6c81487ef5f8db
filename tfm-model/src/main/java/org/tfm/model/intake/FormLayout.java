package org.tfm.model.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tfm.model.json.DocumentReader;
import org.tfm.model.json.TfmJson;

/**
 * How a form is laid out.
 *
 * @param kind the kind of document that it gives
 * @param order the order of day and month, if somebody has stated it
 * @param isOfForm whether people have written the cells, and read what is wrong with them
 * @param constants the values that are the same for all rows, by their place
 * @param columns the columns that give a value
 * @param isRowEach whether each person, school or session has a row
 */
record FormLayout(
    FormKind kind,
    Optional<DayOrder> order,
    boolean isOfForm,
    ImmutableMap<Place, JsonNode> constants,
    ImmutableList<MappedColumn> columns,
    boolean isRowEach) {

  /** Reads the documents. */
  static final DocumentReader READER = TfmJson.reader();

  /** Returns a reading of the cells of this form. */
  Reading reading() {
    return new Reading(order.orElse(DayOrder.DAY_FIRST), order.isPresent(), isOfForm);
  }

  /** Sets the values that are the same for all rows, except those of an item of each row. */
  void setConstants(ObjectNode document, Reading reading) {
    constants.forEach(
        (place, value) -> {
          if (place.listOfRows().isEmpty()) {
            setConstant(place, value, document, reading);
          }
        });
  }

  /**
   * Sets the values that are the same for all items of a list.
   *
   * @param size how many items the list has
   */
  void setConstantsOfItems(String list, int size, ObjectNode document, Reading reading) {
    constants.forEach(
        (place, value) -> {
          if (place.listOfRows().equals(Optional.of(list))) {
            IntStream.range(0, size)
                .forEach(i -> setConstant(place.ofItem(i), value, document, reading));
          }
        });
  }

  private static void setConstant(
      Place place, JsonNode value, ObjectNode document, Reading reading) {
    reading.moveTo(place.pointer());
    JsonNode read =
        place.question().isPresent() && !value.isTextual()
            ? value
            : place.cell().value(value.asText(), reading);
    if (!read.isMissingNode()) {
      place.set(document, read);
    }
  }
}
