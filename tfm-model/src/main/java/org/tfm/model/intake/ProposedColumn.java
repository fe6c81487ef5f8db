package org.tfm.model.intake;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * The proposed mapping of a column in a form map.
 *
 * @param heading the heading
 * @param to the place in the document; absent for a column that is not read
 * @param values the values that words of the form seem to stand for; an empty text to be filled in
 * @param ignored whether a column that is not read is left out of the output too
 * @param unsure whether somebody has to check the place
 * @param comment the reason, for the person who checks; empty if there is nothing to say
 */
public record ProposedColumn(
    String heading,
    Optional<String> to,
    ImmutableMap<String, JsonNode> values,
    boolean ignored,
    boolean unsure,
    String comment) {

  /** Refuses null. */
  public ProposedColumn {
    requireNonNull(heading, "heading");
    requireNonNull(to, "to");
    requireNonNull(values, "values");
    requireNonNull(comment, "comment");
  }

  static ProposedColumn read(String heading, String to, boolean unsure, String comment) {
    return new ProposedColumn(heading, Optional.of(to), ImmutableMap.of(), false, unsure, comment);
  }

  static ProposedColumn notRead(String heading, boolean ignored, String comment) {
    return new ProposedColumn(
        heading, Optional.empty(), ImmutableMap.of(), ignored, false, comment);
  }

  ProposedColumn unsure(String why) {
    return new ProposedColumn(heading, to, values, ignored, true, with(why));
  }

  ProposedColumn withValues(ImmutableMap<String, JsonNode> others, String why) {
    return new ProposedColumn(heading, to, others, ignored, true, with(why));
  }

  private String with(String why) {
    return comment.isEmpty() ? why : comment + "; " + why;
  }

  ProposedColumn at(String place) {
    return new ProposedColumn(heading, Optional.of(place), values, ignored, unsure, comment);
  }
}
