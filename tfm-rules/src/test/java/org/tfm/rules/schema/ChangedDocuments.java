package org.tfm.rules.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the schema of the changes to a document from the schema of the document.
 *
 * <p>As in a JSON merge patch, every key is optional, an object changes the keys that it names,
 * null removes a key, and lists are replaced as a whole.
 */
final class ChangedDocuments {

  private static final String SUFFIX = "Change";

  private final ObjectNode definitions;
  private final Map<String, JsonNode> changes = new TreeMap<>();

  private ChangedDocuments(ObjectNode definitions) {
    this.definitions = definitions;
  }

  /** The definitions that a change to this document needs; the root has this name. */
  static Map<String, JsonNode> of(String name, ObjectNode schema) {
    ChangedDocuments changed = new ChangedDocuments((ObjectNode) schema.get("$defs"));
    changed.add(name, schema);
    changed
        .definitions
        .properties()
        .forEach(definition -> changed.changes.put(definition.getKey(), definition.getValue()));
    return changed.changes;
  }

  private boolean isObject(String definition) {
    return definitions.path(definition).path("type").asText().equals("object");
  }

  private void add(String name, JsonNode schema) {
    ObjectNode change = Json.ofType("object");
    change.put(
        "description",
        "Any part of this, as a JSON merge patch: " + schema.path("description").asText());
    if (schema.get("properties") instanceof ObjectNode keys) {
      ObjectNode properties = change.putObject("properties");
      change.put("additionalProperties", false);
      changes.put(name + SUFFIX, change);
      keys.properties().forEach(key -> properties.set(key.getKey(), value(key.getValue())));
    } else {
      change = schema.deepCopy();
      ((ArrayNode) change.at("/additionalProperties/anyOf")).add(Json.ofType("null"));
      changes.put(name + SUFFIX, change);
    }
  }

  private JsonNode value(JsonNode schema) {
    ObjectNode given = schema.deepCopy();
    boolean isOneOfSeveral = given.path("anyOf").isArray();
    JsonNode one = isOneOfSeveral ? given.get("anyOf").get(0) : given;
    String name = Json.referred(one);
    if (!name.isEmpty() && isObject(name)) {
      if (!changes.containsKey(name + SUFFIX)) {
        add(name, definitions.get(name));
      }
      ((ObjectNode) one).put("$ref", Json.ref(name + SUFFIX).get("$ref").asText());
    }
    if (!isOneOfSeveral && !given.path("type").isArray()) {
      JsonNode description = given.remove("description");
      given = Json.orNull(given);
      if (description != null) {
        given.set("description", description);
      }
      Json.simplify(given);
    }
    return given;
  }
}
