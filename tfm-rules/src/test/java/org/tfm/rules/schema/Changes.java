package org.tfm.rules.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Makes documents that differ from a valid one in one place. */
public final class Changes {

  /** Values of every type and on both sides of all bounds. */
  private static final ImmutableList<String> VALUES =
      ImmutableList.of(
          "null",
          "true",
          "\"\"",
          "\" \"",
          "\"x\"",
          "\"a-b\"",
          "\"A-\"",
          "\"yes-no\"",
          "\"PRIMARY\"",
          "\"YES\"",
          "\"FIRM\"",
          "\"1234567\"",
          "\"12345678\"",
          "\"2022/23\"",
          "\"2022\"",
          "\"2022-05-03\"",
          "\"2022-02-30\"",
          "\"2022-5-3\"",
          "0",
          "1",
          "-1",
          "2",
          "0.5",
          "0.3",
          "100008",
          "2147483648",
          "[]",
          "[null]",
          "[\"x\"]",
          "[\"x\",\"x\"]",
          "[\"X\"]",
          "[1]",
          "[{}]",
          "{}",
          "{\"x\":1}",
          "[2022,5,3]");

  private Changes() {}

  private record Place(JsonNode in, String key, int index) {}

  private static List<Place> places(JsonNode node) {
    List<Place> places = new ArrayList<>();
    node.properties().forEach(part -> places.add(new Place(node, part.getKey(), 0)));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      places.add(new Place(node, "", i));
    }
    node.forEach(part -> places.addAll(places(part)));
    return places;
  }

  /** Returns the document with another value in one place. */
  public static JsonNode anotherValue(JsonNode document, int place, int value) {
    JsonNode changed = document.deepCopy();
    List<Place> places = places(changed);
    Place at = places.get(place % places.size());
    JsonNode other = Json.tree(VALUES.get(value % VALUES.size()));
    if (at.in() instanceof ArrayNode list) {
      list.set(at.index(), other);
    } else {
      ((ObjectNode) at.in()).set(at.key(), other);
    }
    return changed;
  }

  /** Returns the document without one of its parts. */
  public static JsonNode withoutOne(JsonNode document, int place) {
    JsonNode changed = document.deepCopy();
    List<Place> places = places(changed);
    Place at = places.get(place % places.size());
    if (at.in() instanceof ArrayNode list) {
      list.remove(at.index());
    } else {
      ((ObjectNode) at.in()).remove(at.key());
    }
    return changed;
  }
}
