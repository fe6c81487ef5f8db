package org.tfm.rules.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Helpers for JSON trees. */
final class Json {

  static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String DEFINITIONS = "#/$defs/";

  private Json() {}

  static ObjectNode object(String text) {
    return (ObjectNode) tree(text);
  }

  static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static ObjectNode ofType(String type) {
    return NODES.objectNode().put("type", type);
  }

  static ObjectNode ref(String definition) {
    return NODES.objectNode().put("$ref", DEFINITIONS + definition);
  }

  /** The name of the referenced definition; empty if the schema is not a reference. */
  static String referred(JsonNode schema) {
    String ref = schema.path("$ref").asText();
    return ref.startsWith(DEFINITIONS) ? ref.substring(DEFINITIONS.length()) : "";
  }

  /** Returns a schema that also accepts null. */
  static ObjectNode orNull(ObjectNode schema) {
    ObjectNode either = NODES.objectNode();
    either.putArray("anyOf").add(schema).add(ofType("null"));
    return either;
  }

  /** Adds null to a plain type as a list of types. */
  static void simplify(JsonNode node) {
    node.forEach(Json::simplify);
    if (node instanceof ObjectNode object
        && object.get("anyOf") instanceof ArrayNode either
        && either.size() == 2
        && either.get(1).equals(ofType("null"))
        && either.get(0).path("type").isTextual()) {
      ObjectNode plain = (ObjectNode) either.get(0);
      object.remove("anyOf");
      for (Map.Entry<String, JsonNode> entry : plain.properties()) {
        object.set(
            entry.getKey(),
            entry.getKey().equals("type")
                ? NODES.arrayNode().add(entry.getValue()).add("null")
                : entry.getValue());
      }
      if (object.get("enum") instanceof ArrayNode words) {
        words.addNull();
      }
    }
  }
}
