package org.tfm.model.intake;

import com.fasterxml.jackson.databind.JsonNode;

/** How the cells of a column are read. */
@FunctionalInterface
interface Cell {

  /**
   * Returns the value of a cell that is not blank; a missing node if it gives none.
   *
   * <p>A cell of another form stays a text: the reader of the document reports it, as it would in
   * JSON.
   */
  JsonNode value(String text, Reading reading);
}
