package org.tfm.model.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
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
 * @param isRowEach whether each person has a row
 */
record FormLayout(
    FormKind kind,
    Optional<DayOrder> order,
    boolean isOfForm,
    ImmutableMap<Place, JsonNode> constants,
    ImmutableList<MappedColumn> columns,
    boolean isRowEach) {

  /** The places without which no document can be read. */
  static final ImmutableList<String> NEEDED =
      ImmutableList.of("offering.hub", "offering.type", "offering.year", "school.urn");

  /** Reads the documents. */
  static final DocumentReader READER = TfmJson.reader();

  /** Returns a reading of the cells of this form. */
  Reading reading() {
    return new Reading(order.orElse(DayOrder.DAY_FIRST), order.isPresent(), isOfForm);
  }

  /** Sets the values that are the same for all rows. */
  void setConstants(ObjectNode document, Reading reading) {
    constants.forEach(
        (place, value) -> {
          reading.moveTo(place.pointer());
          JsonNode read =
              place.question().isPresent() && !value.isTextual()
                  ? value
                  : place.cell().value(value.asText(), reading);
          if (!read.isMissingNode()) {
            place.set(document, read);
          }
        });
  }
}
