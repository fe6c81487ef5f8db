package org.tfm.model.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tfm.model.json.DocumentReader;
import org.tfm.model.json.TfmJson;

/**
 * How a form is laid out.
 *
 * @param kind the kind of document that it gives
 * @param order the order of day and month, if somebody has stated it
 * @param isOfForm whether people have written the cells, and read what is wrong with them
 * @param constants the values that are the same for all rows, by the name of their place
 * @param columns the columns that give a value
 * @param isRowEach whether each person, school or session has a row
 */
record FormLayout(
    FormKind kind,
    Optional<DayOrder> order,
    boolean isOfForm,
    ImmutableMap<String, JsonNode> constants,
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
    places(constants.keySet())
        .filter(place -> place.listOfRows().isEmpty())
        .forEach(place -> setConstant(place, place.name(), document, reading));
  }

  /**
   * Sets the values that are the same for all items of a list.
   *
   * @param size how many items the list has
   */
  void setConstantsOfItems(String list, int size, ObjectNode document, Reading reading) {
    places(constants.keySet())
        .filter(place -> place.listOfRows().equals(Optional.of(list)))
        .forEach(
            place ->
                IntStream.range(0, size)
                    .forEach(i -> setConstant(place.ofItem(i), place.name(), document, reading)));
  }

  /** Returns the places with these names. */
  Stream<Place> places(Collection<String> names) {
    return names.stream().flatMap(name -> Place.find(kind, name).stream());
  }

  private void setConstant(Place place, String name, ObjectNode document, Reading reading) {
    JsonNode value = constants.getOrDefault(name, MissingNode.getInstance());
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
