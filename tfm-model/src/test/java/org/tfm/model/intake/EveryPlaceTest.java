package org.tfm.model.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tfm.model.json.TfmJson;

/** A column of a form can fill every place that a document has. */
class EveryPlaceTest {

  @ParameterizedTest
  @EnumSource(FormKind.class)
  void aColumnCanFillEveryPlaceOfTheSchema(FormKind kind) throws IOException {
    List<String> places = new ArrayList<>();
    JsonNode schema =
        TfmJson.reader()
            .tree(
                Files.readString(
                    Path.of(
                        "src/main/resources/schema/tfm/1",
                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".schema.json")));
    add(schema, schema, "", places);
    assertThat(places)
        .hasSizeGreaterThan(20)
        .allSatisfy(place -> assertThat(Place.find(kind, place)).as(place).isPresent());
  }

  /** Adds the places of a schema: its leaves, and the lists of words or numbers. */
  private static void add(JsonNode schema, JsonNode node, String place, List<String> places) {
    JsonNode type = resolved(schema, node);
    if (place.endsWith("answers")) {
      places.add(place + ".question");
    } else if (type.has("properties")) {
      type.get("properties")
          .properties()
          .forEach(
              one ->
                  add(
                      schema,
                      one.getValue(),
                      place.isEmpty() ? one.getKey() : place + "." + one.getKey(),
                      places));
    } else if (resolved(schema, type.path("items")).has("properties")) {
      add(schema, type.get("items"), place + "[]", places);
    } else {
      places.add(place);
    }
  }

  private static JsonNode resolved(JsonNode schema, JsonNode node) {
    for (JsonNode one : node.path("anyOf")) {
      if (one.has("$ref")) {
        return resolved(schema, one);
      }
    }
    return node.has("$ref") ? schema.at(node.get("$ref").asText().substring(1)) : node;
  }
}
